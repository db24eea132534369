/** Check your answers, with a way to change each; then the confirmation itself. */
import type { Child } from 'hono/jsx';
import { ok, type Refusal } from '../../../kernel/outcome.ts';
import { SILENCES, type Silence } from '../../../modules/identity/rules/settings.ts';
import { readLocation } from '../../../modules/identity/store/shop.ts';
import { cancelOffer, confirmOffer, refreshOffer } from '../../offers.ts';
import { formOf, isSound, wordsOf, type Faults } from '../form.ts';
import { Lock } from '../look/icons.tsx';
import { goTo, Page, show } from '../look/page.tsx';
import { Choices, ErrorSummary, Notice } from '../look/parts.tsx';
import { dropSealed } from '../sealed-cookie.ts';
import { basketOf, keepBasket, MOST_DEVICES } from '../sell/basket.ts';
import { STEPS } from '../sell/offer.tsx';
import { longDay } from '../visit.ts';
import type { Device } from '../../../modules/quotes/rules.ts';
import { chosenPayout, confirming, missingStep, PAYOUT_COOKIE } from './confirm.tsx';
import { priceOfItem, totalOfCase, type Mine } from './mine.ts';
import { payoutWords } from './payout-fields.tsx';

function Row({ own, label, href, children }: { own: Mine; label: string; href: string; children: Child }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
      <dd class="act">
        <a class="plain" href={href}>
          {own.visit.say('change')}
          <span class="unseen">: {label}</span>
        </a>
      </dd>
    </div>
  );
}

/** The payout method in words: the one just chosen, else the one on file. */
function payoutOf(own: Mine): { words: string; href: string } {
  const chosen = chosenPayout(own);
  if (chosen) return { words: payoutWords(chosen, own.visit), href: '/my/confirm/payout' };
  const method = own.view.payout_method;
  return { words: method?.masked ?? '–', href: method ? '/my/payout' : '/my/confirm/payout' };
}

async function storeName(own: Mine): Promise<string> {
  const store = own.view.location_id ? await readLocation(own.visit.db, own.view.location_id) : null;
  return store?.name ?? '–';
}

async function Answers({ own }: { own: Mine }) {
  const { visit, view } = own;
  const { say } = visit;
  const payout = payoutOf(own);
  const { address, contact, visit_on } = view;
  return (
    <dl class="card rows">
      <Row own={own} label={say('check.contact')} href="/my/confirm/contact">
        {contact.name}
        <br />
        {contact.email}
        {contact.phone ? (
          <>
            <br />
            {contact.phone}
          </>
        ) : null}
      </Row>
      {view.channel === 'mail_in' ? (
        <Row own={own} label={say('check.address')} href="/my/confirm/address">
          {[
            address?.['line1'],
            address?.['line2'],
            `${address?.['postal_code'] ?? ''} ${address?.['city'] ?? ''}`,
          ]
            .filter(Boolean)
            .map((line) => (
              <>
                {line}
                <br />
              </>
            ))}
          {address?.['country']
            ? new Intl.DisplayNames(visit.locale, { type: 'region' }).of(address['country'])
            : ''}
        </Row>
      ) : (
        <Row own={own} label={say('check.how')} href="/my/visit">
          {say('check.visit', {
            store: await storeName(own),
            date: visit_on ? longDay(visit_on, visit.locale) : '–',
          })}
        </Row>
      )}
      <Row own={own} label={say('check.payout')} href={payout.href}>
        {payout.words}
      </Row>
    </dl>
  );
}

/** The devices with their prices, and until when those hold. */
export function Devices({ own, children }: { own: Mine; children?: Child }) {
  const { visit, view } = own;
  const { say } = visit;
  const until = view.items
    .map((item) => item.quote_valid_until)
    .filter((at) => at !== null)
    .toSorted((a, b) => a.getTime() - b.getTime())[0];
  return (
    <section class="card tight" aria-labelledby="devices">
      <h2 id="devices">{say('check.devices')}</h2>
      <ul class="rows">
        {view.items.map((item) => {
          const price = priceOfItem(item, view);
          return (
            <li>
              <span>{item.title}</span>
              <b class="num">{price ? visit.money(price) : say('basket.manual')}</b>
            </li>
          );
        })}
      </ul>
      <p class="line total">
        <span>{say('check.total')}</span>
        <span class="num">{visit.money(totalOfCase(view))}</span>
      </p>
      {until ? (
        <p class="row soft small">
          <Lock size={18} />
          {say('check.locked', { date: visit.day(until) })}
        </p>
      ) : null}
      {children}
    </section>
  );
}

