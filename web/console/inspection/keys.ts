/** The bench without a mouse: from check to check, a result with one key, a note with Enter. */
import { useState, type RefObject } from 'react';
import type { CheckResult } from '../../contract/cases.ts';
import { useKeys, type Keys } from '../shell/keyboard.ts';

type CheckKeys = {
  list: RefObject<HTMLElement | null>;
  ids: readonly string[];
  /** Ids without a result. */
  open: readonly string[];
  onResult: (id: string, result: CheckResult) => void;
  onNote: (id: string) => void;
  onComplete: () => void;
};

function currentId(): string | null {
  return document.activeElement?.closest<HTMLElement>('[data-check-id]')?.dataset['checkId'] ?? null;
}

/** Puts the focus on a check: on its result, or on the first one it can have. */
export function focusCheck(list: HTMLElement | null, id: string | undefined): void {
  const line = id === undefined ? null : list?.querySelector(`[data-check-id="${CSS.escape(id)}"]`);
  const radio =
    line?.querySelector<HTMLElement>('[role=radio][aria-checked=true]') ??
    line?.querySelector<HTMLElement>('[role=radio]');
  radio?.focus();
  radio?.scrollIntoView({ block: 'nearest' });
}

/** Keys that act while the focus is inside; gives the handlers that tell whether it is. */
export function useCheckKeys({ list, ids, open, onResult, onNote, onComplete }: CheckKeys) {
  const [within, setWithin] = useState<'list' | 'form' | null>(null);
  const go = (by: number) => (event: KeyboardEvent) => {
    const at = ids.indexOf(currentId() ?? '');
    if (at < 0) return;
    event.preventDefault();
    focusCheck(list.current, ids[at + by]);
  };
  const give = (result: CheckResult) => () => {
    const id = currentId();
    if (id === null) return;
    onResult(id, result);
    // A failure wants a note and perhaps a photo: stay there.
    if (result !== 'fail') focusCheck(list.current, ids[ids.indexOf(id) + 1]);
  };
  const inList: Keys = {
    arrowup: go(-1),
    arrowdown: go(1),
    p: give('pass'),
    f: give('fail'),
    n: give('not_applicable'),
    enter: (event) => {
      const id = currentId();
      if (id === null || document.activeElement?.getAttribute('role') !== 'radio') return;
      event.preventDefault();
      onNote(id);
    },
  };
  useKeys({
    ...(within === null ? { i: () => focusCheck(list.current, open[0] ?? ids[0]) } : {}),
    ...(within === null ? {} : { 'mod+enter': onComplete }),
    ...(within === 'list' ? inList : {}),
  });
  return {
    onFocus: () => setWithin(currentId() === null ? 'form' : 'list'),
    onBlur: () => setWithin(null),
  };
}
