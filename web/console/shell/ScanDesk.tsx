/** What a scan does anywhere: ask who knows the code, and open it. */
import { useNavigate } from '@tanstack/react-router';
import { post } from '../../client.ts';
import type { ScanAnswer } from '../../contract/cases.ts';
import { say, sayError } from '../parts/Say.tsx';
import { useTexts } from '../texts.tsx';
import { useScan } from './keyboard.ts';

export function ScanDesk({ onSeveral }: { onSeveral: (code: string) => void }) {
  const t = useTexts();
  const navigate = useNavigate();
  const open = (caseId: string, item: string | null) =>
    void navigate({ to: '/cases/$ref', params: { ref: caseId }, search: item ? { item } : {} });
  useScan((code) => {
    say(t.scan.looking(code));
    post<ScanAnswer>('/api/receiving', { code }).then(
      (found) => {
        if (found.case_id) open(found.case_id, found.item_id);
        else if (found.candidates.length > 1) onSeveral(code);
        else say(t.scan.nothing(code), 'bad');
      },
      (error: unknown) => sayError(error),
    );
  });
  return null;
}