async function checkForm(own: Mine, silence: string, faults: Faults, news: string | null): Promise<Response> {
  const { visit, view } = own;
  const { say, shop } = visit;
  const choices = SILENCES.filter((one) => shop.settings.silence_choices.includes(one));
  return show(
    visit,
    <Page
      visit={visit}
      title={say('check.title')}
      back="/my"
      step={{ n: STEPS.check, of: STEPS.of }}
      hasFaults={!isSound(faults)}
    >
      <ErrorSummary visit={visit} faults={faults} />
      <h1>{say('check.title')}</h1>
      <p class="lead">{say('check.lead')}</p>
      {news ? <Notice>{news}</Notice> : null}
      <Devices own={own}>
        <form method="post" action="/my/confirm/devices">
          <p class="hint">{say('check.newOffer')}</p>
          <button class="plain" type="submit">
            {say('change')}
            <span class="unseen">: {say('check.devices')}</span>
          </button>
        </form>
      </Devices>
      {await Answers({ own })}
      <form method="post" class="stack" novalidate>
        <input type="hidden" name="seen_total" value={String(totalOfCase(view).minor)} />
        <section class="card stack">
          <h2>{say('check.silence')}</h2>
          <p>{say('check.silence.lead', { days: shop.settings.revised_offer_days })}</p>
          <Choices
            visit={visit}
            name="silence"
            legend={say('check.silence')}
            value={silence}
            faults={faults}
            options={choices.map((one) => ({ value: one, title: say(`silence.${one}`) }))}
          />
        </section>
        <p>{say('check.declare')}</p>
        <button class="button" type="submit">
          {say('check.go')}
        </button>
      </form>
    </Page>,
    isSound(faults) ? 200 : 400,
  );
}

function isExpired({ visit, view }: Mine): boolean {
  return view.items.some(
    (item) => item.quote_valid_until !== null && item.quote_valid_until <= visit.ctx.now,
  );
}

/** GET /my/confirm: the first missing answer, else all of them to be checked. */
export const checkPage = confirming(async (own) => {
  const missing = missingStep(own);
  if (missing) return goTo(own.visit, missing);
  if (isExpired(own)) {
    const before = totalOfCase(own.view).minor;
    const fresh = await own.visit.postgres.transact((tx) => refreshOffer(tx, own.visit.ctx, own.view.id));
    if (fresh.ok && fresh.value.changed) return goTo(own.visit, `/my/confirm?was=${before}`);
  }
  const was = Number(own.visit.http.req.query('was'));
  const total = totalOfCase(own.view);
  const news =
    was > 0 && was !== total.minor
      ? own.visit.say('check.priceChanged', { total: own.visit.money(total) })
      : null;
  return await checkForm(own, own.view.silence, {}, news);
});

const STEP_OF: Readonly<Record<string, string>> = {
  address_missing: '/my/confirm/address',
  payout_method_missing: '/my/confirm/payout',
  visit_missing: '/my/visit',
};

async function refused(own: Mine, silence: string, no: Refusal): Promise<Response> {
  if (no.code === 'price_changed') return goTo(own.visit, `/my/confirm?was=${totalOfCase(own.view).minor}`);
  const step = STEP_OF[no.code];
  if (step) return goTo(own.visit, step);
  return await checkForm(own, silence, { silence: wordsOf(no, own.visit.say) }, null);
}

/** POST /my/confirm */
export const confirmIt = confirming(async (own) => {
  const { visit, view } = own;
  const form = await formOf(visit.http);
  const wanted = form.text('silence');
  const silence = SILENCES.find((one): one is Silence => one === wanted);
  const seen = Number(form.text('seen_total'));
  const missing = missingStep(own);
  if (missing) return goTo(visit, missing);
  const done = await visit.postgres.transact(
    async (tx) =>
      await confirmOffer(tx, visit.ctx, visit.site.keyring, view.id, {
        payout: chosenPayout(own),
        ...(silence ? { silence } : {}),
        ...(Number.isSafeInteger(seen) ? { seenTotalMinor: seen } : {}),
      }),
  );
  if (!done.ok && done.code !== 'already_confirmed') return await refused(own, wanted || view.silence, done);
  dropSealed(visit.http, PAYOUT_COOKIE);
  return goTo(visit, '/my/done');
});

/** POST /my/confirm/devices: other devices mean another offer; what was told so far is kept. */
export const changeDevices = confirming(async (own) => {
  const { visit, view } = own;
  const devices = view.items.slice(0, MOST_DEVICES).map((item): Device => {
    const answers = item.quotes[0]?.answers;
    if (item.variant_id && typeof answers === 'object' && answers !== null)
      return {
        variant_id: item.variant_id,
        answers: Object.fromEntries(Object.entries(answers).map(([k, v]) => [k, String(v)])),
      };
    const category =
      (['phone', 'tablet', 'laptop', 'watch'] as const).find((one) => one === item.category) ?? 'phone';
    return { unlisted: { category, description: item.title } };
  });
  const kept = keepBasket(visit, {
    ...basketOf(visit),
    devices: devices.map((one) => ({ ...one })),
    channel: view.channel,
    location_id: view.location_id,
    visit_on: view.visit_on,
  });
  if (!kept.ok) return goTo(visit, '/my/confirm');
  const cancelled = await visit.postgres.transact(async (tx) => {
    const done = await cancelOffer(tx, visit.ctx, view.id, 'replaced');
    return done.ok ? ok(null) : done;
  });
  return goTo(visit, cancelled.ok ? '/sell/basket' : '/my');
});
