/** The offer, how it comes to us, and where to send it: up to the case. */
import type { Offer } from './api.ts';
import { afterContact, isEmail, openDays } from './checks.ts';
import { h } from './dom.ts';
import type { App, Step } from './app.ts';
import { changeButton, choices, mainButton, row, secondButton, textForm } from './parts.ts';
import { keepState, keyFor, type State } from './state.ts';

/** The devices with their prices; with `edit`, ways to change or remove each. */
export function lines(app: App, edit: boolean): HTMLElement {
  const { state, say } = app;
  const total = state.lines.reduce((sum, line) => sum + (line.minor ?? 0), 0);
  return h(
    'div',
    {},
    state.lines.map((line, at) => {
      const price = h('b', {}, line.minor === null ? say('byMail') : app.money(line.minor));
      if (!edit) return row(line.title, price);
      return h(
        'div',
        { class: 'row edit' },
        h('span', {}, line.title),
        price,
        h(
          'span',
          {},
          'variant_id' in line.device && changeButton(app, line.title, () => edited(app, at)),
          h(
            'button',
            { class: 'plain', type: 'button', onclick: () => removed(app, at) },
            say('remove'),
            h('span', { class: 'unseen' }, `: ${line.title}`),
          ),
        ),
      );
    }),
    h('div', { class: 'row total' }, h('span', {}, say('total')), h('b', {}, app.money(total))),
  );
}

function edited(app: App, at: number): void {
  const line = app.state.lines[at];
  if (!line || !('variant_id' in line.device)) return;
  const { variant_id, answers } = line.device;
  Object.assign(app.state, {
    at,
    variant: { id: variant_id, title: line.title },
    model: { slug: '', title: line.title },
    answers: { ...answers },
  });
  app.change('price');
}

function removed(app: App, at: number): void {
  app.state.lines.splice(at, 1);
  app.state.at = null;
  if (app.state.lines.length === 0) app.reset(false);
  else app.go('offer');
}

const offer: Step = (app) => ({
  title: app.say('offer'),
  body: [
    lines(app, true),
    mainButton(app.say('go'), () => app.next('how')),
    secondButton(app.say('another'), () => app.reset(true)),
  ],
});

/** What the shop's page has fixed is not asked. */
function fixed(app: App): { channel: string | null; location: string | null } {
  const channel = app.host.getAttribute('channel');
  const location = app.host.getAttribute('location');
  return {
    channel: app.shop.locations.length === 0 ? 'mail_in' : channel,
    location: app.shop.locations.some((one) => one.id === location) ? location : null,
  };
}

const how: Step = (app) => {
  const { state, say } = app;
  const wanted = fixed(app).channel;
  const pick = (channel: string) => {
    state.channel = channel;
    if (channel === 'mail_in') Object.assign(state, { location: '', day: '' });
    app.go(channel === 'in_store' ? 'store' : 'contact');
  };
  const all = [
    { id: 'mail_in', title: say('mail'), detail: say('mailHint') },
    { id: 'in_store', title: say('store'), detail: say('storeHint') },
  ];
  const offered = all.filter((one) => !wanted || one.id === wanted);
  const [only, second] = offered;
  if (only && !second) {
    state.channel = only.id;
    state.step = only.id === 'in_store' ? 'store' : 'contact';
    return only.id === 'in_store' ? store(app) : contact(app);
  }
  return { title: say('how'), body: [choices(offered.map((one) => ({ ...one, pick: () => pick(one.id) })))] };
};

const store: Step = (app) => {
  const { state } = app;
  const only = fixed(app).location;
  const stores = app.shop.locations.filter((one) => !only || one.id === only);
  const [sole, second] = stores;
  if (sole && !second) {
    Object.assign(state, { location: sole.id, step: 'day' });
    return day(app);
  }
  return {
    title: app.say('which'),
    body: [
      choices(
        stores.map((one) => ({
          title: one.name,
          detail: [one.address.line1, one.address.city].filter(Boolean).join(', '),
          pick: () => {
            state.location = one.id;
            app.go('day');
          },
        })),
      ),
    ],
  };
};

const day: Step = (app) => {
  const { state } = app;
  const at = app.shop.locations.find((one) => one.id === state.location);
  return {
    title: app.say('when'),
    lead: at?.name ?? '',
    body: [
      choices(
        openDays(at?.opening_hours ?? {}, new Date()).map((one) => ({
          title: app.date(one.day),
          detail: one.hours,
          pick: () => {
            state.day = one.day;
            app.next('contact');
          },
        })),
      ),
    ],
  };
};

/** Devices, channel and visit as one text: another text is another offer. */
function fingerprint({ lines: all, channel, location, day: on }: State): string {
  return JSON.stringify([all.map((line) => line.device), channel, location, on]);
}

/** Makes the offer, once for what it holds; one made before for something else is cancelled. */
export async function ensureOffer(app: App): Promise<void> {
  const { state } = app;
  const of = fingerprint(state);
  if (state.offer?.of === of) return;
  const before = state.offer;
  const { name, email, phone } = state.contact;
  const body = {
    items: state.lines.map((line) => line.device),
    channel: state.channel,
    contact: { name, email, phone: phone || null },
    locale: app.lang,
    location_id: state.location || null,
    visit_on: state.day || null,
    source: 'widget',
  };
  const key = keyFor(state, body);
  keepState(app.api, state);
  const made = await app.post<Offer>('/api/offers', body, { key });
  state.offer = {
    of,
    token: made.token,
    reference: made.reference,
    path: made.portal_url,
    minor: made.total.minor,
    until: made.valid_until,
  };
  app.tell('offer', { reference: made.reference, total: made.total });
  // The old one is no longer wanted; should this call fail, its clock ends it.
  if (before)
    app.post('/api/offers/cancel', { reason: 'replaced' }, { token: before.token }).catch(() => undefined);
}

const contact: Step = (app) => {
  const { state, say } = app;
  const form = textForm(
    app,
    [
      {
        name: 'name',
        label: say('name'),
        value: state.contact.name,
        autocomplete: 'name',
        check: (text) => (text ? null : say('nameFault')),
      },
      {
        name: 'email',
        label: say('email'),
        value: state.contact.email,
        type: 'email',
        inputmode: 'email',
        autocomplete: 'email',
        max: 254,
        check: (text) => (isEmail(text) ? null : say('emailFault')),
      },
      {
        name: 'phone',
        label: say('phone'),
        value: state.contact.phone,
        type: 'tel',
        inputmode: 'tel',
        autocomplete: 'tel',
        optional: true,
        max: 40,
        check: () => null,
      },
    ],
    [],
    ({ name = '', email = '', phone = '' }) => {
      state.contact = { name, email, phone };
      app.attempt(async () => {
        await ensureOffer(app);
        const to = afterContact(state.lines, state.channel);
        if (to === 'done') state.done = { reference: state.offer?.reference ?? '', kit: '', by: '' };
        app.next(to);
      });
    },
  );
  return { title: say('contact'), lead: say('contactLead'), body: [form] };
};

export const offerSteps: Readonly<Record<string, Step>> = { offer, how, store, day, contact };
