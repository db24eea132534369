/** Ctrl-K: search over everything, places to go, things to start. An exact id opens with Enter. */
import { Kbd, useMantineColorScheme } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useState } from 'react';
import { get } from '../../client.ts';
import type { SearchHit } from '../../contract/cases.ts';
import { ErrorBox } from '../parts/Panel.tsx';
import { useTexts } from '../texts.tsx';
import { useGoals } from './Navigation.tsx';
import css from './Shell.module.css';

const [store, actions] = createSpotlight();

function Hit({ hit, onPick }: { hit: SearchHit; onPick: () => void }) {
  const t = useTexts();
  return (
    <Spotlight.Action onClick={onPick} highlightQuery={false}>
      <span className={css.hit}>
        <span className="num">{hit.label}</span>
        <span className="soft">{hit.detail}</span>
        <span className="small soft">{t.search.kinds[hit.kind]}</span>
      </span>
    </Spotlight.Action>
  );
}

function Places({ q, onClose }: { q: string; onClose: () => void }) {
  const t = useTexts();
  const navigate = useNavigate();
  const { toggleColorScheme } = useMantineColorScheme();
  const goals = useGoals().filter((g) => g.name(t).toLowerCase().includes(q.trim().toLowerCase()));
  const themed = t.search.theme.toLowerCase().includes(q.trim().toLowerCase());
  if (goals.length === 0 && !themed) return null;
  return (
    <Spotlight.ActionsGroup label={t.search.goTo}>
      {goals.map((g) => (
        <Spotlight.Action
          key={g.to}
          label={g.name(t)}
          leftSection={<g.icon size={17} stroke={1.7} />}
          rightSection={<Kbd size="xs">g {g.key}</Kbd>}
          onClick={() => {
            onClose();
            void navigate({ to: g.to });
          }}
        />
      ))}
      {themed ? <Spotlight.Action label={t.search.theme} onClick={() => toggleColorScheme()} /> : null}
    </Spotlight.ActionsGroup>
  );
}

export function Palette({ first, onClose }: { first: string; onClose: () => void }) {
  const t = useTexts();
  const navigate = useNavigate();
  const [q, setQ] = useState(first);
  /** Enter came before the answer: open its first hit when it is there. */
  const [wanted, setWanted] = useState('');
  const [asked] = useDebouncedValue(q.trim(), 120);
  useEffect(() => actions.open(), []);
  const found = useQuery({
    queryKey: ['search', asked],
    queryFn: ({ signal }) => get<{ hits: SearchHit[] }>('/api/search', { q: asked }, signal),
    enabled: asked.length >= 2,
    placeholderData: keepPreviousData,
  });
  const hits = asked.length >= 2 ? (found.data?.hits ?? []) : [];
  const unit = hits.find((hit) => hit.kind === 'unit');
  const pick = (hit: SearchHit) => {
    onClose();
    if (hit.kind === 'customer') void navigate({ to: '/customers/$id', params: { id: hit.id } });
    else
      void navigate({
        to: '/cases/$ref',
        params: { ref: hit.case_id ?? hit.id },
        search: hit.kind === 'item' ? { item: hit.id } : {},
      });
  };
  const exact = wanted && wanted === asked && !found.isPlaceholderData ? hits[0] : undefined;
  const open = useEffectEvent((hit: SearchHit) => {
    setWanted('');
    pick(hit);
  });
  useEffect(() => {
    if (exact) open(exact);
  }, [exact]);
  return (
    <Spotlight.Root
      query={q}
      onQueryChange={setQ}
      store={store}
      onSpotlightClose={onClose}
      shortcut={null}
      scrollable
      maxHeight="60dvh"
      lockScroll={false}
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      attributes={{ content: { 'aria-label': t.search.label } }}
    >
      <Spotlight.Search
        placeholder={t.search.placeholder}
        aria-label={t.search.label}
        leftSection={<IconSearch size={18} />}
        onKeyDown={(e) => {
          if (e.key !== 'Enter' || document.querySelector('[data-palette] [data-selected]')) return;
          const first = hits[0];
          if (first && asked === q.trim()) pick(first);
          else setWanted(q.trim());
        }}
      />
      <Spotlight.ActionsList data-palette>
        {hits.length > 0 ? (
          <Spotlight.ActionsGroup label={t.search.results}>
            {hits.map((hit) => (
              <Hit key={`${hit.kind} ${hit.id} ${hit.case_id ?? ''}`} hit={hit} onPick={() => pick(hit)} />
            ))}
            {unit ? (
              <Spotlight.Action
                label={t.checks.life}
                description={unit.label}
                onClick={() => {
                  onClose();
                  void navigate({ to: '/units/$id', params: { id: unit.id } });
                }}
              />
            ) : null}
          </Spotlight.ActionsGroup>
        ) : null}
        {found.error ? <ErrorBox error={found.error} /> : null}
        <Places q={q} onClose={onClose} />
        {asked.length >= 2 && found.isSuccess && !found.isPlaceholderData && hits.length === 0 ? (
          <Spotlight.Empty>{t.search.nothing(asked)}</Spotlight.Empty>
        ) : null}
      </Spotlight.ActionsList>
      <Spotlight.Footer>
        <span className="small soft">{t.search.hint}</span>
      </Spotlight.Footer>
    </Spotlight.Root>
  );
}
