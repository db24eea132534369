/** Why devices may be held: ours, which can be renamed and timed, and the shop's own. */
import { Button, Checkbox, NumberInput, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { patch, post } from '../../client.ts';
import type { HoldReason } from '../../contract/holds.ts';
import { ErrorBox, Note, Panel, Shown } from '../parts/Panel.tsx';
import { say } from '../parts/Say.tsx';
import { queries } from '../queries.ts';
import { useMay } from '../session/me.ts';
import { useTexts } from '../texts.tsx';
import { useReasons } from './hold-data.ts';
import css from './Holds.module.css';

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

function Reason({ reason, onDone }: { reason: HoldReason; onDone?: () => void }) {
  const t = useTexts();
  const may = useMay()('settings.edit');
  const isNew = reason.version === 0;
  const [draft, setDraft] = useState(reason);
  const save = useMutation({
    mutationFn: () => {
      const { labels, due_days, asks_customer, blocks_leaving, active } = draft;
      const fields = { labels, due_days, asks_customer, blocks_leaving, active };
      return isNew
        ? post<HoldReason>('/api/hold-reasons', { id: draft.id, ...fields })
        : patch<HoldReason>(`/api/hold-reasons/${reason.id}`, fields, reason.version);
    },
    onSuccess: async () => {
      say(t.holds.saved);
      await queries.invalidateQueries({ queryKey: ['hold-reasons'] });
      onDone?.();
    },
  });
  const fixed = !may || reason.ours;
  return (
    <li className={css.rule}>
      <form
        onSubmit={(e) => {
          e.preventDefault();
          save.mutate();
        }}
      >
        <div className={css.fields}>
          {isNew ? (
            <TextInput
              label={t.holds.reasonId}
              value={draft.id}
              onChange={(e) => setDraft({ ...draft, id: e.currentTarget.value.toLowerCase() })}
              pattern="[a-z][a-z0-9_]{1,39}"
              required
            />
          ) : (
            <p>
              <strong>{reason.id}</strong>{' '}
              {reason.ours ? <span className="small soft">{t.holds.ours}</span> : null}
            </p>
          )}
          {Object.entries(t.workflow.languages).map(([locale, language]) => (
            <TextInput
              key={locale}
              label={`${t.holds.label}: ${language}`}
              value={draft.labels[locale] ?? ''}
              onChange={(e) =>
                setDraft({ ...draft, labels: { ...draft.labels, [locale]: e.currentTarget.value } })
              }
              required
              maxLength={80}
              disabled={!may}
            />
          ))}
          <NumberInput
            label={t.holds.dueDays}
            value={draft.due_days}
            onChange={(v) => setDraft({ ...draft, due_days: typeof v === 'number' ? v : draft.due_days })}
            min={1}
            max={90}
            disabled={!may}
          />
          <Checkbox
            label={t.holds.asks}
            checked={draft.asks_customer}
            onChange={(e) => setDraft({ ...draft, asks_customer: e.currentTarget.checked })}
            disabled={fixed}
          />
          <Checkbox
            label={t.holds.blocks}
            checked={draft.blocks_leaving}
            onChange={(e) => setDraft({ ...draft, blocks_leaving: e.currentTarget.checked })}
            disabled={fixed}
          />
          <Checkbox
            label={t.holds.active}
            checked={draft.active}
            onChange={(e) => setDraft({ ...draft, active: e.currentTarget.checked })}
            disabled={fixed}
          />
          {may ? (
            <Button type="submit" variant="default" loading={save.isPending}>
              {t.words.save}
            </Button>
          ) : null}
        </div>
        {save.error ? <ErrorBox error={save.error} /> : null}
      </form>
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
      <Note>{t.holds.reasonsIntro}</Note>
      <Shown query={reasons}>
        {(data) => (
          <Stack gap="md">
            <ul className={css.list}>
              {data.items.map((reason) => (
                <Reason key={`${reason.id} ${reason.version}`} reason={reason} />
              ))}
              {adding ? <Reason reason={NEW} onDone={() => setAdding(false)} /> : null}
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
