/** Looking around in the catalogue; open to everybody, reads only. */
import type { Ctx } from '../../../kernel/actor.ts';
import type { Money } from '../../../kernel/money.ts';
import { ok, refuse, type Outcome } from '../../../kernel/outcome.ts';
import type { Reader } from '../../../platform/postgres.ts';
import type { Category } from '../rules/questions.ts';
import { rankCandidates, readQuery } from '../rules/search.ts';
import {
  browseModels,
  findByLikeness,
  findByWords,
  readModel,
  readModels,
  type ModelCard,
} from '../store/models.ts';
import { versionInForce } from './pricing.ts';

/** A model as people see it, prices being the best a variant can bring. */
export type ModelShown = Omit<ModelCard, 'variants'> & {
  readonly variants: readonly (Omit<ModelCard['variants'][number], 'best_minor'> & { best: Money | null })[];
  readonly best: Money | null;
};

function shown(card: ModelCard, currency: string): ModelShown {
  const variants = card.variants.map(({ best_minor, ...variant }) => ({
    ...variant,
    best: best_minor === null ? null : { minor: best_minor, currency },
  }));
  const minors = variants.flatMap((variant) => variant.best?.minor ?? []);
  return { ...card, variants, best: minors.length > 0 ? { minor: Math.max(...minors), currency } : null };
}

export type BrowseInput = {
  readonly category: Category | null;
  readonly brand: string | null;
  readonly limit: number;
  readonly after: { rank: number; name: string; id: string } | undefined;
};

/** One page of models, most wanted first; one more than `limit` when there is another page. */
export async function browse(reader: Reader, ctx: Ctx, input: BrowseInput): Promise<ModelShown[]> {
  const version = await versionInForce(reader, ctx.now);
  const cards = await browseModels(reader, { ...input, versionId: version.id });
  return cards.map((card) => shown(card, version.currency));
}

export type SearchInput = {
  readonly q: string;
  readonly category: Category | null;
  readonly brand: string | null;
  readonly offset: number;
  readonly limit: number;
};

/**
 * What somebody typed, best hits first; one more than `limit` when there are more. Words are looked for as they are, and
 * by likeness when no model holds all of them.
 */
export async function search(reader: Reader, ctx: Ctx, input: SearchInput): Promise<ModelShown[]> {
  const query = readQuery(input.q);
  if (query.words.length === 0) return [];
  const exact = await findByWords(reader, query, input.category, input.brand);
  const found = exact.length > 0 ? exact : await findByLikeness(reader, query, input.category, input.brand);
  const page = rankCandidates(query, found).slice(input.offset, input.offset + input.limit + 1);
  const version = await versionInForce(reader, ctx.now);
  const cards = await readModels(
    reader,
    version.id,
    page.map((one) => one.id),
  );
  const byId = new Map(cards.map((card) => [card.id, card]));
  return page.flatMap((one) => {
    const card = byId.get(one.id);
    return card ? [shown(card, version.currency)] : [];
  });
}

/** One model by its address. Refuses `model_unknown`. */
export async function showModel(reader: Reader, ctx: Ctx, slug: string): Promise<Outcome<ModelShown>> {
  const version = await versionInForce(reader, ctx.now);
  const card = await readModel(reader, version.id, slug);
  if (!card) return refuse('model_unknown', 'We do not know this model.', 'not_found', { field: 'slug' });
  return ok(shown(card, version.currency));
}
