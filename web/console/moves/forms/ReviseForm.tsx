/** A revised offer: filled from the inspection, priced as it is typed, shown as the seller will see it. */
import { Button, Chip, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get, post, problemOf } from '../../../client.ts';
import type { Case } from '../../../contract/cases.ts';
import type { LivePrice, RevisionDraft } from '../../../contract/revision.ts';
import { fieldError } from '../../parts/fields.ts';
import { readAmount } from '../../parts/format.ts';
import { ErrorBox, Note, Waiting } from '../../parts/Panel.tsx';
import { whyRefused } from '../../parts/refusal.ts';
import { PhotoChoice } from '../../photos/PhotoChoice.tsx';
import css from '../../photos/Photos.module.css';
import { ShownOffer } from '../../revision/Shown.tsx';
import { queries } from '../../queries.ts';
import { refreshCase } from '../../shell/live.ts';
import { useSpeech, useTexts } from '../../texts.tsx';
import { keepCase } from '../run.ts';
import type { FormProps } from './form-props.ts';

type FilledProps = FormProps & { draft: RevisionDraft };

function useLive(draft: RevisionDraft, itemId: string, variantId: string, answers: Record<string, string>) {
  return useQuery({
    queryKey: ['revision-price', itemId, variantId, answers],
    queryFn: () =>
      post<LivePrice>(`/api/items/${itemId}/revision-price`, { variant_id: variantId || null, answers }),
    initialData: draft.live,
    initialDataUpdatedAt: 0,
    placeholderData: (last) => last,
  });
}

function Found({
  draft,
  variantId,
  setVariant,
  answers,
  setAnswers,
}: {
  draft: RevisionDraft;
  variantId: string;
  setVariant: (id: string) => void;
  answers: Record<string, string>;
  setAnswers: (answers: Record<string, string>) => void;
}) {
  const { texts: t, locale } = useSpeech();
  return (
    <details open={draft.live.differences.length === 0}>
      <summary>{t.revision.change}</summary>
      <Stack gap="xs" mt="xs">
        {draft.variants.length > 1 ? (
          <NativeSelect
            label={t.revision.device}
            value={variantId}
            onChange={(e) => setVariant(e.currentTarget.value)}
            data={draft.variants.map((v) => ({ value: v.id, label: v.title }))}
          />
        ) : null}
        {draft.questions.map((q) => {
          const told = q.answers.find((a) => a.key === draft.told.answers[q.key])?.label[locale];
          return (
            <NativeSelect
              key={q.key}
              label={q.label[locale]}
              description={told ? t.revision.saidSo(told) : undefined}
              value={answers[q.key] ?? ''}
              onChange={(e) => setAnswers({ ...answers, [q.key]: e.currentTarget.value })}
              data={q.answers
                .filter((a) => !a.unsure || a.key === draft.told.answers[q.key])
                .map((a) => ({ value: a.key, label: a.label[locale] ?? a.key }))}
            />
          );
        })}
      </Stack>
    </details>
  );
}

function Filled({ data, item, draft, onClose }: FilledProps) {
  const t = useTexts();
  const [variantId, setVariant] = useState(draft.found.variant_id ?? '');
  const [answers, setAnswers] = useState(draft.found.answers);
  const [chosen, setChosen] = useState<string[] | null>(null);
  const [photos, setPhotos] = useState(draft.photo_ids.slice(0, 20));
  const [note, setNote] = useState('');
  const [amount, setAmount] = useState('');
  const [why, setWhy] = useState('');
  const { data: live } = useLive(draft, item.id, variantId, answers);
  const reasons = chosen ?? live.reasons;
  const free = readAmount(amount, draft.currency);
  const save = useMutation({
    mutationFn: () =>
      post<Case>(`/api/items/${item.id}/revisions`, {
        variant_id: variantId || null,
        answers,
        reasons,
        photo_ids: photos,
        note: note.trim() || null,
        free_price: free ? { price: free, reason: why.trim() } : null,
        seq: draft.seq,
      }),
    onSuccess: (fresh) => {
      keepCase(fresh);
      void queries.invalidateQueries({ queryKey: ['revisions', data.id] });
      refreshCase(data.id, [item.id]);
      onClose();
    },
  });
  const price = free ?? live.price;
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault();
        save.mutate();
      }}
    >
      <Stack gap="md">
        {save.error ? <ErrorBox error={save.error} /> : null}
        {draft.replaces_id ? <Note tone="warn">{t.revision.replaces}</Note> : null}
        <Found
          draft={draft}
          variantId={variantId}
          setVariant={setVariant}
          answers={answers}
          setAnswers={setAnswers}
        />
        {live.refused && !free ? <Note tone="warn">{whyRefused(t.refusals, live.refused)}</Note> : null}
        <fieldset className={css.choice}>
          <legend>{t.revision.reasonsLabel}</legend>
          <Chip.Group multiple value={reasons} onChange={setChosen}>
            <Group gap="xs">
              {Object.entries(t.revision.reasons).map(([code, name]) => (
                <Chip key={code} value={code} size="xs">
                  {name}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
          {fieldError(save.error, 'reasons') ? (
            <p className={`${css.fault} small`}>{fieldError(save.error, 'reasons')}</p>
          ) : null}
        </fieldset>
        <PhotoChoice
          itemId={item.id}
          value={photos}
          onChange={setPhotos}
          error={fieldError(save.error, 'photo_ids')}
        />
        <Textarea
          label={`${t.revision.note} (${t.words.optional})`}
          value={note}
          onChange={(e) => setNote(e.currentTarget.value)}
          maxLength={1000}
          autosize
          minRows={2}
          error={fieldError(save.error, 'note')}
        />
        {draft.may_name_price ? (
          <details>
            <summary>{t.revision.free}</summary>
            <Group grow mt="xs">
              <TextInput
                label={`${t.revision.freePrice} (${draft.currency})`}
                value={amount}
                inputMode="decimal"
                onChange={(e) => setAmount(e.currentTarget.value)}
                error={fieldError(save.error, 'free_price.price')}
              />
              <TextInput
                label={t.revision.freeReason}
                value={why}
                maxLength={1000}
                required={free !== null}
                onChange={(e) => setWhy(e.currentTarget.value)}
                error={fieldError(save.error, 'free_price.reason')}
              />
            </Group>
          </details>
        ) : null}
        <section aria-label={t.revision.preview} aria-live="polite">
          <h3>{t.revision.preview}</h3>
          <ShownOffer
            differences={live.differences}
            reasons={reasons}
            note={note.trim() || null}
            photos={photos}
            before={draft.before}
            price={price}
          />
          <p className="soft small">
            {t.revision.silent(draft.answer_days, t.workflow.silence[draft.silence])}
          </p>
        </section>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t.words.cancel}
          </Button>
          <Button type="submit" loading={save.isPending} disabled={!price} data-autofocus>
            {t.revision.send}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Sends a revised offer for one device. In the common case everything is there and one press sends it. */
export function ReviseForm(props: FormProps) {
  const { item } = props;
  const draft = useQuery({
    queryKey: ['revision-draft', item.id, item.seq],
    queryFn: () => get<RevisionDraft>(`/api/items/${item.id}/revision-draft`),
    staleTime: Infinity,
    gcTime: 0,
    retry: (count, error) => problemOf(error) === null && count < 2,
  });
  if (draft.error) return <ErrorBox error={draft.error} retry={() => void draft.refetch()} />;
  return draft.data ? <Filled key={item.seq} {...props} draft={draft.data} /> : <Waiting />;
}
