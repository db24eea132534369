/** One device of the case: where it stands, what can be done, and what the bench knows of it. */
import { lazy, Suspense } from 'react';
import type { Case, CaseItem } from '../../contract/cases.ts';
import { nameOf } from '../parts/format.ts';
import { Amount, Due, Pill, Place, stateTone } from '../parts/Mark.tsx';
import { Waiting } from '../parts/Panel.tsx';
import { useMay } from '../session/me.ts';
import { useMarked } from '../shell/live.ts';
import { useTexts } from '../texts.tsx';
import css from './Case.module.css';
import { Holds } from './Holds.tsx';
import { MoveButtons } from './MoveButtons.tsx';
import { QuotePart } from './QuotePart.tsx';

const Identity = lazy(() => import('../bench/Identity.tsx').then((m) => ({ default: m.Identity })));
const InspectionPart = lazy(() =>
  import('../bench/InspectionPart.tsx').then((m) => ({ default: m.InspectionPart })),
);

/** Places where the device is on the bench, so that its number and checklist matter. */
const ON_BENCH = new Set([
  'being_inspected',
  'on_hold',
  'not_as_described',
  'payout_processing',
  'completed',
  'return',
  'returned',
]);

export function ItemPanel({ data, item, current }: { data: Case; item: CaseItem; current: boolean }) {
  const t = useTexts();
  const may = useMay();
  const marked = useMarked(item.id);
  const onBench = ON_BENCH.has(item.stage);
  return (
    <section
      className={css.item}
      id={`item-${item.id}`}
      data-current={current || undefined}
      data-marked={marked || undefined}
      aria-label={`${t.desk.item} ${item.number}`}
    >
      <header className={css.itemHead}>
        <div className={css.itemTitle}>
          <h2>{item.title}</h2>
          <span className="soft small num">
            {item.number} · {nameOf(t.workflow.categories, item.category)}
          </span>
        </div>
        <span className={css.itemPrice}>
          <Amount value={item.price} strong />
        </span>
        <div className={css.itemAt}>
          <Place stage={item.stage} status={item.status} />
          {item.next_actor !== 'nobody' ? (
            <span className="small soft">
              {t.desk.nextActor}: {nameOf(t.workflow.nextActor, item.next_actor)}
            </span>
          ) : null}
          <Due at={item.next_actor === 'nobody' ? null : item.due_at} />
        </div>
      </header>
      <div className={css.moves}>
        <MoveButtons data={data} item={item} keys={current || data.items.length === 1} />
      </div>
      {item.holds.length > 0 ? <Holds item={item} caseId={data.id} customer={data.contact.name} /> : null}
      {item.payout ? (
        <div className={css.part}>
          <div className={css.partHead}>
            <h3>{t.desk.payout.title}</h3>
            <span className="num">
              <Amount value={item.payout.amount} /> · {nameOf(t.workflow.payoutKinds, item.payout.kind)}{' '}
              {item.payout.masked}
            </span>
            <Pill tone={stateTone(item.payout.state)}>
              {nameOf(t.workflow.payoutStates, item.payout.state)}
            </Pill>
            {item.payout.transaction_reference ? (
              <span className="mono small">{item.payout.transaction_reference}</span>
            ) : null}
          </div>
        </div>
      ) : null}
      {onBench ? (
        <Suspense
          fallback={
            <div className={css.part}>
              <Waiting rows={2} />
            </div>
          }
        >
          <Identity
            item={item}
            caseId={data.id}
            editable={may('inspection.record') && item.stage === 'being_inspected'}
          />
          {item.stage === 'being_inspected' && item.status === 'pre_check' && !item.inspection ? null : (
            <InspectionPart
              item={item}
              caseId={data.id}
              editable={may('inspection.record') && item.stage === 'being_inspected'}
            />
          )}
        </Suspense>
      ) : null}
      <QuotePart item={item} caseId={data.id} currency={data.currency} />
    </section>
  );
}
