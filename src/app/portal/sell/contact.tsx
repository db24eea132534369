/** The last question before the case exists; then the case itself, once however often the button is pressed. */
import { setCookie } from 'hono/cookie';
import { z } from 'zod';
import { ok, type Outcome, type Refusal } from '../../../kernel/outcome.ts';
import { after, DAY } from '../../../kernel/time.ts';
import { exchangeLink, makeLink } from '../../../modules/identity/links.ts';
import { cookieOptions } from '../../../modules/identity/http/session.ts';
import { PORTAL_COOKIE } from '../../../modules/identity/who.ts';
import { normalisePhone } from '../../../modules/identity/phones.ts';
import { makeOffer } from '../../../modules/quotes/actions/offer.ts';
import { claim, keyOf, store } from '../../../platform/http/idempotency.ts';
import type { Tx } from '../../../platform/postgres.ts';
import { busyPage } from '../error-pages.tsx';
import { formOf, isEmail, isSound, wordsOf, type Faults, type Form } from '../form.ts';
import { goTo } from '../look/page.tsx';
import { Field } from '../look/parts.tsx';
import type { Say } from '../texts.ts';
import type { Visit } from '../visit.ts';
import { basketOf, dropBasket, type Basket } from './basket.ts';
import { askPage, STEPS } from './offer.tsx';

export type ContactValues = { readonly name: string; readonly email: string; readonly phone: string };

/** Name, address and telephone of a form. */
export function contactOf(form: Form): ContactValues {
  return {
    name: form.text('name').replaceAll(/\s+/g, ' ').slice(0, 200),
    email: form.text('email'),
    phone: form.text('phone').slice(0, 40),
  };
}

/** What is wrong with them, in the visitor's words. */
export function contactFaults(contact: ContactValues, country: string, say: Say): Faults {
  const { name, email, phone } = contact;
  return {
    ...(name ? {} : { name: say('contact.name.missing') }),
    ...(email ? {} : { email: say('contact.email.missing') }),
    ...(email && !isEmail(email) ? { email: say('contact.email.wrong') } : {}),
    ...(phone && !normalisePhone(phone, country).ok ? { phone: say('contact.phone.wrong') } : {}),
  };
}

/** The three fields; also on the page that changes them. */
export function ContactFields({
  visit,
  contact,
  faults,
}: {
  visit: Visit;
  contact: ContactValues;
  faults: Faults;
}) {
  const { say } = visit;
  return (
    <>
      <Field
        visit={visit}
        name="name"
        label={say('contact.name')}
        value={contact.name}
        faults={faults}
        autocomplete="name"
      />
      <Field
        visit={visit}
        name="email"
        type="email"
        inputmode="email"
        label={say('contact.email')}
        value={contact.email}
        faults={faults}
        autocomplete="email"
        maxlength={254}
      />
      <Field
        visit={visit}
        name="phone"
        type="tel"
        inputmode="tel"
        label={say('contact.phone')}
        hint={say('contact.phone.hint')}
        value={contact.phone}
        faults={faults}
        autocomplete="tel"
        maxlength={40}
        optional
      />
    </>
  );
}

async function contactForm(
  visit: Visit,
  basket: Basket,
  contact: ContactValues,
  faults: Faults,
): Promise<Response> {
  return await askPage(visit, basket, {
    title: visit.say('contact.title'),
    step: STEPS.contact[basket.channel ?? 'mail_in'],
    lead: visit.say('contact.lead'),
    back: basket.channel === 'in_store' ? '/sell/day' : '/sell/how',
    faults,
    body: <ContactFields visit={visit} contact={contact} faults={faults} />,
  });
}

/** Where the flow stands before the contact can be asked; null when it can. */
function missingStep(basket: Basket): string | null {
  if (basket.devices.length === 0) return '/sell/basket';
  if (basket.channel === null) return '/sell/how';
  return basket.channel === 'in_store' && !(basket.location_id && basket.visit_on) ? '/sell/store' : null;
}

/** GET /sell/contact */
export async function contactPage(visit: Visit): Promise<Response> {
  const basket = basketOf(visit);
  const missing = missingStep(basket);
  if (missing) return goTo(visit, missing);
  return await contactForm(visit, basket, { name: '', email: '', phone: '' }, {});
}

const madeSchema = z.object({ caseId: z.string(), customerId: z.string() });
type Made = z.infer<typeof madeSchema>;

/** Makes the case, or gives the one this basket made before. */
async function offerOnce(
  tx: Tx,
  visit: Visit,
  basket: Basket,
  contact: ContactValues,
): Promise<Outcome<Made>> {
  const caller = { actor: { kind: 'visitor' } as const, ip: visit.ip };
  const key = keyOf(basket.id, caller, '/sell/contact', JSON.stringify(basket.devices));
  const before = await claim(tx, key, visit.ctx.now);
  if (!before.ok) return before;
  if (before.value) return ok(madeSchema.parse(JSON.parse(before.value.text)));
  const ctx = { ...visit.ctx, actor: { kind: 'visitor' } as const };
  const offer = await makeOffer(tx, ctx, {
    devices: basket.devices,
    channel: basket.channel ?? 'mail_in',
    contact: { name: contact.name, email: contact.email, phone: contact.phone || null },
    locale: visit.locale,
    locationId: basket.location_id,
    visitOn: basket.visit_on,
    source: 'portal',
  });
  if (!offer.ok) return offer;
  const { caseId, customerId } = offer.value;
  await store(tx, key, { status: 201, text: JSON.stringify({ caseId, customerId }), headers: {} }, ctx.now);
  return ok({ caseId, customerId });
}

/** The case and a session for it on this device. */
async function open(visit: Visit, basket: Basket, contact: ContactValues): Promise<Outcome<string>> {
  return await visit.postgres.transact(async (tx) => {
    const made = await offerOnce(tx, visit, basket, contact);
    if (!made.ok) return made;
    const link = await makeLink(tx, visit.ctx, { purpose: 'portal', power: 'act', ...made.value });
    const session = await exchangeLink(tx, visit.ctx, link.token);
    return session.ok ? ok(session.value.sessionToken) : session;
  });
}

function faultsOf(refusal: Refusal, visit: Visit): Faults {
  const words = wordsOf(refusal, visit.say);
  const field = refusal.field?.replace(/^contact\./, '') ?? '';
  return ['name', 'email', 'phone'].includes(field) ? { [field]: words } : { name: words };
}

/** POST /sell/contact: makes the offer and leads to its confirmation. */
export async function makeTheOffer(visit: Visit): Promise<Response> {
  const basket = basketOf(visit);
  const missing = missingStep(basket);
  if (missing) return goTo(visit, missing);
  const contact = contactOf(await formOf(visit.http));
  const faults = contactFaults(contact, visit.shop.country, visit.say);
  if (!isSound(faults)) return await contactForm(visit, basket, contact, faults);
  if (visit.site.deps.limiter.take('public_write', visit.ip, visit.ctx.now.getTime()).wait > 0)
    return busyPage(visit);
  const opened = await open(visit, basket, contact);
  if (!opened.ok) return await contactForm(visit, basket, contact, faultsOf(opened, visit));
  const expires = after(visit.ctx.now, DAY);
  setCookie(visit.http, PORTAL_COOKIE, opened.value, cookieOptions(visit.site.config.baseUrl, expires));
  dropBasket(visit);
  return goTo(visit, '/my/confirm');
}
