/** The price of one device, and putting it into the offer. */
import { money } from '../../../kernel/money.ts';
import type { Refusal } from '../../../kernel/outcome.ts';
import { pricingOf, type Pricing } from '../../../modules/catalog/actions/pricing.ts';
import { priceOf } from '../../../modules/catalog/rules/pricing.ts';
import { inLocale, type Answers } from '../../../modules/catalog/rules/questions.ts';
import { lockedUntil } from '../../../modules/quotes/rules.ts';
import { notFoundPage } from '../error-pages.tsx';
import { formOf } from '../form.ts';
import { Lock } from '../look/icons.tsx';
import { goTo, Page, show } from '../look/page.tsx';
import { ErrorSummary } from '../look/parts.tsx';
import type { Visit } from '../visit.ts';
import { answersQuery, basketOf, keepBasket } from './basket.ts';
import { basketAside } from './browse.tsx';
import { ASK, AT, deviceAt, readAnswers } from './device.tsx';

type Shown = { readonly pricing: Pricing; readonly answers: Answers; readonly at: string | null };

function Told({ visit, shown }: { visit: Visit; shown: Shown }) {
  const { pricing, answers, at } = shown;
  const { questions } = inLocale(pricing.set, visit.locale);
  return (
    <section class="card tight" aria-labelledby="told">
      <h2 id="told">{visit.say('price.answers')}</h2>
      <dl class="rows">
        {questions.map((question) => (
          <div>
            <dt>{question.label}</dt>
            <dd>{question.answers.find((one) => one.key === answers[question.key])?.label ?? '–'}</dd>
            <dd class="act">
              <a
                class="plain"
                rel="nofollow"
                href={`/sell/questions/${pricing.variantId}${answersQuery(answers, { [ASK]: question.key, [AT]: at })}`}
              >
                {visit.say('change')}
                <span class="unseen">: {question.label}</span>
              </a>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function AddForm({ visit, shown }: { visit: Visit; shown: Shown }) {
  const { say } = visit;
  const { pricing, answers, at } = shown;
  return (
    <form method="post" action="/sell/basket">
      <input type="hidden" name="variant" value={pricing.variantId} />
      <input type="hidden" name="answers" value={new URLSearchParams(answers).toString()} />
      {at === null ? null : <input type="hidden" name="at" value={at} />}
      <div class="row">
        {at === null ? (
          <>
            <button class="button" type="submit" name="then" value="go">
              {say('price.go')}
            </button>
            <button class="button second" type="submit" name="then" value="another">
              {say('price.another')}
            </button>
          </>
        ) : (
          <button class="button" type="submit" name="then" value="basket">
            {say('price.save')}
          </button>
        )}
      </div>
    </form>
  );
}

async function refusedPage(visit: Visit, shown: Shown, no: Refusal): Promise<Response> {
  const { say } = visit;
  const isUnpriced = no.code === 'no_price';
  const title = say(isUnpriced ? 'price.none' : 'price.refused');
  const { pricing } = shown;
  return show(
    visit,
    <Page visit={visit} title={title} back={backOf(shown)} aside={await basketAside(visit, basketOf(visit))}>
      <p class="soft">{pricing.title}</p>
      <h1>{title}</h1>
      {isUnpriced ? (
        <>
          <p class="lead">{say('price.none.body')}</p>
          <a
            class="button"
            href={`/sell/unlisted?category=${pricing.category}&description=${encodeURIComponent(pricing.title)}`}
          >
            {say('unlisted.add')}
          </a>
        </>
      ) : (
        <>
          <p class="lead">{no.why}</p>
          <p>{say('price.refused.again')}</p>
        </>
      )}
      <Told visit={visit} shown={shown} />
      <a class="button second" href="/sell">
        {say('price.other')}
      </a>
    </Page>,
  );
}

function backOf({ pricing, answers, at }: Shown): string {
  const last = pricing.set.questions.at(-1);
  return `/sell/questions/${pricing.variantId}${answersQuery(answers, { [ASK]: last?.key ?? null, [AT]: at })}`;
}

/** GET /sell/price/{variant}?question=answer… */
export async function pricePage(visit: Visit): Promise<Response> {
  const shown = await deviceAt(visit);
  if (!shown) return notFoundPage(visit);
  const { pricing, answers } = shown;
  const priced = priceOf({ ...pricing.price, set: pricing.set, answers, locale: visit.locale });
  if (!priced.ok && priced.code === 'answer_missing')
    return goTo(visit, `/sell/questions/${pricing.variantId}${answersQuery(answers, { [AT]: shown.at })}`);
  if (!priced.ok) return await refusedPage(visit, shown, priced);
  const { say, shop } = visit;
  const title = say('price.title', { model: pricing.modelTitle });
  const until = lockedUntil(visit.ctx.now, shop.settings.quote_valid_days);
  return show(
    visit,
    <Page
      visit={visit}
      title={`${title} ${visit.money(money(priced.value.price.minor, shop.currency))}`}
      back={backOf(shown)}
      aside={await basketAside(visit, basketOf(visit))}
    >
      <div class="price">
        <h1 class="asked">
          {title}
          <span class="unseen">: </span>
          <strong>{visit.money(money(priced.value.price.minor, shop.currency))}</strong>
        </h1>
        <p>
          <Lock />
          {say('price.locked', { date: visit.day(until) })}
        </p>
        <p class="what">{pricing.title}</p>
      </div>
      <AddForm visit={visit} shown={shown} />
      <Told visit={visit} shown={shown} />
    </Page>,
  );
}

/** POST /sell/basket: takes a device into the offer, or removes one. The price is ours, whatever was sent. */
export async function changeBasket(visit: Visit): Promise<Response> {
  const form = await formOf(visit.http);
  const basket = basketOf(visit);
  const remove = form.text('remove');
  if (/^\d{1,2}$/.test(remove)) {
    keepBasket(visit, { ...basket, devices: basket.devices.filter((_, i) => i !== Number(remove)) });
    return goTo(visit, '/sell/basket');
  }
  const id = form.text('variant');
  const pricing = (await pricingOf(visit.db, visit.ctx.now, [id])).get(id);
  if (!pricing) return notFoundPage(visit);
  const answers = readAnswers(pricing.set, Object.fromEntries(new URLSearchParams(form.text('answers'))));
  const priced = priceOf({ ...pricing.price, set: pricing.set, answers, locale: visit.locale });
  if (!priced.ok) return goTo(visit, `/sell/price/${id}${answersQuery(answers)}`);
  const at = form.text('at');
  const replaced =
    /^\d{1,2}$/.test(at) && Number(at) < basket.devices.length ? Number(at) : basket.devices.length;
  const kept = keepBasket(visit, {
    ...basket,
    devices: basket.devices.toSpliced(replaced, 1, { variant_id: id, answers }),
  });
  if (!kept.ok) return fullPage(visit, kept.why);
  const then = form.text('then');
  return goTo(visit, then === 'another' ? '/sell' : '/sell/basket');
}

function fullPage(visit: Visit, why: string): Response {
  return show(
    visit,
    <Page visit={visit} title={visit.say('basket.title')} back="/sell/basket">
      <ErrorSummary visit={visit} faults={{ main: why }} />
    </Page>,
    400,
  );
}
