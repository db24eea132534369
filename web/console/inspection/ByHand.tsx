/** What no check tells: the version found, what came with it, and answers corrected by hand. */
import { NativeSelect } from '@mantine/core';
import type { ToldDevice } from '../../contract/inspection.ts';
import caseCss from '../case/Case.module.css';
import moveCss from '../moves/Moves.module.css';
import { nameOf } from '../parts/format.ts';
import { useSpeech } from '../texts.tsx';
import css from './Inspection.module.css';
import type { Findings } from './saving.ts';

type ByHandProps = { told: ToldDevice; value: Findings; set: (part: Partial<Findings>) => void };

/** The record without the key, or with it. */
function withKey<V>(record: Record<string, V>, key: string, value: V | null): Record<string, V> {
  const rest = Object.fromEntries(Object.entries(record).filter(([one]) => one !== key));
  return value === null ? rest : { ...rest, [key]: value };
}

function Version({ told, value, set }: ByHandProps) {
  const { texts: t } = useSpeech();
  if (told.variants.length === 0) return null;
  const said = told.variants.find((one) => one.id === told.variant_id);
  return (
    <NativeSelect
      label={t.inspection.version}
      description={said ? t.inspection.said(said.label) : undefined}
      value={value.found_variant_id ?? ''}
      onChange={(e) => set({ found_variant_id: e.currentTarget.value || null })}
    >
      <option value="">{said ? t.inspection.asSaid : t.inspection.notLooked}</option>
      {told.variants
        .filter((one) => one.id !== told.variant_id || one.id === value.found_variant_id)
        .map((one) => (
          <option key={one.id} value={one.id}>
            {one.label}
          </option>
        ))}
    </NativeSelect>
  );
}

function Accessories({ told, value, set }: ByHandProps) {
  const { texts: t } = useSpeech();
  return (
    <ul className={css.accessories} aria-label={t.inspection.accessories}>
      {told.accessories.map((one) => {
        const name = nameOf(t.inspection.accessoryNames, one);
        return (
          <li key={one}>
            <span>{name}</span>
            <span className={caseCss.three} role="group" aria-label={name}>
              {[true, false].map((here) => (
                <button
                  key={String(here)}
                  type="button"
                  aria-pressed={value.accessories[one] === here}
                  data-tone={here ? 'green' : 'amber'}
                  onClick={() =>
                    set({
                      accessories: withKey(
                        value.accessories,
                        one,
                        value.accessories[one] === here ? null : here,
                      ),
                    })
                  }
                >
                  {here ? t.inspection.here : t.inspection.missing}
                </button>
              ))}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function Answers({ told, value, set }: ByHandProps) {
  const { texts: t, locale } = useSpeech();
  const mended = Object.keys(value.found_answers).length;
  return (
    <details className={moveCss.details}>
      <summary>
        {t.inspection.correct}
        {mended > 0 ? ` · ${mended}` : ''}
      </summary>
      <p className={`${css.help} small soft`}>{t.inspection.correctHelp}</p>
      <div className={moveCss.fields}>
        {told.questions.map((question) => {
          const said = question.answers.find((one) => one.key === told.answers[question.key]);
          return (
            <NativeSelect
              key={question.key}
              label={question.label[locale]}
              description={said ? t.inspection.said(said.label[locale]) : undefined}
              value={value.found_answers[question.key] ?? ''}
              onChange={(e) =>
                set({
                  found_answers: withKey(value.found_answers, question.key, e.currentTarget.value || null),
                })
              }
            >
              <option value="">{t.inspection.asChecked}</option>
              {question.answers
                .filter((one) => !one.unsure)
                .map((one) => (
                  <option key={one.key} value={one.key}>
                    {one.label[locale]}
                  </option>
                ))}
            </NativeSelect>
          );
        })}
      </div>
    </details>
  );
}

export function ByHand(p: ByHandProps) {
  const { texts: t } = useSpeech();
  return (
    <>
      <div className={moveCss.fields}>
        <Version {...p} />
        <div>
          <div className={css.fieldName}>{t.inspection.accessories}</div>
          <Accessories {...p} />
        </div>
      </div>
      {p.told.questions.length > 0 ? <Answers {...p} /> : null}
    </>
  );
}
