/** What became of a revised offer. */
import type { Dispute } from '../../contract/cases.ts';
import type { Revision } from '../../contract/revision.ts';
import type { Tone } from '../parts/Mark.tsx';

export type Outcome =
  | 'offered'
  | 'accepted'
  | 'declined'
  | 'lapsed_accepted'
  | 'lapsed_declined'
  | 'disputed'
  | 'superseded'
  | 'withdrawn'
  | 'expired';

export const OUTCOME_TONES: Readonly<Record<Outcome, Tone>> = {
  offered: 'amber',
  accepted: 'green',
  declined: 'grey',
  lapsed_accepted: 'green',
  lapsed_declined: 'grey',
  disputed: 'violet',
  superseded: 'grey',
  withdrawn: 'grey',
  expired: 'grey',
};

/**
 * What became of it. An offer off the table was disputed when the dispute names it, replaced when a later one was
 * sent, and otherwise taken back.
 */
export function outcomeOf(
  one: Pick<Revision, 'id' | 'state' | 'number' | 'answered'>,
  all: readonly Pick<Revision, 'number'>[],
  dispute: Pick<Dispute, 'quote_id'> | null,
): Outcome {
  const bySilence = one.answered?.how === 'silence';
  if (one.state === 'accepted') return bySilence ? 'lapsed_accepted' : 'accepted';
  if (one.state === 'declined') return bySilence ? 'lapsed_declined' : 'declined';
  if (one.state === 'superseded') {
    if (dispute?.quote_id === one.id) return 'disputed';
    return all.some((other) => other.number > one.number) ? 'superseded' : 'withdrawn';
  }
  return one.state === 'offered' ? 'offered' : 'expired';
}
