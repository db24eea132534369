/** One case: its devices with their moves, its story, its customer, its money. */
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { get, problemOf } from '../../client.ts';
import type { Case } from '../../contract/cases.ts';
import { MoveFlow, useFlow } from '../moves/MoveFlow.tsx';
import { offered } from '../moves/offered.ts';
import { ErrorBox, Page, Waiting } from '../parts/Panel.tsx';
import { useKeys } from '../shell/keyboard.ts';
import { useTexts } from '../texts.tsx';
import css from './Case.module.css';
import { CaseHeader } from './CaseHeader.tsx';
import { CustomerPanel } from './CustomerPanel.tsx';
import { ItemPanel } from './ItemPanel.tsx';
import { MessagesPanel } from './MessagesPanel.tsx';
import { NoteBox } from './NoteBox.tsx';
import { ParcelsPanel } from './ParcelsPanel.tsx';
import { PayoutPanel } from './PayoutPanel.tsx';
import { Timeline } from './Timeline.tsx';

const WhyPanel = lazy(() => import('./WhyPanel.tsx').then((m) => ({ default: m.WhyPanel })));

function CaseBody({ data, current }: { data: Case; current: string | null }) {
  const { make } = useFlow();
  const [why, setWhy] = useState(false);
  const note = useRef<HTMLTextAreaElement>(null);
  const item = data.items.find((i) => i.id === current) ?? data.items[0];
  const { open } = offered(item?.moves ?? []);
  useKeys({
    n: (e) => {
      e.preventDefault();
      note.current?.focus();
    },
    ...Object.fromEntries(
      open.slice(0, 9).map((offer, i) => [
        String(i + 1),
        () => {
          if (item) make(data, item, offer);
        },
      ]),
    ),
  });
  useEffect(() => {
    if (current)
      document.getElementById(`item-${current}`)?.scrollIntoView({ block: 'start', behavior: 'instant' });
  }, [current]);
  return (
    <>
      <CaseHeader data={data} onWhy={() => setWhy(true)} />
      <div className={css.layout}>
        <div className={css.column}>
          {data.items.map((i) => (
            <ItemPanel key={i.id} data={data} item={i} current={data.items.length > 1 && i.id === item?.id} />
          ))}
          <NoteBox key={data.id} data={data} field={note} />
          <Timeline caseId={data.id} />
        </div>
        <div className={css.column}>
          <CustomerPanel data={data} />
          <PayoutPanel data={data} />
          <ParcelsPanel data={data} />
          <MessagesPanel key={data.id} data={data} />
        </div>
      </div>
      <Suspense>{why ? <WhyPanel caseId={data.id} onClose={() => setWhy(false)} /> : null}</Suspense>
    </>
  );
}

export function CasePage() {
  const t = useTexts();
  const { ref = '' } = useParams({ strict: false });
  const search = useSearch({ strict: false });
  const query = useQuery({
    queryKey: ['case', ref],
    queryFn: ({ signal }) => get<Case>(`/api/cases/${encodeURIComponent(ref)}`, undefined, signal),
  });
  useEffect(() => {
    document.title = query.data ? `${query.data.reference} · Reprise` : 'Reprise';
    return () => {
      document.title = 'Reprise';
    };
  }, [query.data]);
  if (query.data)
    return (
      <MoveFlow>
        <div className={css.page}>
          <CaseBody data={query.data} current={search['item'] ?? null} />
        </div>
      </MoveFlow>
    );
  return (
    <Page title={`${t.desk.case} ${ref}`}>
      {query.error ? (
        problemOf(query.error)?.status === 404 ? (
          <p>{t.desk.notFound}</p>
        ) : (
          <ErrorBox error={query.error} retry={() => void query.refetch()} />
        )
      ) : (
        <Waiting rows={9} height={22} />
      )}
    </Page>
  );
}
