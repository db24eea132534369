/** From the offer to its confirmation: contact, address, payout, each asked once; then the check page. */
import { z } from 'zod';
import { ok, type Outcome } from '../../../kernel/outcome.ts';
import { changeCase } from '../../../modules/cases/actions/edit.ts';
import type { Address } from '../../../modules/cases/actions/open.ts';
import { kindsFor } from '../../../modules/money/rules/payouts.ts';
import type { PayoutInput } from '../../offers.ts';
import { formOf, isSound, type Faults } from '../form.ts';
import { goTo, Page, show } from '../look/page.tsx';
import { ErrorSummary, Field } from '../look/parts.tsx';
import { keepSealed, readSealed, type SealedCookie } from '../sealed-cookie.ts';
import { ContactFields, contactFaults, contactOf, type ContactValues } from '../sell/contact.tsx';
import { STEPS } from '../sell/offer.tsx';
import type { Child } from 'hono/jsx';
import type { Visit } from '../visit.ts';
import { awaitsPrice, isUnconfirmed, mayAct, mine, type Mine } from './mine.ts';
import { checkPayout, PayoutChoices, payoutValues, type PayoutValues } from './payout-fields.tsx';

const payoutSchema = z.object({
  case_id: z.string(),
  payout: z.object({
    kind: z.enum(['bank', 'paypal', 'store_credit', 'cash']),
    holder: z.string().nullish(),
    iban: z.string().nullish(),
    paypal_email: z.string().nullish(),
  }),
});

/** Where the money goes, until the offer is confirmed: sealed, on the customer's own device, for an hour. */
export const PAYOUT_COOKIE: SealedCookie<z.infer<typeof payoutSchema>> = {
  name: 'reprise_payout',
  path: '/my',
  maxAgeSeconds: 3_600,
  schema: payoutSchema,
};

/** The payout method chosen on the way to the confirmation, if any. */
export function chosenPayout({ visit, view }: Mine): PayoutInput | null {
  const kept = readSealed(visit.http, PAYOUT_COOKIE, visit.site.keyring);
  return kept?.case_id === view.id ? kept.payout : null;
}

/** The first step that still lacks an answer; null when the check page can be shown. */
export function missingStep(own: Mine): string | null {
  const { view } = own;
  if (view.channel === 'mail_in' && !view.address) return '/my/confirm/address';
  if (!view.payout_method && !chosenPayout(own)) return '/my/confirm/payout';
  return null;
}

/** A page of the confirmation; whoever has nothing to confirm goes to the status page. */
export function confirming(page: (own: Mine) => Promise<Response>) {
  return mine(async (own) => {
    if (!isUnconfirmed(own.view) || awaitsPrice(own.view.items) || mayAct(own)) return goTo(own.visit, '/my');
    return await page(own);
  });
}

type Asked = {
  readonly step?: number;
  readonly title: string;
  readonly lead?: string;
  readonly back: string;
  readonly faults: Faults;
  readonly body: Child;
  readonly words?: Readonly<Record<string, string>>;
};

