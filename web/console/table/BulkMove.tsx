/** One move for many items: choose it, see who could make it, then do it; what failed stays listed with its reason. */
import { Button, Group, Modal, NativeSelect, Stack, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { post } from '../../client.ts';
import type { BulkAnswer, ItemRow, WorkflowMove } from '../../contract/cases.ts';
import { useWorkflows } from '../moves/workflows.ts';
import { nameOf } from '../parts/format.ts';
import { ErrorBox, Note } from '../parts/Panel.tsx';
import { whyRefused } from '../parts/refusal.ts';
import { refreshFor } from '../shell/live.ts';
import { useTexts } from '../texts.tsx';
import css from './Table.module.css';

type BulkProps = { items: ItemRow[]; onClose: () => void; onDone: () => void };

function Failed({ answer, items }: { answer: BulkAnswer; items: ItemRow[] }) {
  const t = useTexts();
  const number = (id: string) => items.find((i) => i.id === id)?.number ?? id;
  return (
    <ul className={css.failed}>
      {answer.failed.map((f) => (
        <li key={f.item_id}>
          <strong className="num">{number(f.item_id)}</strong>
          <span>{whyRefused(t.refusals, f)}</span>
        </li>
      ))}
    </ul>
  );
}

export function BulkMove({ items, onClose, onDone }: BulkProps) {
  const t = useTexts();
  const [kept] = useState(items);
  const workflows = useWorkflows();
  const ids = new Set(kept.map((i) => i.workflow_id));
  const moves = new Map<string, WorkflowMove>();
  for (const w of workflows.data ?? [])
    if (ids.has(w.id))
      for (const m of w.moves)
        if (!m.form && !m.auto && m.id !== 'create' && m.id !== 'lapse')
          moves.set(m.id, moves.get(m.id)?.reason === 'required' ? (moves.get(m.id) ?? m) : m);
  const [move, setMove] = useState('');
  const [reason, setReason] = useState('');
  const chosen = moves.get(move);
  const send = (dry: boolean) =>
    post<BulkAnswer>('/api/bulk-moves', {
      move,
      reason: reason.trim() || null,
      dry_run: dry,
      items: kept.map((i) => ({ item_id: i.id, seq: i.seq })),
    });
  const check = useMutation({ mutationFn: () => send(true) });
  const go = useMutation({
    mutationFn: () => send(false),
    onSuccess: (answer) => {
      const done = kept.filter((i) => answer.done.includes(i.id));
      refreshFor(
        done.map((i) => ({
          case_id: i.case_id,
          item_id: i.id,
          reference: i.reference,
          move,
          actor_id: null,
          at: '',
        })),
      );
      onDone();
    },
  });
  const answer = go.data ?? check.data;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.table.bulkTitle(kept.length)}
      size="lg"
      closeButtonProps={{ 'aria-label': t.words.close }}
    >
      <Stack gap="md">
        {go.data ? null : (
          <>
            <NativeSelect
              label={t.table.bulkMove}
              value={move}
              onChange={(e) => {
                setMove(e.currentTarget.value);
                check.reset();
              }}
              data={[
                { value: '', label: '…' },
                ...[...moves.keys()].map((id) => ({ value: id, label: nameOf(t.workflow.moves, id) })),
              ]}
              data-autofocus
            />
            {chosen && chosen.reason && chosen.reason !== 'none' ? (
              <Textarea
                label={t.table.bulkReason}
                value={reason}
                required={chosen.reason === 'required'}
                onChange={(e) => setReason(e.currentTarget.value)}
                autosize
                minRows={2}
                maxLength={1000}
              />
            ) : null}
          </>
        )}
        {check.error ? <ErrorBox error={check.error} /> : null}
        {go.error ? <ErrorBox error={go.error} /> : null}
        {answer ? (
          <div role="status">
            <Note tone={answer.failed.length > 0 ? 'warn' : 'good'}>
              {go.data ? t.table.done(answer.done.length) : t.table.canGo(answer.done.length)}
              {answer.failed.length > 0
                ? ` · ${go.data ? t.table.failed(answer.failed.length) : t.table.cannotGo(answer.failed.length)}`
                : ''}
            </Note>
            <Failed answer={answer} items={kept} />
          </div>
        ) : null}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {go.data ? t.words.close : t.words.cancel}
          </Button>
          {go.data ? null : check.data && check.data.done.length > 0 ? (
            <Button loading={go.isPending} onClick={() => go.mutate()}>
              {t.table.go(check.data.done.length)}
            </Button>
          ) : (
            <Button
              loading={check.isPending}
              disabled={!move || (chosen?.reason === 'required' && !reason.trim())}
              onClick={() => check.mutate()}
            >
              {t.table.dryRun}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}
