/** What a person who revises an offer sees first: told beside found, the price it makes, and what it would rest on. */
import type { Ctx } from '../../../kernel/actor.ts';
import type { Money } from '../../../kernel/money.ts';
import { ok, refuse, type Outcome, type Refusal } from '../../../kernel/outcome.ts';
import type { Reader } from '../../../platform/postgres.ts';
import { caseIdOfItem } from '../../cases/actions/item-facts.ts';
import { factsOf } from '../../cases/actions/move.ts';
import { loadShop } from '../../identity/shop.ts';
import { requirePermission } from '../../identity/rules.ts';
import type { PriceLine } from '../../catalog/rules/pricing.ts';
import type { Answers, Question } from '../../catalog/rules/questions.ts';
import { suggestReasons, type Difference, type RevisionReason } from '../rules/revision.ts';
import {
  findingOf,
  photosOfItem,
  variantsBeside,
  type PhotoRow,
  type VariantName,
} from '../store/revisions.ts';
import { basisOf, describeUnpriced, priceOn, pricingOn, type Basis } from './revised-price.ts';

/** What an answer would make of the price: either a price, or why there is none. */
export type LivePrice = {
  readonly price: Money | null;
  readonly lines: readonly PriceLine[];
  readonly refused: Pick<Refusal, 'code' | 'why' | 'field'> | null;
  readonly differences: readonly Difference[];
  readonly reasons: readonly RevisionReason[];
};

export type RevisionStart = {
  readonly caseId: string;
  readonly seq: number;
  readonly currency: string;
  readonly locale: string;
  readonly title: string;
  readonly before: number | null;
  readonly silence: string;
  readonly answerDays: number;
  readonly questions: readonly Question[];
  readonly told: Answers;
  readonly toldVariantId: string | null;
  readonly variants: readonly VariantName[];
  readonly found: {
    variantId: string | null;
    answers: Answers;
    inspectionId: string | null;
    note: string | null;
  };
  readonly live: LivePrice;
  readonly photos: readonly PhotoRow[];
  readonly mayNamePrice: boolean;
  readonly replacesId: string | null;
};

async function isSameModel(reader: Reader, basis: Basis, variantId: string | null): Promise<boolean> {
  const first = basis.quoted.variant_id;
  if (!first || !variantId || first === variantId) return true;
  return (await variantsBeside(reader, first)).some((one) => one.variant_id === variantId);
}

async function liveOn(
  reader: Reader,
  basis: Basis,
  found: { variantId: string | null; answers: Answers },
): Promise<LivePrice> {
  const priced = await priceOn(reader, basis, found);
  const same = await isSameModel(reader, basis, found.variantId);
  if (priced.ok) {
    const { price, lines, differences } = priced.value;
    return { price, lines, refused: null, differences, reasons: suggestReasons(differences, same) };
  }
  const { differences } = await describeUnpriced(reader, basis, found);
  const { code, why, field } = priced;
  return {
    price: null,
    lines: [],
    refused: field === undefined ? { code, why } : { code, why, field },
    differences,
    reasons: suggestReasons(differences, same),
  };
}

type Looked = Awaited<ReturnType<typeof factsOf>>['rows'][number];

async function mayLook(reader: Reader, ctx: Ctx, itemId: string): Promise<Outcome<Looked>> {
  const no = requirePermission(ctx.actor, 'offer.revise');
  if (no) return no;
  const caseId = await caseIdOfItem(reader, itemId);
  const facts = caseId ? await factsOf(reader, caseId) : null;
  const row = facts?.rows.find((r) => r.item_id === itemId);
  if (!row) return refuse('item_not_found', 'There is no such item.', 'not_found');
  if (row.blind)
    return refuse(
      'second_inspection_due',
      'Another person inspects this device a second time first; until then nobody sees what was found.',
      'conflict',
    );
  return ok(row);
}

/**
 * The start of a revised offer, filled from the newest complete inspection. Refuses `item_not_found`, `no_quote` and
 * `second_inspection_due`.
 */
export async function draftRevision(
  reader: Reader,
  ctx: Ctx,
  itemId: string,
): Promise<Outcome<RevisionStart>> {
  const row = await mayLook(reader, ctx, itemId);
  if (!row.ok) return row;
  const basis = await basisOf(reader, itemId);
  if (!basis.ok) return basis;
  const { quoted, told, latest, asked } = basis.value;
  const inspection = await findingOf(reader, itemId);
  const known = new Set(asked.map((q) => q.key));
  const answers = Object.fromEntries(
    Object.entries(inspection?.found_answers ?? {}).filter(([key]) => known.has(key)),
  );
  const variantId = inspection?.found_variant_id ?? quoted.variant_id;
  const pricing = await pricingOn(reader, basis.value, null);
  const shop = await loadShop(reader);
  return ok({
    caseId: row.value.case_id,
    seq: row.value.seq,
    currency: basis.value.currency,
    locale: shop.locale,
    title: row.value.title,
    before: row.value.price_minor,
    silence: row.value.silence,
    answerDays: shop.settings.revised_offer_days,
    questions: pricing.ok ? pricing.value.set.questions : asked,
    told,
    toldVariantId: quoted.variant_id,
    variants: await variantChoices(reader, quoted.variant_id, variantId),
    found: {
      variantId,
      answers: { ...told, ...answers },
      inspectionId: inspection?.inspection_id ?? null,
      note: inspection?.note ?? null,
    },
    live: await liveOn(reader, basis.value, { variantId, answers }),
    photos: await photosOfItem(reader, itemId),
    mayNamePrice: requirePermission(ctx.actor, 'offer.free_price') === null,
    replacesId: latest.kind === 'revision' && latest.state === 'offered' ? latest.id : null,
  });
}

/** The versions of the described model, and the one found where it is another model. */
async function variantChoices(
  reader: Reader,
  told: string | null,
  found: string | null,
): Promise<VariantName[]> {
  const beside = told ? await variantsBeside(reader, told) : [];
  if (!found || beside.some((one) => one.variant_id === found)) return beside;
  return [...beside, ...(await variantsBeside(reader, found))];
}

/** The price as the form stands, without writing anything. Refuses what `draftRevision` does. */
export async function priceRevision(
  reader: Reader,
  ctx: Ctx,
  itemId: string,
  found: { readonly variantId?: string | null; readonly answers: Answers },
): Promise<Outcome<LivePrice>> {
  const row = await mayLook(reader, ctx, itemId);
  if (!row.ok) return row;
  const basis = await basisOf(reader, itemId);
  if (!basis.ok) return basis;
  const variantId = found.variantId ?? basis.value.quoted.variant_id;
  return ok(await liveOn(reader, basis.value, { variantId, answers: found.answers }));
}
