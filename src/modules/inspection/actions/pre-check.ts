/**
 * What is known of a device before it is tested: what our own records say at once, and what a provider says later.
 * Every answer is a row of evidence that stays. What follows from a hit is the app’s business (checked.ts).
 */
import { actorId, type Ctx } from '../../../kernel/actor.ts';
import { ok, refuse, type Outcome } from '../../../kernel/outcome.ts';
import { enqueue } from '../../../platform/jobs.ts';
import type { Tx } from '../../../platform/postgres.ts';
import { lockCase } from '../../cases/actions/move.ts';
import { connectedAdapter } from '../../identity/connections.ts';
import { requirePermission } from '../../identity/rules.ts';
import { checkBlocked, checkModel, checkNumber, checkSeen, type Finding } from '../rules/pre-check.ts';
import { tacOf } from '../rules/numbers.ts';
import {
  answerCheck,
  blockedNumbers,
  checksOf,
  insertCheck,
  otherLives,
  readCheck,
  readSubject,
  typeHints,
  type CheckRow,
  type SubjectRow,
} from '../store/pre-check.ts';
import { concluded, isAbout, newestOfEach, type PreCheck } from './checked.ts';

declare module '../../../platform/jobs.ts' {
  interface JobPayloads {
    /** Asks the provider one question and writes down what it says. */
    'inspection.ask_provider': { check_id: string };
    /** Closes questions that nobody answered, whatever became of their jobs. */
    'inspection.stop_waiting': Record<string, never>;
  }
}

const TRIES = 4;

async function begin(tx: Tx, itemId: string): Promise<Outcome<SubjectRow>> {
  const known = await readSubject(tx, itemId);
  if (!known) return refuse('item_not_found', 'There is no such item.', 'not_found');
  const locked = await lockCase(tx, known.case_id);
  if (!locked.ok) return locked;
  const subject = await readSubject(tx, itemId);
  return subject ? ok(subject) : refuse('item_not_found', 'There is no such item.', 'not_found');
}

async function ownFindings(tx: Tx, subject: SubjectRow): Promise<Finding[]> {
  const { unit_id: unitId, imei, item_id: itemId } = subject;
  if (!unitId) return [];
  return [
    checkNumber(subject),
    checkSeen(subject, await otherLives(tx, unitId, itemId)),
    checkBlocked(subject, await blockedNumbers(tx, subject)),
    ...(imei ? [checkModel(subject, await typeHints(tx, tacOf(imei), unitId))] : []),
  ];
}

async function keep(
  tx: Tx,
  ctx: Ctx,
  subject: SubjectRow,
  found: Finding,
  provider: string | null,
  askedAt: Date = ctx.now,
): Promise<void> {
  await insertCheck(tx, {
    id: ctx.newId('chk'),
    case_id: subject.case_id,
    item_id: subject.item_id,
    unit_id: subject.unit_id,
    kind: found.kind,
    verdict: found.verdict,
    provider,
    detail: found.detail,
    evidence: found.evidence,
    asked_by_kind: ctx.actor.kind,
    asked_by_id: actorId(ctx.actor),
    asked_at: askedAt,
    answered_at: ctx.now,
  });
}

/** Said by a person: no machine's guess stands above it. */
export const BY_HAND = 'manual';

/**
 * Checks an item's device against our own records and asks the provider, where one is connected and has not been asked
 * about this device. Rows are written only for what is new, so it may run as often as anything changes. Without a
 * recorded number there is nothing to check. Refuses `item_not_found`, `sign_in_required`.
 */
