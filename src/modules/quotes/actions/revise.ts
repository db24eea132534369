/** A revised offer: the same questions on the same price-book version, answered by the bench; drafted, priced, sent. */
import { actorId, type Ctx } from '../../../kernel/actor.ts';
import { money } from '../../../kernel/money.ts';
import { ok, refuse, type Outcome, type Refusal } from '../../../kernel/outcome.ts';
import { after, DAY } from '../../../kernel/time.ts';
import type { Tx } from '../../../platform/postgres.ts';
import { caseIdOfItem } from '../../cases/actions/item-facts.ts';
import { lockCase, moveItems, type CaseFacts } from '../../cases/actions/move.ts';
import { requirePermission } from '../../identity/rules.ts';
import { loadShop } from '../../identity/shop.ts';
import { priceFault, revisionFault } from '../rules/revision.ts';
import { answerQuotes, insertQuotes, type QuoteTable } from '../store.ts';
import { findingOf, insertQuotePhotos, photosOfItem } from '../store/revisions.ts';
import { basisOf, describeUnpriced, priceOn, type Basis, type RevisedPrice } from './revised-price.ts';

export type ReviseInput = {
  /** What the device turned out to be; left out: what was described. */
  readonly variantId?: string | null;
  /** The answers as found; questions left out keep the seller's own answer. */
  readonly answers: Readonly<Record<string, string>>;
  readonly reasons: readonly string[];
  readonly photoIds: readonly string[];
  /** What the seller reads beside the finding. */
  readonly note?: string | null;
  /** A price that is not the computed one, in minor units, with why; needs `offer.free_price`. */
  readonly freePrice?: { readonly minor: number; readonly currency?: string; readonly reason: string } | null;
  /** The item's history number as the reviser saw it. */
  readonly seq: number;
};

type Facts = CaseFacts['rows'][number];

/** What stands in the way of any revised offer of this device now. */
function inTheWay(row: Facts, seq: number): Refusal | null {
  if (row.seq !== seq)
    return refuse('stale_item', `${row.number} has moved on meanwhile: look at it again.`, 'stale', {
      more: { item_id: row.item_id, current: { stage: row.stage, status: row.status, seq: row.seq } },
    });
  if (row.open_holds > 0) return refuse('hold_open', 'Release every open hold first.', 'conflict');
  if (row.blind)
    return refuse(
      'second_inspection_due',
      'Another person inspects this device a second time first; only then can it be offered again.',
      'conflict',
    );
  return null;
}

/** The price to offer: the computed one, or the free one of somebody who may. */
async function offered(tx: Tx, ctx: Ctx, basis: Basis, input: ReviseInput): Promise<Outcome<RevisedPrice>> {
  const computed = await priceOn(tx, basis, input);
  const free = input.freePrice;
  if (!free) return computed;
  const no = requirePermission(ctx.actor, 'offer.free_price');
  if (no) return no;
  if (free.currency && free.currency !== basis.currency)
    return refuse('currency_other', `This offer is in ${basis.currency}.`, 'invalid', {
      field: 'free_price.price.currency',
    });
  if (computed.ok) return ok({ ...computed.value, price: money(free.minor, basis.currency), lines: [] });
  // What the book has no price for, or what we do not buy by rule, a person may still name a price for.
  if (!['no_price', 'not_bought', 'free_price_only'].includes(computed.code)) return computed;
  const found = await describeUnpriced(tx, basis, input);
  return ok({ ...found, price: money(free.minor, basis.currency), lines: [] });
}

async function photoFault(tx: Tx, itemId: string, ids: readonly string[]): Promise<Refusal | null> {
  if (ids.length === 0) return null;
  const own = new Set((await photosOfItem(tx, itemId)).map((p) => p.file_id));
  const strange = ids.findIndex((id) => !own.has(id));
  if (strange < 0) return null;
  return refuse('photo_unknown', 'This photo is not one of this device, or it was removed.', 'invalid', {
    field: `photo_ids.${strange}`,
  });
}

type Checked = { basis: Basis; price: RevisedPrice; photoIds: string[]; reasons: string[] };

