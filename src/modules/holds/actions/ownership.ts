/** The ownership rules at work: on one device, on the past, and their versions. */
import { createHash } from 'node:crypto';
import { actorId, type Ctx } from '../../../kernel/actor.ts';
import { formatMoney } from '../../../kernel/money.ts';
import { ok, refuse, type Outcome } from '../../../kernel/outcome.ts';
import { after, DAY } from '../../../kernel/time.ts';
import { hasTag } from '../../../kernel/workflow.ts';
import type { Reader, Tx } from '../../../platform/postgres.ts';
import { atOf, factsOf } from '../../cases/actions/move.ts';
import { modelTitle } from '../../catalog/rules/title.ts';
import { workflowOf } from '../../cases/rules/workflows.ts';
import { requirePermission } from '../../identity/rules.ts';
import { loadShop } from '../../identity/shop.ts';
import {
  FIRST_OWNERSHIP_RULES,
  ruleThatFires,
  whyItFired,
  type OwnershipRules,
  type OwnershipSubject,
  type SubjectModel,
} from '../rules/ownership.ts';
import {
  drawnFor,
  insertRules,
  keepDrawn,
  readSubject,
  rulesVersions,
  subjectsSince,
  type RulesRow,
  type SubjectRow,
} from '../store/ownership.ts';
import { isHeld, openHold } from '../actions.ts';
import { faultOf } from './ownership-choices.ts';

/** What a new shop begins with. */
const FIRST: RulesRow = {
  version: 0,
  body: FIRST_OWNERSHIP_RULES,
  created_by: null,
  created_at: new Date(0),
};

/** The rules that count now; version 0 is what a new shop begins with. */
export async function currentRules(reader: Reader): Promise<RulesRow> {
  const [newest] = await rulesVersions(reader, 1);
  return newest ?? FIRST;
}

/** The newest hundred versions, newest first, and what the shop began with. */
export async function versionsOfRules(reader: Reader): Promise<RulesRow[]> {
  return [...(await rulesVersions(reader, 100)), FIRST];
}

/**
 * Saves a new version of the rules. Refuses `rule_*` naming the field (names the catalogue does not know too), and
 * `stale_rules` with the present version.
 */
export async function saveRules(
  tx: Tx,
  ctx: Ctx,
  input: { version: number | null; body: OwnershipRules },
): Promise<Outcome<RulesRow>> {
  const no = requirePermission(ctx.actor, 'settings.edit') ?? (await faultOf(tx, input.body));
  if (no) return no;
  const now = await currentRules(tx);
  const row: RulesRow = {
    version: now.version + 1,
    body: input.body,
    created_by: actorId(ctx.actor),
    created_at: ctx.now,
  };
  const fits = input.version === null || input.version === now.version;
  if (!fits || !(await insertRules(tx, row)))
    return refuse('stale_rules', 'Somebody else changed the rules meanwhile.', 'stale', {
      more: { current: await currentRules(tx) },
    });
  return ok(row);
}

/** A row as rules see it; a device not on our list goes by what the seller calls it. */
function subjectOf(row: SubjectRow): OwnershipSubject {
  const declared: SubjectModel = {
    id: row.model_id,
    brand: row.brand,
    name: row.brand && row.model ? modelTitle(row.brand, row.model) : row.title,
    releasedOn: row.released_on,
  };
  const other = row.found_model_id !== null && row.found_model_id !== row.model_id;
  return {
    declared,
    found: other
      ? {
          id: row.found_model_id,
          brand: row.found_brand,
          name: modelTitle(row.found_brand ?? '', row.found_model ?? ''),
          releasedOn: row.found_released_on,
        }
      : null,
    declaredLikeNew: row.declared_like_new,
    foundLikeNew: row.found_like_new,
    declaredAnswers: row.declared_answers,
    foundAnswers: row.found_answers,
    priceMinor: row.price_minor,
  };
}

/** Tells the shop's calendar day; made once for many days, for making it is what takes time. */
function dayTeller(timezone: string): (at: Date) => string {
  const writer = new Intl.DateTimeFormat('en-CA', { timeZone: timezone, dateStyle: 'short' });
  return (at) => writer.format(at);
}

/** Draws once for each rule that draws, and remembers. */
async function diceFor(
  tx: Tx,
  ctx: Ctx,
  row: SubjectRow,
  rules: OwnershipRules,
): Promise<Map<string, number>> {
  const drawn = await drawnFor(tx, [row.item_id]);
  const dice = new Map<string, number>();
  for (const rule of rules.rules) {
    if (!rule.on || rule.when.spot_check_percent === undefined) continue;
    const known = drawn.get(`${row.item_id} ${rule.id}`);
    const [a = 0, b = 0] = ctx.random(2);
    const thrown = known ?? Math.floor(((a * 256 + b) / 65_536) * 10_000) / 100;
    if (known === undefined)
      await keepDrawn(tx, {
        item_id: row.item_id,
        case_id: row.case_id,
        rule_id: rule.id,
        drawn: thrown,
        at: ctx.now,
      });
    dice.set(rule.id, thrown);
  }
  return dice;
}

