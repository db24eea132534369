/** /sell: search, browse, pick the model; and the form for what we do not list. */
import type { Money } from '../../../kernel/money.ts';
import { readCursor, writeCursor } from '../../../platform/http/paging.ts';
import { browse, search, type ModelShown } from '../../../modules/catalog/actions/browse.ts';
import { CATEGORIES, type Category } from '../../../modules/catalog/rules/questions.ts';
import { modelTitle } from '../../../modules/catalog/rules/title.ts';
import { z } from 'zod';
import { formOf, isSound, type Faults } from '../form.ts';
import { Device, Lock, Path, Scales } from '../look/icons.tsx';
import { goTo, Page, show } from '../look/page.tsx';
import { ChoiceLink, Choices, ErrorSummary, Field } from '../look/parts.tsx';
import type { Visit } from '../visit.ts';
import { basketOf, keepBasket, priceBasket, type Basket } from './basket.ts';

const PER_PAGE = 24;
const FIRST_PAGE = 8;

function isCategory(text: string | undefined): text is Category {
  return CATEGORIES.some((one) => one === text);
}

const afterModel = z.object({ rank: z.int(), name: z.string().max(200), id: z.string().max(60) });

type Found = { models: ModelShown[]; more: string | null };

/** The models of a page, and the cursor of the next. */
async function findModels(
  visit: Visit,
  q: string,
  category: Category | null,
  cursor: string | undefined,
): Promise<Found> {
  if (q) {
    const hits = await search(visit.db, visit.ctx, { q, category, brand: null, offset: 0, limit: PER_PAGE });
    return { models: hits.slice(0, PER_PAGE), more: null };
  }
  const after = readCursor(cursor, afterModel);
  const limit = category || cursor ? PER_PAGE : FIRST_PAGE;
  const models = await browse(visit.db, visit.ctx, {
    category: category ?? (cursor ? null : 'phone'),
    brand: null,
    limit,
    after: after.ok ? after.value : undefined,
  });
  const last = models.length > limit ? models[limit - 1] : undefined;
  const more = last && category ? writeCursor({ rank: last.rank, name: last.name, id: last.id }) : null;
  return { models: models.slice(0, limit), more };
}

function upTo(visit: Visit, best: Money | null): string | null {
  return best ? visit.say('sell.upTo', { price: visit.money(best) }) : null;
}

/** Where a model leads: straight to the questions when there is only one variant. */
function hrefOf(model: ModelShown): string {
  const [only, second] = model.variants;
  return only && !second ? `/sell/questions/${only.id}` : `/sell/device/${model.slug}`;
}

function Models({ visit, models }: { visit: Visit; models: readonly ModelShown[] }) {
  return (
    <ul class="choices wide">
      {models.map((model) => (
        <ChoiceLink
          href={hrefOf(model)}
          title={modelTitle(model.brand, model.name)}
          detail={upTo(visit, model.best)}
          icon={<Device category={model.category} size={40} />}
        />
      ))}
    </ul>
  );
}

export function Trust({ visit }: { visit: Visit }) {
  return (
    <ul class="trust">
      <li>
        <Lock size={22} />
        {visit.say('sell.trust.price', { days: visit.shop.settings.quote_valid_days })}
      </li>
      <li>
        <Scales />
        {visit.say('sell.trust.choice')}
      </li>
      <li>
        <Path />
        {visit.say('sell.trust.follow')}
      </li>
    </ul>
  );
}

/** The devices so far, beside the pages of the flow; nothing when there are none. */
export async function basketAside(visit: Visit, basket: Basket) {
  if (basket.devices.length === 0)
    return (
      <div class="card">
        <Trust visit={visit} />
      </div>
    );
  const { lines, total } = await priceBasket(visit.db, visit.ctx, basket.devices, {
    currency: visit.shop.currency,
    locale: visit.locale,
  });
  return (
    <section class="card tight" aria-labelledby="so-far">
      <h2 id="so-far">{visit.say('basket.title')}</h2>
      <ul class="tight">
        {lines.map((line) => (
          <li class="line small">
            <span>{line.title}</span>
            <b class="num">{line.price ? visit.money(line.price) : '–'}</b>
          </li>
        ))}
      </ul>
      <p class="line total">
        <span>{visit.say('basket.total')}</span>
        <span class="num">{visit.money(total)}</span>
      </p>
      <a class="plain" href="/sell/basket">
        {visit.say('change')}
        <span class="unseen">: {visit.say('basket.title')}</span>
      </a>
    </section>
  );
}

function SearchBox({ visit, q, category }: { visit: Visit; q: string; category: Category | null }) {
  return (
    <form class="search" action="/sell" method="get" role="search">
      {category ? <input type="hidden" name="category" value={category} /> : null}
      <input
        type="search"
        name="q"
        value={q}
        maxlength={100}
        autocomplete="off"
        spellcheck={false}
        aria-label={visit.say('sell.search')}
        aria-describedby="q-hint"
        placeholder={visit.say('sell.search')}
      />
      <button class="button" type="submit">
        {visit.say('sell.search.go')}
      </button>
    </form>
  );
}

