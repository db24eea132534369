/** What the pages of an inspection ask the server for. */
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { get } from '../../client.ts';
import type { FullInspection, InspectionChecklist, Opinions, ToldDevice } from '../../contract/inspection.ts';
import { queries } from '../queries.ts';

const keyOf = (id: string | undefined, state: string | undefined) => ['inspection', id, state];

/**
 * An inspection with whoever has it. An open one is asked for anew each time it is shown, so that nobody goes on from
 * what was true an hour ago, and then every 20 seconds: somebody may take it over.
 */
export function useInspection(now: { id: string; state: string } | null): UseQueryResult<FullInspection> {
  return useQuery({
    queryKey: keyOf(now?.id, now?.state),
    queryFn: ({ signal }) => get<FullInspection>(`/api/inspections/${now?.id}`, undefined, signal),
    enabled: now !== null,
    gcTime: 0,
    staleTime: 0,
    refetchInterval: now?.state === 'open' ? 20_000 : false,
  });
}

/** Asks anew who has it. */
export function askAgain(id: string): Promise<void> {
  return queries.invalidateQueries({ queryKey: ['inspection', id] });
}

/** The list an inspection began with, even when the shop has changed it since. */
export function useChecklistOf(inspectionId: string | undefined): UseQueryResult<InspectionChecklist> {
  return useQuery({
    queryKey: ['checklist-of', inspectionId],
    queryFn: ({ signal }) =>
      get<InspectionChecklist>(`/api/inspections/${inspectionId}/checklist`, undefined, signal),
    staleTime: Infinity,
    enabled: inspectionId !== undefined,
  });
}

export function useTold(itemId: string, enabled: boolean): UseQueryResult<ToldDevice> {
  return useQuery({
    queryKey: ['told', itemId],
    queryFn: ({ signal }) => get<ToldDevice>(`/api/items/${itemId}/told`, undefined, signal),
    staleTime: 5 * 60_000,
    enabled,
  });
}

export function useOpinions(itemId: string, enabled: boolean): UseQueryResult<Opinions> {
  return useQuery({
    queryKey: ['opinions', itemId],
    queryFn: ({ signal }) => get<Opinions>(`/api/items/${itemId}/inspections`, undefined, signal),
    staleTime: 0,
    enabled,
  });
}
