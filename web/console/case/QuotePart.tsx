/** What was offered and why: the answers, the sum line by line, earlier quotes; a price by hand where none is. */
import { Button, Group, NumberInput, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { post } from '../../client.ts';
import type { CaseItem, QuestionSnapshot, Quote } from '../../contract/cases.ts';
import { nameOf, readAmount, whenText } from '../parts/format.ts';
import { Amount } from '../parts/Mark.tsx';
import { useNow } from '../parts/now.ts';
import { ErrorBox } from '../parts/Panel.tsx';
import { OfferHistory } from '../revision/History.tsx';
import { useMay } from '../session/me.ts';
import { refreshCase } from '../shell/live.ts';
import { useSpeech, useTexts } from '../texts.tsx';
import css from './Case.module.css';

type Label = string | Record<string, string> | undefined;

function labelText(label: Label, locale: string, key: string): string {
  if (typeof label === 'string') return label;
  return label?.[locale] ?? label?.['en'] ?? nameOf({}, key);
}

function questionsOf(quote: Quote): QuestionSnapshot[] {
  return Array.isArray(quote.questions) ? quote.questions : (quote.questions?.questions ?? []);
}

/** Question and answer as they were shown, in the reader's language where the snapshot has it. */
function useWording(quote: Quote) {
  const { texts: t, locale } = useSpeech();
  const questions = questionsOf(quote);
  const question = (key: string) => {
    const found = questions.find((q) => q.key === key);
    return key === 'base' ? t.desk.quote.base : labelText(found?.label, locale, key);
  };
  const answer = (key: string, value: string) => {
    const found = questions.find((q) => q.key === key)?.answers?.find((a) => a.key === value);
    return labelText(found?.label, locale, value);
  };
  return { question, answer };
}

function Sum({ quote }: { quote: Quote }) {
  const t = useTexts();
  const { question, answer } = useWording(quote);
  const currency = quote.price?.currency ?? 'EUR';
  const asked = Object.entries(quote.answers ?? {});
  const effect = (key: string) => quote.lines.find((l) => l.question === key)?.effect_minor;
  const others = quote.lines.filter((l) => !asked.some(([key]) => key === l.question));
  return (
    <table className={css.sum}>
      <tbody>
        {others
          .filter((l) => l.question === 'base')
          .map((l) => (
            <tr key="base">
              <td colSpan={2}>{t.desk.quote.base}</td>
              <td>
                <Amount value={{ minor: l.effect_minor, currency }} />
              </td>
            </tr>
          ))}
        {asked.map(([key, value]) => (
          <tr key={key}>
            <td className="soft">{question(key)}</td>
            <td>{answer(key, value)}</td>
            <td>{effect(key) ? <Amount value={{ minor: effect(key) ?? 0, currency }} /> : ''}</td>
          </tr>
        ))}
        {others
          .filter((l) => l.question !== 'base' && l.effect_minor !== 0)
          .map((l, i) => (
            <tr key={`${l.question} ${i}`}>
              <td colSpan={2} className="soft">
                {l.label ?? nameOf({}, l.question ?? '')}
              </td>
              <td>
                <Amount value={{ minor: l.effect_minor, currency }} />
              </td>
            </tr>
          ))}
        <tr>
          <td colSpan={2}>{t.desk.price}</td>
          <td>
            <Amount value={quote.price} />
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function ManualQuote({
  item,
  caseId,
  currency,
  onDone,
}: {
  item: CaseItem;
  caseId: string;
  currency: string;
  onDone: () => void;
}) {
  const t = useTexts();
  const [amount, setAmount] = useState('');
  const [note, setNote] = useState('');
  const [days, setDays] = useState<number | string>(14);
  const price = readAmount(amount, currency);
  const save = useMutation({
    mutationFn: () =>
      post(`/api/items/${item.id}/manual-quote`, { price, note, valid_days: Number(days) || 14 }),
    onSuccess: () => {
      refreshCase(caseId, [item.id]);
      onDone();
    },
  });
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault();
        if (price) save.mutate();
      }}
    >
      <Stack gap="sm">
        {save.error ? <ErrorBox error={save.error} /> : null}
        <Group grow>
          <TextInput
            label={`${t.desk.quote.manualAmount} (${currency})`}
            value={amount}
            onChange={(e) => setAmount(e.currentTarget.value)}
            inputMode="decimal"
            required
          />
          <NumberInput label={t.desk.quote.manualDays} value={days} onChange={setDays} min={1} max={90} />
        </Group>
        <Textarea
          label={t.desk.quote.manualNote}
          value={note}
          onChange={(e) => setNote(e.currentTarget.value)}
          required
          autosize
          minRows={2}
          maxLength={1000}
        />
        <Group gap="xs">
          <Button type="submit" size="xs" loading={save.isPending} disabled={!price}>
            {t.words.save}
          </Button>
          <Button size="xs" variant="default" onClick={onDone}>
            {t.words.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

export function QuotePart({ item, caseId, currency }: { item: CaseItem; caseId: string; currency: string }) {
  const { texts: t, locale } = useSpeech();
  const may = useMay();
  const now = useNow();
  const [manual, setManual] = useState(false);
  const [quote, ...earlier] = item.quotes;
  const canPrice = may('offer.free_price') && item.stage === 'leads';
  const expired = quote?.valid_until ? Date.parse(quote.valid_until) < now && item.stage === 'leads' : false;
  const isRevised = item.quotes.some((one) => one.kind === 'revision');
  return (
    <div className={css.part}>
      {isRevised ? (
        <>
          <h3>{t.revision.history}</h3>
          <OfferHistory
            caseId={caseId}
            itemId={item.id}
            first={item.quotes.find((one) => one.kind !== 'revision')}
            dispute={item.dispute}
          />
        </>
      ) : null}
      <details>
        <summary>
          {isRevised
            ? t.revision.computed
            : quote
              ? nameOf(t.desk.quote.kinds, quote.kind)
              : t.desk.quote.title}{' '}
          <span className="soft small">
            {quote ? (isRevised ? '' : nameOf(t.desk.quote.states, quote.state)) : t.desk.quote.none}
            {quote?.valid_until && item.stage === 'leads'
              ? ` · ${t.desk.quote.validUntil} ${whenText(quote.valid_until, locale)}${expired ? ` (${t.desk.quote.expired})` : ''}`
              : ''}
          </span>
        </summary>
        {quote ? <Sum quote={quote} /> : null}
        {quote?.note && !isRevised ? <p className="soft">{quote.note}</p> : null}
        {earlier.length > 0 && !isRevised ? (
          <details>
            <summary className="small soft">{t.desk.quote.earlier(earlier.length)}</summary>
            {earlier.map((q) => (
              <div key={q.id} className={css.row}>
                <span className="small soft">
                  {nameOf(t.desk.quote.kinds, q.kind)} · {nameOf(t.desk.quote.states, q.state)}
                </span>
                <Amount value={q.price} />
              </div>
            ))}
          </details>
        ) : null}
      </details>
      {manual ? (
        <ManualQuote item={item} caseId={caseId} currency={currency} onDone={() => setManual(false)} />
      ) : null}
      {canPrice && !manual && (quote?.state === 'awaited' || item.price === null || expired) ? (
        <Button size="xs" variant="default" mt={8} onClick={() => setManual(true)}>
          {t.desk.quote.manual}
        </Button>
      ) : null}
    </div>
  );
}
