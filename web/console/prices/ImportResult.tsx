/** What an import would do, or did: counts, the changes, every row not taken with its reason; then taking it over. */
import { Button, Checkbox, Group, NativeSelect, Progress, SegmentedControl, Stack } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { call, get } from '../../client.ts';
import type { ImportRow, PriceImport } from '../../contract/catalog.ts';
import type { List } from '../../contract/session.ts';
import { Amount } from '../parts/Mark.tsx';
import { More } from '../parts/More.tsx';
import { DataTable, Empty, endCell, ErrorBox, Note, Panel, Waiting } from '../parts/Panel.tsx';
import { whyRefused } from '../parts/refusal.ts';
import { queries } from '../queries.ts';
import { useTexts } from '../texts.tsx';
import css from './Prices.module.css';

const OUTCOMES = ['changed', 'refused', 'merged', 'matched', 'unchanged'] as const;
type Outcome = (typeof OUTCOMES)[number];

function ResultRows({ data }: { data: PriceImport }) {
  const t = useTexts();
  const words = t.prices.import;
  const [outcome, setOutcome] = useState<Outcome>('changed');
  const query = useInfiniteQuery({
    queryKey: ['import-rows', data.id, data.version, outcome],
    queryFn: ({ pageParam, signal }) =>
      get<List<ImportRow>>(`/api/price-imports/${data.id}/rows`, { outcome, cursor: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor,
    placeholderData: keepPreviousData,
  });
  const rows = query.data?.pages.flatMap((p) => p.items) ?? [];
  return (
    <Panel bare>
      <div className={css.bar}>
        <SegmentedControl
          size="xs"
          value={outcome}
          onChange={(v) => setOutcome(OUTCOMES.find((o) => o === v) ?? 'changed')}
          data={OUTCOMES.map((o) => ({ value: o, label: words.outcomes[o] }))}
        />
      </div>
      {query.isPending ? (
        <div style={{ padding: 16 }}>
          <Waiting rows={6} />
        </div>
      ) : null}
      {query.error && !query.data ? <ErrorBox error={query.error} /> : null}
      {query.isSuccess && rows.length === 0 ? <Empty>{words.noRows}</Empty> : null}
      {rows.length > 0 ? (
        <DataTable
          label={words.outcomes[outcome]}
          head={
            <>
              <th>{words.line}</th>
              <th>{words.device}</th>
              <th className={endCell}>{words.was}</th>
              <th className={endCell}>{words.becomes}</th>
              <th>{words.why}</th>
            </>
          }
        >
          {rows.map((r, i) => (
            <tr key={`${r.line} ${i}`}>
              <td className="num">{r.line}</td>
              <td>
                {r.title}{' '}
                {r.condition ? <span className="soft small">{t.prices.conditions[r.condition]}</span> : null}
                {r.title ? null : (
                  <div className={css.raw}>{Object.values(r.raw).filter(Boolean).join(' · ')}</div>
                )}
              </td>
              <td className={endCell}>
                <Amount value={r.was} />
              </td>
              <td className={endCell}>
                <Amount value={r.amount} />
              </td>
              <td className="small">{whyRefused(t.refusals, { code: r.reason, why: r.why })}</td>
            </tr>
          ))}
        </DataTable>
      ) : null}
      <More of={query} />
    </Panel>
  );
}

function Counts({ data }: { data: PriceImport }) {
  const t = useTexts();
  const words = t.prices.import;
  const { report } = data;
  if (!report) return null;
  return (
    <Stack gap="sm">
      <div className={css.counts}>
        {(['rows', 'matched', 'merged', 'unchanged', 'refused'] as const).map((key) => (
          <div key={key}>
            <strong>{report[key]}</strong>
            <span className="small soft">{words.counts[key]}</span>
          </div>
        ))}
      </div>
      <p>
        {words.diff(report.diff.new, report.diff.changed, report.diff.dropped)}{' '}
        {report.new_models + report.new_variants > 0
          ? words.newModels(report.new_models, report.new_variants)
          : ''}
      </p>
    </Stack>
  );
}

type ResultProps = {
  data: PriceImport;
  onChanged: (fresh: PriceImport) => void;
  onBack: () => void;
  onAgain: () => void;
};

function TakeOver({ data, onChanged, onBack }: Omit<ResultProps, 'onAgain'>) {
  const t = useTexts();
  const words = t.prices.import;
  const [publish, setPublish] = useState(false);
  const [missing, setMissing] = useState('keep');
  const apply = useMutation({
    mutationFn: () =>
      call<PriceImport>('POST', `/api/price-imports/${data.id}/apply`, {
        body: { publish, missing },
        version: data.version,
      }),
    onSuccess: onChanged,
  });
  return (
    <Panel>
      <Stack gap="md">
        {apply.error ? <ErrorBox error={apply.error} /> : null}
        <NativeSelect
          label={words.missing}
          maw={340}
          value={missing}
          data={[
            { value: 'keep', label: words.keep },
            { value: 'drop', label: words.drop },
          ]}
          onChange={(e) => setMissing(e.currentTarget.value)}
        />
        <Checkbox
          label={words.publish}
          checked={publish}
          onChange={(e) => setPublish(e.currentTarget.checked)}
        />
        <Group gap="xs">
          <Button loading={apply.isPending} onClick={() => apply.mutate()}>
            {words.apply}
          </Button>
          <Button variant="default" onClick={onBack}>
            {words.back}
          </Button>
        </Group>
      </Stack>
    </Panel>
  );
}

export function ImportResult({ data, onChanged, onBack, onAgain }: ResultProps) {
  const t = useTexts();
  const navigate = useNavigate();
  const words = t.prices.import;
  const busy = data.state === 'checking' || data.state === 'applying';
  if (busy)
    return (
      <Panel>
        <div role="status">
          <p className="num">
            {(data.state === 'checking' ? words.checking : words.applying)(data.rows_done, data.rows_total)}
          </p>
          <Progress
            animated
            value={(data.rows_done / Math.max(1, data.rows_total)) * 100}
            aria-label={words.title}
          />
        </div>
      </Panel>
    );
  return (
    <Stack gap="md">
      {data.state === 'failed' ? (
        <Note tone="warn">
          {words.failed} {whyRefused(t.refusals, data.failure)}{' '}
          <Button size="compact-xs" variant="default" onClick={onBack}>
            {words.back}
          </Button>
        </Note>
      ) : null}
      {data.state === 'applied' ? (
        <Note tone="good">
          {words.done}{' '}
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => {
              void queries.invalidateQueries({ queryKey: ['price-versions'] });
              void navigate({ to: '/prices', search: data.version_id ? { version: data.version_id } : {} });
            }}
          >
            {words.openDraft}
          </Button>{' '}
          <Button size="compact-xs" variant="default" onClick={onAgain}>
            {words.again}
          </Button>
        </Note>
      ) : null}
      <Counts data={data} />
      {data.state === 'checked' ? <TakeOver data={data} onChanged={onChanged} onBack={onBack} /> : null}
      {data.report ? <ResultRows data={data} /> : null}
    </Stack>
  );
}
