import { Button, Checkbox, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { PayoutRow } from '../../contract/money.ts';
import { dayText, hasAccount } from '../parts/format.ts';
import { Ago, Amount, Pill } from '../parts/Mark.tsx';
import { DataTable, endCell } from '../parts/Panel.tsx';
import { useMay } from '../session/me.ts';
import { useNow } from '../parts/now.ts';
import { useSpeech } from '../texts.tsx';

export type Act = 'submit' | 'paid' | 'failed' | 'release';
type TableProps = {
  rows: PayoutRow[];
  state: string;
  chosen: ReadonlySet<string>;
  onChoose: ((chosen: ReadonlySet<string>) => void) | null;
  onAct: (act: Act, row: PayoutRow) => void;
};

function Acts({ row, onAct }: { row: PayoutRow; onAct: TableProps['onAct'] }) {
  const { texts: t } = useSpeech();
  const may = useMay();
  const button = (act: Act, text: string, strong = false) => (
    <Button
      key={act}
      size="compact-sm"
      variant={strong ? 'filled' : 'default'}
      onClick={() => onAct(act, row)}
      aria-label={`${text} ${row.name}`}
    >
      {text}
    </Button>
  );
  const local = row.kind === 'cash' || row.kind === 'store_credit';
  const buttons = [];
  if (row.state === 'ready' && row.needs_release && !row.released_by && may('payout.submit'))
    buttons.push(button('release', t.money.release, true));
  else if (row.state === 'ready') {
    if (local && may('payout.settle')) buttons.push(button('paid', t.money.pay, true));
    if (!local && may('payout.submit')) buttons.push(button('submit', t.money.submit));
    if (!local && may('payout.settle')) buttons.push(button('paid', t.money.paid));
  }
  if (row.state === 'submitted' && may('payout.settle'))
    buttons.push(button('paid', t.money.paid, true), button('failed', t.money.failed));
  return (
    <Group gap={6} justify="flex-end" wrap="nowrap">
      {buttons}
    </Group>
  );
}

function Row({ row, chosen, onChoose, onAct }: { row: PayoutRow } & Omit<TableProps, 'rows' | 'state'>) {
  const { texts: t, locale } = useSpeech();
  const now = useNow();
  const waits = row.not_before !== null && Date.parse(row.not_before) > now;
  return (
    <tr>
      {onChoose ? (
        <td>
          <Checkbox
            size="xs"
            aria-label={t.money.select(row.name)}
            checked={chosen.has(row.id)}
            onChange={() => {
              const next = new Set(chosen);
              if (!next.delete(row.id)) next.add(row.id);
              onChoose(next);
            }}
          />
        </td>
      ) : null}
      <td>
        <Link to="/cases/$ref" params={{ ref: row.reference }} className="num">
          {row.name}
        </Link>
        <div className="small soft">{row.items.map((i) => i.title).join(', ')}</div>
      </td>
      <td>{row.customer_name}</td>
      <td>
        {t.workflow.payoutKinds[row.kind]}{' '}
        {hasAccount(row.kind) ? <span className="mono small">{row.masked}</span> : null}
        {row.holder && row.holder !== row.customer_name ? (
          <div className="small soft">{row.holder}</div>
        ) : null}
        {row.needs_release && !row.released_by && row.state === 'ready' ? (
          <Pill tone="amber">{t.money.needsRelease}</Pill>
        ) : null}
        {waits && row.not_before ? (
          <Pill tone="amber">{t.money.notBefore(dayText(row.not_before, locale))}</Pill>
        ) : null}
        {row.failure ? (
          <div className="small" style={{ color: 'var(--red)' }}>
            {row.failure}
          </div>
        ) : null}
        {row.batch_number ? <div className="small soft num">{t.money.inBatch(row.batch_number)}</div> : null}
      </td>
      <td className={endCell}>
        <Amount value={row.amount} strong />
      </td>
      <td>
        {row.transaction_reference ? (
          <span className="mono small">{row.transaction_reference}</span>
        ) : (
          <Ago at={row.created_at} />
        )}
      </td>
      <td>
        {row.state === 'failed' ? (
          <Link to="/cases/$ref" params={{ ref: row.reference }}>
            {t.money.correct}
          </Link>
        ) : (
          <Acts row={row} onAct={onAct} />
        )}
      </td>
    </tr>
  );
}

export function PayoutTable(props: TableProps) {
  const { texts: t } = useSpeech();
  const { rows, state, chosen, onChoose } = props;
  const all = rows.every((r) => chosen.has(r.id));
  return (
    <DataTable
      label={t.money.title}
      head={
        <>
          {onChoose ? (
            <th>
              <Checkbox
                size="xs"
                aria-label={t.table.selectAll}
                checked={all}
                indeterminate={!all && chosen.size > 0}
                onChange={() => onChoose(all ? new Set() : new Set(rows.map((r) => r.id)))}
              />
            </th>
          ) : null}
          <th>{t.money.payout}</th>
          <th>{t.money.customer}</th>
          <th>{t.money.account}</th>
          <th className={endCell}>{t.money.amount}</th>
          <th>{state === 'paid' ? t.money.reference : t.money.created}</th>
          <th>
            <span className="hidden-visually">{t.words.actions}</span>
          </th>
        </>
      }
    >
      {rows.map((row) => (
        <Row key={row.id} row={row} chosen={chosen} onChoose={onChoose} onAct={props.onAct} />
      ))}
    </DataTable>
  );
}
