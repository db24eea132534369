/** Changing a case's own facts: contact, address, visit, assignee. */
import type { Ctx } from '../../../kernel/actor.ts';
import { ok, refuse, type Outcome } from '../../../kernel/outcome.ts';
import type { Tx } from '../../../platform/postgres.ts';
import { requirePermission } from '../../identity/rules.ts';
import { updateCase, type CasePatch } from '../store/cases.ts';
import { lockCase } from './move.ts';

/** Edits a case as staff. `version` null overwrites. Refuses `stale_case` when somebody changed it meanwhile. */
export async function editCase(
  tx: Tx,
  ctx: Ctx,
  caseId: string,
  version: number | null,
  patch: CasePatch,
): Promise<Outcome<{ version: number }>> {
  const no = requirePermission(ctx.actor, 'case.edit');
  if (no) return no;
  return await changeCase(tx, caseId, version, patch);
}

/** The same without asking who may: for the customer's own action, which has checked the link's power. */
export async function changeCase(
  tx: Tx,
  caseId: string,
  version: number | null,
  patch: CasePatch,
): Promise<Outcome<{ version: number }>> {
  const locked = await lockCase(tx, caseId);
  if (!locked.ok) return locked;
  const next = await updateCase(tx, caseId, version, patch);
  return next === null
    ? refuse('stale_case', 'Somebody else changed this case meanwhile.', 'stale')
    : ok({ version: next });
}