/**
 * Looks whether a device needs a proof of purchase and, where a rule says so, holds it; the timeline says which. Asked
 * once for a device: what was approved, or released by hand, is not asked for again. Gives the rule's name, or null.
 */
export async function checkOwnership(tx: Tx, ctx: Ctx, itemId: string): Promise<Outcome<string | null>> {
  const row = await readSubject(tx, itemId);
  if (!row || row.asked_before) return ok(null);
  const facts = await factsOf(tx, row.case_id);
  const at = facts.rows.find((r) => r.item_id === itemId);
  const workflow = at ? workflowOf(at.workflow_id, at.workflow_version) : null;
  if (!at || !workflow?.ok) return ok(null);
  if (!isHeld(facts, itemId) && !hasTag(workflow.value, atOf(at), 'holdable')) return ok(null);
  const { body } = await currentRules(tx);
  const dice = await diceFor(tx, ctx, row, body);
  const { timezone } = await loadShop(tx);
  const known = subjectOf(row);
  // What the first opinion found is told to nobody before the second one, so not by a hold either; it is looked at then.
  const subject = at.blind ? { ...known, found: null, foundLikeNew: null, foundAnswers: {} } : known;
  const today = dayTeller(timezone)(ctx.now);
  const rule = ruleThatFires(body, subject, today, (id) => dice.get(id) ?? 100);
  if (!rule) return ok(null);
  const amount = (minor: number) => formatMoney({ minor, currency: row.currency }, 'en');
  const why = whyItFired(rule, subject, today, amount);
  const asSystem: Ctx = { ...ctx, actor: { kind: 'system' } };
  const held = await openHold(tx, asSystem, itemId, {
    reason: 'proof_of_purchase',
    note: `Rule: ${rule.name} (${why})`,
    rule,
  });
  return held.ok ? ok(rule.name) : held;
}

export type DryRun = {
  readonly looked_at: number;
  readonly caught: number;
  readonly by_rule: readonly { readonly id: string; readonly name: string; readonly count: number }[];
  readonly examples: readonly {
    readonly case_id: string;
    readonly reference: string;
    readonly item_number: string;
    readonly title: string;
    readonly rule: string;
    readonly at: Date;
  }[];
};

const MOST_LOOKED_AT = 50_000;
const MOST_EXAMPLES = 20;

/** Two digits of a hash: where nothing was drawn then, an item is drawn the same way each time one tries. */
function asIfDrawn(itemId: string, ruleId: string): number {
  const hash = createHash('sha256').update(`${itemId} ${ruleId}`).digest();
  return Math.floor((hash.readUInt16BE(0) / 65_536) * 10_000) / 100;
}

/** What was really drawn for past devices, where anything was; asked only when a rule draws. */
async function drawnThen(reader: Reader, body: OwnershipRules, rows: readonly SubjectRow[]) {
  const draws = body.rules.some((rule) => rule.on && rule.when.spot_check_percent !== undefined);
  const ids = rows.map((row) => row.item_id);
  return draws ? await drawnFor(reader, ids) : new Map<string, number>();
}

/** What these rules would have held of the devices offered in the last days. Nothing is changed. */
export async function dryRun(
  reader: Reader,
  ctx: Ctx,
  input: { body: OwnershipRules; days: number },
): Promise<Outcome<DryRun>> {
  const no = requirePermission(ctx.actor, 'settings.view') ?? (await faultOf(reader, input.body));
  if (no) return no;
  const { timezone } = await loadShop(reader);
  const dayOf = dayTeller(timezone);
  const rows = await subjectsSince(reader, after(ctx.now, -input.days * DAY), MOST_LOOKED_AT);
  const drawn = await drawnThen(reader, input.body, rows);
  const counts = new Map<string, number>();
  const examples: DryRun['examples'][number][] = [];
  for (const row of rows) {
    const dice = (id: string) => drawn.get(`${row.item_id} ${id}`) ?? asIfDrawn(row.item_id, id);
    const rule = ruleThatFires(input.body, subjectOf(row), dayOf(row.created_at), dice);
    if (!rule) continue;
    counts.set(rule.id, (counts.get(rule.id) ?? 0) + 1);
    const { case_id, reference, item_number, title, created_at: at } = row;
    if (examples.length < MOST_EXAMPLES)
      examples.push({ case_id, reference, item_number, title, rule: rule.name, at });
  }
  const by = input.body.rules.map(({ id, name }) => ({ id, name, count: counts.get(id) ?? 0 }));
  const caught = by.reduce((sum, one) => sum + one.count, 0);
  return ok({ looked_at: rows.length, caught, by_rule: by, examples });
}
