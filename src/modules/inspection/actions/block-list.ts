/** The block list: devices we do not take, with the reason. What was taken off it stays on record. */
import { actorId, type Ctx } from '../../../kernel/actor.ts';
import { ok, refuse, type Outcome } from '../../../kernel/outcome.ts';
import type { Tx } from '../../../platform/postgres.ts';
import { readCsv } from '../../catalog/csv.ts';
import { requirePermission } from '../../identity/rules.ts';
import {
  MOST_REASON,
  readBlockNumber,
  readBlockRows,
  type BlockNumber,
  type RefusedRow,
} from '../rules/block-list.ts';
import {
  alreadyBlocked,
  insertBlocked,
  readBlocked,
  removeBlocked,
  type BlockedRow,
  type BlockedTable,
} from '../store/block-list.ts';

const NOT_FOUND = refuse('blocked_device_unknown', 'There is no such entry.', 'not_found');

function rowOf(ctx: Ctx, number: BlockNumber, reason: string, source: 'staff' | 'import'): BlockedTable {
  return {
    id: ctx.newId('blk'),
    kind: number.kind,
    number: number.number,
    reason,
    source,
    added_by: ctx.actor.kind === 'staff' ? actorId(ctx.actor) : null,
    added_at: ctx.now,
    removed_at: null,
    removed_by: null,
  };
}

/**
 * Puts a device on the list. Refuses what its number is refused with, `reason_missing`, and `blocked_already` naming the
 * entry.
 */
export async function blockDevice(
  tx: Tx,
  ctx: Ctx,
  input: { readonly number: string; readonly reason: string },
): Promise<Outcome<BlockedRow>> {
  const no = requirePermission(ctx.actor, 'block_list.edit');
  if (no) return no;
  const number = readBlockNumber(input.number);
  if (!number.ok) return number;
  const reason = input.reason.trim().slice(0, MOST_REASON);
  if (!reason)
    return refuse('reason_missing', 'Say why we do not take this device.', 'invalid', { field: 'reason' });
  const row = rowOf(ctx, number.value, reason, 'staff');
  if ((await insertBlocked(tx, [row])) === 0) {
    const [id] = (await alreadyBlocked(tx, [number.value])).values();
    return refuse('blocked_already', 'This device is on the list already.', 'conflict', {
      field: 'number',
      more: { id: id ?? null },
    });
  }
  const made = await readBlocked(tx, row.id);
  return made ? ok(made) : NOT_FOUND;
}

/** Takes a device off the list. Refuses `blocked_device_unknown`, `unblocked_already`. */
export async function unblockDevice(tx: Tx, ctx: Ctx, id: string): Promise<Outcome<BlockedRow>> {
  const no = requirePermission(ctx.actor, 'block_list.edit');
  if (no) return no;
  const before = await readBlocked(tx, id);
  if (!before) return NOT_FOUND;
  const by = ctx.actor.kind === 'staff' ? actorId(ctx.actor) : null;
  if (!(await removeBlocked(tx, id, ctx.now, by)))
    return refuse('unblocked_already', 'This device was taken off the list already.', 'conflict');
  const now = await readBlocked(tx, id);
  return now ? ok(now) : NOT_FOUND;
}

/** Rows that one list may have. */
export const MOST_BLOCKED = 20_000;

export type BlockImport = {
  readonly rows: number;
  /** New entries; in a dry run, those that would be. */
  readonly added: number;
  /** On the list already; they stay as they are. */
  readonly known: number;
  readonly refused: readonly RefusedRow[];
  readonly applied: boolean;
};

/**
 * Takes a list of numbers: those that can be read are added, the others are told line by line. `apply: false` only says
 * what would happen. Refuses what `readCsv` refuses and `list_too_long`.
 */
export async function importBlocked(
  tx: Tx,
  ctx: Ctx,
  input: { readonly bytes: Uint8Array; readonly reason: string; readonly apply: boolean },
): Promise<Outcome<BlockImport>> {
  const no = requirePermission(ctx.actor, 'block_list.edit');
  if (no) return no;
  const list = readCsv(input.bytes, { looseQuotes: true });
  if (!list.ok) return list;
  if (list.value.rows.length > MOST_BLOCKED + 1)
    return refuse('list_too_long', `At most ${MOST_BLOCKED} numbers at once.`, 'invalid', { field: 'file' });
  const { read, refused } = readBlockRows(list.value.rows, input.reason.trim().slice(0, MOST_REASON));
  const known = await alreadyBlocked(tx, read);
  const fresh = read.filter((one) => !known.has(`${one.kind} ${one.number}`));
  const added = input.apply
    ? await insertBlocked(
        tx,
        fresh.map((one) => rowOf(ctx, one, one.reason, 'import')),
      )
    : fresh.length;
  return ok({
    rows: read.length + refused.length,
    added,
    known: read.length - added,
    refused,
    applied: input.apply,
  });
}
