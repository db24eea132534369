/** The offer so far, how it comes to us, and where to send it: up to the case. */
import type { Child } from 'hono/jsx';
import { listLocations, type LocationRow } from '../../../modules/identity/store/shop.ts';
import { formOf, isSound, type Faults } from '../form.ts';
import { Device, Parcel, Store } from '../look/icons.tsx';
import { goTo, Page, show } from '../look/page.tsx';
import { ChoiceLink, Choices, ErrorSummary } from '../look/parts.tsx';
import { longDay, type Visit } from '../visit.ts';
import { answersQuery, basketOf, keepBasket, priceBasket, type Basket, type Line } from './basket.ts';
import { basketAside, Trust } from './browse.tsx';
import { AT } from './device.tsx';
import { hoursOf, openDays } from './opening.ts';

function BasketRow({ visit, line, at }: { visit: Visit; line: Line; at: number }) {
  const { say } = visit;
  const { device } = line;
  return (
    <li class="item">
      <Device category={line.category} size={36} />
      <span>
        <b>{line.title}</b>
        {line.refused ? <span class="fault">{line.refused}</span> : null}
      </span>
      <b class="num">{line.price ? visit.money(line.price) : say('basket.manual')}</b>
      <span class="acts">
        {'variant_id' in device ? (
          <a
            class="plain"
            href={`/sell/price/${device.variant_id}${answersQuery(device.answers, { [AT]: String(at) })}`}
          >
            {say('change')}
            <span class="unseen">: {say('basket.change.what', { what: line.title })}</span>
          </a>
        ) : null}
        <form method="post" action="/sell/basket">
          <button class="plain" type="submit" name="remove" value={String(at)}>
            {say('basket.remove')}
            <span class="unseen">: {line.title}</span>
          </button>
        </form>
      </span>
    </li>
  );
}

function EmptyBasket({ visit }: { visit: Visit }) {
  const { say } = visit;
  return (
    <Page visit={visit} title={say('basket.title')}>
      <h1>{say('basket.empty')}</h1>
      <p class="lead">{say('basket.empty.body')}</p>
      <div class="row">
        <a class="button" href="/sell">
          {say('footer.sell')}
        </a>
        {visit.who ? (
          <a class="button second" href="/my">
            {say('my.back')}
          </a>
        ) : null}
      </div>
    </Page>
  );
}

/** GET /sell/basket */
export async function basketPage(visit: Visit): Promise<Response> {
  const { say, shop } = visit;
  const basket = basketOf(visit);
  if (basket.devices.length === 0) return show(visit, <EmptyBasket visit={visit} />);
  const { lines, total } = await priceBasket(visit.db, visit.ctx, basket.devices, {
    currency: shop.currency,
    locale: visit.locale,
  });
  const isSellable = lines.every((line) => line.refused === null);
  return show(
    visit,
    <Page
      visit={visit}
      title={say('basket.title')}
      back="/sell"
      aside={
        <div class="card">
          <Trust visit={visit} />
        </div>
      }
    >
      <h1>{say('basket.title')}</h1>
      <section class="card tight">
        <h2>{say('basket.count', { count: lines.length })}</h2>
        <ul class="rows">
          {lines.map((line, at) => (
            <BasketRow visit={visit} line={line} at={at} />
          ))}
        </ul>
        <p class="line total">
          <span>{say('basket.total')}</span>
          <span class="num">{visit.money(total)}</span>
        </p>
      </section>
      <div class="row">
        {isSellable ? (
          <a class="button" href="/sell/how">
            {say('price.go')}
          </a>
        ) : null}
        <a class="button second" href="/sell">
          {say('price.another')}
        </a>
      </div>
    </Page>,
  );
}

/** Stores that take visitors. */
export async function openStores(visit: Visit): Promise<LocationRow[]> {
  return (await listLocations(visit.db)).filter((one) => one.active);
}

/** How many questions lie between the devices and the confirmation; the visit takes the address's place. */
export const STEPS = {
  how: 1,
  visit: 2,
  contact: { mail_in: 2, in_store: 3 },
  address: 3,
  payout: 4,
  check: 5,
  of: 5,
} as const;

type Asked = {
  readonly step: number;
  readonly title: string;
  readonly lead?: string;
  readonly back: string;
  readonly faults: Faults;
  readonly body: Child;
};

/** One question of the offer as a page with a form. */
export async function askPage(visit: Visit, basket: Basket, asked: Asked): Promise<Response> {
  const { title, lead, back, faults, body, step } = asked;
  return show(
    visit,
    <Page
      visit={visit}
      title={title}
      back={back}
      step={{ n: step, of: STEPS.of }}
      aside={await basketAside(visit, basket)}
      hasFaults={!isSound(faults)}
    >
      <ErrorSummary visit={visit} faults={faults} />
      <h1>{title}</h1>
      {lead ? <p class="lead">{lead}</p> : null}
      <form method="post" class="stack" novalidate>
        {body}
        <button class="button" type="submit">
          {visit.say('continue')}
        </button>
      </form>
    </Page>,
    isSound(faults) ? 200 : 400,
  );
}

