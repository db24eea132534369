/** The macros, and what a reader calls them. */
import { useQuery } from '@tanstack/react-query';
import { get } from '../../client.ts';
import type { Macro } from '../../contract/messages.ts';
import type { List } from '../../contract/session.ts';
import { nameOf } from '../parts/format.ts';
import { queries } from '../queries.ts';
import { useTexts } from '../texts.tsx';

export function useMacros() {
  return useQuery({
    queryKey: ['macros'],
    queryFn: ({ signal }) => get<List<Macro>>('/api/macros', undefined, signal),
    staleTime: 60_000,
  });
}

export const macrosChanged = () =>
  Promise.all([
    queries.invalidateQueries({ queryKey: ['macros'] }),
    queries.invalidateQueries({ queryKey: ['macro-text'] }),
  ]);

/** The shop's name for it; ours are called in the reader's language. */
export function useMacroName(): (macro: Macro) => string {
  const t = useTexts();
  return (macro) => (macro.own_name ? macro.name : nameOf(t.macros.names, macro.id));
}
