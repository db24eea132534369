/** Why devices may be held: ours, which can be renamed and timed, and the shop's own. */
import { Button, Checkbox, Group, NumberInput, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { patch, post } from '../../client.ts';
import type { HoldReason } from '../../contract/holds.ts';
import { fieldError } from '../parts/fields.ts';
import { Pill } from '../parts/Mark.tsx';
import { ErrorBox, Panel, Shown } from '../parts/Panel.tsx';
import { say } from '../parts/Say.tsx';
import { queries } from '../queries.ts';
import { useMay } from '../session/me.ts';
import { useSpeech, useTexts } from '../texts.tsx';
import { useReasons } from './hold-data.ts';
import css from './Holds.module.css';
import own from './RuleEditor.module.css';

const NEW: HoldReason = {
  id: '',
  status: 'general',
  ours: false,
  version: 0,
  labels: { en: '', nl: '', de: '', fr: '', es: '' },
  due_days: 2,
  asks_customer: false,
  blocks_leaving: false,
  active: true,
};

type FormProps = { reason: HoldReason; onDone?: () => void };

/** Saves a new reason, or the changes of one that is there. */
function useSaving(reason: HoldReason, draft: HoldReason, onDone?: () => void) {
  const t = useTexts();
  return useMutation({
    mutationFn: () => {
      const { labels, due_days, asks_customer, blocks_leaving, active } = draft;
      const fields = { labels, due_days, asks_customer, blocks_leaving, active };
      return reason.version === 0
        ? post<HoldReason>('/api/hold-reasons', { id: draft.id, ...fields })
        : patch<HoldReason>(`/api/hold-reasons/${reason.id}`, fields, reason.version);
    },
    onSuccess: async () => {
      say(t.holds.saved);
      await queries.invalidateQueries({ queryKey: ['hold-reasons'] });
      onDone?.();
    },
  });
}

type DraftProps = { draft: HoldReason; onChange: (draft: HoldReason) => void };

function Labels({ draft, onChange }: DraftProps) {
  const t = useTexts();
  const may = useMay()('settings.edit');
  return Object.entries(t.workflow.languages).map(([locale, language]) => (
    <TextInput
      key={locale}
      label={`${t.holds.label}: ${language}`}
      value={draft.labels[locale] ?? ''}
      onChange={(e) => onChange({ ...draft, labels: { ...draft.labels, [locale]: e.currentTarget.value } })}
      required
      maxLength={80}
      disabled={!may}
    />
  ));
}

/** What a hold of this reason does; of ours, only the days can be changed. */
function Effects({ draft, onChange }: DraftProps) {
  const t = useTexts();
  const may = useMay()('settings.edit');
  const fixed = !may || draft.ours;
  return (
    <>
      <NumberInput
        label={t.holds.dueDays}
        value={draft.due_days}
        onChange={(v) => onChange({ ...draft, due_days: typeof v === 'number' ? v : draft.due_days })}
        min={1}
        max={90}
        allowDecimal={false}
        disabled={!may}
      />
      <Checkbox
        label={t.holds.asks}
        checked={draft.asks_customer}
        onChange={(e) => onChange({ ...draft, asks_customer: e.currentTarget.checked })}
        disabled={fixed}
      />
      <Checkbox
        label={t.holds.blocks}
        checked={draft.blocks_leaving}
        onChange={(e) => onChange({ ...draft, blocks_leaving: e.currentTarget.checked })}
        disabled={fixed}
      />
      <Checkbox
        label={t.holds.active}
        checked={draft.active}
        onChange={(e) => onChange({ ...draft, active: e.currentTarget.checked })}
        disabled={fixed}
      />
    </>
  );
}

function ReasonForm({ reason, onDone }: FormProps) {
  const t = useTexts();
  const may = useMay()('settings.edit');
  const [draft, setDraft] = useState(reason);
  const save = useSaving(reason, draft, onDone);
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault();
        save.mutate();
      }}
    >
      <div className={css.fields}>
        {reason.version === 0 ? (
          <TextInput
            label={t.holds.reasonId}
            value={draft.id}
            error={fieldError(save.error, 'id')}
            onChange={(e) => setDraft({ ...draft, id: e.currentTarget.value.toLowerCase() })}
            pattern="[a-z][a-z0-9_]{1,39}"
            required
          />
        ) : null}
        <Labels draft={draft} onChange={setDraft} />
        <Effects draft={draft} onChange={setDraft} />
      </div>
      {save.error && !fieldError(save.error, 'id') ? <ErrorBox error={save.error} /> : null}
      {may ? (
        <Group gap="xs" mt="md">
          <Button type="submit" loading={save.isPending}>
            {t.words.save}
          </Button>
          {onDone ? (
            <Button variant="default" onClick={onDone}>
              {t.words.cancel}
            </Button>
          ) : null}
        </Group>
      ) : null}
    </form>
  );
}

/** A reason in a line; opened, its fields. */
function Reason({ reason }: { reason: HoldReason }) {
  const { texts: t, locale } = useSpeech();
  const facts = [
    `${t.holds.dueDays}: ${reason.due_days}`,
    reason.asks_customer ? t.holds.asks : '',
    reason.blocks_leaving ? t.holds.blocks : '',
    reason.ours ? t.holds.ours : '',
  ].filter((one) => one !== '');
  return (
    <li className={css.rule}>
      <details className={own.reason}>
        <summary>
          <strong>{reason.labels[locale] ?? reason.id}</strong>{' '}
          {reason.active ? null : (
            <Pill tone="grey" dot={false}>
              {t.holds.ruleEditor.off}
            </Pill>
          )}
          <br />
          <span className="small soft">{facts.join(' · ')}</span>
        </summary>
        <ReasonForm reason={reason} />
      </details>
    </li>
  );
}

export function ReasonsSettings() {
  const t = useTexts();
  const may = useMay()('settings.edit');
  const reasons = useReasons();
  const [adding, setAdding] = useState(false);
  return (
    <Panel title={t.holds.reasons}>
      <p className={`small soft ${own.intro}`}>{t.holds.reasonsIntro}</p>
      <Shown query={reasons}>
        {(data) => (
          <Stack gap="md">
            <ul className={css.list}>
              {data.items.map((reason) => (
                <Reason key={`${reason.id} ${reason.version}`} reason={reason} />
              ))}
              {adding ? (
                <li className={css.rule}>
                  <ReasonForm reason={NEW} onDone={() => setAdding(false)} />
                </li>
              ) : null}
            </ul>
            {may && !adding ? (
              <div>
                <Button variant="default" onClick={() => setAdding(true)}>
                  {t.holds.addReason}
                </Button>
              </div>
            ) : null}
          </Stack>
        )}
      </Shown>
    </Panel>
  );
}
