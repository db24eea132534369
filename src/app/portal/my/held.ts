/** A hold of the customer's own case that they were asked about. */
import type { ItemView } from '../../../modules/cases/actions/view.ts';
import type { Mine } from './mine.ts';

export type Held = {
  readonly item: ItemView;
  readonly hold: ItemView['holds'][number];
  readonly isOver: boolean;
};

/** The hold of this id and reason; null when this case has none, or the customer has no part in it. */
export function heldOf({ view }: Mine, id: string, reason: string | null): Held | null {
  for (const item of view.items) {
    const hold = item.holds.find((one) => one.id === id);
    if (!hold || hold.step === null || (reason && hold.reason !== reason)) continue;
    const isOver = hold.released_at !== null || hold.step === 'approved';
    return { item, hold, isOver };
  }
  return null;
}