function askPage(own: Mine, asked: Asked): Response {
  const { visit } = own;
  const { title, lead, back, faults, body, words, step } = asked;
  return show(
    visit,
    <Page
      visit={visit}
      title={title}
      back={back}
      hasFaults={!isSound(faults)}
      words={words}
      {...(step ? { step: { n: step, of: STEPS.of } } : {})}
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

/** Saves facts of the case, then goes on to what is still missing, or to the check page. */
async function saveAndGoOn(own: Mine, patch: Parameters<typeof changeCase>[3]): Promise<Response> {
  const { visit, view } = own;
  const saved = await visit.postgres.transact(async (tx): Promise<Outcome<null>> => {
    const changed = await changeCase(tx, view.id, null, patch);
    return changed.ok ? ok(null) : changed;
  });
  return saved.ok ? goTo(visit, '/my/confirm') : goTo(visit, '/my');
}

// Address

const COUNTRIES = [
  'AT', 'BE', 'BG', 'CH', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GB', 'GR', 'HR', 'HU', 'IE', 'IS', 'IT', 'LI',
  'LT', 'LU', 'LV', 'MT', 'NL', 'NO', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK', 'US',
] as const; // prettier-ignore

function countriesOf(visit: Visit): { code: string; name: string }[] {
  const names = new Intl.DisplayNames(visit.locale, { type: 'region' });
  return [...new Set<string>([visit.shop.country, ...COUNTRIES])]
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .toSorted((a, b) => a.name.localeCompare(b.name, visit.locale));
}

function addressForm(own: Mine, values: Record<string, string | null>, faults: Faults): Response {
  const { visit } = own;
  const { say } = visit;
  const field = (name: 'line1' | 'line2' | 'postal_code' | 'city', autocomplete: string) => (
    <Field
      visit={visit}
      name={name}
      label={say(`address.${name}`)}
      value={values[name]}
      faults={faults}
      autocomplete={autocomplete}
      optional={name === 'line2'}
      short={name === 'postal_code'}
      maxlength={name === 'postal_code' ? 20 : 200}
    />
  );
  return askPage(own, {
    title: say('address.title'),
    step: STEPS.address,
    lead: say('address.lead'),
    back: '/my',
    faults,
    body: (
      <>
        {field('line1', 'address-line1')}
        {field('line2', 'address-line2')}
        {field('postal_code', 'postal-code')}
        {field('city', 'address-level2')}
        <div class="field">
          <label for="country">{say('address.country')}</label>
          <select id="country" name="country" autocomplete="country">
            {countriesOf(visit).map(({ code, name }) => (
              <option value={code} selected={code === (values['country'] ?? visit.shop.country)}>
                {name}
              </option>
            ))}
          </select>
        </div>
      </>
    ),
  });
}

/** GET /my/confirm/address */
export const addressPage = confirming(async (own) => addressForm(own, own.view.address ?? {}, {}));

/** POST /my/confirm/address */
export const saveAddress = confirming(async (own) => {
  const { say, shop } = own.visit;
  const form = await formOf(own.visit.http);
  const country = form.text('country');
  const values = {
    line1: form.text('line1').slice(0, 200),
    line2: form.text('line2').slice(0, 200),
    postal_code: form.text('postal_code').slice(0, 20).toUpperCase(),
    city: form.text('city').slice(0, 100),
    country: /^[A-Z]{2}$/.test(country) ? country : shop.country,
  };
  const faults: Faults = {
    ...(values.line1 ? {} : { line1: say('address.line1.missing') }),
    ...(values.postal_code ? {} : { postal_code: say('address.postal_code.missing') }),
    ...(values.city ? {} : { city: say('address.city.missing') }),
  };
  if (!isSound(faults)) return addressForm(own, values, faults);
  const address: Address = { ...values, line2: values.line2 || null };
  return await saveAndGoOn(own, { address });
});

// Contact

function contactForm(own: Mine, contact: ContactValues, faults: Faults): Response {
  const { visit } = own;
  return askPage(own, {
    title: visit.say('contact.title'),
    back: '/my/confirm',
    faults,
    body: <ContactFields visit={visit} contact={contact} faults={faults} />,
  });
}

/** GET /my/confirm/contact */
export const contactPage = confirming(async (own) => {
  const { name, email, phone } = own.view.contact;
  return contactForm(own, { name, email, phone: phone ?? '' }, {});
});

/** POST /my/confirm/contact */
export const saveContact = confirming(async (own) => {
  const contact = contactOf(await formOf(own.visit.http));
  const faults = contactFaults(contact, own.visit.shop.country, own.visit.say);
  if (!isSound(faults)) return contactForm(own, contact, faults);
  return await saveAndGoOn(own, { contact: { ...contact, phone: contact.phone || null } });
});

// Payout

function payoutForm(own: Mine, values: PayoutValues, faults: Faults): Response {
  const { visit, view } = own;
  const { say } = visit;
  return askPage(own, {
    title: say('payout.title'),
    step: STEPS.payout,
    lead: say('payout.lead'),
    back: view.channel === 'mail_in' ? '/my/confirm/address' : '/my',
    faults,
    words: { good: say('payout.iban.good'), wrong: say('fault.iban_check_failed') },
    body: (
      <PayoutChoices
        visit={visit}
        offered={kindsFor(view.channel, visit.shop.settings)}
        values={values}
        faults={faults}
      />
    ),
  });
}

/** GET /my/confirm/payout */
export const payoutPage = confirming(async (own) => {
  const { holder, iban, paypal_email, kind } = chosenPayout(own) ?? { kind: '' };
  const email = paypal_email ?? own.view.contact.email;
  return payoutForm(
    own,
    { kind, holder: holder ?? own.view.contact.name, iban: iban ?? '', paypal_email: email },
    {},
  );
});

/** POST /my/confirm/payout */
export const savePayout = confirming(async (own) => {
  const { visit, view } = own;
  const values = payoutValues(await formOf(visit.http));
  const checked = checkPayout(values, kindsFor(view.channel, visit.shop.settings), visit);
  if ('faults' in checked) return payoutForm(own, values, checked.faults);
  const key = { keyring: visit.site.keyring, baseUrl: visit.site.config.baseUrl };
  keepSealed(visit.http, PAYOUT_COOKIE, { case_id: view.id, payout: checked.payout }, key);
  return goTo(visit, '/my/confirm');
});
