/** Time spent on the device, as it is kept: what comes after a long silence is a pause. */
import { IconClock } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTexts } from '../texts.tsx';
import css from './Inspection.module.css';
import type { Spent } from './saving.ts';

/** The server leaves out what lies between two findings when it is longer than this. */
const PAUSE = 120;

/** `4:05`, `1:04:05` */
export function clockText(seconds: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, Math.floor(seconds % 60)];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

export function Timer({ spent }: { spent: Spent }) {
  const t = useTexts();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const tick = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(tick);
  }, []);
  const since = Math.max(0, (now - spent.at) / 1000);
  const paused = since > PAUSE;
  return (
    <span className={`${css.timer} small soft num`} role="timer" aria-label={t.inspection.time}>
      <IconClock size={14} aria-hidden />
      {clockText(spent.seconds + (paused ? 0 : since))}
      {paused ? ` · ${t.inspection.paused}` : ''}
    </span>
  );
}
