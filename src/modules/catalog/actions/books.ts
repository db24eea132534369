/** The price book's versions: draft from what is in force, edit, publish from a day on. */
import { actorId, type Ctx } from '../../../kernel/actor.ts';
import { ok, refuse, type Outcome, type Refusal } from '../../../kernel/outcome.ts';
import type { Tx } from '../../../platform/postgres.ts';
import { requirePermission } from '../../identity/rules.ts';
import type { Condition } from '../rules/questions.ts';
import {
  bookFor,
  copyPrices,
  deleteDraft,
  deletePrice,
  hasPrices,
  insertDraft,
  lockVersion,
  markPublished,
  readCurrentVersion,
  readPrice,
  readVersion,
  updateDraft,
  variantExists,
  type VersionEdit,
  type VersionRow,
} from '../store/prices.ts';
import { savePrices } from '../store/seed.ts';
import { forgetPrices } from './pricing.ts';

const NO_VERSION = refuse(
  'price_version_unknown',
  'There is no such version of the price book.',
  'not_found',
);

/** Terms of a book that has no version yet: whole units, no floor. */
const FIRST_TERMS = { rounding_minor: 100, floor_minor: 0 };

/** A draft with all prices in force now in that currency; the first of a currency is empty. */
export async function createDraft(
  tx: Tx,
  ctx: Ctx,
  input: { currency: string; note?: string | null },
): Promise<Outcome<VersionRow>> {
  const no = requirePermission(ctx.actor, 'prices.edit');
  if (no) return no;
  const { currency } = input;
  const book = await bookFor(tx, {
    id: ctx.newId('pbk'),
    name: `Prices in ${currency}`,
    currency,
    created_at: ctx.now,
  });
  const current = await readCurrentVersion(tx, currency, ctx.now);
  const id = ctx.newId('pbv');
  await insertDraft(tx, {
    id,
    book_id: book.id,
    rounding_minor: current?.rounding_minor ?? FIRST_TERMS.rounding_minor,
    floor_minor: current?.floor_minor ?? FIRST_TERMS.floor_minor,
    note: input.note ?? null,
    created_by: actorId(ctx.actor),
    created_at: ctx.now,
  });
  if (current) await copyPrices(tx, current.id, id);
  const made = await readVersion(tx, id);
  return made ? ok(made) : NO_VERSION;
}

/** A locked draft. Refuses `price_version_unknown`, `version_published`, `stale_version`. */
async function draftFor(tx: Tx, ctx: Ctx, id: string, version: number | null): Promise<Outcome<VersionRow>> {
  const no = requirePermission(ctx.actor, 'prices.edit');
  if (no) return no;
  const row = await lockVersion(tx, id);
  if (!row) return NO_VERSION;
  if (row.state === 'published')
    return refuse(
      'version_published',
      'A published version keeps what it says: make a draft from it.',
      'conflict',
    );
  return version !== null && version !== row.version ? stale(row.version) : ok(row);
}

function stale(current: number): Refusal {
  return refuse('stale_version', 'Somebody changed it meanwhile: look again.', 'stale', {
    more: { current_version: current },
  });
}

/** Changes a draft's rounding, floor or note. */
export async function editDraft(
  tx: Tx,
  ctx: Ctx,
  input: { id: string; version: number | null } & VersionEdit,
): Promise<Outcome<VersionRow>> {
  const { id, version, ...edit } = input;
  const draft = await draftFor(tx, ctx, id, version);
  if (!draft.ok) return draft;
  await updateDraft(tx, id, edit);
  const after = await readVersion(tx, id);
  return after ? ok(after) : NO_VERSION;
}

export type PriceEdit = {
  readonly versionId: string;
  readonly variantId: string;
  readonly condition: Condition;
  /** Null takes the price out. */
  readonly amountMinor: number | null;
  /** The price's own version; 0 where there is none yet, null for “whatever it is”. */
  readonly version: number | null;
};

/** Sets one price of a draft. Refuses also `price_unknown` for taking out one that is not there. */
export async function setPrice(
  tx: Tx,
  ctx: Ctx,
  edit: PriceEdit,
): Promise<Outcome<{ amount_minor: number | null; version: number; currency: string }>> {
  const draft = await draftFor(tx, ctx, edit.versionId, null);
  if (!draft.ok) return draft;
  const key = { version_id: edit.versionId, variant_id: edit.variantId, condition: edit.condition };
  const before = await readPrice(tx, key);
  if (edit.version !== null && edit.version !== (before?.version ?? 0)) return stale(before?.version ?? 0);
  const { currency } = draft.value;
  if (edit.amountMinor === null) {
    if (!before) return refuse('price_unknown', 'There is no such price.', 'not_found');
    await deletePrice(tx, key);
    return ok({ amount_minor: null, version: 0, currency });
  }
  if (!(await variantExists(tx, edit.variantId)))
    return refuse('variant_unknown', 'We do not know this device.', 'not_found', { field: 'variant_id' });
  await savePrices(tx, [{ ...key, amount_minor: edit.amountMinor }]);
  const after = await readPrice(tx, key);
  return ok({ amount_minor: edit.amountMinor, version: after?.version ?? 1, currency });
}

/**
 * Publishes a draft: from `effectiveFrom` (default now) on it is what quotes are made with. Refuses a day that is past
 * (`effective_in_past`) and a version without prices (`version_empty`).
 */
export async function publishVersion(
  tx: Tx,
  ctx: Ctx,
  input: { id: string; version: number | null; effectiveFrom?: Date | null },
): Promise<Outcome<VersionRow>> {
  const draft = await draftFor(tx, ctx, input.id, input.version);
  if (!draft.ok) return draft;
  const from = input.effectiveFrom ?? ctx.now;
  // A minute's grace: who picked “now” in a form has spent some seconds there.
  if (from.getTime() < ctx.now.getTime() - 60_000)
    return refuse('effective_in_past', 'A version cannot have counted before it was published.', 'invalid', {
      field: 'effective_from',
    });
  if (!(await hasPrices(tx, input.id)))
    return refuse('version_empty', 'This version has no prices yet.', 'conflict');
  await markPublished(tx, input.id, {
    effective_from: from,
    published_by: actorId(ctx.actor),
    published_at: ctx.now,
  });
  forgetPrices(tx);
  const after = await readVersion(tx, input.id);
  return after ? ok(after) : NO_VERSION;
}

/** Throws a draft away. */
export async function discardDraft(
  tx: Tx,
  ctx: Ctx,
  input: { id: string; version: number | null },
): Promise<Outcome<null>> {
  const draft = await draftFor(tx, ctx, input.id, input.version);
  if (!draft.ok) return draft;
  await deleteDraft(tx, input.id);
  return ok(null);
}
