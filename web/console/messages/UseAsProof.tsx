/** Files that came by mail become the proof of purchase a hold waits for. */
import { Button, Group } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { get, post } from '../../client.ts';
import type { Case } from '../../contract/cases.ts';
import type { MailFile } from '../../contract/messages.ts';
import { keepCase } from '../moves/run.ts';
import { say, sayError } from '../parts/Say.tsx';
import { useMay } from '../session/me.ts';
import { refreshCase } from '../shell/live.ts';
import { useTexts } from '../texts.tsx';

type Waiting = { holdId: string; itemId: string; number: string };

/** The holds of a case that wait for a proof, or could be given another page of it. */
function waitingFor(data: Case): Waiting[] {
  return data.items.flatMap((item) =>
    item.holds
      .filter((hold) => hold.reason === 'proof_of_purchase' && !hold.released_at && hold.step !== null)
      .filter((hold) => hold.step !== 'approved')
      .map((hold) => ({ holdId: hold.id, itemId: item.id, number: item.number })),
  );
}

function One({ data, hold, many, fileIds }: { data: Case; hold: Waiting; many: boolean; fileIds: string[] }) {
  const t = useTexts().macros;
  const use = useMutation({
    mutationFn: () => post<Case>(`/api/holds/${hold.holdId}/answered`, { file_ids: fileIds }),
    onSuccess: (fresh) => {
      keepCase(fresh);
      refreshCase(data.id, [hold.itemId]);
      say(t.proofDone);
    },
    onError: sayError,
  });
  return (
    <Button
      size="compact-sm"
      variant="default"
      loading={use.isPending}
      disabled={use.isSuccess}
      onClick={() => use.mutate()}
    >
      {many ? t.proofOf(hold.number) : t.proof}
    </Button>
  );
}

/** One button for each hold that waits; nothing when there are no files or no hold. */
export function UseAsProof({ caseRef, files }: { caseRef: string; files: readonly MailFile[] }) {
  const may = useMay()('hold.open');
  const fileIds = files.flatMap((one) => (one.file_id ? [one.file_id] : []));
  const query = useQuery({
    queryKey: ['case', caseRef],
    queryFn: ({ signal }) => get<Case>(`/api/cases/${encodeURIComponent(caseRef)}`, undefined, signal),
    enabled: may && fileIds.length > 0,
    staleTime: 30_000,
  });
  const holds = query.data ? waitingFor(query.data) : [];
  if (!may || !query.data || fileIds.length === 0 || holds.length === 0) return null;
  return (
    <Group gap="xs" mt={4}>
      {holds.map((hold) => (
        <One key={hold.holdId} data={query.data} hold={hold} many={holds.length > 1} fileIds={fileIds} />
      ))}
    </Group>
  );
}
