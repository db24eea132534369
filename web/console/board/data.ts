/** The board's questions to the server: one page of a column at a time, and the counts. */
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { get } from '../../client.ts';
import type { ItemCard, PlaceCount } from '../../contract/cases.ts';
import type { List, Location } from '../../contract/session.ts';
import { filterQuery, type Filters } from './filters.ts';

export function useColumn(stage: string, status: string, filters: Filters) {
  return useInfiniteQuery({
    queryKey: ['board', filters.workflow, stage, status, filters],
    queryFn: ({ pageParam, signal }) =>
      get<List<ItemCard>>(
        '/api/board',
        { ...filterQuery(filters), stage, status, cursor: pageParam },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor,
    placeholderData: keepPreviousData,
  });
}

export function useCounts(filters: Filters) {
  return useQuery({
    queryKey: ['counts', filters],
    queryFn: ({ signal }) =>
      get<{ counts: PlaceCount[] }>('/api/board/counts', { ...filterQuery(filters), sort: '' }, signal),
    placeholderData: keepPreviousData,
  });
}

export function useLocations() {
  return useQuery({
    queryKey: ['locations'],
    queryFn: ({ signal }) => get<List<Location>>('/api/locations', undefined, signal),
    staleTime: 5 * 60_000,
    retry: false,
  });
}

/** Sums places; the sum of capped counts is capped itself. */
export function totalOf(counts: PlaceCount[]): { count: number; capped: boolean } {
  const count = counts.reduce((sum, c) => sum + c.count, 0);
  return { count: Math.min(count, 1000), capped: counts.some((c) => c.capped) || count > 1000 };
}
