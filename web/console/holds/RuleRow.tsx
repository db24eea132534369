/** A rule in the list: what it asks, its place, and its fields once opened. */
import { ActionIcon } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconChevronDown,
  IconChevronRight,
  IconTrash,
} from '@tabler/icons-react';
import { useTexts } from '../texts.tsx';
import { ruleOf, type DraftRule, type RuleFaults } from './rule-draft.ts';
import type { Names } from './RuleChoices.tsx';
import { RuleFields } from './RuleFields.tsx';
import { RuleSummary, type Context } from './RuleSummary.tsx';
import css from './RuleEditor.module.css';

export const rulePart = (id: string, part: string) => `rule-${id}-${part}`;

export type RowProps = {
  rule: DraftRule;
  place: number;
  of: number;
  open: boolean;
  readOnly: boolean;
  faults: RuleFaults | undefined;
  context: Context;
  onOpen: (open: boolean) => void;
  onNames: (names: Names) => void;
  onChange: (rule: DraftRule) => void;
  onMove: (by: -1 | 1, from: string) => void;
  onRemove: () => void;
};

function Tools(p: RowProps & { name: string }) {
  const words = useTexts().holds.ruleEditor;
  return (
    <span className={css.tools}>
      <ActionIcon
        id={rulePart(p.rule.id, 'up')}
        variant="default"
        size="lg"
        aria-label={words.up(p.name)}
        disabled={p.place === 1}
        onClick={() => p.onMove(-1, 'up')}
      >
        <IconArrowUp size={16} />
      </ActionIcon>
      <ActionIcon
        id={rulePart(p.rule.id, 'down')}
        variant="default"
        size="lg"
        aria-label={words.down(p.name)}
        disabled={p.place === p.of}
        onClick={() => p.onMove(1, 'down')}
      >
        <IconArrowDown size={16} />
      </ActionIcon>
      <ActionIcon variant="default" size="lg" aria-label={words.remove(p.name)} onClick={p.onRemove}>
        <IconTrash size={16} />
      </ActionIcon>
    </span>
  );
}

export function RuleRow(p: RowProps) {
  const words = useTexts().holds.ruleEditor;
  const { rule, open, context } = p;
  const name = rule.name.trim() || words.nameless;
  const body = (
    <span>
      <span className={css.label}>{name}</span>
      <RuleSummary rule={ruleOf(rule, context.currency)} context={context} />
    </span>
  );
  const Chevron = open ? IconChevronDown : IconChevronRight;
  return (
    <li className={css.row} data-bad={p.faults ? '' : undefined} data-off={rule.on ? undefined : ''}>
      <div className={css.line}>
        <span className={`num soft ${css.place}`}>{p.place}</span>
        {p.readOnly ? (
          <div className={css.name}>{body}</div>
        ) : (
          <button
            type="button"
            id={rulePart(rule.id, 'name')}
            className={css.name}
            aria-expanded={open}
            onClick={() => p.onOpen(!open)}
          >
            <Chevron size={16} aria-hidden />
            {body}
          </button>
        )}
        {p.readOnly ? null : <Tools {...p} name={name} />}
      </div>
      {open && !p.readOnly ? (
        <div role="group" aria-label={name} id={rulePart(rule.id, 'fields')}>
          <RuleFields
            rule={rule}
            faults={p.faults ?? {}}
            context={context}
            onNames={p.onNames}
            onChange={p.onChange}
          />
        </div>
      ) : null}
    </li>
  );
}
