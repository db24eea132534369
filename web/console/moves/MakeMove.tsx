/** The dialog of a move that needs more than a press: its form, or a reason. Typed text survives a stale refusal. */
import { Button, Checkbox, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { get, problemOf } from '../../client.ts';
import type { Case, CaseItem, MoveOffer } from '../../contract/cases.ts';
import { nameOf } from '../parts/format.ts';
import { ErrorBox, Note, Waiting } from '../parts/Panel.tsx';
import { useTexts } from '../texts.tsx';
import { placeText } from './ChooseMove.tsx';
import { useMakeMove } from './run.ts';

const MoveForms = lazy(() => import('./forms/MoveForms.tsx').then((m) => ({ default: m.MoveForms })));

type MakeProps = { data: Case; item: CaseItem; offer: MoveOffer; onClose: () => void };

function ReasonForm({ data: first, item: firstItem, offer, onClose }: MakeProps) {
  const t = useTexts();
  const [reason, setReason] = useState('');
  const [all, setAll] = useState(false);
  const move = useMakeMove(true);
  const stale = problemOf(move.error)?.status === 409;
  const live = useQuery({
    queryKey: ['case', first.id],
    queryFn: () => get<Case>(`/api/cases/${first.id}`),
    initialData: first,
    staleTime: 0,
    enabled: stale,
  });
  const item = live.data.items.find((i) => i.id === firstItem.id) ?? firstItem;
  const moved = item.seq !== firstItem.seq;
  const now = item.moves.find((m) => m.move === offer.move && !m.refused);
  const others = live.data.items.filter(
    (i) => i.id !== item.id && i.moves.some((m) => m.move === offer.move && !m.refused),
  );
  const items = all ? [item, ...others] : [item];
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault();
        move.mutate({ data: live.data, items, offer: now ?? offer, reason }, { onSuccess: onClose });
      }}
    >
      <Stack gap="md">
        <p className="soft">
          {item.number} · {item.title}. {offer.to === 'resume' ? '' : t.desk.moves.to(placeText(t, offer.to))}
        </p>
        {move.error ? <ErrorBox error={move.error} /> : null}
        {moved ? (
          <Note tone="warn">
            {t.desk.moves.changed(
              item.number,
              placeText(t, `${firstItem.stage}/${firstItem.status}`),
              placeText(t, `${item.stage}/${item.status}`),
            )}{' '}
            {now ? t.errors.staleKept : t.desk.moves.gone}
          </Note>
        ) : null}
        {offer.reason === 'none' ? null : (
          <Textarea
            label={t.desk.moves.reason}
            description={t.desk.moves.reasonHelp}
            value={reason}
            onChange={(e) => setReason(e.currentTarget.value)}
            required={offer.reason === 'required'}
            minRows={2}
            autosize
            maxLength={1000}
            data-autofocus
          />
        )}
        {others.length > 0 ? (
          <Checkbox
            checked={all}
            onChange={(e) => setAll(e.currentTarget.checked)}
            label={others.length === 1 ? t.desk.moves.siblingOne : t.desk.moves.siblings(others.length)}
          />
        ) : null}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t.words.cancel}
          </Button>
          <Button type="submit" loading={move.isPending} disabled={moved && !now}>
            {nameOf(t.workflow.moves, offer.move)}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

export function MakeMove(props: MakeProps) {
  const t = useTexts();
  const { offer, item, onClose } = props;
  return (
    <Modal
      opened
      onClose={onClose}
      size={offer.form ? 'lg' : 'md'}
      title={`${nameOf(t.workflow.moves, offer.move)} · ${item.number}`}
      closeButtonProps={{ 'aria-label': t.words.close }}
    >
      {offer.form ? (
        <Suspense fallback={<Waiting />}>
          <MoveForms {...props} />
        </Suspense>
      ) : (
        <ReasonForm {...props} />
      )}
    </Modal>
  );
}
