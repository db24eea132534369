/** /my: where the offer stands, who acts next and by when, what happened, and what the customer can do. */
import { createHash } from 'node:crypto';
import { intlTag } from '../../../kernel/locale.ts';
import type { ItemView } from '../../../modules/cases/actions/view.ts';
import { readTimeline } from '../../../modules/cases/store/case-view.ts';
import { readLocation } from '../../../modules/identity/store/shop.ts';
import { maskEmail, maskPhone } from '../../../platform/secrets.ts';
import { Device } from '../look/icons.tsx';
import { Page, show } from '../look/page.tsx';
import { Notice } from '../look/parts.tsx';
import { isTextKey, type TextKey } from '../texts.ts';
import { longDay } from '../visit.ts';
import {
  awaitsPrice,
  isUnconfirmed,
  itemsFor,
  mayAct,
  mine,
  priceOfItem,
  totalOfCase,
  type Mine,
} from './mine.ts';
import { TodoSection } from './todo-list.tsx';
import { chapters, milesOf, placeText, turnOf, type Chapter } from './story.ts';

function groups(items: readonly ItemView[]): ItemView[][] {
  const byPlace = new Map<string, ItemView[]>();
  for (const item of items) {
    const key = `${item.stage}/${item.status}`;
    byPlace.set(key, [...(byPlace.get(key) ?? []), item]);
  }
  return [...byPlace.values()];
}

function Miles({ own, item }: { own: Mine; item: ItemView }) {
  const { say } = own.visit;
  const miles = milesOf(item, own.view.channel);
  if (miles.length === 0) return null;
  return (
    <ol class="miles">
      {miles.map(({ text, state }) => (
        <li class={state} aria-current={state === 'now' ? 'step' : undefined}>
          {say(text)}
          <span class="unseen">: {say(state === 'did' ? 'my.mile.done' : `my.mile.${state}`)}</span>
        </li>
      ))}
    </ol>
  );
}

const TURN_CLASS = {
  customer: 'badge yours',
  us: 'badge ours',
  carrier: 'badge ours',
  nobody: 'badge',
} as const;

function Place({ own, items }: { own: Mine; items: readonly ItemView[] }) {
  const { visit, view } = own;
  const { say } = visit;
  const [first] = items;
  if (!first) return null;
  const isPricing = awaitsPrice(items);
  const { title, body } = isPricing
    ? { title: say('manual.title'), body: say('manual.body') }
    : placeText(say, first, view.channel);
  const turn = isPricing ? 'us' : turnOf(first.next_actor);
  const isAsk = first.stage === 'on_hold' && ['activation_lock', 'proof_of_purchase'].includes(first.status);
  const due = items
    .map((one) => one.due_at)
    .filter((at) => at !== null)
    .toSorted((a, b) => a.getTime() - b.getTime())[0];
  const isDated = due && due > visit.ctx.now && turn !== 'nobody' && !isPricing;
  return (
    <section class="card stack" aria-label={title}>
      <Miles own={own} item={first} />
      <div class="tight">
        <p class="row">
          <span class={TURN_CLASS[turn]}>{say(`my.turn.${turn}`)}</span>
          <span class="soft small">
            {isDated
              ? say('my.by', { date: visit.day(due) })
              : say('my.since', { date: visit.day(first.entered_at) })}
          </span>
        </p>
        <h2>{title}</h2>
        {/* While it is our turn nobody is asked for what they have sent, or were not asked for yet. */}
        <p>{isAsk && turn === 'us' ? say('todo.next.us') : body}</p>
      </div>
      <ul class="rows">
        {items.map((item) => (
          <DeviceRow own={own} item={item} />
        ))}
      </ul>
    </section>
  );
}

function DeviceRow({ own, item }: { own: Mine; item: ItemView }) {
  const { visit, view } = own;
  const price = priceOfItem(item, view);
  return (
    <li class="item">
      <Device category={item.category} size={36} />
      <span>
        <b>{item.title}</b>
        <br />
        <span class="soft small num">{item.number}</span>
      </span>
      <b class="num">{price ? visit.money(price) : visit.say('basket.manual')}</b>
    </li>
  );
}

