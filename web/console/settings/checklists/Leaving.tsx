/** Asks before unpublished changes are lost: by another page, another tab, another kind of device, or closing. */
import { useBlocker } from '@tanstack/react-router';
import { Ask } from '../../parts/Ask.tsx';
import { useTexts } from '../../texts.tsx';

export function Leaving({ when }: { when: boolean }) {
  const t = useTexts();
  const blocker = useBlocker({
    shouldBlockFn: () => when,
    enableBeforeUnload: () => when,
    withResolver: true,
  });
  return (
    <Ask
      open={blocker.status === 'blocked'}
      title={t.checklists.leaveTitle}
      confirm={t.checklists.leaveGo}
      danger
      onConfirm={() => blocker.proceed?.()}
      onClose={() => blocker.reset?.()}
    >
      <p>{t.checklists.leave}</p>
    </Ask>
  );
}
