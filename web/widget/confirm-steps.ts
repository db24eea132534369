/** Address, payout, the check, the confirmation. */
import { Problem, type Confirmed } from './api.ts';
import { isEmail, isIban, stepOfField } from './checks.ts';
import { h } from './dom.ts';
import type { App, Step } from './app.ts';
import { ensureOffer, lines } from './offer-steps.ts';
import { changeButton, mainButton, radios, row, textForm, type FieldSpec } from './parts.ts';
import { keyFor } from './state.ts';
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
    ...(name === 'postal_code' ? { max: 20 } : name === 'city' ? { max: 100 } : {}),
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
        max: 60,
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
        max: 254,
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

/** Not kept over a reload, because it names an account number: the server then knows the offer as confirmed. */
const sent = { key: '', keyed: '' };

async function send(app: App): Promise<void> {
  const { state } = app;
  await ensureOffer(app);
  const { kind, holder, iban, paypal_email } = state.payout;
  const { name, email, phone } = state.contact;
  const body = {
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
  };
  const done = await app.post<Confirmed>('/api/offers/confirm', body, {
    token: state.offer?.token ?? '',
    key: keyFor(sent, body),
  });
  finish(app, done.reference, done.kit_url ?? '');
  app.tell('confirmed', { reference: done.reference });
}

function finish(app: App, reference: string, kit: string): void {
  const by = new Date(Date.now() + app.shop.ship_by_days * 86_400_000).toISOString();
  app.state.done = { reference, kit, by };
  app.go('done');
}

/** The step at which a refusal can be mended; null when it is about none. */
function stepOf(error: Problem): string | null {
  if (error.code === 'payout_method_missing') return 'payout';
  if (error.code === 'address_missing') return 'address';
  return stepOfField(error.field);
}

/** What an offer could not be confirmed for: shown here, or at the step where it can be mended. */
function mend(app: App, error: unknown, news: HTMLElement): void {
  const { state } = app;
  if (!(error instanceof Problem) || error.code === 'offline') throw error;
  const total = error.more['total'] as { minor: number } | undefined;
  const step = stepOf(error);
  if (error.code === 'already_confirmed') finish(app, state.offer?.reference ?? '', '');
  else if (error.code === 'price_changed' && total && state.offer) {
    state.offer.minor = total.minor;
    news.className = 'box';
    news.textContent = app.say('priceChanged', { total: app.money(total.minor) });
  } else if (step) app.amend(step, error);
  else throw error;
}

/** What no answer to a new price means: chosen where the shop offers a choice, else said. */
function silenceChoice(app: App): HTMLElement {
  const { state, say, shop } = app;
  const [only, second] = shop.silence_choices;
  if (!second) return h('p', { class: 'box' }, say((only ?? shop.silence) as TextKey));
  return radios(
    'silence',
    say('silence'),
    shop.silence_choices.map((one) => ({ value: one, title: say(one as TextKey) })),
    state.silence || shop.silence,
    (value) => (state.silence = value),
  );
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
      mend(app, error, news);
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
      silenceChoice(app),
      h('p', { class: 'hint' }, say('declare')),
      news,
      mainButton(say('confirm'), () => app.attempt(confirm)),
    ],
  };
};

/** What happens next, and when. */
function nextSteps(app: App): string[] {
  const { state, say, shop } = app;
  const at = shop.locations.find((one) => one.id === state.location);
  if (state.lines.some((line) => line.minor === null)) return [say('byHand')];
  if (state.channel === 'mail_in')
    return [say('mail1'), say('mail2', { date: app.date(state.done?.by ?? '') }), say('paid')];
  const store = [at?.name, at?.address.line1, at?.address.city].filter(Boolean).join(', ');
  return [say('store1'), say('store2', { store, date: app.date(state.day) }), say('paid')];
}

const done: Step = (app) => {
  const { state, say } = app;
  const { reference = '', kit = '' } = state.done ?? {};
  const link = (words: string, path: string, look: string) =>
    h(
      'a',
      { class: look, part: look === 'main' ? 'button' : 'button-secondary', href: app.api + path },
      words,
    );
  return {
    title: say('thanks'),
    lead: say('mailed', { email: state.contact.email }),
    body: [
      h('div', {}, h('p', {}, say('reference')), h('p', { class: 'ref', part: 'reference' }, reference)),
      h('h3', {}, say('next')),
      h(
        'ol',
        {},
        nextSteps(app).map((text) => h('li', {}, text)),
      ),
      kit ? link(say('kit'), kit, 'main') : null,
      link(say('follow'), state.offer?.path ?? '/my', kit ? 'second' : 'main'),
      h('button', { class: 'plain', type: 'button', onclick: () => app.reset(false) }, say('again')),
    ],
  };
};

export const confirmSteps: Readonly<Record<string, Step>> = { address, payout, check, done };
