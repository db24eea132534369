/** From the model to its answers: variant, presets, questions one at a time. Answers travel in the address. */
import { pricingOf, type Pricing } from '../../../modules/catalog/actions/pricing.ts';
import { showModel } from '../../../modules/catalog/actions/browse.ts';
import { inLocale, type Answers, type QuestionSet } from '../../../modules/catalog/rules/questions.ts';
import { modelTitle } from '../../../modules/catalog/rules/title.ts';
import { notFoundPage } from '../error-pages.tsx';
import { Device } from '../look/icons.tsx';
import { goTo, Page, show } from '../look/page.tsx';
import { ChoiceLink } from '../look/parts.tsx';
import type { Visit } from '../visit.ts';
import { answersQuery, basketOf } from './basket.ts';
import { basketAside } from './browse.tsx';

/** Names in the address that are no questions; a question's key never begins with an underscore. */
export const ASK = '_ask';
export const EACH = '_each';
export const AT = '_at';

/** GET /sell/device/{slug} */
export async function variantsPage(visit: Visit): Promise<Response> {
  const found = await showModel(visit.db, visit.ctx, visit.http.req.param('slug') ?? '');
  if (!found.ok) return notFoundPage(visit);
  const model = found.value;
  const [only, second] = model.variants;
  if (only && !second) return goTo(visit, `/sell/questions/${only.id}`);
  const name = modelTitle(model.brand, model.name);
  const title = visit.say('variant.title', { model: name });
  return show(
    visit,
    <Page visit={visit} title={title} back="/sell" aside={await basketAside(visit, basketOf(visit))}>
      <div class="row">
        <Device category={model.category} size={64} />
        <h1>{title}</h1>
      </div>
      <p class="lead">{visit.say('variant.lead')}</p>
      <ul class="choices">
        {model.variants.map((variant) => (
          <ChoiceLink
            href={`/sell/questions/${variant.id}`}
            title={variant.label}
            detail={variant.best ? visit.say('sell.upTo', { price: visit.money(variant.best) }) : null}
          />
        ))}
      </ul>
    </Page>,
  );
}

/** What the address says about a device; strange names and answers are left out. */
export function readAnswers(set: QuestionSet, query: Readonly<Record<string, string>>): Answers {
  const known = set.questions.flatMap((question): [string, string][] => {
    const given = Object.hasOwn(query, question.key) ? query[question.key] : undefined;
    return given !== undefined && question.answers.some((one) => one.key === given)
      ? [[question.key, given]]
      : [];
  });
  return Object.fromEntries(known);
}

/** The device of an address with what is known of it, or null. */
export async function deviceAt(
  visit: Visit,
): Promise<{ pricing: Pricing; answers: Answers; at: string | null } | null> {
  const id = visit.http.req.param('variant') ?? '';
  const pricing = (await pricingOf(visit.db, visit.ctx.now, [id])).get(id);
  if (!pricing) return null;
  const query = visit.http.req.query();
  const at = /^\d{1,2}$/.exec(query[AT] ?? '')?.[0] ?? null;
  return { pricing, answers: readAnswers(pricing.set, query), at };
}

async function presetPage(visit: Visit, pricing: Pricing, at: string | null): Promise<Response> {
  const { say } = visit;
  const { presets, questions } = inLocale(pricing.set, visit.locale);
  const title = say('preset.title', { model: pricing.modelTitle });
  const here = `/sell/questions/${pricing.variantId}`;
  return show(
    visit,
    <Page visit={visit} title={title} back="/sell" aside={await basketAside(visit, basketOf(visit))}>
      <div class="row">
        <Device category={pricing.category} size={64} />
        <h1>{title}</h1>
      </div>
      <p class="soft">{pricing.title}</p>
      <p class="lead">{say('preset.lead')}</p>
      <ul class="choices">
        {presets.map((preset) => (
          <ChoiceLink
            href={`/sell/price/${pricing.variantId}${answersQuery(preset.answers, { [AT]: at })}`}
            title={preset.label}
            rel="nofollow"
          />
        ))}
        <ChoiceLink
          href={`${here}?${EACH}=1${at === null ? '' : `&${AT}=${at}`}`}
          title={say('preset.each')}
          detail={say('preset.each.hint', { count: questions.length })}
          quiet
          rel="nofollow"
        />
      </ul>
    </Page>,
  );
}

/** GET /sell/questions/{variant}?question=answer…: presets first, then the first question without an answer. */
export async function questionPage(visit: Visit): Promise<Response> {
  const device = await deviceAt(visit);
  if (!device) return notFoundPage(visit);
  const { pricing, answers, at } = device;
  const { questions, presets } = inLocale(pricing.set, visit.locale);
  const wanted = visit.http.req.query(ASK);
  const isFresh = Object.keys(answers).length === 0 && !wanted && !visit.http.req.query(EACH);
  if (isFresh && presets.length > 0) return await presetPage(visit, pricing, at);
  const asked =
    questions.find((one) => one.key === wanted) ?? questions.find((one) => answers[one.key] === undefined);
  if (!asked) return goTo(visit, `/sell/price/${pricing.variantId}${answersQuery(answers, { [AT]: at })}`);
  const n = questions.indexOf(asked);
  const before = questions[n - 1];
  const here = `/sell/questions/${pricing.variantId}`;
  const isLast = questions.every((one) => one.key === asked.key || answers[one.key] !== undefined);
  const next = isLast ? `/sell/price/${pricing.variantId}` : here;
  return show(
    visit,
    <Page
      visit={visit}
      title={asked.label}
      back={before ? `${here}${answersQuery(answers, { [ASK]: before.key, [AT]: at })}` : here}
      aside={await basketAside(visit, basketOf(visit))}
    >
      <div class="steps">
        <label for="asked">
          {pricing.modelTitle} · {visit.say('question.of', { n: n + 1, of: questions.length })}
        </label>
        <progress id="asked" value={String(n + 1)} max={String(questions.length)}></progress>
      </div>
      <h1>{asked.label}</h1>
      {asked.help ? <p class="lead">{asked.help}</p> : null}
      <ul class="choices">
        {asked.answers.map((answer) => (
          <ChoiceLink
            href={`${next}${answersQuery({ ...answers, [asked.key]: answer.key }, { [AT]: at })}`}
            title={answer.label}
            detail={answer.detail}
            quiet={answer.unsure}
            rel="nofollow"
          />
        ))}
      </ul>
    </Page>,
  );
}
