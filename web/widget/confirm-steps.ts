/** Address, payout, the check, the confirmation. */
import { Problem, type Confirmed } from './api.ts';
import { isEmail, isIban } from './checks.ts';
import { h } from './dom.ts';
import type { App, Step } from './app.ts';
import { ensureOffer, lines } from './offer-steps.ts';
import { changeButton, mainButton, radios, row, secondButton, textForm, type FieldSpec } from './parts.ts';
import type { TextKey } from './texts/en.ts';

const COUNTRIES =
  'AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK US';

function countries(app: App): [string, string][] {
  const names = new Intl.DisplayNames(app.lang, { type: 'region' });
  return [...new Set([app.shop.country, ...COUNTRIES.split(' ')])]
    .map((code): [string, string] => [code, names.of(code) ?? code])
    .sort((a, b) => a[1].localeCompare(b[1], app.lang));
}

const address: Step = (app) => {
  const { state, say } = app;
  const field = (name: 'line1' | 'line2' | 'postal_code' | 'city', autocomplete: string): FieldSpec => ({
    name,
    label: say(name),
    value: state.address[name],
    autocomplete,
    optional: name === 'line2',
    check: (text) => (text || name === 'line2' ? null : say('missing')),
  });
  const form = textForm(
    app,
    [
      field('line1', 'address-line1'),
      field('line2', 'address-line2'),
      field('postal_code', 'postal-code'),
      field('city', 'address-level2'),
      {
        name: 'country',
        label: say('country'),
        value: state.address.country || app.shop.country,
        list: countries(app),
        autocomplete: 'country',
        check: () => null,
      },
    ],
    [],
    (values) => {
      Object.assign(state.address, values);
      app.next('payout');
    },
  );
  return { title: say('address'), body: [form] };
};

function payoutFields(app: App, kind: string): FieldSpec[] {
  const { state, say } = app;
  const { payout, contact } = state;
  if (kind === 'bank')
    return [
      {
        name: 'iban',
        label: say('iban'),
        value: payout.iban,
        judge: (text) => (isIban(text) ? say('ibanGood') : null),
        check: (text) => (isIban(text) ? null : say('ibanFault')),
      },
      {
        name: 'holder',
        label: say('holder'),
        value: payout.holder || contact.name,
        autocomplete: 'name',
        check: (text) => (text ? null : say('missing')),
      },
    ];
  if (kind === 'paypal')
    return [
      {
        name: 'paypal_email',
        label: say('paypal_email'),
        value: payout.paypal_email || contact.email,
        type: 'email',
        inputmode: 'email',
        autocomplete: 'email',
        check: (text) => (isEmail(text) ? null : say('emailFault')),
      },
    ];
  return [];
}

const payout: Step = (app) => {
  const { state, say } = app;
  const kinds = app.shop.payout_methods[state.channel === 'in_store' ? 'in_store' : 'mail_in'];
  const place = h('div', { class: 'body' });
  const show = (kind: string) => {
    state.payout.kind = kind;
    place.replaceChildren(
      textForm(app, payoutFields(app, kind), [], (values) => {
        Object.assign(state.payout, values);
        app.next('check');
      }),
    );
  };
  if (state.payout.kind) show(state.payout.kind);
  return {
    title: say('pay'),
    body: [
      radios(
        'kind',
        say('pay'),
        kinds.map((kind) => ({ value: kind, title: say(kind as TextKey) })),
        state.payout.kind,
        show,
      ),
      place,
    ],
  };
};

function payoutWords(app: App): string {
  const { kind, iban, paypal_email } = app.state.payout;
  const bare = iban.replace(/[\s.-]/g, '');
  const account =
    kind === 'bank'
      ? `, ${bare.slice(0, 2).toUpperCase()}•• ${bare.slice(-4)}`
      : kind === 'paypal'
        ? `, ${paypal_email}`
        : '';
  return app.say(kind as TextKey) + account;
}

