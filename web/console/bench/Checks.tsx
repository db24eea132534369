/** What is known of the device on the bench: each check as evidence, the owner's lock, asking again. */
import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get, post } from '../../client.ts';
import type { CheckKind, PreCheck } from '../../contract/checks.ts';
import { ErrorBox, Shown } from '../parts/Panel.tsx';
import { queries } from '../queries.ts';
import { refreshCase } from '../shell/live.ts';
import { useTexts } from '../texts.tsx';
import { CheckLines } from './CheckLine.tsx';
import css from './Checks.module.css';
import { LockQuestion } from './LockQuestion.tsx';
import { ManualCheck } from './ManualCheck.tsx';

const ORDER: readonly CheckKind[] = [
  'number',
  'model',
  'seen_before',
  'block_list',
  'provider',
  'activation_lock',
];

export function checksKey(itemId: string) {
  return ['checks', itemId];
}

function Actions({ found, onKept }: { found: PreCheck; onKept: (fresh: PreCheck) => void }) {
  const { checks: text } = useTexts();
  const [byHand, setByHand] = useState(false);
  const again = useMutation({
    mutationFn: () => post<PreCheck>(`/api/items/${found.item_id}/checks`),
    onSuccess: onKept,
  });
  const isLockKnown = found.current.some((one) => one.kind === 'activation_lock');
  return (
    <>
      {again.error ? <ErrorBox error={again.error} /> : null}
      <LockQuestion itemId={found.item_id} brand={found.brand} isOpen={!isLockKnown} onKept={onKept} />
      {byHand ? (
        <ManualCheck itemId={found.item_id} onKept={onKept} onClose={() => setByHand(false)} />
      ) : (
        <div className={css.bar}>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconRefresh size={15} />}
            loading={again.isPending}
            onClick={() => again.mutate()}
          >
            {text.again}
          </Button>
          <Button size="xs" variant="subtle" onClick={() => setByHand(true)}>
            {text.manual.open}
          </Button>
        </div>
      )}
    </>
  );
}

type ChecksProps = {
  itemId: string;
  caseId: string;
  editable: boolean;
  /** The pre-check is behind it: where nothing was found, the bench has other things to look at. */
  isPast: boolean;
};

export function Checks({ itemId, caseId, editable, isPast }: ChecksProps) {
  const { checks: text } = useTexts();
  const query = useQuery({
    queryKey: checksKey(itemId),
    queryFn: ({ signal }) => get<PreCheck>(`/api/items/${itemId}/checks`, undefined, signal),
    // While a provider is being asked, its answer is looked for.
    refetchInterval: (q) => (q.state.data?.waiting ? 2_000 : false),
  });
  const keep = (fresh: PreCheck) => {
    queries.setQueryData(checksKey(itemId), fresh);
    refreshCase(caseId, [itemId]);
  };
  return (
    <Shown query={query} rows={3}>
      {(found) => {
        const lines = found.current.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
        // Where nobody works at them any more and nothing was found, the checks are history.
        const isDone =
          (isPast || !editable) && lines.length > 0 && lines.every((one) => one.verdict !== 'hit');
        const actions = editable ? <Actions found={found} onKept={keep} /> : null;
        const older = found.items.length - lines.length;
        return (
          <section aria-label={text.title} aria-live="polite">
            {lines.length === 0 ? <p className="soft small">{text.intro}</p> : null}
            {isDone ? (
              <details className={css.more}>
                <summary>{text.title}</summary>
                <CheckLines checks={lines} />
                {actions}
              </details>
            ) : (
              <CheckLines checks={lines} />
            )}
            {older > 0 ? (
              <details className={css.more}>
                <summary className="small soft">{text.history(found.items.length)}</summary>
                <CheckLines checks={found.items} />
              </details>
            ) : null}
            {isDone ? null : actions}
          </section>
        );
      }}
    </Shown>
  );
}
