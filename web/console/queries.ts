/** The one cache of what the server said; and what happens when it says no. */
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { problemOf } from '../client.ts';

/** Told when the session has ended; the router sends the person to the sign-in page and back. */
let onSignedOut: () => void = () => undefined;
export function whenSignedOut(act: () => void): void {
  onSignedOut = act;
}

function watch(error: unknown): void {
  const problem = problemOf(error);
  if (problem?.status === 401 && problem.code !== 'sign_in_refused') onSignedOut();
}

export const queries = new QueryClient({
  queryCache: new QueryCache({ onError: watch }),
  mutationCache: new MutationCache({ onError: watch }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      refetchOnWindowFocus: true,
      retry: (times, error) => {
        const status = problemOf(error)?.status ?? 0;
        return times < 2 && (status === 0 || status >= 500);
      },
    },
  },
});
