/** The case in the customer's words: where each device stands, how far it has come, what happened. Pure. */
import type { TimelineRow } from '../../../modules/cases/store/case-view.ts';
import { isTextKey, type Say, type TextKey } from '../texts.ts';

type Place = { readonly stage: string; readonly status: string };

/** What the customer is told about a place; a place nobody wrote a text for says its stage's nearest. */
export function placeText(say: Say, at: Place, channel: string): { title: string; body: string } {
  const key = `at.${at.stage}/${at.status}`;
  if (!isTextKey(key)) return { title: at.status, body: '' };
  const inStore = `${key}.body.store`;
  const body = channel === 'in_store' && isTextKey(inStore) ? inStore : `${key}.body`;
  return { title: say(key), body: isTextKey(body) ? say(body) : '' };
}

export type Turn = 'customer' | 'us' | 'carrier' | 'nobody';

/** Whose turn it is, seen from outside: which of our desks does not matter there. */
export function turnOf(nextActor: string): Turn {
  return nextActor === 'customer' || nextActor === 'carrier' || nextActor === 'nobody' ? nextActor : 'us';
}

export type Mile = { readonly text: TextKey; readonly state: 'did' | 'now' | 'todo' };

const STAGE_MILE: Readonly<Record<string, number>> = {
  leads: 0,
  in_transit: 1,
  being_inspected: 2,
  not_as_described: 2,
  on_hold: 2,
  payout_processing: 3,
  completed: 4,
};

/** The four milestones of an item; none once it goes back or is cancelled. */
export function milesOf(at: Place, channel: string): Mile[] {
  const isOver =
    at.status === 'cancelled' || at.status === 'return' || at.stage === 'return' || at.stage === 'returned';
  if (isOver) return [];
  const texts: TextKey[] = [
    'my.mile.offer',
    channel === 'in_store' ? 'my.mile.visit' : 'my.mile.travel',
    'my.mile.check',
    'my.mile.paid',
  ];
  const isActiveLead = at.stage === 'leads' && at.status === 'active';
  const here = isActiveLead ? 1 : (STAGE_MILE[at.stage] ?? 0);
  return texts.map((text, i) => ({ text, state: i < here ? 'did' : i === here ? 'now' : 'todo' }));
}

export type Chapter = {
  readonly at: Date;
  readonly kind: 'move' | 'note';
  readonly text: string;
  /** True for a note the customer wrote. */
  readonly own: boolean;
  /** Numbers of the items it is about; empty when it is about all of them. */
  readonly items: readonly string[];
};

/** Steps inside our house that say nothing new to a customer. */
const SILENT: ReadonlySet<string> = new Set(['payout_corrected', 'pay_out']);

/** The timeline for the customer: moves in plain words, one line for all items that moved together, and notes to them. */
export function chapters(rows: readonly TimelineRow[], say: Say, itemCount: number): Chapter[] {
  const told: (Chapter & { items: string[] })[] = [];
  for (const row of inOrder(rows)) {
    const kind = row.kind === 'note' ? 'note' : 'move';
    const key = `move.${row.text}`;
    if (kind === 'move' && (row.kind !== 'move' || SILENT.has(row.text) || !isTextKey(key))) continue;
    const text = kind === 'move' && isTextKey(key) ? say(key) : row.text;
    const own = kind === 'note' && row.actor_kind === 'customer';
    const same = told.find((one) => one.kind === kind && one.text === text && isSameMoment(one.at, row.at));
    if (same && row.item_number) same.items.push(row.item_number);
    else told.push({ at: row.at, kind, text, own, items: row.item_number ? [row.item_number] : [] });
  }
  return told.map((one) => (one.items.length >= itemCount ? { ...one, items: [] } : one));
}

/** Items of one case that move together do so in one transaction, at one instant. */
function isSameMoment(a: Date, b: Date): boolean {
  return Math.abs(a.getTime() - b.getTime()) < 2_000;
}

/** Newest first, also where one move set off the next at the same instant: the later one begins where the other ended. */
function inOrder(rows: readonly TimelineRow[]): TimelineRow[] {
  const sorted = [...rows];
  for (let i = 0; i + 1 < sorted.length; i += 1) {
    const [newer, older] = [sorted[i], sorted[i + 1]];
    const isTie = newer?.at.getTime() === older?.at.getTime() && newer?.item_id === older?.item_id;
    const isSwapped = newer?.data?.['to'] !== undefined && newer.data['to'] === older?.data?.['from'];
    if (newer && older && isTie && isSwapped) sorted.splice(i, 2, older, newer);
  }
  return sorted;
}