/** Everything that can be wrong with the offer itself, before anything is written. */
async function check(
  tx: Tx,
  ctx: Ctx,
  itemId: string,
  input: ReviseInput,
  before: number | null,
): Promise<Outcome<Checked>> {
  const basis = await basisOf(tx, itemId);
  if (!basis.ok) return basis;
  const sum = input.freePrice?.minor;
  if (sum !== undefined) {
    const absurd = priceFault(sum);
    if (absurd) return absurd;
  }
  const price = await offered(tx, ctx, basis.value, input);
  if (!price.ok) return price;
  const photoIds = [...new Set(input.photoIds)];
  const reasons = [...new Set(input.reasons)];
  const fault = revisionFault({
    price: price.value.price.minor,
    before,
    reasons,
    photos: photoIds.length,
    note: input.note ?? null,
    differences: price.value.differences.length,
    isFree: Boolean(input.freePrice),
    freePriceReason: input.freePrice?.reason ?? null,
  });
  if (fault) return fault;
  const no = await photoFault(tx, itemId, photoIds);
  return no ?? ok({ basis: basis.value, price: price.value, photoIds, reasons });
}

function rowOf(
  ctx: Ctx,
  about: { caseId: string; itemId: string; inspectionId: string | null; until: Date },
  { basis, price, reasons }: Checked,
  input: ReviseInput,
): QuoteTable {
  return {
    id: ctx.newId('quo'),
    case_id: about.caseId,
    item_id: about.itemId,
    number: basis.latest.number + 1,
    kind: 'revision',
    state: 'offered',
    price_version_id: basis.quoted.price_version_id,
    question_set_id: basis.quoted.question_set_id,
    variant_id: price.variantId,
    questions: price.questions,
    answers: price.answers,
    lines: price.lines,
    price_minor: price.price.minor,
    currency: basis.currency,
    valid_until: about.until,
    reasons,
    note: input.note?.trim() || null,
    free_price: Boolean(input.freePrice),
    free_price_reason: input.freePrice?.reason.trim() ?? null,
    follows_id: basis.latest.id,
    inspection_id: about.inspectionId,
    made_by_kind: ctx.actor.kind,
    made_by_id: actorId(ctx.actor),
    made_at: ctx.now,
  };
}

/**
 * Sends a revised offer for a device on the bench, or a newer one for a device that waits for an answer: the one before
 * becomes superseded and stays linked. Refuses what stands in the way (`stale_item`, `hold_open`,
 * `second_inspection_due`), what the price rules say, what `revisionFault` says, `photo_unknown`, `currency_other`, and
 * what the move `revise` says.
 */
export async function reviseOffer(
  tx: Tx,
  ctx: Ctx,
  itemId: string,
  input: ReviseInput,
): Promise<Outcome<{ caseId: string; revisionId: string }>> {
  const no = requirePermission(ctx.actor, 'offer.revise');
  if (no) return no;
  const caseId = await caseIdOfItem(tx, itemId);
  if (!caseId) return refuse('item_not_found', 'There is no such item.', 'not_found');
  const locked = await lockCase(tx, caseId);
  if (!locked.ok) return locked;
  const row = locked.value.rows.find((r) => r.item_id === itemId);
  if (!row) return refuse('item_not_found', 'There is no such item.', 'not_found');
  const obstacle = inTheWay(row, input.seq);
  if (obstacle) return obstacle;
  const checked = await check(tx, ctx, itemId, input, row.price_minor);
  if (!checked.ok) return checked;
  const { settings } = await loadShop(tx);
  const inspection = await findingOf(tx, itemId);
  const until = after(ctx.now, settings.revised_offer_days * DAY);
  const about = { caseId, itemId, inspectionId: inspection?.inspection_id ?? null, until };
  const revision = rowOf(ctx, about, checked.value, input);
  const by = { kind: ctx.actor.kind, id: actorId(ctx.actor), at: ctx.now };
  await answerQuotes(tx, { itemIds: [itemId], kind: 'revision' }, 'superseded', by);
  await insertQuotes(tx, [revision]);
  await insertQuotePhotos(tx, { id: revision.id, caseId }, checked.value.photoIds);
  const moved = await moveItems(tx, ctx, {
    caseId,
    move: 'revise',
    itemIds: [itemId],
    reason: revision.note ?? checked.value.reasons.join(', '),
    form: 'revise',
    expect: { [itemId]: input.seq },
    data: { quote_id: revision.id, price_minor: revision.price_minor, reasons: checked.value.reasons },
  });
  return moved.ok ? ok({ caseId, revisionId: revision.id }) : moved;
}