async function howForm(visit: Visit, basket: Basket, faults: Faults): Promise<Response> {
  const { say } = visit;
  return await askPage(visit, basket, {
    title: say('how.title'),
    step: STEPS.how,
    back: '/sell/basket',
    faults,
    body: (
      <Choices
        visit={visit}
        name="channel"
        legend={say('how.title')}
        value={basket.channel}
        faults={faults}
        options={[
          { value: 'mail_in', title: say('how.mail'), detail: say('how.mail.hint'), icon: <Parcel /> },
          { value: 'in_store', title: say('how.store'), detail: say('how.store.hint'), icon: <Store /> },
        ]}
      />
    ),
  });
}

/** GET /sell/how; a shop without stores is not asked. */
export async function howPage(visit: Visit): Promise<Response> {
  const basket = basketOf(visit);
  if (basket.devices.length === 0) return goTo(visit, '/sell/basket');
  if ((await openStores(visit)).length === 0) {
    keepBasket(visit, { ...basket, channel: 'mail_in', location_id: null, visit_on: null });
    return goTo(visit, '/sell/contact');
  }
  return await howForm(visit, basket, {});
}

/** POST /sell/how */
export async function chooseHow(visit: Visit): Promise<Response> {
  const basket = basketOf(visit);
  const channel = (await formOf(visit.http)).text('channel');
  if (channel !== 'mail_in' && channel !== 'in_store')
    return await howForm(visit, basket, { channel: visit.say('choose.missing') });
  const isMail = channel === 'mail_in';
  keepBasket(visit, {
    ...basket,
    channel,
    location_id: isMail ? null : basket.location_id,
    visit_on: isMail ? null : basket.visit_on,
  });
  return goTo(visit, isMail ? '/sell/contact' : '/sell/store');
}

/** A store's address on one line. */
export function addressLine(store: LocationRow): string {
  const { line1, postal_code, city } = store.address;
  return [line1, `${postal_code} ${city}`.trim()].filter(Boolean).join(', ');
}

/** GET /sell/store?id=: the only one, or the one picked, is taken at once. */
export async function storePage(visit: Visit): Promise<Response> {
  const basket = basketOf(visit);
  if (basket.devices.length === 0) return goTo(visit, '/sell/basket');
  const stores = await openStores(visit);
  const picked =
    stores.length === 1 ? stores[0] : stores.find((one) => one.id === visit.http.req.query('id'));
  if (picked) {
    const visit_on = picked.id === basket.location_id ? basket.visit_on : null;
    keepBasket(visit, { ...basket, channel: 'in_store', location_id: picked.id, visit_on });
    return goTo(visit, '/sell/day');
  }
  const title = visit.say('store.title');
  return show(
    visit,
    <Page
      visit={visit}
      title={title}
      back="/sell/how"
      step={{ n: STEPS.visit, of: STEPS.of }}
      aside={await basketAside(visit, basket)}
    >
      <h1>{title}</h1>
      <ul class="choices">
        {stores.map((store) => (
          <ChoiceLink
            href={`/sell/store?id=${store.id}`}
            title={store.name}
            detail={addressLine(store)}
            icon={<Store />}
          />
        ))}
      </ul>
    </Page>,
  );
}

async function dayForm(visit: Visit, basket: Basket, store: LocationRow, faults: Faults): Promise<Response> {
  const { say, locale } = visit;
  const stores = await openStores(visit);
  return await askPage(visit, basket, {
    title: say('day.title'),
    step: STEPS.visit,
    lead: say('day.lead', { store: store.name }),
    back: stores.length > 1 ? '/sell/store' : '/sell/how',
    faults,
    body: (
      <Choices
        visit={visit}
        name="visit_on"
        legend={say('day.title')}
        value={basket.visit_on}
        faults={faults}
        options={openDays(store, visit.ctx.now).map((day) => ({
          value: day,
          title: longDay(day, locale),
          detail: hoursOf(store, day),
        }))}
      />
    ),
  });
}

async function storeOfBasket(visit: Visit, basket: Basket): Promise<LocationRow | undefined> {
  return (await openStores(visit)).find((one) => one.id === basket.location_id);
}

/** GET /sell/day */
export async function dayPage(visit: Visit): Promise<Response> {
  const basket = basketOf(visit);
  const store = await storeOfBasket(visit, basket);
  if (basket.devices.length === 0 || !store) return goTo(visit, '/sell/how');
  return await dayForm(visit, basket, store, {});
}

/** POST /sell/day */
export async function chooseDay(visit: Visit): Promise<Response> {
  const basket = basketOf(visit);
  const store = await storeOfBasket(visit, basket);
  if (!store) return goTo(visit, '/sell/how');
  const visit_on = (await formOf(visit.http)).text('visit_on');
  if (!openDays(store, visit.ctx.now).includes(visit_on))
    return await dayForm(visit, basket, store, { visit_on: visit.say('choose.missing') });
  keepBasket(visit, { ...basket, visit_on });
  return goTo(visit, '/sell/contact');
}
