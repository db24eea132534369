/** What a person looked at and says: the owner's lock, the model found, an enquiry made by hand. Evidence like any other. */
import { actorId, type Ctx } from '../../../kernel/actor.ts';
import { ok, refuse, type Outcome } from '../../../kernel/outcome.ts';
import { hasTag } from '../../../kernel/workflow.ts';
import type { Tx } from '../../../platform/postgres.ts';
import { atOf, lockCase } from '../../cases/actions/move.ts';
import { workflowOf } from '../../cases/rules/workflows.ts';
import { requirePermission } from '../../identity/rules.ts';
import { brandOf, type CheckKind, type Verdict } from '../rules/pre-check.ts';
import { checksOf, insertCheck, modelName, readSubject, type SubjectRow } from '../store/pre-check.ts';
import { concluded, type PreCheck } from './checked.ts';
import { BY_HAND } from './pre-check.ts';

const NOT_HERE = refuse('item_not_here', 'A device is checked while it is with us.', 'conflict');

async function begin(tx: Tx, ctx: Ctx, itemId: string): Promise<Outcome<SubjectRow>> {
  const no = requirePermission(ctx.actor, 'inspection.record');
  if (no) return no;
  const subject = await readSubject(tx, itemId);
  if (!subject) return refuse('item_not_found', 'There is no such item.', 'not_found');
  const locked = await lockCase(tx, subject.case_id);
  if (!locked.ok) return locked;
  const row = locked.value.rows.find((one) => one.item_id === itemId);
  const workflow = row && workflowOf(row.workflow_id, row.workflow_version);
  if (!row || !workflow?.ok || !hasTag(workflow.value, atOf(row), 'in_our_hands')) return NOT_HERE;
  return ok(subject);
}

async function say(
  tx: Tx,
  ctx: Ctx,
  subject: SubjectRow,
  said: { kind: CheckKind; verdict: Verdict; detail: string; evidence: Record<string, unknown> },
): Promise<Outcome<PreCheck>> {
  const before = await checksOf(tx, subject.item_id);
  await insertCheck(tx, {
    id: ctx.newId('chk'),
    case_id: subject.case_id,
    item_id: subject.item_id,
    unit_id: subject.unit_id,
    ...said,
    evidence: { ...said.evidence, imei: subject.imei, imei2: subject.imei2, serial: subject.serial },
    provider: BY_HAND,
    asked_by_kind: ctx.actor.kind,
    asked_by_id: actorId(ctx.actor),
    asked_at: ctx.now,
    answered_at: ctx.now,
  });
  return await concluded(tx, ctx, subject, before);
}

export type LockAnswer = { readonly locked: 'yes' | 'no' | 'unknown'; readonly note?: string | null };

/** Answers whether the device is still tied to its owner's account. Refuses `item_not_here`, `permission_missing`. */
export async function answerLock(
  tx: Tx,
  ctx: Ctx,
  itemId: string,
  { locked, note }: LockAnswer,
): Promise<Outcome<PreCheck>> {
  const begun = await begin(tx, ctx, itemId);
  if (!begun.ok) return begun;
  const [verdict, code, words] = (
    {
      yes: ['hit', 'lock_on', 'Locked to its owner’s account.'],
      no: ['clean', 'lock_off', 'Not locked.'],
      unknown: ['unknown', 'lock_unseen', 'Could not be seen.'],
    } as const
  )[locked];
  const own = note?.trim() ?? '';
  return await say(tx, ctx, begun.value, {
    kind: 'activation_lock',
    verdict,
    detail: own || words,
    evidence: { code, brand: brandOf(begun.value), note: own || null },
  });
}

export type ManualCheck = {
  readonly kind: 'model' | 'provider';
  readonly verdict: Verdict;
  readonly note?: string | null;
  /** Of a model that is another one than declared. */
  readonly foundModelId?: string | null;
};

/**
 * Records what a person found: another model than declared, or what an enquiry elsewhere (police, insurer, register)
 * said. Refuses `check_note_missing` where nothing says what was found, `model_unknown`, `item_not_here`.
 */
export async function recordCheck(
  tx: Tx,
  ctx: Ctx,
  itemId: string,
  input: ManualCheck,
): Promise<Outcome<PreCheck>> {
  const begun = await begin(tx, ctx, itemId);
  if (!begun.ok) return begun;
  const note = input.note?.trim() ?? '';
  const foundId = input.kind === 'model' ? (input.foundModelId ?? null) : null;
  const found = foundId ? await modelName(tx, foundId) : null;
  if (foundId && !found)
    return refuse('model_unknown', 'The catalogue has no such model.', 'invalid', {
      field: 'found_model_id',
    });
  if (!note && !found && (input.verdict !== 'clean' || input.kind === 'provider'))
    return refuse('check_note_missing', 'Say what was found, and where.', 'invalid', { field: 'note' });
  const code = `${input.kind}_by_hand`;
  const evidence = found
    ? {
        code,
        note: note || null,
        found_model_id: foundId,
        found,
        declared: begun.value.model ?? begun.value.title,
      }
    : { code, note: note || null };
  return await say(tx, ctx, begun.value, {
    kind: input.kind,
    verdict: input.verdict,
    detail: note || (found ? `Found: ${found}.` : 'As declared.'),
    evidence,
  });
}
