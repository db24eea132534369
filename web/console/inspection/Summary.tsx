/** What an inspection found, in the words of its own list. */
import type { Inspection } from '../../contract/cases.ts';
import type { FullInspection, ToldDevice } from '../../contract/inspection.ts';
import caseCss from '../case/Case.module.css';
import { nameOf } from '../parts/format.ts';
import { Differences } from '../revision/Shown.tsx';
import { useSpeech } from '../texts.tsx';
import { differencesOf } from './beside.ts';
import { useChecklistOf, useTold } from './data.ts';
import css from './Inspection.module.css';
import { clockText } from './Timer.tsx';

function Numbers({ inspection, full }: { inspection: Inspection; full: FullInspection | undefined }) {
  const { texts: t } = useSpeech();
  const words = t.desk.inspection;
  return (
    <dl className={caseCss.numbers}>
      <div>
        <dt>{words.cosmetic}</dt>
        <dd>{inspection.cosmetic_grade ? words.grades[inspection.cosmetic_grade] : '—'}</dd>
      </div>
      <div>
        <dt>{words.functional}</dt>
        <dd>{inspection.functional_grade ? words.functionals[inspection.functional_grade] : '—'}</dd>
      </div>
      {inspection.battery_percent === null ? null : (
        <div>
          <dt>{words.battery}</dt>
          <dd className="num">{inspection.battery_percent}</dd>
        </div>
      )}
      {full?.inspector?.name ? (
        <div>
          <dt>{t.inspection.inspector}</dt>
          <dd>{full.inspector.name}</dd>
        </div>
      ) : null}
      <div>
        <dt>{t.inspection.time}</dt>
        <dd className="num">{clockText(inspection.active_seconds)}</dd>
      </div>
    </dl>
  );
}

/** `Charger: missing` and the like. */
export function accessoryLines(
  accessories: Readonly<Record<string, boolean>>,
  words: { accessoryNames: Readonly<Record<string, string>>; here: string; missing: string },
): string[] {
  return Object.entries(accessories).map(
    ([one, here]) => `${nameOf(words.accessoryNames, one)}: ${here ? words.here : words.missing}`,
  );
}

function Beside({ full, told }: { full: FullInspection; told: ToldDevice }) {
  const { texts: t, locale } = useSpeech();
  const rows = differencesOf(full, told, { version: t.inspection.version, locale });
  if (told.questions.length === 0 && rows.length === 0) return null;
  return (
    <div className={css.beside}>
      <h4>{t.inspection.beside}</h4>
      {rows.length > 0 ? <Differences rows={rows} /> : <p className="soft">{t.inspection.asTold}</p>}
    </div>
  );
}

type SummaryProps = { inspection: Inspection; full: FullInspection | undefined; itemId: string };

export function Summary({ inspection, full, itemId }: SummaryProps) {
  const { texts: t, locale } = useSpeech();
  const list = useChecklistOf(inspection.id).data?.body;
  const told = useTold(itemId, inspection.state === 'complete').data;
  const labelOf = (id: string) =>
    list?.checks.find((one) => one.id === id)?.label[locale] ?? nameOf(t.desk.inspection.checks, id);
  const noted = Object.entries(inspection.checks).filter(([, c]) => c.result === 'fail' || c.note);
  const accessories = full ? accessoryLines(full.accessories, t.inspection) : [];
  return (
    <div className={css.summary}>
      <Numbers inspection={inspection} full={full} />
      {noted.length > 0 ? (
        <ul className={css.found}>
          {noted.map(([id, c]) => (
            <li key={id}>
              {c.result === 'fail' ? <strong>{labelOf(id)}</strong> : labelOf(id)}
              {c.result === 'fail' ? '' : ` (${t.desk.inspection[c.result]})`}
              {c.note ? `: ${c.note}` : ''}
            </li>
          ))}
        </ul>
      ) : null}
      {accessories.length > 0 ? <p className="small">{accessories.join(' · ')}</p> : null}
      {inspection.note ? <p className="soft">{inspection.note}</p> : null}
      {full && told && inspection.state === 'complete' ? <Beside full={full} told={told} /> : null}
    </div>
  );
}
