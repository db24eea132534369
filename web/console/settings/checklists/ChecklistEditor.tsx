/** The list of one kind of device while somebody edits it, and its publication. */
import { Button, NativeSelect, VisuallyHidden } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { PresentChecklist } from '../../../contract/inspection.ts';
import { useFocus } from '../../parts/focus.ts';
import { Leaving } from '../../parts/Leaving.tsx';
import { Pill } from '../../parts/Mark.tsx';
import { Panel } from '../../parts/Panel.tsx';
import { useMay } from '../../session/me.ts';
import { useSpeech } from '../../texts.tsx';
import type { Asked } from './CheckFields.tsx';
import { CheckRow, partId } from './CheckRow.tsx';
import css from './Checklists.module.css';
import { draftOf, isChanged, moved, removed, withNew, withRow, type Draft } from './draft.ts';
import { PublishBox, usePublishing } from './Publish.tsx';
import { TryIt } from './TryIt.tsx';
import { LookAt, Versions } from './Versions.tsx';

type BaseProps = { draft: Draft; readOnly: boolean; onChange: (draft: Draft) => void };

const GRADES = ['A', 'B', 'C', 'D', 'E'] as const;
const FUNCTIONALS = ['works', 'faulty', 'dead'] as const;

function Base({ draft, readOnly, onChange }: BaseProps) {
  const { texts: t } = useSpeech();
  const { grades, functionals } = t.desk.inspection;
  const { base } = draft;
  return (
    <Panel title={t.checklists.base}>
      <p className={`small soft ${css.baseHelp}`}>{t.checklists.baseHelp}</p>
      <div className={css.pair}>
        <NativeSelect
          label={t.checklists.cosmetic}
          value={base.cosmetic}
          disabled={readOnly}
          data={GRADES.map((value) => ({ value, label: grades[value] }))}
          onChange={(e) => {
            const cosmetic = GRADES.find((one) => one === e.currentTarget.value);
            if (cosmetic) onChange({ ...draft, base: { ...base, cosmetic } });
          }}
        />
        <NativeSelect
          label={t.checklists.functional}
          value={base.functional}
          disabled={readOnly}
          data={FUNCTIONALS.map((value) => ({ value, label: functionals[value] }))}
          onChange={(e) => {
            const functional = FUNCTIONALS.find((one) => one === e.currentTarget.value);
            if (functional) onChange({ ...draft, base: { ...base, functional } });
          }}
        />
      </div>
    </Panel>
  );
}

type EditorProps = { category: string; saved: PresentChecklist; asked: Asked };

export function ChecklistEditor({ category, saved, asked }: EditorProps) {
  const { texts: t, locale } = useSpeech();
  const readOnly = !useMay()('settings.edit');
  const [draft, setDraft] = useState<Draft>(() => draftOf(saved.body));
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [note, setNote] = useState('');
  const [said, setSaid] = useState('');
  const [look, setLook] = useState<number | null>(null);
  const focus = useFocus(draft);
  const changed = isChanged(draft, saved.body);
  const publishing = usePublishing({
    category,
    draft,
    note,
    onFaults: (keys) => {
      const [first] = keys;
      if (first) focus(partId(first, 'fields'));
      setOpen((before) => new Set([...before, ...keys]));
      // Drawn anew, so that the first field at fault gets the keyboard.
      setDraft((now) => ({ ...now }));
    },
  });
  const turn = (key: string, on: boolean) =>
    setOpen(new Set([...[...open].filter((one) => one !== key), ...(on ? [key] : [])]));
  const live = draft.rows.filter((row) => !row.gone);
  const move = (key: string, by: -1 | 1, from: string) => {
    const next = moved(draft, key, by);
    if (next === draft) return;
    const rows = next.rows.filter((row) => !row.gone);
    const place = rows.findIndex((row) => row.key === key) + 1;
    const name = rows[place - 1]?.check.label[locale] || t.checklists.noText;
    setSaid(t.checklists.moved(name, place, rows.length));
    focus(partId(key, from), partId(key, 'name'));
    setDraft(next);
  };
  const change = (key: string, part: Parameters<typeof withRow>[2]) => {
    publishing.forget(key);
    if (part.gone === false) focus(partId(key, 'name'));
    setDraft(withRow(draft, key, part));
  };
  const add = () => {
    const { draft: next, key } = withNew(draft);
    setOpen(new Set([...open, key]));
    focus(partId(key, 'fields'));
    setDraft(next);
  };
  const start = (from: PresentChecklist, why: string) => {
    setDraft(draftOf(from.body));
    setOpen(new Set());
    setNote(why);
    publishing.reset();
  };
  return (
    <>
      <Leaving when={changed} words={t.checklists} />
      <VisuallyHidden aria-live="polite">{said}</VisuallyHidden>
      <div className={css.layout}>
        <div className={css.column}>
          <Panel
            title={`${t.checklists.version(saved.version)} · ${t.checklists.checks(live.length)}`}
            actions={changed ? <Pill tone="amber">{t.checklists.unsaved}</Pill> : null}
            bare
          >
            <ol className={css.list}>
              {draft.rows.map((row) => (
                <CheckRow
                  key={row.key}
                  row={row}
                  place={live.indexOf(row) + 1}
                  of={live.length}
                  asked={asked}
                  open={open.has(row.key)}
                  readOnly={readOnly}
                  faults={publishing.faults.get(row.key)}
                  onOpen={(on) => turn(row.key, on)}
                  onChange={(part) => change(row.key, part)}
                  onMove={(by, from) => move(row.key, by, from)}
                  onRemove={() => {
                    focus(partId(row.key, 'name'), 'add-check');
                    setDraft(removed(draft, row.key));
                  }}
                />
              ))}
            </ol>
            <div className={css.foot}>
              {live.length === 0 ? <p>{t.checklists.noChecks}</p> : null}
              {readOnly ? null : (
                <>
                  <Button
                    id="add-check"
                    variant="default"
                    leftSection={<IconPlus size={16} />}
                    disabled={live.length >= 60}
                    onClick={add}
                  >
                    {t.checklists.add}
                  </Button>
                  <p className={`small soft ${css.keys}`}>{t.checklists.keys}</p>
                </>
              )}
            </div>
          </Panel>
          {readOnly ? null : (
            <PublishBox
              publishing={publishing}
              changed={changed}
              note={note}
              onNote={setNote}
              onDiscard={() => start(saved, '')}
              onLook={setLook}
              category={category}
              version={saved.version}
            />
          )}
        </div>
        <div className={css.column}>
          <Base draft={draft} readOnly={readOnly} onChange={setDraft} />
          <TryIt category={category} draft={draft} asked={asked} />
          <Versions category={category} present={saved.version} onLook={setLook} />
        </div>
      </div>
      <LookAt
        category={category}
        version={look}
        present={saved}
        asked={asked}
        loses={changed}
        onTake={
          readOnly
            ? undefined
            : (found) => {
                start(found, t.checklists.backTo(found.version));
                setLook(null);
              }
        }
        onClose={() => setLook(null)}
      />
    </>
  );
}
