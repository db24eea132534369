/** Opens a case: its rows first, then (when the offers are written) the first move of every item. */
import type { Ctx } from '../../../kernel/actor.ts';
import type { Locale } from '../../../kernel/locale.ts';
import { ok, refuse, type Outcome } from '../../../kernel/outcome.ts';
import { step } from '../../../kernel/workflow.ts';
import { loadShop } from '../../identity/shop.ts';
import type { Tx } from '../../../platform/postgres.ts';
import { GUARDS, type Silence } from '../rules/guards.ts';
import { makeReference } from '../rules/reference.ts';
import { newestWorkflow } from '../rules/workflows.ts';
import { insertCase, type ItemTable } from '../store/cases.ts';
import { writeEvents } from '../store/moves.ts';
import { effectsOf, factsOf, guardFacts, historyOf } from './move.ts';
import { runEffects } from './effects.ts';

export type Contact = { name: string; email: string; phone?: string | null };
export type Address = {
  line1: string;
  line2?: string | null;
  postal_code: string;
  city: string;
  region?: string | null;
  country: string;
};

export type OpenCase = {
  readonly channel: 'mail_in' | 'in_store';
  readonly customerId: string;
  readonly contact: Contact;
  readonly address?: Address | null;
  readonly locationId?: string | null;
  readonly visitOn?: string | null;
  readonly locale: Locale;
  readonly currency: string;
  readonly source: 'widget' | 'portal' | 'counter' | 'api' | 'demo';
  readonly silence: Silence;
  readonly items: readonly {
    category: 'phone' | 'tablet' | 'laptop' | 'watch';
    variantId: string | null;
    title: string;
    priceMinor: number | null;
  }[];
};

/** Writes the case and its items without a stage yet. Gives ids and the reference; refuses `no_items`, `too_many_items`. */
export async function openCase(
  tx: Tx,
  ctx: Ctx,
  input: OpenCase,
): Promise<Outcome<{ caseId: string; reference: string; itemIds: string[] }>> {
  if (input.items.length === 0)
    return refuse('no_items', 'Add at least one device.', 'invalid', { field: 'items' });
  if (input.items.length > 50)
    return refuse('too_many_items', 'At most 50 devices fit in one offer.', 'invalid', { field: 'items' });
  const workflow = newestWorkflow(input.channel === 'mail_in' ? 'buyback_mail_in' : 'buyback_in_store');
  const shop = await loadShop(tx);
  const caseId = ctx.newId('cas');
  const reference = makeReference(shop.timezone, ctx.now, ctx.random(8));
  const items: ItemTable[] = input.items.map((item, position) => ({
    id: ctx.newId('itm'),
    case_id: caseId,
    position,
    workflow_id: workflow.id,
    workflow_version: workflow.version,
    category: item.category,
    variant_id: item.variantId,
    title: item.title,
    price_minor: item.priceMinor,
    currency: input.currency,
    created_at: ctx.now,
  }));
  await insertCase(
    tx,
    {
      id: caseId,
      kind: 'offer',
      channel: input.channel,
      reference,
      customer_id: input.customerId,
      location_id: input.locationId ?? null,
      visit_on: input.visitOn ?? null,
      locale: input.locale,
      currency: input.currency,
      contact: input.contact,
      address: input.address ?? null,
      source: input.source,
      silence: input.silence,
      assignee_id: null,
      created_at: ctx.now,
    },
    items,
  );
  return ok({ caseId, reference, itemIds: items.map((i) => i.id) });
}

/** The first move of every item of a case that was just opened; its effects mail the quote. */
export async function beginItems(tx: Tx, ctx: Ctx, caseId: string): Promise<Outcome<null>> {
  const facts = await factsOf(tx, caseId);
  const taken = [];
  for (const row of facts.rows) {
    const workflow = newestWorkflow(row.workflow_id);
    const first = step(
      workflow,
      null,
      'create',
      guardFacts(facts, row, workflow, ctx.now),
      ctx.actor,
      GUARDS,
    );
    if (!first.ok) return first;
    const item = { id: row.item_id, caseId, seq: 0, from: null };
    taken.push({
      ...historyOf(ctx, item, workflow, first.value, facts.days, {}),
      step: first.value,
      from: null,
    });
  }
  await writeEvents(
    tx,
    taken.map((t) => t.event),
    taken.flatMap((t) => t.deadlines),
  );
  return await runEffects(tx, ctx, effectsOf(caseId, taken, {}));
}
