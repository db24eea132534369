/** Steps of a hold: each gives the case as it then stands. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { get, post } from '../../client.ts';
import type { Case, Hold } from '../../contract/cases.ts';
import type { CaseFile } from '../../contract/files.ts';
import type { HoldReason } from '../../contract/holds.ts';
import type { List } from '../../contract/session.ts';
import { keepCase } from '../moves/run.ts';
import { nameOf } from '../parts/format.ts';
import { queries } from '../queries.ts';
import { refreshCase } from '../shell/live.ts';
import { useSpeech } from '../texts.tsx';

export type OfItem = { hold: Hold; caseId: string; itemId: string };

/** Takes one step of a hold and puts the fresh case where screens look. */
export function useHoldStep({ hold, caseId, itemId }: OfItem, onDone: () => void) {
  return useMutation({
    mutationFn: (step: { path: string; body: object }) =>
      post<Case>(`/api/holds/${hold.id}/${step.path}`, step.body),
    onSuccess: (fresh) => {
      keepCase(fresh);
      refreshCase(caseId, [itemId]);
      void queries.invalidateQueries({ queryKey: ['holds'] });
      onDone();
    },
  });
}

/** What came with the answers: proofs and other papers of the case. */
export function useCaseFiles(caseId: string, wanted: boolean) {
  return useQuery({
    queryKey: ['files', caseId],
    queryFn: ({ signal }) => get<List<CaseFile>>(`/api/cases/${caseId}/files`, {}, signal),
    enabled: wanted,
  });
}

export function useReasons() {
  return useQuery({
    queryKey: ['hold-reasons'],
    queryFn: ({ signal }) => get<List<HoldReason>>('/api/hold-reasons', {}, signal),
    staleTime: 60_000,
  });
}

/** A reason's name in the reader's language: ours from the catalogue, the shop's own as it wrote it. */
export function useReasonName(): (id: string) => string {
  const { texts: t, locale } = useSpeech();
  const reasons = useReasons();
  return (id) =>
    reasons.data?.items.find((one) => one.id === id)?.labels[locale] ?? nameOf(t.workflow.holds, id);
}
