/** Two opinions of one device, side by side; where they differ is marked. */
import type { Check } from '../../contract/cases.ts';
import type { FullInspection, ToldDevice } from '../../contract/inspection.ts';
import moveCss from '../moves/Moves.module.css';
import { nameOf, whenText } from '../parts/format.ts';
import { ErrorBox } from '../parts/Panel.tsx';
import { useSpeech } from '../texts.tsx';
import { useChecklistOf, useOpinions, useTold } from './data.ts';
import css from './Inspection.module.css';
import { accessoryLines } from './Summary.tsx';
import { clockText } from './Timer.tsx';

type Row = { key: string; name: string; first: string; second: string; differs: boolean };

function useRows(first: FullInspection, second: FullInspection, told: ToldDevice | undefined) {
  const { texts: t, locale } = useSpeech();
  const words = t.desk.inspection;
  const lists = [useChecklistOf(first.id).data, useChecklistOf(second.id).data];
  const labels = new Map(
    lists.flatMap((one) => one?.body.checks ?? []).map((one) => [one.id, one.label[locale]]),
  );
  const row = (key: string, name: string, of: (one: FullInspection) => string): Row => {
    const [a, b] = [of(first), of(second)];
    return { key, name, first: a, second: b, differs: a !== b };
  };
  const grades = [
    row('cosmetic', words.cosmetic, (i) => (i.cosmetic_grade ? words.grades[i.cosmetic_grade] : '—')),
    row('functional', words.functional, (i) =>
      i.functional_grade ? words.functionals[i.functional_grade] : '—',
    ),
    row('battery', words.battery, (i) => (i.battery_percent === null ? '—' : `${i.battery_percent} %`)),
    row('version', t.inspection.version, (i) => {
      const id = i.found_variant_id ?? told?.variant_id ?? null;
      return told?.variants.find((one) => one.id === id)?.label ?? '—';
    }),
    row(
      'accessories',
      t.inspection.accessories,
      (i) => accessoryLines(i.accessories, t.inspection).toSorted().join(', ') || '—',
    ),
    row('note', words.remark, (i) => i.note ?? '—'),
    { ...row('time', t.inspection.time, (i) => clockText(i.active_seconds)), differs: false },
  ];
  // Where a check differs, so does the answer it leads to: that is told once.
  const explained = new Set(
    lists
      .flatMap((one) => one?.body.checks ?? [])
      .filter((one) => first.checks[one.id]?.result !== second.checks[one.id]?.result)
      .map((one) => one.question),
  );
  const answers = (told?.questions ?? [])
    .filter((question) => !explained.has(question.key))
    .map((question) =>
      row(`answer ${question.key}`, question.label[locale] ?? question.key, (i) => {
        const is = i.found_answers[question.key] ?? told?.answers[question.key];
        return question.answers.find((one) => one.key === is)?.label[locale] ?? '—';
      }),
    )
    .filter((one) => one.differs);
  const said = (check: Check | undefined) =>
    check ? `${words[check.result]}${check.note ? `: ${check.note}` : ''}` : '—';
  const ids = [...new Set([...labels.keys(), ...Object.keys(first.checks), ...Object.keys(second.checks)])];
  const checks = ids.map((id): Row => ({
    key: id,
    name: labels.get(id) ?? nameOf(words.checks, id),
    first: said(first.checks[id]),
    second: said(second.checks[id]),
    // Two people word the same finding differently: only the result counts.
    differs: first.checks[id]?.result !== second.checks[id]?.result,
  }));
  const known = grades.filter((one) => one.first !== '—' || one.second !== '—');
  return { grades: [...known, ...answers], checks };
}

function Rows({ rows }: { rows: Row[] }) {
  const { texts: t } = useSpeech();
  return rows.map((row) => (
    <tr key={row.key} data-differs={row.differs || undefined}>
      <th scope="row">
        {row.name}
        {row.differs ? <span className={css.mark}>{t.inspection.differs}</span> : null}
      </th>
      <td>{row.first}</td>
      <td>{row.second}</td>
    </tr>
  ));
}

function Compared({
  first,
  second,
  told,
}: {
  first: FullInspection;
  second: FullInspection;
  told: ToldDevice | undefined;
}) {
  const { texts: t, locale } = useSpeech();
  const { grades, checks } = useRows(first, second, told);
  const differing = checks.filter((one) => one.differs);
  const same = checks.filter((one) => !one.differs);
  const head = (name: string, i: FullInspection) => (
    <th scope="col">
      {name}
      <span className="small soft">
        {i.inspector?.name ?? t.inspection.somebody}
        {i.completed_at ? `, ${whenText(i.completed_at, locale)}` : ''}
      </span>
    </th>
  );
  const heads = (
    <thead>
      <tr>
        <th scope="col">
          <span className="small soft">{t.inspection.compared}</span>
        </th>
        {head(t.inspection.first, first)}
        {head(t.inspection.second, second)}
      </tr>
    </thead>
  );
  return (
    <>
      <p>{t.inspection.differences(differing.length + grades.filter((one) => one.differs).length)}</p>
      <table className={css.compare} aria-label={t.inspection.sideBySide}>
        {heads}
        <tbody>
          <Rows rows={[...grades, ...differing]} />
        </tbody>
      </table>
      {same.length > 0 ? (
        <details className={moveCss.details}>
          <summary>{t.inspection.alike(same.length)}</summary>
          <table className={css.compare} aria-label={t.inspection.alike(same.length)}>
            {heads}
            <tbody>
              <Rows rows={same} />
            </tbody>
          </table>
        </details>
      ) : null}
    </>
  );
}

/** Shown when the second inspection of a dispute is complete; before that nobody sees the first. */
export function SideBySide({ itemId }: { itemId: string }) {
  const { texts: t } = useSpeech();
  const query = useOpinions(itemId, true);
  const told = useTold(itemId, true).data;
  if (query.error) return <ErrorBox error={query.error} retry={() => void query.refetch()} />;
  const { items, dispute } = query.data ?? { items: [], dispute: null };
  const shown = (id: string | null | undefined) => items.find((one) => one.id === id)?.inspection;
  const first = shown(dispute?.first_inspection_id);
  const second = shown(dispute?.second_inspection_id);
  if (!dispute || !first || second?.state !== 'complete') return null;
  return (
    <section className={css.side} aria-label={t.inspection.sideBySide} data-side-by-side>
      <h4>{t.inspection.sideBySide}</h4>
      <p className="small soft">{t.inspection.disputed(dispute.reason)}</p>
      <Compared first={first} second={second} told={told} />
    </section>
  );
}
