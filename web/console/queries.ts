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
  // Asking who is signed in is answered by the router itself.
  queryCache: new QueryCache({
    onError: (error, query) => (query.queryKey[0] === 'me' ? undefined : watch(error)),
  }),
  mutationCache: new MutationCache({ onError: (error) => watch(error) }),
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
