/** Who is signed in, and what they may do. */
import { queryOptions, useQuery } from '@tanstack/react-query';
import { get } from '../../client.ts';
import type { Colleague, Me, Setup } from '../../contract/session.ts';

/** The signed-in member of staff; refused with 401 when nobody is. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }) => {
    const answer = await get<Me | { me: Me }>('/api/session', undefined, signal);
    return 'me' in answer ? answer.me : answer;
  },
  staleTime: 5 * 60_000,
  retry: false,
});

export const setupQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: ({ signal }) => get<Setup>('/api/setup', undefined, signal),
  staleTime: 60_000,
});

export function useMe(): Me | null {
  return useQuery({ ...meQuery, enabled: false }).data ?? null;
}

/** Whether the signed-in person holds a permission. Only hides what would be refused: the server decides. */
export function useMay(): (permission: string) => boolean {
  const me = useMe();
  return (permission) => me?.permissions.includes(permission) ?? false;
}

/** Everybody who works here now. */
export function useColleagues(): Colleague[] {
  const query = useQuery({
    queryKey: ['colleagues'],
    queryFn: ({ signal }) => get<{ items: Colleague[] }>('/api/colleagues', undefined, signal),
    staleTime: 5 * 60_000,
    retry: false,
  });
  return query.data?.items ?? [];
}