function Story({ own, told }: { own: Mine; told: readonly Chapter[] }) {
  const { visit, view } = own;
  const { say, locale } = visit;
  const time = new Intl.DateTimeFormat(intlTag(locale), {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: visit.shop.timezone,
  });
  const titleOf = (number: string) => view.items.find((one) => one.number === number)?.title ?? number;
  return (
    <section class="card stack" aria-labelledby="story">
      <h2 id="story">{say('my.timeline')}</h2>
      <ol class="story">
        {told.map((one) => (
          <li>
            <time datetime={one.at.toISOString()}>{time.format(one.at)}</time>
            {one.kind === 'note' ? <b>{say(one.own ? 'my.note.yours' : 'my.note')}</b> : one.text}
            {one.items.length > 0 ? <span class="soft"> · {one.items.map(titleOf).join(', ')}</span> : null}
            {one.kind === 'note' ? <p class="words">{one.text}</p> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}

async function Details({ own }: { own: Mine }) {
  const { visit, view } = own;
  const { say } = visit;
  const store = view.location_id ? await readLocation(visit.db, view.location_id) : null;
  const { contact, address, payout_method: method } = view;
  const parcels = view.parcels.filter((one) => one.tracking_number);
  return (
    <section class="card tight" aria-labelledby="details">
      <h2 id="details">{say('my.details')}</h2>
      <dl class="rows">
        <div>
          <dt>{say('check.contact')}</dt>
          <dd>
            {contact.name}
            <br />
            {maskEmail(contact.email)}
            {contact.phone ? `, ${maskPhone(contact.phone)}` : ''}
          </dd>
        </div>
        {address ? (
          <div>
            <dt>{say('check.address')}</dt>
            <dd>
              {`${address['postal_code']?.slice(0, 2) ?? ''}•••`} {address['city']}
            </dd>
          </div>
        ) : null}
        {view.channel === 'in_store' && store ? (
          <div>
            <dt>{say('check.how')}</dt>
            <dd>
              {say('check.visit', {
                store: store.name,
                date: view.visit_on ? longDay(view.visit_on, visit.locale) : '–',
              })}
            </dd>
          </div>
        ) : null}
        {method ? (
          <div>
            <dt>{say('check.payout')}</dt>
            <dd>{methodWords(own, method)}</dd>
          </div>
        ) : null}
        {parcels.map((parcel) => (
          <div>
            <dt>{parcel.carrier ?? ''}</dt>
            <dd class="num">{parcel.tracking_number}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** A stored payout method: its kind in words, its account masked. */
export function methodWords({ visit }: Mine, method: { kind: string; masked: string }): string {
  const key = `payout.${method.kind}`;
  const name = isTextKey(key) ? visit.say(key) : method.kind;
  return method.kind === 'bank' || method.kind === 'paypal' ? `${name}, ${method.masked}` : name;
}

function Quiet({ own }: { own: Mine }) {
  const { visit, view } = own;
  const { say } = visit;
  const links: [TextKey, string, boolean][] = [
    ['my.payout.change', '/my/payout', view.payout_method !== null && !isSettled(own)],
    ['ask.link', '/my/ask', true],
    ['my.cancel', '/my/cancel', itemsFor(view, 'cancel').length > 0],
    ['my.withdraw', '/my/withdraw', itemsFor(view, 'withdraw', 'note_withdrawal').length > 0],
  ];
  return (
    <div class="quietly">
      {mayAct(own)
        ? null
        : links
            .filter(([, , isOpen]) => isOpen)
            .map(([key, href]) => (
              <a class="plain" href={href}>
                {say(key)}
              </a>
            ))}
      <form method="post" action="/my/leave">
        <button class="plain" type="submit">
          {say('my.leave')}
        </button>
      </form>
    </div>
  );
}

function isSettled({ view }: Mine): boolean {
  return view.items.every(
    (item) => ['completed', 'returned'].includes(item.stage) || item.status === 'cancelled',
  );
}

const NEWS: ReadonlySet<string> = new Set([
  'cancelled',
  'withdrawn',
  'payout',
  'answered',
  'saved',
  'asked',
  'heard',
]);

/** GET /my?done= */
export const statusPage = mine(async (own) => {
  const { visit, view } = own;
  const { say } = visit;
  const rows = await readTimeline(visit.db, view.id, {
    kinds: ['move', 'note'],
    publicOnly: true,
    after: null,
    limit: 200,
  });
  const told = chapters(rows, say, view.items.length);
  const done = visit.http.req.query('done') ?? '';
  const places = groups(view.items);
  const total = totalOfCase(view);
  const stamp = createHash('sha256')
    .update(JSON.stringify([view.version, view.items.map((i) => [i.seq, i.price_minor]), told.length]))
    .digest('hex')
    .slice(0, 12);
  return show(
    visit,
    <Page
      visit={visit}
      title={say('my.title', { reference: view.reference })}
      aside={
        <>
          {isUnconfirmed(view) ? null : await Details({ own })}
          <Quiet own={own} />
        </>
      }
    >
      <div class="stack" data-live={stamp}>
        {NEWS.has(done) ? <Notice fine>{say(`my.done.${done}` as 'my.done.saved')}</Notice> : null}
        <div class="tight">
          <h1>{say('my.title', { reference: view.reference })}</h1>
          <p class="soft">
            {say('my.made', { date: visit.day(view.created_at) })}
            {view.items.length > 1 ? ` · ${say('my.total')} ${visit.money(total)}` : ''}
          </p>
        </div>
        <TodoSection own={own} />
        {places.map((items) => (
          <Place own={own} items={items} />
        ))}
        <Story own={own} told={told} />
      </div>
    </Page>,
  );
});