export async function runPreCheck(
  tx: Tx,
  ctx: Ctx,
  itemId: string,
  how: { readonly askAgain?: boolean } = {},
): Promise<Outcome<PreCheck>> {
  if (ctx.actor.kind === 'customer' || ctx.actor.kind === 'visitor')
    return refuse('sign_in_required', 'Please sign in as staff to do this.', 'forbidden');
  const begun = await begin(tx, itemId);
  if (!begun.ok) return begun;
  const subject = begun.value;
  const before = await checksOf(tx, itemId);
  const newest = new Map(newestOfEach(before, subject).map((one) => [one.kind, one]));
  for (const found of await ownFindings(tx, subject)) {
    const last = newest.get(found.kind);
    if (last?.provider === BY_HAND) continue;
    const isNew = last?.verdict !== found.verdict || last.detail !== found.detail;
    if (isNew) await keep(tx, ctx, subject, found, null);
  }
  await askProvider(tx, ctx, subject, before, newest.has('provider') && how.askAgain !== true);
  return await concluded(tx, ctx, subject, before);
}

/** Writes the question down and has a job ask it; one question at a time. */
async function askProvider(
  tx: Tx,
  ctx: Ctx,
  subject: SubjectRow,
  before: readonly CheckRow[],
  isAnswered: boolean,
): Promise<void> {
  const isWaiting = before.some((one) => one.verdict === 'asked' && isAbout(one, subject));
  if (isAnswered || isWaiting || !subject.unit_id) return;
  const provider = await connectedAdapter(tx, 'device_check');
  if (!provider) return;
  const id = ctx.newId('chk');
  await insertCheck(tx, {
    id,
    case_id: subject.case_id,
    item_id: subject.item_id,
    unit_id: subject.unit_id,
    kind: 'provider',
    verdict: 'asked',
    provider,
    detail: '',
    evidence: { imei: subject.imei, imei2: subject.imei2, serial: subject.serial },
    asked_by_kind: ctx.actor.kind,
    asked_by_id: actorId(ctx.actor),
    asked_at: ctx.now,
    answered_at: null,
  });
  await enqueue(tx, 'inspection.ask_provider', { check_id: id }, { key: `ask:${id}`, maxAttempts: TRIES });
}

/** Runs the checks again and asks the provider again, because a person wants to know. */
export async function checkAgain(tx: Tx, ctx: Ctx, itemId: string): Promise<Outcome<PreCheck>> {
  const no = requirePermission(ctx.actor, 'inspection.record');
  if (no) return no;
  return await runPreCheck(tx, ctx, itemId, { askAgain: true });
}

/** What a provider came to, as the job tells it. */
export type ProviderAnswer = {
  readonly verdict: 'clean' | 'hit' | 'unknown';
  /** What it says of the owner's lock; null when it says nothing. */
  readonly lock: 'clean' | 'hit' | 'unknown' | null;
  readonly detail: string;
  readonly evidence: Readonly<Record<string, unknown>>;
};

/**
 * Writes a provider's answer down. Answered already: the first answer stays and nothing is written. Gives the checks
 * of the item as they stand then, or null when this answer came second.
 */
export async function keepAnswer(
  tx: Tx,
  ctx: Ctx,
  checkId: string,
  answer: ProviderAnswer,
): Promise<Outcome<PreCheck | null>> {
  const asked = await readCheck(tx, checkId);
  if (!asked) return refuse('check_not_found', 'There is no such check.', 'not_found');
  const begun = await begin(tx, asked.item_id);
  if (!begun.ok) return begun;
  const { verdict, detail, evidence } = answer;
  const before = await checksOf(tx, asked.item_id);
  if (!(await answerCheck(tx, checkId, { verdict, detail, evidence, at: ctx.now }))) return ok(null);
  // A lock that a person looked at on the device itself is not overruled by a lookup that knows nothing, nor, as it
  // stands at the time of its question, by one that was asked before.
  if (answer.lock && answer.lock !== 'unknown' && isAbout(asked, begun.value))
    await keep(
      tx,
      ctx,
      begun.value,
      {
        kind: 'activation_lock',
        verdict: answer.lock,
        detail:
          answer.lock === 'hit' ? 'The provider says it is locked.' : 'The provider says it is not locked.',
        evidence: { code: answer.lock === 'hit' ? 'lock_on' : 'lock_off', check_id: checkId },
      },
      asked.provider,
      asked.asked_at,
    );
  return await concluded(tx, ctx, begun.value, before);
}
