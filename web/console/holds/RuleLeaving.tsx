/** Asks before unsaved rules are lost: by another page, another tab, or closing. */
import { useBlocker } from '@tanstack/react-router';
import { Ask } from '../parts/Ask.tsx';
import { useTexts } from '../texts.tsx';

export function RuleLeaving({ when }: { when: boolean }) {
  const words = useTexts().holds.ruleEditor;
  const blocker = useBlocker({
    shouldBlockFn: () => when,
    enableBeforeUnload: () => when,
    withResolver: true,
  });
  return (
    <Ask
      open={blocker.status === 'blocked'}
      title={words.leaveTitle}
      confirm={words.leaveGo}
      danger
      onConfirm={() => blocker.proceed?.()}
      onClose={() => blocker.reset?.()}
    >
      <p>{words.leave}</p>
    </Ask>
  );
}
