/** Asks before what somebody edited is lost: by another page, another tab, or closing. */
import { useBlocker } from '@tanstack/react-router';
import { Ask } from './Ask.tsx';

type LeavingProps = {
  /** True while there is something to lose. */
  when: boolean;
  words: { readonly leaveTitle: string; readonly leaveGo: string; readonly leave: string };
};

export function Leaving({ when, words }: LeavingProps) {
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
