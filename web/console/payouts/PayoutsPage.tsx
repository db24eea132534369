/** The payout queue: ready, submitted, failed, paid. */
import { Button, Modal, NativeSelect, Tabs, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { get } from '../../client.ts';
import type { PayoutKind } from '../../contract/cases.ts';
import type { PayoutRow } from '../../contract/money.ts';
import type { List } from '../../contract/session.ts';
import { moneyText } from '../parts/format.ts';
import { More } from '../parts/More.tsx';
import { Empty, ErrorBox, Note, Page, Panel, Waiting } from '../parts/Panel.tsx';
import { useMay, useMe } from '../session/me.ts';
import { useSpeech } from '../texts.tsx';
import { Batches } from './Batches.tsx';
import { BatchDialog } from './BatchDialog.tsx';
import { FailForm, PaidForm, ReleaseForm, SubmitForm } from './PayoutForms.tsx';
import { PayoutTable, type Act } from './PayoutTable.tsx';

const STATES = ['ready', 'submitted', 'failed', 'paid'] as const;
type State = (typeof STATES)[number];
const KINDS: readonly PayoutKind[] = ['bank', 'paypal', 'store_credit', 'cash'];

function usePayouts(state: State, kind: string, q: string) {
  return useInfiniteQuery({
    queryKey: ['payouts', state, kind, q],
    queryFn: ({ pageParam, signal }) =>
      get<List<PayoutRow>>('/api/payouts', { state, kind, q, cursor: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor,
    placeholderData: keepPreviousData,
  });
}

/** The dialog of one payout's act. */
function ActDialog({ asked, onClose }: { asked: { act: Act; row: PayoutRow }; onClose: () => void }) {
  const { texts: t } = useSpeech();
  const { act, row } = asked;
  const titles: Record<Act, string> = {
    submit: t.money.submitTitle,
    paid: t.money.paidTitle,
    failed: t.money.failTitle,
    release: t.money.release,
  };
  const Form = { submit: SubmitForm, paid: PaidForm, failed: FailForm, release: ReleaseForm }[act];
  return (
    <Modal
      opened
      onClose={onClose}
      title={`${titles[act]} · ${row.name}`}
      closeButtonProps={{ 'aria-label': t.words.close }}
    >
      <Form payout={row} onDone={onClose} />
    </Modal>
  );
}

export function PayoutsPage() {
  const { texts: t, locale } = useSpeech();
  const may = useMay();
  const me = useMe();
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const state = STATES.find((s) => s === search['state']) ?? 'ready';
  const kind = search['kind'] ?? '';
  const [q, setQ] = useState(search['q'] ?? '');
  const [asked] = useDebouncedValue(q.trim(), 200);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [act, setAct] = useState<{ act: Act; row: PayoutRow } | null>(null);
  const [batch, setBatch] = useState<'selected' | 'all' | null>(null);
  const query = usePayouts(state, kind, asked);
  const rows = query.data?.pages.flatMap((p) => p.items) ?? [];
  const picked = rows.filter((r) => chosen.has(r.id));
  const go = (part: Record<string, string>) =>
    void navigate({ to: '/payouts', search: { ...search, ...part }, replace: true });
  useEffect(() => setChosen(new Set()), [state, kind, asked]);
  const byCurrency = Map.groupBy(picked, (r) => r.amount.currency);
  const totals = [...byCurrency]
    .map(([currency, list]) =>
      moneyText({ minor: list.reduce((a, r) => a + r.amount.minor, 0), currency }, locale),
    )
    .join(' + ');
  const mayBatch = state === 'ready' && may('payout.submit');
  return (
    <Page
      title={t.money.title}
      intro={t.money.intro}
      actions={
        mayBatch ? (
          <Button variant="default" onClick={() => setBatch('all')}>
            {t.money.batchAll}
          </Button>
        ) : undefined
      }
    >
      {me?.money_locked ? (
        <Note tone="warn">
          {t.money.locked} <Link to="/profile">{t.profile.title}</Link>
        </Note>
      ) : null}
      <Panel bare>
        <Tabs value={state} onChange={(v) => go({ state: v ?? 'ready' })} keepMounted={false}>
          <Tabs.List px={12}>
            {STATES.map((s) => (
              <Tabs.Tab key={s} value={s}>
                {t.money.tabs[s]}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value={state}>
            <div
              style={{
                display: 'flex',
                gap: 8,
                flexWrap: 'wrap',
                padding: '10px 12px',
                alignItems: 'center',
              }}
            >
              <TextInput
                size="xs"
                aria-label={t.money.find}
                placeholder={t.money.find}
                value={q}
                onChange={(e) => setQ(e.currentTarget.value)}
                w={220}
              />
              <NativeSelect
                size="xs"
                aria-label={t.money.kind}
                value={kind}
                onChange={(e) => go({ kind: e.currentTarget.value })}
                data={[
                  { value: '', label: t.money.allKinds },
                  ...KINDS.map((k) => ({ value: k, label: t.workflow.payoutKinds[k] })),
                ]}
              />
              {picked.length > 0 ? (
                <>
                  <strong className="num">{t.money.selected(picked.length, totals)}</strong>
                  <Button size="xs" onClick={() => setBatch('selected')}>
                    {t.money.batch}
                  </Button>
                </>
              ) : null}
            </div>
            {query.error && !query.data ? (
              <ErrorBox error={query.error} retry={() => void query.refetch()} />
            ) : null}
            {query.isPending ? (
              <div style={{ padding: 16 }}>
                <Waiting rows={6} />
              </div>
            ) : null}
            {query.isSuccess && rows.length === 0 ? <Empty>{t.money.empty[state]}</Empty> : null}
            {rows.length > 0 ? (
              <PayoutTable
                rows={rows}
                state={state}
                chosen={chosen}
                onChoose={mayBatch ? setChosen : null}
                onAct={(a, row) => setAct({ act: a, row })}
              />
            ) : null}
            <More of={query} />
          </Tabs.Panel>
        </Tabs>
      </Panel>
      <Batches />
      {act ? <ActDialog asked={act} onClose={() => setAct(null)} /> : null}
      {batch ? (
        <BatchDialog
          rows={batch === 'selected' ? picked : null}
          onClose={() => setBatch(null)}
          onMade={() => setChosen(new Set())}
        />
      ) : null}
    </Page>
  );
}
