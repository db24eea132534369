/** The widget once it is wanted: steps, the way back, what is kept, and how failures are shown. */
import { call, Problem, type Shop } from './api.ts';
import type { App, Handed, Say, Step, View } from './app.ts';
import { confirmSteps } from './confirm-steps.ts';
import { deviceSteps } from './device-steps.ts';
import { h } from './dom.ts';
import { offerSteps } from './offer-steps.ts';
import { dropState, emptyState, keepState, loadState, type State } from './state.ts';
import { en, type TextKey } from './texts/en.ts';
import css from './widget.css?inline';

const STEPS: Readonly<Record<string, Step>> = { ...deviceSteps, ...offerSteps, ...confirmSteps };
const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

async function textsOf(lang: string): Promise<Record<TextKey, string>> {
  switch (lang) {
    case 'nl':
      return (await import('./texts/nl.ts')).nl;
    case 'de':
      return (await import('./texts/de.ts')).de;
    case 'fr':
      return (await import('./texts/fr.ts')).fr;
    case 'es':
      return (await import('./texts/es.ts')).es;
    default:
      return en;
  }
}

function sayer(texts: Record<TextKey, string>): Say {
  return (key, values = {}) =>
    texts[key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** Numbers and days as the language and currency want them. */
function formats(lang: string, currency: string): Pick<App, 'money' | 'date'> {
  const tag = lang === 'en' ? 'en-GB' : lang;
  const money = { style: 'currency', currency } as const;
  const per = 10 ** (new Intl.NumberFormat(tag, money).resolvedOptions().maximumFractionDigits ?? 2);
  const number = new Intl.NumberFormat(tag, { ...money, trailingZeroDisplay: 'stripIfInteger' });
  const day = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'long' });
  const weekday = new Intl.DateTimeFormat(tag, { weekday: 'long', day: 'numeric', month: 'long' });
  return {
    money: (minor) => number.format(minor / per),
    date: (iso) => (iso.length === 10 ? weekday.format(new Date(`${iso}T12:00`)) : day.format(new Date(iso))),
  };
}

/** What the running widget holds on to. */
type Running = Handed & { readonly name: string; readonly state: State; readonly app: App; shown: number };

function complain(on: Running, error: unknown, work: () => Promise<void>): void {
  const { app, card } = on;
  const isOffline = !(error instanceof Problem) || error.code === 'offline';
  const words = isOffline ? app.say('offline') : app.say('failed', { why: error.message });
  card
    .querySelector('#trouble')
    ?.replaceChildren(
      h('p', { class: 'fault', role: 'alert', part: 'fault' }, words),
      isOffline
        ? h('button', { class: 'second', type: 'button', onclick: () => app.attempt(work) }, app.say('retry'))
        : '',
    );
}

async function attempt(on: Running, work: () => Promise<void>): Promise<void> {
  if (on.card.getAttribute('aria-busy')) return;
  on.card.setAttribute('aria-busy', 'true');
  try {
    await work();
  } catch (error) {
    complain(on, error, work);
  }
  on.card.removeAttribute('aria-busy');
}

/** Draws the step the state names; a step overtaken by the next tap is not shown. */
async function render(on: Running): Promise<void> {
  const { app, card, state } = on;
  on.shown += 1;
  const mine = on.shown;
  keepState(on.name, state);
  const [step = 'start'] = state.step.split(':');
  const draw = async () => {
    const view = await (STEPS[step] ?? STEPS['start'])?.(app);
    if (view && mine === on.shown) put(on, view);
  };
  card.setAttribute('aria-busy', 'true');
  try {
    await draw();
  } catch (error) {
    put(on, { title: app.say('find'), body: [] });
    complain(on, error, draw);
  }
  card.removeAttribute('aria-busy');
}

/** Puts a step on the screen; the focus goes to its heading, so that it is read out. */
function put(on: Running, view: View): void {
  const { app, card, state } = on;
  const back = () => {
    state.step = state.trail.pop() ?? 'start';
    state.after = null;
    void render(on);
  };
  const canGoBack = state.trail.length > 0 && !state.done;
  card.replaceChildren(
    h(
      'div',
      { class: 'top' },
      canGoBack &&
        h('button', { class: 'plain', type: 'button', part: 'back', onclick: back }, app.say('back')),
    ),
    view.ownHeading ? '' : h('h2', { tabindex: -1, part: 'heading' }, view.title),
    view.lead ? h('p', { class: 'lead' }, view.lead) : '',
    h('div', { class: 'body' }, ...view.body, h('div', { id: 'trouble', class: 'body' })),
  );
  card.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  if (card.getBoundingClientRect().top < 0) card.scrollIntoView();
}

/** The ways from step to step. */
function ways(running: () => Running): Pick<App, 'go' | 'next' | 'change' | 'reset' | 'attempt'> {
  const go = (step: string) => {
    const on = running();
    on.state.trail.push(on.state.step);
    on.state.step = step;
    void render(on);
  };
  return {
    go,
    next: (step) => {
      const { state } = running();
      const to = state.after ?? step;
      state.after = null;
      go(to);
    },
    change: (step) => {
      const { state } = running();
      state.after = state.step;
      go(step);
    },
    reset: (keepLines) => {
      const on = running();
      const fresh = emptyState();
      Object.assign(on.state, keepLines ? { ...fresh, ...pick(on.state), step: 'start' } : fresh);
      void render(on);
    },
    attempt: (work) => void attempt(running(), work),
  };
}

/** Takes the card over from the loader and shows the first step. Throws when shop or language cannot be fetched. */
export async function run(handed: Handed, category: string | null): Promise<void> {
  const { api, root, lang, host } = handed;
  const name = `reprise-quote ${api}`;
  const [texts, shop] = await Promise.all([textsOf(lang), call<Shop>(api, '/api/shop/public')]);
  root.adoptedStyleSheets.push(sheet);
  const state = category ? emptyState() : loadState(name);
  const app: App = {
    ...handed,
    state,
    shop,
    say: sayer(texts),
    ...formats(lang, host.getAttribute('currency') ?? shop.currency),
    get: (path) => call(api, path),
    post: (path, body, extra) => call(api, path, body, extra),
    tell: (event, detail) =>
      host.dispatchEvent(new CustomEvent(`reprise:${event}`, { detail, bubbles: true, composed: true })),
    ...ways(() => on),
  };
  const on: Running = { ...handed, name, state, app, shown: 0 };
  if (category) {
    Object.assign(state, { category, step: 'models', trail: ['start'] });
    app.tell('start', { category });
  } else if (state.done) {
    dropState(name);
    return app.reset(false);
  }
  await render(on);
}

/** What stays when another device is added. */
function pick({
  lines,
  channel,
  location,
  day,
  contact,
  address,
  payout,
  silence,
  offer,
  key,
}: State): Partial<State> {
  return { lines, channel, location, day, contact, address, payout, silence, offer, key };
}
