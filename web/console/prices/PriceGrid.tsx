/** The table of a version: a row per device, a price per condition; in a draft each price is a field. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { get } from '../../client.ts';
import type { Condition, PriceRow, PriceVersion } from '../../contract/catalog.ts';
import type { List } from '../../contract/session.ts';
import { Amount } from '../parts/Mark.tsx';
import { More } from '../parts/More.tsx';
import { DataTable, Empty, endCell, ErrorBox, Waiting } from '../parts/Panel.tsx';
import { useTexts } from '../texts.tsx';
import { PriceField } from './PriceField.tsx';

const CONDITIONS: readonly Condition[] = ['flawless', 'good', 'damaged'];

type GridProps = {
  version: PriceVersion;
  editable: boolean;
  filter: { q: string; category: string; priced: string };
};

export function PriceGrid({ version, editable, filter }: GridProps) {
  const t = useTexts();
  const query = useInfiniteQuery({
    queryKey: ['price-grid', version.id, filter],
    queryFn: ({ pageParam, signal }) =>
      get<List<PriceRow>>(
        `/api/price-versions/${version.id}/prices`,
        { ...filter, cursor: pageParam },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor,
    placeholderData: keepPreviousData,
  });
  const rows = query.data?.pages.flatMap((p) => p.items) ?? [];
  if (query.isPending)
    return (
      <div style={{ padding: 16 }}>
        <Waiting rows={10} />
      </div>
    );
  if (query.error && !query.data) return <ErrorBox error={query.error} retry={() => void query.refetch()} />;
  if (rows.length === 0) return <Empty>{t.prices.empty}</Empty>;
  return (
    <>
      <DataTable
        label={t.prices.title}
        head={
          <>
            <th>{t.prices.device}</th>
            {CONDITIONS.map((c) => (
              <th key={c} className={endCell}>
                {t.prices.conditions[c]}
              </th>
            ))}
          </>
        }
      >
        {rows.map((row, i) => (
          <tr key={row.variant_id}>
            <td>
              {row.title} <span className="small soft">{t.workflow.categories[row.category]}</span>
            </td>
            {CONDITIONS.map((c) => (
              <td key={c} className={endCell}>
                {editable ? (
                  <PriceField
                    key={`${version.id} ${row.variant_id}`}
                    versionId={version.id}
                    currency={version.currency}
                    row={row}
                    condition={c}
                    index={i}
                  />
                ) : (
                  <Amount value={row.prices[c].amount} />
                )}
              </td>
            ))}
          </tr>
        ))}
      </DataTable>
      <More of={query} />
    </>
  );
}
