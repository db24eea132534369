/** A parcel on the bench: an outcome for each device, what nobody announced, then one press. */
import { Button, CloseButton, Group, NumberInput, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { post } from '../../client.ts';
import type { Case, CaseItem, ReceiveInput, ReceiveOutcome } from '../../contract/cases.ts';
import moveCss from '../moves/Moves.module.css';
import { keepCase } from '../moves/run.ts';
import { Place, type Tone } from '../parts/Mark.tsx';
import { ErrorBox } from '../parts/Panel.tsx';
import { refreshCase } from '../shell/live.ts';
import { useTexts } from '../texts.tsx';

const OUTCOMES: readonly ReceiveOutcome[] = ['ok', 'missing', 'wrong', 'empty', 'damaged'];
const TONES: Record<ReceiveOutcome, Tone> = {
  ok: 'green',
  missing: 'red',
  wrong: 'amber',
  empty: 'red',
  damaged: 'amber',
};

/** Devices that can still arrive. */
export function expected(data: Case): CaseItem[] {
  return data.items.filter((i) => i.moves.some((m) => m.move === 'receive'));
}

type Outcomes = Record<string, { outcome: ReceiveOutcome; note: string }>;

export function ReceiveForm({
  data,
  tracking,
  onDone,
  onClose,
}: {
  data: Case;
  tracking?: string;
  onDone: (fresh: Case) => void;
  onClose?: () => void;
}) {
  const t = useTexts();
  const items = expected(data);
  const [outcomes, setOutcomes] = useState<Outcomes>(() =>
    Object.fromEntries(items.map((i) => [i.id, { outcome: 'ok' as const, note: '' }])),
  );
  const [number, setNumber] = useState(
    tracking ?? data.parcels.find((p) => p.direction === 'inbound')?.tracking_number ?? '',
  );
  const [weight, setWeight] = useState<number | string>('');
  const [unexpected, setUnexpected] = useState<string[]>([]);
  const receive = useMutation({
    mutationFn: () => {
      const body: ReceiveInput = {
        ...(number.trim() ? { tracking_number: number.trim() } : {}),
        ...(typeof weight === 'number' ? { weight_grams: weight } : {}),
        items: items.map((i) => {
          const o = outcomes[i.id] ?? { outcome: 'ok' as const, note: '' };
          return { item_id: i.id, outcome: o.outcome, ...(o.note.trim() ? { note: o.note.trim() } : {}) };
        }),
        unexpected: unexpected
          .filter((u) => u.trim())
          .map((description) => ({ description: description.trim() })),
      };
      return post<Case>(`/api/cases/${data.id}/receive`, body);
    },
    onSuccess: (fresh) => {
      keepCase(fresh);
      refreshCase(
        data.id,
        items.map((i) => i.id),
      );
      onDone(fresh);
    },
  });
  const set = (id: string, part: Partial<Outcomes[string]>) =>
    setOutcomes((all) => ({ ...all, [id]: { outcome: 'ok', note: '', ...all[id], ...part } }));
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault();
        receive.mutate();
      }}
    >
      <Stack gap="md">
        {receive.error ? <ErrorBox error={receive.error} /> : null}
        <div className={moveCss.outcomes}>
          {items.map((item) => {
            const now = outcomes[item.id];
            return (
              <section key={item.id} className={moveCss.outcome} aria-label={item.title}>
                <Group justify="space-between" gap="xs">
                  <strong>{item.title}</strong>
                  <span className="small soft num">
                    {item.number} <Place stage={item.stage} status={item.status} />
                  </span>
                </Group>
                <div
                  className={moveCss.choices}
                  role="radiogroup"
                  aria-label={`${t.bench.outcome} ${item.number}`}
                >
                  {OUTCOMES.map((o) => (
                    <button
                      key={o}
                      type="button"
                      role="radio"
                      data-tone={TONES[o]}
                      aria-checked={now?.outcome === o}
                      className={moveCss.choice}
                      onClick={() => set(item.id, { outcome: o })}
                    >
                      {t.bench.outcomes[o]}
                    </button>
                  ))}
                </div>
                {now && now.outcome !== 'ok' ? (
                  <TextInput
                    size="xs"
                    label={t.bench.note}
                    description={t.bench.opensHold}
                    value={now.note}
                    onChange={(e) => set(item.id, { note: e.currentTarget.value })}
                    maxLength={500}
                  />
                ) : null}
              </section>
            );
          })}
          {unexpected.map((text, i) => (
            <Group key={i} gap="xs" align="end" wrap="nowrap">
              <TextInput
                flex={1}
                label={t.bench.unexpectedLabel}
                value={text}
                autoFocus
                maxLength={500}
                onChange={(e) =>
                  setUnexpected(unexpected.map((u, k) => (k === i ? e.currentTarget.value : u)))
                }
              />
              <CloseButton
                aria-label={t.words.remove}
                onClick={() => setUnexpected(unexpected.filter((_, k) => k !== i))}
              />
            </Group>
          ))}
          <Group>
            <Button size="compact-sm" variant="default" onClick={() => setUnexpected([...unexpected, ''])}>
              {t.bench.addUnexpected}
            </Button>
          </Group>
        </div>
        <div className={moveCss.fields}>
          <TextInput
            label={`${t.desk.parcels.tracking} (${t.words.optional})`}
            data-scan="here"
            value={number}
            onChange={(e) => setNumber(e.currentTarget.value)}
            maxLength={40}
          />
          <NumberInput
            label={`${t.bench.weight} (${t.words.optional})`}
            value={weight}
            onChange={setWeight}
            min={1}
            max={100000}
            allowDecimal={false}
            hideControls
          />
        </div>
        <Group justify="flex-end" gap="xs">
          {onClose ? (
            <Button variant="default" onClick={onClose}>
              {t.words.cancel}
            </Button>
          ) : null}
          <Button type="submit" loading={receive.isPending} disabled={items.length === 0}>
            {t.bench.receive(items.length)}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