function answers(app: App): HTMLElement {
  const { state, say } = app;
  const { contact, address: at } = state;
  const line = (label: string, text: string, step: string) =>
    row(
      h('span', {}, h('small', {}, label), text),
      changeButton(app, label, () => app.change(step)),
    );
  const store = app.shop.locations.find((one) => one.id === state.location);
  return h(
    'div',
    {},
    line(say('email'), [contact.name, contact.email, contact.phone].filter(Boolean).join(', '), 'contact'),
    state.channel === 'mail_in'
      ? line(
          say('address'),
          [at.line1, at.line2, `${at.postal_code} ${at.city}`, at.country].filter(Boolean).join(', '),
          'address',
        )
      : line(say('when'), `${store?.name ?? ''}, ${app.date(state.day)}`, 'day'),
    line(say('pay'), payoutWords(app), 'payout'),
  );
}

async function send(app: App): Promise<void> {
  const { state } = app;
  await ensureOffer(app);
  const { kind, holder, iban, paypal_email } = state.payout;
  const { name, email, phone } = state.contact;
  const done = await app.post<Confirmed>(
    '/api/offers/confirm',
    {
      contact: { name, email, phone: phone || null },
      ...(state.channel === 'mail_in'
        ? { address: { ...state.address, line2: state.address.line2 || null } }
        : { location_id: state.location, visit_on: state.day }),
      payout: {
        kind,
        ...(kind === 'bank' ? { holder, iban } : {}),
        ...(kind === 'paypal' ? { paypal_email } : {}),
      },
      silence: state.silence || app.shop.silence,
      seen_total: { minor: state.offer?.minor, currency: app.shop.currency },
    },
    { token: state.offer?.token ?? '' },
  );
  state.done = { reference: done.reference, kit: done.kit_url !== null };
  app.tell('confirmed', { reference: done.reference });
  app.go('done');
}

/** What the server minds, at the step it is about. */
function stepOf(error: Problem): string | null {
  if (/^payout|iban|holder|paypal/.test(error.field) || /payout/.test(error.code)) return 'payout';
  if (error.field.startsWith('address') || error.code === 'address_missing') return 'address';
  return /^contact|phone|email/.test(error.field) ? 'contact' : null;
}

const check: Step = async (app) => {
  const { state, say, shop } = app;
  // An account number is not kept over a reload: it is asked for again.
  if (!state.payout.kind || (state.payout.kind === 'bank' && !state.payout.iban)) {
    state.step = 'payout';
    state.after = null;
    return await payout(app);
  }
  const news = h('p', { role: 'status' });
  const confirm = async () => {
    try {
      await send(app);
    } catch (error) {
      if (!(error instanceof Problem) || error.code === 'offline') throw error;
      const total = error.more['total'] as { minor: number } | undefined;
      if (error.code === 'already_confirmed') {
        state.done = { reference: state.offer?.reference ?? '', kit: state.channel === 'mail_in' };
        app.go('done');
      } else if (error.code === 'price_changed' && total && state.offer) {
        state.offer.minor = total.minor;
        news.className = 'box';
        news.textContent = say('priceChanged', { total: app.money(total.minor) });
      } else if (stepOf(error)) {
        app.change(stepOf(error) ?? 'check');
        throw error;
      } else throw error;
    }
  };
  return {
    title: say('check'),
    body: [
      lines(app, false),
      h(
        'div',
        {},
        changeButton(app, say('offer'), () => app.change('offer')),
      ),
      answers(app),
      h('h3', {}, say('silence')),
      h('p', {}, say('silenceLead', { days: shop.revised_offer_days })),
      radios(
        'silence',
        say('silence'),
        shop.silence_choices.map((one) => ({ value: one, title: say(one as TextKey) })),
        state.silence || shop.silence,
        (value) => (state.silence = value),
      ),
      h('p', { class: 'hint' }, say('declare')),
      news,
      mainButton(say('confirm'), () => app.attempt(confirm)),
    ],
  };
};

const done: Step = (app) => {
  const { state, say } = app;
  const isPriced = state.lines.every((line) => line.minor !== null);
  const next = state.channel === 'mail_in' ? 'nextMail' : 'nextStore';
  return {
    title: say('thanks'),
    body: [
      h('p', {}, say('reference')),
      h('p', { class: 'ref', part: 'reference' }, state.done?.reference ?? ''),
      h('h3', {}, say('next')),
      h('p', {}, say(isPriced ? next : 'byHand')),
      h('a', { class: 'main', part: 'button', href: app.api + (state.offer?.path ?? '/my') }, say('follow')),
      secondButton(say('again'), () => app.reset(false)),
    ],
  };
};

export const confirmSteps: Readonly<Record<string, Step>> = { address, payout, check, done };
