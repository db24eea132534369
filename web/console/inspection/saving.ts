/** Saves in order, one at a time; what somebody else saved is kept below ours, what was taken over is let go. */
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { get, problemOf, put } from '../../client.ts';
import type { FullInspection } from '../../contract/inspection.ts';
import { say } from '../parts/Say.tsx';
import { useTexts } from '../texts.tsx';
import { askAgain } from './data.ts';

export type Findings = Pick<
  FullInspection,
  | 'checks'
  | 'cosmetic_grade'
  | 'functional_grade'
  | 'battery_percent'
  | 'note'
  | 'found_variant_id'
  | 'accessories'
  | 'found_answers'
>;

export function findingsOf(i: FullInspection): Findings {
  return {
    checks: i.checks,
    cosmetic_grade: i.cosmetic_grade,
    functional_grade: i.functional_grade,
    battery_percent: i.battery_percent,
    note: i.note,
    found_variant_id: i.found_variant_id,
    accessories: i.accessories,
    found_answers: i.found_answers,
  };
}

/** Seconds kept so far, and when that was so. */
export type Spent = { seconds: number; at: number };

export function useSaving(inspection: FullInspection) {
  const { inspection: words } = useTexts();
  const path = `/api/inspections/${inspection.id}`;
  const version = useRef(inspection.version);
  const chain = useRef<Promise<unknown>>(Promise.resolve());
  const [merged, setMerged] = useState(false);
  const [spent, setSpent] = useState<Spent>({
    seconds: inspection.active_seconds,
    at: Date.parse(inspection.last_active_at),
  });
  const keep = (fresh: FullInspection) => {
    version.current = fresh.version;
    setSpent({ seconds: fresh.active_seconds, at: Date.now() });
  };
  const save = useMutation({
    mutationFn: (findings: Findings) => {
      const send = async () => {
        try {
          keep(await put<FullInspection>(path, findings, version.current));
        } catch (error) {
          if (problemOf(error)?.code !== 'stale_inspection') throw error;
          const newer = await get<FullInspection>(path);
          if (newer.state !== 'open') throw error;
          const both = { ...findings, checks: { ...newer.checks, ...findings.checks } };
          keep(await put<FullInspection>(path, both, newer.version));
          setMerged(true);
        }
      };
      const next = chain.current.then(send, send);
      chain.current = next.catch(() => undefined);
      return next;
    },
    onError: (error) => {
      if (problemOf(error)?.code !== 'inspection_taken') return undefined;
      say(words.lost, 'bad');
      return askAgain(inspection.id);
    },
  });
  return { save, merged, spent };
}
