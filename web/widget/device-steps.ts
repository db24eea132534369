/** From the category to the price. */
import { Problem, type Model, type Priced, type QuestionSet } from './api.ts';
import { nextOpen } from './checks.ts';
import { h } from './dom.ts';
import type { App, Step, View } from './app.ts';
import { changeButton, choices, mainButton, row, secondButton, textForm } from './parts.ts';

const CATEGORIES = ['phone', 'tablet', 'laptop', 'watch'];
const SHOWN = 8;

const sets = new Map<string, QuestionSet>();

async function questionsOf(app: App): Promise<QuestionSet> {
  const known = sets.get(app.state.category);
  if (known) return known;
  const set = await app.get<QuestionSet>(
    `/api/catalog/questions?category=${app.state.category}&locale=${app.lang}`,
  );
  sets.set(app.state.category, set);
  return set;
}

/** The first screen again, with the way back to an offer already begun. */
const start: Step = (app) => ({
  title: app.say('find'),
  body: [
    choices(
      CATEGORIES.map((category, i) => ({
        title: app.categories[i] ?? category,
        icon: app.picture(category),
        pick: () => {
          app.state.category = category;
          app.go('models');
        },
      })),
    ),
    app.state.lines.length > 0 && secondButton(app.say('offer'), () => app.go('offer')),
  ],
});

function chosen(app: App, model: Model): void {
  const { state } = app;
  const [only, second] = model.variants;
  Object.assign(state, {
    category: model.category,
    model: { slug: model.slug, title: model.title },
    variant: null,
    answers: {},
  });
  if (only && !second) {
    state.variant = { id: only.id, title: model.title };
    app.go('condition');
  } else app.go('variant');
}

const models: Step = async (app) => {
  const path = `/api/catalog/models?category=${app.state.category}&limit=${SHOWN}`;
  const list = h('div', { class: 'body' });
  const count = h('p', { class: 'unseen', role: 'status' });
  let latest = 0;
  const show = (found: readonly Model[], q: string) => {
    count.textContent = q ? app.say('hits', { n: found.length }) : '';
    list.replaceChildren(
      found.length === 0 ? h('p', {}, app.say('nothing', { q })) : '',
      choices([
        ...found.map((model) => ({
          title: model.title,
          detail: model.from_price && app.say('upTo', { price: app.money(model.from_price.minor) }),
          icon: app.picture(model.category),
          pick: () => chosen(app, model),
        })),
        { title: app.say('unlisted'), quiet: true, pick: () => app.go('unlisted') },
      ]),
    );
  };
  const popular = await app.get<{ items: Model[] }>(path);
  let waiting = 0;
  const type = (event: Event) => {
    const q = (event.target as HTMLInputElement).value.trim();
    const mine = ++latest;
    clearTimeout(waiting);
    waiting = window.setTimeout(() => {
      if (!q) return show(popular.items, '');
      return app
        .get<{ items: Model[] }>(`/api/catalog/models?limit=${SHOWN}&q=${encodeURIComponent(q)}`)
        .then((found) => mine === latest && show(found.items, q))
        .catch(() => undefined);
    }, 180);
  };
  show(popular.items, '');
  const search = h('input', {
    type: 'search',
    'aria-label': app.say('search'),
    placeholder: app.say('search'),
    oninput: type,
    autocomplete: 'off',
    part: 'input',
    maxlength: 100,
  });
  return { title: app.say('find'), body: [h('div', { class: 'field' }, search), count, list] };
};

const unlisted: Step = (app) => ({
  title: app.say('unlisted'),
  lead: app.say('unlistedLead'),
  body: [
    textForm(
      app,
      [
        {
          name: 'description',
          label: app.say('describe'),
          value: app.state.variant?.title ?? '',
          max: 300,
          check: (text) => (text ? null : app.say('describeFault')),
        },
      ],
      [],
      ({ description = '' }) => {
        const { lines, category } = app.state;
        lines.push({
          device: { unlisted: { category, description } },
          title: description,
          minor: null,
        });
        app.go('offer');
      },
    ),
  ],
});

const variant: Step = async (app) => {
  const { model } = app.state;
  const found = await app.get<Model>(`/api/catalog/models/${model?.slug ?? ''}`);
  return {
    title: app.say('variant', { model: found.title }),
    body: [
      choices(
        found.variants.map((one) => ({
          title: one.label,
          detail: one.from_price && app.say('upTo', { price: app.money(one.from_price.minor) }),
          pick: () => {
            app.state.variant = { id: one.id, title: `${found.title}, ${one.label}` };
            app.go('condition');
          },
        })),
      ),
    ],
  };
};

