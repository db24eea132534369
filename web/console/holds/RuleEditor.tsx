/** The ownership rules while somebody edits them: their order, their trial, and their versions beside them. */
import { Button, VisuallyHidden } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { clickKey, problemOf } from '../../client.ts';
import type { SavedRules } from '../../contract/holds.ts';
import { useFocus } from '../parts/focus.ts';
import { Leaving } from '../parts/Leaving.tsx';
import { Pill } from '../parts/Mark.tsx';
import { Panel } from '../parts/Panel.tsx';
import { useMay } from '../session/me.ts';
import { useTexts } from '../texts.tsx';
import {
  bodyOf,
  draftOf,
  isSame,
  moved,
  saidFaults,
  typedFaults,
  withRule,
  type Draft,
  type DraftRule,
  type RuleFaults,
} from './rule-draft.ts';
import type { Names } from './RuleChoices.tsx';
import { rulePart, RuleRow } from './RuleRow.tsx';
import { RuleSave, useSaving } from './RuleSave.tsx';
import type { Context } from './RuleSummary.tsx';
import { RuleTry, useTrying } from './RuleTry.tsx';
import { RuleLook, RuleVersions, useVersionName } from './RuleVersions.tsx';
import css from './RuleEditor.module.css';

/** The draft, which rules are open, and what is wrong with them. */
function useDraft(saved: SavedRules, currency: string) {
  const words = useTexts().holds.ruleEditor;
  const [draft, setDraft] = useState<Draft>(() => draftOf(saved.body.rules, currency));
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [said, setSaid] = useState<ReadonlyMap<string, RuleFaults>>(new Map());
  const [told, setTold] = useState('');
  const focus = useFocus(draft);
  const nameOf = (rule: DraftRule | undefined) => rule?.name.trim() || words.nameless;
  const typed = typedFaults(draft, currency, { amount: words.badAmount, number: words.badNumber });
  return {
    draft,
    open,
    told,
    typed,
    faultsOf: (id: string): RuleFaults | undefined =>
      said.has(id) || typed.has(id) ? { ...said.get(id), ...typed.get(id) } : undefined,
    turn: (id: string, on: boolean) =>
      setOpen(new Set([...[...open].filter((one) => one !== id), ...(on ? [id] : [])])),
    change: (rule: DraftRule) => {
      setSaid(new Map([...said].filter(([id]) => id !== rule.id)));
      setDraft(withRule(draft, rule));
    },
    add: () => {
      const id = `rule_${clickKey().slice(0, 8)}`;
      setOpen(new Set([...open, id]));
      focus(rulePart(id, 'fields'));
      setDraft([...draft, { id, name: '', on: true, chosen: {}, months: '', above: '', percent: '' }]);
    },
    remove: (id: string) => {
      setTold(words.removed(nameOf(draft.find((rule) => rule.id === id))));
      focus('add-rule');
      setDraft(draft.filter((rule) => rule.id !== id));
    },
    move: (id: string, by: -1 | 1, from: string) => {
      const next = moved(draft, id, by);
      const place = next.findIndex((rule) => rule.id === id);
      setTold(words.moved(nameOf(next[place]), place + 1, next.length));
      focus(rulePart(id, from), rulePart(id, 'name'));
      setDraft(next);
    },
    start: (from: SavedRules) => {
      setDraft(draftOf(from.body.rules, currency));
      setOpen(new Set());
      setSaid(new Map());
    },
    /** Opens the rules the server found fault with, the first field at fault in focus. */
    refused: (error: unknown) => {
      const errors = problemOf(error)?.errors ?? [];
      const found = saidFaults(draft, errors);
      setSaid(found);
      const [first] = found.keys();
      if (first === undefined) return;
      focus(rulePart(first, 'fields'));
      setOpen(new Set([...open, ...found.keys()]));
      setDraft([...draft]);
    },
  };
}

function List({ at, context, onNames, readOnly }: ListProps) {
  const t = useTexts();
  const words = t.holds.ruleEditor;
  const { draft } = at;
  return (
    <>
      {draft.length > 1 ? <p className={`small soft ${css.order}`}>{words.order}</p> : null}
      <ol className={css.list}>
        {draft.map((rule, place) => (
          <RuleRow
            key={rule.id}
            rule={rule}
            place={place + 1}
            of={draft.length}
            open={at.open.has(rule.id)}
            readOnly={readOnly}
            faults={at.faultsOf(rule.id)}
            context={context}
            onOpen={(on) => at.turn(rule.id, on)}
            onNames={onNames}
            onChange={at.change}
            onMove={(by, from) => at.move(rule.id, by, from)}
            onRemove={() => at.remove(rule.id)}
          />
        ))}
      </ol>
      {readOnly && draft.length > 0 ? null : (
        <div className={css.foot}>
          {draft.length === 0 ? <p>{words.none}</p> : null}
          {readOnly ? null : (
            <Button
              id="add-rule"
              variant="default"
              leftSection={<IconPlus size={16} />}
              disabled={draft.length >= 50}
              onClick={at.add}
            >
              {t.holds.add}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
type ListProps = {
  at: ReturnType<typeof useDraft>;
  context: Context;
  onNames: (names: Names) => void;
  readOnly: boolean;
};

type EditorProps = { saved: SavedRules; context: Context; onNames: (names: Names) => void };

export function RuleEditor({ saved, context, onNames }: EditorProps) {
  const words = useTexts().holds.ruleEditor;
  const { currency } = context;
  const readOnly = !useMay()('settings.edit');
  const at = useDraft(saved, currency);
  const [look, setLook] = useState<number | null>(null);
  const body = bodyOf(at.draft, currency);
  const changed = !isSame(at.draft, draftOf(saved.body.rules, currency), currency);
  const trying = useTrying(at.refused);
  const saving = useSaving(body, at.refused);
  const faults = at.draft.reduce((sum, rule) => sum + Object.keys(at.faultsOf(rule.id) ?? {}).length, 0);
  const start = (from: SavedRules) => {
    at.start(from);
    saving.reset();
  };
  const title = useVersionName()(saved.version);
  return (
    <>
      <Leaving when={changed && !saving.isPending} words={words} />
      <VisuallyHidden aria-live="polite">{at.told}</VisuallyHidden>
      <div className={css.layout}>
        <div className={css.column}>
          <Panel
            title={`${title} · ${words.count(at.draft.length)}`}
            actions={changed ? <Pill tone="amber">{words.unsaved}</Pill> : null}
            bare
          >
            <List at={at} context={context} onNames={onNames} readOnly={readOnly} />
          </Panel>
          {readOnly ? null : (
            <RuleSave
              version={saved.version}
              body={body}
              changed={changed}
              faults={faults}
              blocked={at.typed.size > 0}
              trying={trying}
              saving={saving}
              onLook={setLook}
              onDiscard={() => start(saved)}
            />
          )}
          <RuleTry trying={trying} body={body} blocked={at.typed.size > 0} />
        </div>
        <div className={css.column}>
          <RuleVersions onLook={setLook} />
        </div>
      </div>
      <RuleLook
        version={look}
        present={saved}
        context={context}
        loses={changed}
        onTake={
          readOnly
            ? undefined
            : (found) => {
                start(found);
                setLook(null);
              }
        }
        onClose={() => setLook(null)}
      />
    </>
  );
}
