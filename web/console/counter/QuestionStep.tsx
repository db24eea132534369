/** The questions of a category on one page, ordinary cases at one press, and the price as answers come in. */
import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get, post, problemOf } from '../../client.ts';
import type { Model, PriceAnswer, Questions, Variant } from '../../contract/catalog.ts';
import { whenText } from '../parts/format.ts';
import { Amount } from '../parts/Mark.tsx';
import { ErrorBox, Note, Shown } from '../parts/Panel.tsx';
import { useSpeech } from '../texts.tsx';
import css from './Counter.module.css';
import type { Device } from './DeviceList.tsx';

type StepProps = { model: Model; variant: Variant; onAdd: (device: Device) => void };

function usePrice(variant: Variant, answers: Record<string, string>, complete: boolean) {
  return useQuery({
    queryKey: ['price', variant.id, answers],
    queryFn: () => post<PriceAnswer>('/api/quotes/price', { items: [{ variant_id: variant.id, answers }] }),
    enabled: complete,
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: 60_000,
  });
}

function AskedQuestions({ asked, model, variant, onAdd }: StepProps & { asked: Questions }) {
  const { texts: t, locale } = useSpeech();
  const words = t.bench.walkIn;
  const [answers, setAnswers] = useState<Record<string, string>>({});
  const complete = asked.questions.every((q) => answers[q.key]);
  const price = usePrice(variant, answers, complete);
  const fresh = complete && !price.isPlaceholderData ? price.data : undefined;
  const worth = fresh?.items[0]?.price ?? null;
  const refused = complete && price.error ? problemOf(price.error) : null;
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault();
        if (worth)
          onAdd({
            input: { variant_id: variant.id, answers },
            title: fresh?.items[0]?.title ?? `${model.title} ${variant.label}`,
            price: worth,
          });
      }}
    >
      {asked.presets.length > 0 ? (
        <div className={css.presets}>
          <span className="soft">{words.usual}</span>
          {asked.presets.map((p) => (
            <Button key={p.key} size="compact-sm" variant="light" onClick={() => setAnswers(p.answers)}>
              {p.label}
            </Button>
          ))}
        </div>
      ) : null}
      {asked.questions.map((q) => (
        <fieldset key={q.key} className={css.question}>
          <legend>
            {q.label} {q.help ? <span className="small soft">{q.help}</span> : null}
          </legend>
          <div className={css.answers} role="radiogroup" aria-label={q.label}>
            {q.answers.map((a) => (
              <button
                key={a.key}
                type="button"
                role="radio"
                aria-checked={answers[q.key] === a.key}
                className={css.answer}
                title={a.detail ?? undefined}
                onClick={() => setAnswers((old) => ({ ...old, [q.key]: a.key }))}
              >
                {a.label}
              </button>
            ))}
          </div>
        </fieldset>
      ))}
      <div className={css.price} aria-live="polite">
        {refused ? (
          <Note tone="warn">
            <strong>{words.notBought}.</strong> {refused.detail}
          </Note>
        ) : complete && price.error ? (
          <ErrorBox error={price.error} />
        ) : (
          <div>
            <span className="soft">{words.offer}</span>{' '}
            <span className={css.worth}>{worth ? <Amount value={worth} strong /> : '—'}</span>
            <div className="small soft">
              {worth && fresh ? words.validUntil(whenText(fresh.valid_until, locale)) : words.answerAll}
            </div>
          </div>
        )}
        <Button type="submit" size="md" disabled={!worth}>
          {words.toCustomer}
        </Button>
      </div>
    </form>
  );
}

export function QuestionStep(props: StepProps) {
  const { locale } = useSpeech();
  const { category } = props.model;
  const query = useQuery({
    queryKey: ['questions', category, locale],
    queryFn: ({ signal }) => get<Questions>('/api/catalog/questions', { category, locale }, signal),
    staleTime: 5 * 60_000,
  });
  return (
    <Shown query={query} rows={6}>
      {(asked) => <AskedQuestions {...props} asked={asked} />}
    </Shown>
  );
}
