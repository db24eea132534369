/** Where an item stands after its checks, and what follows from it; who does that is known to the app alone. */
import type { Ctx } from '../../../kernel/actor.ts';
import { ok, type Outcome } from '../../../kernel/outcome.ts';
import type { Tx } from '../../../platform/postgres.ts';
import type { CheckKind, Subject } from '../rules/pre-check.ts';
import { checksOf, type CheckRow, type SubjectRow } from '../store/pre-check.ts';

/** The newest check of each kind about the device as it is known now. */
export type PreCheck = {
  readonly subject: SubjectRow;
  readonly checks: readonly CheckRow[];
  /** Those that found something. */
  readonly hits: readonly CheckRow[];
  /** What this very act brought; what was known before has been dealt with before. */
  readonly fresh: readonly CheckRow[];
  /** True while a provider has not answered. */
  readonly waiting: boolean;
};

/** Does what follows, in the same transaction: opens and ends holds. A refusal undoes the checks. */
export type Follow = (tx: Tx, ctx: Ctx, found: PreCheck) => Promise<Outcome<unknown>>;

let follow: Follow | null = null;

/** Called once at start with what follows from checks; without it they are evidence only. */
export function followChecks(does: Follow | null): void {
  follow = does;
}

/** A check of numbers since corrected is evidence still, but no longer about this device. */
export function isAbout(check: CheckRow, subject: Subject): boolean {
  if (check.kind === 'activation_lock') return true;
  if (check.unit_id !== subject.unit_id) return false;
  if (check.kind !== 'provider') return true;
  const { imei = null, imei2 = null, serial = null } = check.evidence;
  if (imei !== subject.imei || imei2 !== subject.imei2) return false;
  return subject.imei !== null || serial === subject.serial;
}

/** The newest check of each kind that is about the device as it is known now. */
export function newestOfEach(checks: readonly CheckRow[], subject: Subject): CheckRow[] {
  const kinds = new Set<CheckKind>();
  return checks.filter((one) => {
    if (kinds.has(one.kind) || !isAbout(one, subject)) return false;
    kinds.add(one.kind);
    return true;
  });
}

/** The checks of an item as they stand; `before` is what there was when the act began. */
export function preCheckOf(
  subject: SubjectRow,
  all: readonly CheckRow[],
  before: readonly CheckRow[] = all,
): PreCheck {
  const checks = newestOfEach(all, subject);
  const known = new Set(before.map((one) => `${one.id} ${one.verdict}`));
  return {
    subject,
    checks,
    hits: checks.filter((one) => one.verdict === 'hit'),
    fresh: checks.filter((one) => !known.has(`${one.id} ${one.verdict}`)),
    waiting: all.some((one) => one.verdict === 'asked' && isAbout(one, subject)),
  };
}

/** Reads how an item stands after an act and does what follows from what is new. */
export async function concluded(
  tx: Tx,
  ctx: Ctx,
  subject: SubjectRow,
  before: readonly CheckRow[],
): Promise<Outcome<PreCheck>> {
  const found = preCheckOf(subject, await checksOf(tx, subject.item_id), before);
  if (!follow) return ok(found);
  const followed = await follow(tx, ctx, found);
  return followed.ok ? ok(found) : followed;
}
