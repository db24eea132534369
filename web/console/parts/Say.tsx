/** One quiet line at the bottom that says what was done or refused; also what a screen reader hears. */
import { CloseButton } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { problemOf } from '../../client.ts';
import { useTexts } from '../texts.tsx';
import css from './Say.module.css';

type Said = { text: string; tone: 'plain' | 'bad'; n: number };

let said: Said | null = null;
let count = 0;
let timer: ReturnType<typeof setTimeout> | null = null;
const listeners = new Set<() => void>();

function set(next: Said | null): void {
  said = next;
  for (const tell of listeners) tell();
}

/** Says something for a few seconds; refusals stay until closed or replaced. */
export function say(text: string, tone: Said['tone'] = 'plain'): void {
  if (timer) clearTimeout(timer);
  timer = tone === 'plain' ? setTimeout(() => set(null), 4_000) : null;
  count += 1;
  set({ text, tone, n: count });
}

/** Says why something was refused. */
export function sayError(error: unknown): void {
  const problem = problemOf(error);
  say(problem ? problem.detail || problem.title : String(error), 'bad');
}

function subscribe(listen: () => void): () => void {
  listeners.add(listen);
  return () => listeners.delete(listen);
}

export function SayLine() {
  const t = useTexts();
  const now = useSyncExternalStore(subscribe, () => said);
  return (
    <div className={css.place} aria-live={now?.tone === 'bad' ? 'assertive' : 'polite'}>
      {now ? (
        <div key={now.n} className={css.line} data-tone={now.tone}>
          <span>{now.text}</span>
          <CloseButton
            size="sm"
            aria-label={t.words.close}
            onClick={() => set(null)}
            c="inherit"
            variant="transparent"
          />
        </div>
      ) : null}
    </div>
  );
}
