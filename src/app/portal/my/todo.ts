/** Everything the customer has to do, over all devices of a case; and who acts next when there is nothing. Pure. */
import { turnOf, type Turn } from './story.ts';

export type TodoKind = 'answer' | 'proof' | 'lock' | 'question' | 'payout' | 'confirm' | 'send' | 'bring';

export type Todo = {
  readonly kind: TodoKind;
  /** Titles of the devices it is about. */
  readonly devices: readonly string[];
  /** By when; null when there is no date. */
  readonly by: Date | null;
  readonly href: string;
};

export type TodoList = {
  readonly todos: readonly Todo[];
  /** Who acts next, and by when; what is shown when the list is empty. */
  readonly next: { readonly turn: Turn; readonly by: Date | null };
};

type Hold = {
  readonly id: string;
  readonly reason: string;
  readonly step: string | null;
  readonly due_at: string;
  readonly released_at: string | null;
};

type TodoItem = {
  readonly title: string;
  readonly stage: string;
  readonly status: string;
  readonly next_actor: string;
  readonly due_at: Date | null;
  readonly price_minor: number | null;
  readonly quote_valid_until: Date | null;
  readonly holds: readonly Hold[];
};

/** What of a case the list needs; a `CaseView` has it. */
export type TodoView = {
  readonly channel: string;
  /** Calendar day of a planned visit. */
  readonly visit_on: string | null;
  readonly items: readonly TodoItem[];
};

/** Most pressing first: money waits for the first ones, a device for the others. */
const ORDER: readonly TodoKind[] = [
  'answer',
  'proof',
  'lock',
  'question',
  'payout',
  'confirm',
  'send',
  'bring',
];

const HOLD_KIND: Readonly<Record<string, TodoKind>> = { proof_of_purchase: 'proof', activation_lock: 'lock' };

const HREF: Readonly<Record<Exclude<TodoKind, 'proof' | 'lock' | 'question'>, string>> = {
  answer: '/my/answer',
  payout: '/my/payout',
  confirm: '/my/confirm',
  send: '/my/kit.pdf',
  bring: '/my/visit',
};

/** Holds that wait for the customer: each is a task of its own, with a page of its own. */
function ofHolds(item: TodoItem): Todo[] {
  if (item.stage !== 'on_hold' || item.status === 'return') return [];
  return item.holds
    .filter((hold) => hold.released_at === null && hold.step === 'waiting')
    .map((hold): Todo => {
      const kind = HOLD_KIND[hold.reason] ?? 'question';
      const href = kind === 'question' ? `/my/ask?hold=${hold.id}` : `/my/${kind}/${hold.id}`;
      return { kind, devices: [item.title], by: new Date(hold.due_at), href };
    });
}

function kindOf(item: TodoItem, channel: string): keyof typeof HREF | null {
  const place = `${item.stage}/${item.status}`;
  if (place === 'not_as_described/revised_offer') return 'answer';
  if (place === 'payout_processing/failed') return 'payout';
  // Without a price there is nothing to confirm yet.
  if (place === 'leads/new' || place === 'leads/abandoned')
    return item.price_minor === null ? null : 'confirm';
  if (place === 'leads/active') return channel === 'in_store' ? 'bring' : 'send';
  return null;
}

function earlier(a: Date | null, b: Date | null): Date | null {
  return a && b ? (a < b ? a : b) : (a ?? b);
}

/** Devices with the same task share one entry, due when the first of them is. */
function together(todos: readonly Todo[]): Todo[] {
  const byHref = new Map<string, Todo>();
  for (const todo of todos) {
    const known = byHref.get(todo.href);
    byHref.set(
      todo.href,
      known
        ? { ...known, devices: [...known.devices, ...todo.devices], by: earlier(known.by, todo.by) }
        : todo,
    );
  }
  return [...byHref.values()].toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

/** The list of a case, the most pressing task first; a day that has passed is not shown as a deadline. */
export function todoOf(view: TodoView, now: Date): TodoList {
  // While one device waits for its price the offer cannot be confirmed.
  const unpriced = view.items.some(
    (i) => i.stage === 'leads' && i.status !== 'cancelled' && i.price_minor === null,
  );
  const todos = view.items.flatMap((item): Todo[] => {
    const kind = kindOf(item, view.channel);
    if (!kind || (kind === 'confirm' && unpriced)) return ofHolds(item);
    const visit = kind === 'bring' && view.visit_on ? new Date(`${view.visit_on}T12:00:00Z`) : null;
    const by = kind === 'confirm' ? item.quote_valid_until : (visit ?? item.due_at);
    return [{ kind, devices: [item.title], by: by && by > now ? by : null, href: HREF[kind] }];
  });
  return { todos: together(todos), next: nextOf(view.items, unpriced, now) };
}

const TURNS: readonly Turn[] = ['us', 'carrier', 'customer', 'nobody'];

function nextOf(items: readonly TodoItem[], unpriced: boolean, now: Date): TodoList['next'] {
  if (unpriced) return { turn: 'us', by: null };
  const turns = items.map((item) => turnOf(item.next_actor));
  const turn = TURNS.find((one) => one !== 'customer' && turns.includes(one)) ?? 'nobody';
  const by = items
    .filter((item) => turnOf(item.next_actor) === turn)
    .reduce<Date | null>((first, item) => earlier(first, item.due_at), null);
  return { turn, by: turn !== 'nobody' && by && by > now ? by : null };
}