function Hits({
  visit,
  q,
  category,
  found,
}: {
  visit: Visit;
  q: string;
  category: Category | null;
  found: Found;
}) {
  const { say } = visit;
  const heading = q
    ? say('sell.found', { count: found.models.length, q })
    : say(category ? `sell.popular.${category}` : 'sell.popular.phone');
  return (
    <section id="hits" class="stack" aria-labelledby="found">
      <h2 id="found">{heading}</h2>
      {q && found.models.length === 0 ? <p>{say('sell.found.none')}</p> : null}
      <Models visit={visit} models={found.models} />
      {found.more && category ? (
        <a
          class="button second"
          href={`/sell?category=${category}&cursor=${encodeURIComponent(found.more)}`}
          rel="next"
        >
          {say('sell.more')}
        </a>
      ) : null}
      <ul class="choices">
        <ChoiceLink
          href={category ? `/sell/unlisted?category=${category}` : '/sell/unlisted'}
          title={say('unlisted.link')}
          detail={say('unlisted.lead')}
          quiet
        />
      </ul>
    </section>
  );
}

/** GET /sell?q=&category=&cursor= */
export async function sellPage(visit: Visit): Promise<Response> {
  const { say, http } = visit;
  const q = (http.req.query('q') ?? '').trim().slice(0, 100);
  const wanted = http.req.query('category');
  const category = isCategory(wanted) ? wanted : null;
  const found = await findModels(visit, q, category, http.req.query('cursor'));
  return show(
    visit,
    <Page visit={visit} title={say('sell.title')} aside={await basketAside(visit, basketOf(visit))} indexed>
      <h1>{say('sell.title')}</h1>
      <p class="lead">{say('sell.lead')}</p>
      <SearchBox visit={visit} q={q} category={category} />
      <p class="hint" id="q-hint">
        {say('sell.search.hint')}
      </p>
      <nav class="tiles" aria-label={say('unlisted.category')}>
        {CATEGORIES.map((one) => (
          <a class="tile" href={`/sell?category=${one}`} aria-current={one === category ? 'true' : undefined}>
            <Device category={one} />
            {say(`category.${one}`)}
          </a>
        ))}
      </nav>
      <Hits visit={visit} q={q} category={category} found={found} />
    </Page>,
  );
}

type UnlistedValues = { category: string; description: string };

async function unlistedForm(visit: Visit, values: UnlistedValues, faults: Faults): Promise<Response> {
  const { say } = visit;
  return show(
    visit,
    <Page
      visit={visit}
      title={say('unlisted.title')}
      back="/sell"
      aside={await basketAside(visit, basketOf(visit))}
      hasFaults={!isSound(faults)}
    >
      <ErrorSummary visit={visit} faults={faults} />
      <h1>{say('unlisted.title')}</h1>
      <p class="lead">{say('unlisted.lead')}</p>
      <form method="post" class="stack" novalidate>
        <Choices
          visit={visit}
          name="category"
          legend={say('unlisted.category')}
          seenLegend
          value={values.category}
          faults={faults}
          options={CATEGORIES.map((one) => ({
            value: one,
            title: say(`category.${one}`),
            icon: <Device category={one} size={32} />,
          }))}
        />
        <Field
          visit={visit}
          name="description"
          label={say('unlisted.description')}
          hint={say('unlisted.description.hint')}
          value={values.description}
          faults={faults}
          maxlength={200}
        />
        <button class="button" type="submit">
          {say('unlisted.add')}
        </button>
      </form>
    </Page>,
    isSound(faults) ? 200 : 400,
  );
}

/** GET /sell/unlisted */
export async function unlistedPage(visit: Visit): Promise<Response> {
  const { http } = visit;
  const wanted = http.req.query('category') ?? '';
  return await unlistedForm(
    visit,
    { category: wanted, description: http.req.query('description') ?? '' },
    {},
  );
}

/** POST /sell/unlisted: adds a device we do not list. */
export async function addUnlisted(visit: Visit): Promise<Response> {
  const form = await formOf(visit.http);
  const category = form.text('category');
  const description = form.text('description').slice(0, 200);
  const faults: Faults = {
    ...(isCategory(category) ? {} : { category: visit.say('choose.missing') }),
    ...(description ? {} : { description: visit.say('unlisted.description.missing') }),
  };
  if (!isCategory(category) || !isSound(faults))
    return await unlistedForm(visit, { category, description }, faults);
  const basket = basketOf(visit);
  const kept = keepBasket(visit, {
    ...basket,
    devices: [...basket.devices, { unlisted: { category, description } }],
  });
  if (!kept.ok) return await unlistedForm(visit, { category, description }, { description: kept.why });
  return goTo(visit, '/sell/basket');
}
