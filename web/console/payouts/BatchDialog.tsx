/** A CSV batch of bank payouts: confirmed with count and total, followed until its file is there. */
import { Button, Modal, Progress, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { get, post } from '../../client.ts';
import type { Batch, PayoutRow } from '../../contract/money.ts';
import { Ask } from '../parts/Ask.tsx';
import { moneyText } from '../parts/format.ts';
import { Note } from '../parts/Panel.tsx';
import { whyRefused } from '../parts/refusal.ts';
import { queries } from '../queries.ts';
import { refreshFor } from '../shell/live.ts';
import { useSpeech } from '../texts.tsx';

type DialogProps = { rows: PayoutRow[] | null; onClose: () => void; onMade: () => void };

export function fileOf(batch: Batch): string {
  return `/api/payout-batches/${batch.batch_id}/file.csv`;
}

function Made({ first }: { first: Batch }) {
  const { texts: t, locale } = useSpeech();
  const query = useQuery({
    queryKey: ['batch', first.batch_id],
    queryFn: () => get<Batch>(`/api/payout-batches/${first.batch_id}`),
    initialData: first,
    refetchInterval: (q) => ((q.state.data?.pending ?? 0) > 0 ? 700 : false),
  });
  const batch = query.data;
  return (
    <Stack gap="md" role="status">
      {batch.pending > 0 ? (
        <>
          <p>{t.money.batchRunning(batch.count, batch.pending)}</p>
          <Progress
            animated
            value={(batch.count / Math.max(1, batch.count + batch.pending)) * 100}
            aria-label={t.money.batchTitle}
          />
        </>
      ) : (
        <>
          <Note tone="good">
            {t.money.batchDone(batch.number, batch.count, moneyText(batch.total, locale))}
          </Note>
          {batch.count > 0 ? (
            <Button component="a" href={fileOf(batch)} download>
              {t.money.file}
            </Button>
          ) : null}
        </>
      )}
      {first.skipped && first.skipped.length > 0 ? (
        <div>
          <h3>{t.money.batchSkipped}</h3>
          <ul>
            {first.skipped.map((s) => (
              <li key={s.payout_id}>{whyRefused(t.refusals, s)}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </Stack>
  );
}

export function BatchDialog({ rows, onClose, onMade }: DialogProps) {
  const { texts: t, locale } = useSpeech();
  const bank = rows?.filter((r) => r.kind === 'bank') ?? [];
  const currency = bank[0]?.amount.currency ?? 'EUR';
  const total = moneyText({ minor: bank.reduce((a, r) => a + r.amount.minor, 0), currency }, locale);
  const make = useMutation({
    mutationFn: () =>
      post<Batch>(
        '/api/payouts/batch',
        rows ? { payout_ids: bank.map((r) => r.id) } : { all_ready_bank: true },
      ),
    onSuccess: () => {
      onMade();
      void queries.invalidateQueries({ queryKey: ['payouts'] });
      void queries.invalidateQueries({ queryKey: ['batches'] });
      refreshFor([]);
    },
  });
  if (make.data)
    return (
      <Modal
        opened
        onClose={onClose}
        title={t.money.batchTitle}
        closeButtonProps={{ 'aria-label': t.words.close }}
      >
        <Made first={make.data} />
      </Modal>
    );
  return (
    <Ask
      open
      title={t.money.batchTitle}
      confirm={rows ? t.money.batchGo(total) : t.money.batchGoAll}
      busy={make.isPending}
      disabled={rows !== null && bank.length === 0}
      error={make.error}
      onConfirm={() => make.mutate()}
      onClose={onClose}
    >
      <p>{rows ? t.money.batchText(bank.length, total) : t.money.batchAllText}</p>
      {rows && bank.length < rows.length ? (
        <Note tone="warn">{t.money.batchOnlyBank(rows.length - bank.length)}</Note>
      ) : null}
    </Ask>
  );
}
