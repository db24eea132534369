/** Revised offers of a case, and the one way to answer them. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { get, post } from '../../client.ts';
import type { Case } from '../../contract/cases.ts';
import type { Revision, RevisionAnswer } from '../../contract/revision.ts';
import { keepCase } from '../moves/run.ts';
import { queries } from '../queries.ts';
import { refreshCase } from '../shell/live.ts';

export type How = 'counter' | 'phone' | 'mail';

export function useRevisions(caseId: string) {
  return useQuery({
    queryKey: ['revisions', caseId],
    queryFn: () => get<{ items: Revision[] }>(`/api/cases/${caseId}/revisions`),
    staleTime: 0,
  });
}

export function useAnswers(caseId: string, onDone: () => void) {
  return useMutation({
    mutationFn: (given: { how: How; answers: RevisionAnswer[] }) =>
      post<Case>(`/api/cases/${caseId}/answers`, { on_behalf: given.how, answers: given.answers }),
    onSuccess: (fresh, given) => {
      keepCase(fresh);
      void queries.invalidateQueries({ queryKey: ['revisions', caseId] });
      refreshCase(
        fresh.id,
        given.answers.map((a) => a.item_id),
      );
      onDone();
    },
    onError: () => void queries.invalidateQueries({ queryKey: ['revisions', caseId] }),
  });
}
