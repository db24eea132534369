/** The widget once it is wanted: steps, the way back, what is kept, and how failures are shown. */
import { call, Problem, type Shop } from './api.ts';
import type { App, Handed, Say, Step, View } from './app.ts';
import { confirmSteps } from './confirm-steps.ts';
import { deviceSteps } from './device-steps.ts';
import { h } from './dom.ts';
import { offerSteps } from './offer-steps.ts';
import { minded } from './parts.ts';
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
type Running = Handed & {
  readonly state: State;
  readonly app: App;
  /** How many steps were drawn. */
  shown: number;
  /** A page that is opened again is read from its top: the focus is ours only once somebody has tapped. */
  tapped: boolean;
  /** What the next step is shown for. */
  problem: Problem | null;
};

/** A step that takes longer than this is announced by its outline. */
const SLOW_MS = 250;

function complain(on: Running, error: unknown, work: () => Promise<void>): void {
  const { app, card } = on;
  const isOffline = !(error instanceof Problem) || error.code === 'offline';
  if (!isOffline && minded(app, error.field, error.message)) return;
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
  keepState(on.api, state);
  const [step = 'start'] = state.step.split(':');
  const draw = async () => {
    const view = await (STEPS[step] ?? STEPS['start'])?.(app);
    if (view && mine === on.shown) put(on, view);
  };
  card.setAttribute('aria-busy', 'true');
  const slow = setTimeout(() => outline(on), SLOW_MS);
  try {
    await draw();
  } catch (error) {
    if (mine === on.shown) {
      put(on, { title: app.say('find'), body: [] });
      complain(on, error, () => render(on));
    }
  }
  clearTimeout(slow);
  if (mine === on.shown) card.removeAttribute('aria-busy');
}

/** Bones of what is about to come. */
function outline({ app, card }: Running): void {
  const bone = () => h('div', { class: 'bone' });
  card.replaceChildren(
    h('p', { class: 'unseen', role: 'status' }, app.say('loading')),
    h('div', { class: 'body' }, bone(), bone(), bone(), bone()),
  );
}

/** Puts a step on the screen; the focus goes to its heading, so that it is read out. */
function put(on: Running, view: View): void {
  const { app, card, state } = on;
  const back = () => {
    on.tapped = true;
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
  if (on.tapped) {
    card.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
    if (card.getBoundingClientRect().top < 0) card.scrollIntoView();
  }
  if (on.problem) complain(on, on.problem, () => render(on));
  on.problem = null;
}

/** The ways from step to step. */
function ways(running: () => Running): Pick<App, 'go' | 'next' | 'change' | 'amend' | 'reset' | 'attempt'> {
  const go = (step: string) => {
    const on = running();
    on.tapped = true;
    on.state.trail.push(on.state.step);
    on.state.step = step;
    void render(on);
  };
  const change = (step: string) => {
    const { state } = running();
    state.after = state.step;
    go(step);
  };
  return {
    go,
    next: (step) => {
      const { state } = running();
      const to = state.after ?? step;
      state.after = null;
      go(to);
    },
    change,
    amend: (step, problem) => {
      running().problem = problem;
      change(step);
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
  const [texts, shop] = await Promise.all([textsOf(lang), call<Shop>(api, '/api/shop/public')]);
  root.adoptedStyleSheets.push(sheet);
  const state = category ? emptyState() : loadState(api);
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
  const on: Running = { ...handed, state, app, shown: 0, tapped: category !== null, problem: null };
  if (category) {
    Object.assign(state, { category, step: 'models', trail: ['start'] });
    app.tell('start', { category });
  } else if (state.done) {
    dropState(api);
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
  keyed,
}: State): Partial<State> {
  return { lines, channel, location, day, contact, address, payout, silence, offer, key, keyed };
}
