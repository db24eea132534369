/** Filters of board and table. The text field waits for a pause; everything else acts at once. */
import { Button, CloseButton, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { NextActor } from '../../contract/cases.ts';
import { useTexts } from '../texts.tsx';
import css from './Board.module.css';
import { useLocations } from './data.ts';
import { anyFilter, type Filters } from './filters.ts';

const WAITING_ON: readonly NextActor[] = ['customer', 'carrier', 'counter', 'bench', 'help_desk', 'finance'];

type BarProps = {
  filters: Filters;
  change: (part: Record<string, string | boolean>) => void;
  withSort: boolean;
};

export function FilterBar({ filters, change, withSort }: BarProps) {
  const t = useTexts();
  const [q, setQ] = useState(filters.q);
  const locations = useLocations();
  useEffect(() => setQ(filters.q), [filters.q]);
  const later = useDebouncedCallback((text: string) => change({ q: text }), 200);
  const store = (locations.data?.items ?? []).map((l) => ({ value: l.id, label: l.name }));
  return (
    <div className={css.filters} role="search" aria-label={t.board.filters}>
      <TextInput
        size="xs"
        w={210}
        value={q}
        aria-label={t.board.find}
        placeholder={t.board.find}
        leftSection={<IconSearch size={14} />}
        rightSection={
          q ? <CloseButton size="xs" aria-label={t.board.clear} onClick={() => change({ q: '' })} /> : null
        }
        onChange={(e) => {
          setQ(e.currentTarget.value);
          later(e.currentTarget.value);
        }}
      />
      <NativeSelect
        size="xs"
        aria-label={t.board.next}
        value={filters.next}
        data={[
          { value: '', label: `${t.board.next}: ${t.words.any}` },
          ...WAITING_ON.map((a) => ({ value: a, label: t.workflow.nextActor[a] })),
        ]}
        onChange={(e) => change({ next: e.currentTarget.value })}
      />
      {store.length > 1 ? (
        <NativeSelect
          size="xs"
          aria-label={t.board.location}
          value={filters.location}
          data={[{ value: '', label: t.board.allLocations }, ...store]}
          onChange={(e) => change({ location: e.currentTarget.value })}
        />
      ) : null}
      <button
        className={css.chip}
        aria-pressed={filters.overdue}
        onClick={() => change({ overdue: !filters.overdue })}
      >
        {t.board.overdue}
      </button>
      <button
        className={css.chip}
        aria-pressed={filters.mine}
        onClick={() => change({ mine: !filters.mine })}
      >
        {t.board.mine}
      </button>
      {withSort ? (
        <NativeSelect
          size="xs"
          aria-label={t.board.sort}
          value={filters.sort}
          data={[
            { value: '', label: t.board.sortEntered },
            { value: 'due', label: t.board.sortDue },
          ]}
          onChange={(e) => change({ sort: e.currentTarget.value })}
        />
      ) : null}
      {anyFilter(filters) ? (
        <Button
          size="xs"
          variant="subtle"
          onClick={() => change({ q: '', next: '', overdue: false, mine: false, location: '' })}
        >
          {t.board.clear}
        </Button>
      ) : null}
    </div>
  );
}
