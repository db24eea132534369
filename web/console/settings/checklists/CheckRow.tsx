/** A row of the list: name and meaning, opened for editing, moved and removed by button or key. */
import { ActionIcon, Button } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconChevronDown,
  IconChevronRight,
  IconTrash,
} from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useSpeech } from '../../texts.tsx';
import { CheckFields, type Asked } from './CheckFields.tsx';
import css from './Checklists.module.css';
import type { Row, RowFaults } from './draft.ts';
import { Summary } from './Summary.tsx';

export type RowProps = {
  row: Row;
  place: number;
  of: number;
  asked: Asked;
  open: boolean;
  readOnly: boolean;
  faults: RowFaults | undefined;
  onOpen: (open: boolean) => void;
  onChange: (part: Partial<Omit<Row, 'key'>>) => void;
  /** `from`: the part of the row that keeps the keyboard. */
  onMove: (by: -1 | 1, from: 'up' | 'down' | 'name') => void;
  onRemove: () => void;
};

/** Where the keyboard goes back to after a row was moved or removed. */
export const partId = (key: string, part: string) => `check ${key} ${part}`.replaceAll(' ', '-');

function Tools({ row, place, of, onMove, onRemove, name }: RowProps & { name: string }) {
  const { texts: t } = useSpeech();
  return (
    <span className={css.tools}>
      <ActionIcon
        id={partId(row.key, 'up')}
        variant="default"
        size="lg"
        aria-label={t.checklists.up(name)}
        disabled={place === 1}
        onClick={() => onMove(-1, 'up')}
      >
        <IconArrowUp size={16} />
      </ActionIcon>
      <ActionIcon
        id={partId(row.key, 'down')}
        variant="default"
        size="lg"
        aria-label={t.checklists.down(name)}
        disabled={place === of}
        onClick={() => onMove(1, 'down')}
      >
        <IconArrowDown size={16} />
      </ActionIcon>
      <ActionIcon variant="default" size="lg" aria-label={t.checklists.remove(name)} onClick={onRemove}>
        <IconTrash size={16} />
      </ActionIcon>
    </span>
  );
}

export function CheckRow(p: RowProps) {
  const { texts: t, locale } = useSpeech();
  const { row, open, readOnly } = p;
  const { check } = row;
  const name = check.label[locale].trim() || check.label.en.trim() || t.checklists.noText;
  const byKey = (e: KeyboardEvent) => {
    if (readOnly || !e.altKey || (e.key !== 'ArrowUp' && e.key !== 'ArrowDown')) return;
    e.preventDefault();
    p.onMove(e.key === 'ArrowUp' ? -1 : 1, 'name');
  };
  if (row.gone)
    return (
      <li className={css.row}>
        <div className={css.line}>
          <span className={css.gone}>
            <s>{name}</s> <span className="small soft">{t.checklists.removed}</span>
          </span>
          <Button
            id={partId(row.key, 'name')}
            size="compact-sm"
            variant="default"
            aria-label={t.checklists.putBack(name)}
            onClick={() => p.onChange({ gone: false })}
          >
            {t.checklists.putBackShort}
          </Button>
        </div>
      </li>
    );
  const Chevron = open ? IconChevronDown : IconChevronRight;
  return (
    <li className={css.row} data-bad={p.faults ? '' : undefined}>
      <div className={css.line}>
        <span className={`num soft ${css.place}`}>{p.place}</span>
        <button
          type="button"
          id={partId(row.key, 'name')}
          className={css.name}
          aria-expanded={open}
          aria-keyshortcuts={readOnly ? undefined : 'Alt+ArrowUp Alt+ArrowDown'}
          onClick={() => p.onOpen(!open)}
          onKeyDown={byKey}
        >
          <Chevron size={16} aria-hidden />
          <span>
            <span className={css.label}>{name}</span>
            <Summary check={check} asked={p.asked} />
          </span>
        </button>
        {readOnly ? null : <Tools {...p} name={name} />}
      </div>
      {open ? (
        <div role="group" aria-label={name} id={partId(row.key, 'fields')}>
          <CheckFields
            check={check}
            asked={p.asked}
            faults={p.faults}
            readOnly={readOnly}
            onChange={(next) => p.onChange({ check: next })}
          />
        </div>
      ) : null}
    </li>
  );
}