const condition: Step = async (app) => {
  const { presets, questions } = await questionsOf(app);
  return {
    title: app.say('condition', { model: app.state.model?.title ?? '' }),
    lead: app.say('conditionLead'),
    body: [
      choices([
        ...presets.map((preset) => ({
          title: preset.label,
          pick: () => {
            app.state.answers = { ...preset.answers };
            app.go('price');
          },
        })),
        { title: app.say('ask'), quiet: true, pick: () => app.go(`question:${questions[0]?.key ?? ''}`) },
      ]),
    ],
  };
};

const question: Step = async (app) => {
  const { questions } = await questionsOf(app);
  const { state } = app;
  const key = state.step.split(':')[1];
  const n = Math.max(
    0,
    questions.findIndex((one) => one.key === key),
  );
  const asked = questions[n];
  if (!asked) throw new Problem('no_questions', '');
  const answer = (given: string) => {
    state.answers = { ...state.answers, [asked.key]: given };
    const open = nextOpen(questions, state.answers);
    app.go(open ? `question:${open.key}` : 'price');
  };
  return {
    title: asked.label,
    lead: asked.help ?? '',
    body: [
      h('p', { class: 'hint' }, app.say('question', { n: n + 1, of: questions.length })),
      choices(
        asked.answers.map((one) => ({
          title: one.label,
          detail: one.detail,
          quiet: one.unsure,
          pick: () => answer(one.key),
        })),
      ),
    ],
  };
};

async function told(app: App): Promise<HTMLElement> {
  const { questions } = await questionsOf(app);
  return h(
    'div',
    {},
    h('h3', {}, app.say('told')),
    questions.map((one) => {
      const given = one.answers.find((answer) => answer.key === app.state.answers[one.key])?.label ?? '–';
      return row(
        h('span', {}, h('small', {}, one.label), given),
        changeButton(app, one.label, () => app.go(`question:${one.key}`)),
      );
    }),
  );
}

/** Puts the device into the offer, where it stood before or at the end. */
function take(app: App, minor: number | null): void {
  const { state } = app;
  if (!state.variant) return;
  const line = {
    device: { variant_id: state.variant.id, answers: state.answers },
    title: state.variant.title,
    minor,
  };
  state.at ??= state.lines.length;
  state.lines[state.at] = line;
}

async function refused(app: App, problem: Problem): Promise<View> {
  const isUnpriced = problem.code === 'no_price';
  return {
    title: app.say(isUnpriced ? 'noPrice' : 'no'),
    lead: isUnpriced ? app.say('noPriceLead') : problem.message,
    body: [
      isUnpriced ? mainButton(app.say('add'), () => app.go('unlisted')) : h('p', {}, app.say('noLead')),
      await told(app),
      secondButton(app.say('another'), () => app.reset(true)),
    ],
  };
}

const price: Step = async (app) => {
  const { state } = app;
  const id = state.variant?.id ?? '';
  let priced: Priced;
  try {
    priced = await app.post<Priced>('/api/quotes/price', {
      items: [{ variant_id: id, answers: state.answers }],
      locale: app.lang,
    });
  } catch (error) {
    if (error instanceof Problem && error.code !== 'offline') return await refused(app, error);
    throw error;
  }
  const { minor } = priced.total;
  app.tell('price', { variant_id: id, price: priced.total });
  return {
    title: '',
    ownHeading: true,
    body: [
      h(
        'div',
        { class: 'price', part: 'price', role: 'status' },
        h(
          'h2',
          { tabindex: -1 },
          app.say('worth', { model: state.model?.title ?? '' }),
          h('strong', {}, app.money(minor)),
        ),
        h('p', {}, app.say('locked', { date: app.date(priced.valid_until) })),
      ),
      mainButton(app.say('go'), () => {
        take(app, minor);
        app.next(state.lines.length > 1 ? 'offer' : 'how');
      }),
      secondButton(app.say('another'), () => {
        take(app, minor);
        app.reset(true);
      }),
      await told(app),
    ],
  };
};

export const deviceSteps: Readonly<Record<string, Step>> = {
  start,
  models,
  unlisted,
  variant,
  condition,
  question,
  price,
};
