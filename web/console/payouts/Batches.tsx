import { useQuery } from '@tanstack/react-query';
import { get } from '../../client.ts';
import type { Batch } from '../../contract/money.ts';
import type { List } from '../../contract/session.ts';
import { Ago, Amount } from '../parts/Mark.tsx';
import { DataTable, endCell, Panel } from '../parts/Panel.tsx';
import { useMay } from '../session/me.ts';
import { useTexts } from '../texts.tsx';
import { fileOf } from './BatchDialog.tsx';

/** Batches made before, with their files. */
export function Batches() {
  const t = useTexts();
  const may = useMay();
  const query = useQuery({
    queryKey: ['batches'],
    queryFn: ({ signal }) => get<List<Batch>>('/api/payout-batches', undefined, signal),
  });
  if (!query.data || query.data.items.length === 0) return null;
  return (
    <Panel title={t.money.batches} bare>
      <DataTable
        label={t.money.batches}
        head={
          <>
            <th>{t.money.batchTitle}</th>
            <th className={endCell}>{t.money.amount}</th>
            <th>{t.money.created}</th>
            <th>
              <span className="hidden-visually">{t.words.download}</span>
            </th>
          </>
        }
      >
        {query.data.items.map((b) => (
          <tr key={b.batch_id}>
            <td className="num">
              {b.number} · {b.count}
            </td>
            <td className={endCell}>
              <Amount value={b.total} />
            </td>
            <td>
              <Ago at={b.created_at} />
            </td>
            <td>
              {may('payout.submit') && b.pending === 0 && b.count > 0 ? (
                <a href={fileOf(b)}>{t.words.download}</a>
              ) : null}
            </td>
          </tr>
        ))}
      </DataTable>
    </Panel>
  );
}
