/** On which days a store can be visited. Pure. */
import { after, DAY, dateIn } from '../../../kernel/time.ts';
import type { OpeningHours } from '../../../modules/identity/store/shop.ts';

type Hours = { readonly opening_hours: OpeningHours; readonly timezone: string };

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
/** How far ahead a visit is planned: the shop's own clock for visits is as long by default. */
const AHEAD_DAYS = 14;
const MOST_DAYS = 10;

function spansOf(store: Hours, day: string): [string, string][] {
  const weekday = WEEKDAYS[new Date(`${day}T12:00:00Z`).getUTCDay()] ?? 'sun';
  return store.opening_hours[weekday] ?? [];
}

/** The next days on which the store is open, as `YYYY-MM-DD`; without known hours every day counts. */
export function openDays(store: Hours, now: Date): string[] {
  const isKnown = Object.values(store.opening_hours).some((spans) => spans.length > 0);
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone: store.timezone,
    hour: '2-digit',
    minute: '2-digit',
  }).format(now);
  const days: string[] = [];
  for (let ahead = 0; ahead <= AHEAD_DAYS && days.length < MOST_DAYS; ahead += 1) {
    const day = dateIn(store.timezone, after(now, ahead * DAY));
    const spans = spansOf(store, day);
    const isOpen = spans.some(([, to]) => ahead > 0 || to > time);
    if (isKnown ? isOpen : ahead > 0) days.push(day);
  }
  return days;
}

/** `09:00–18:00` of that day; null when the hours are not known. */
export function hoursOf(store: Hours, day: string): string | null {
  const spans = spansOf(store, day);
  return spans.length > 0 ? spans.map(([from, to]) => `${from}–${to}`).join(', ') : null;
}
