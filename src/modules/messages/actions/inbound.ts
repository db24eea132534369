/** What staff do with mail that came in: put it into a case, read it, set it aside. */
import { actorId, type Ctx } from '../../../kernel/actor.ts';
import { ok, refuse, type Outcome } from '../../../kernel/outcome.ts';
import type { Reader, Tx } from '../../../platform/postgres.ts';
import { lockCase } from '../../cases/actions/move.ts';
import { resolveCase } from '../../cases/actions/item-facts.ts';
import { requirePermission } from '../../identity/rules.ts';
import { readMail } from '../read-mail.ts';
import {
  assignInbound,
  isAddressOfCase,
  lockInbound,
  markInboundRead,
  readInbound,
  setInboundAside,
  type InboundLine,
  type InboundRow,
} from '../store/inbound.ts';
import {
  attachMailFiles,
  dropTaken,
  readRaw,
  takeMailFiles,
  type Mailroom,
  type TakenFile,
} from './receive-mail.ts';

/** Refuses `inbound_not_found`. */
export async function openInbound(reader: Reader, id: string): Promise<Outcome<InboundLine>> {
  const row = await readInbound(reader, id);
  return row ? ok(row) : refuse('inbound_not_found', 'There is no such mail.', 'not_found');
}

const matched = () => refuse('inbound_matched', 'This mail is in a case already.', 'conflict');

/** Files of a mail that waited: taken out of the mail as it came; as they were named when that is lost. */
async function filesOf(room: Mailroom, ctx: Ctx, row: InboundRow): Promise<TakenFile[]> {
  const raw = row.raw_key ? await readRaw(room, row.raw_key) : null;
  if (raw) return await takeMailFiles(room, ctx, await readMail(raw));
  const lost = { refused: 'mail_lost', why: 'The mail as it came is lost.' };
  return row.attachments.map(({ name, media_type, bytes }) => ({
    about: { name, media_type, bytes, ...lost },
    stored: null,
  }));
}

/**
 * Puts a mail nobody could match into a case, with its files. `caseId` may be a reference. Refuses
 * `permission_missing`, `inbound_not_found`, `case_not_found`, `inbound_matched` and `item_not_in_case`.
 */
export async function matchInbound(
  room: Mailroom,
  ctx: Ctx,
  input: { id: string; caseId: string; itemId: string | null },
): Promise<Outcome<InboundLine>> {
  const no = requirePermission(ctx.actor, 'messages.send');
  if (no) return no;
  const { db } = room.postgres;
  const found = await openInbound(db, input.id);
  if (!found.ok) return found;
  const caseId = await resolveCase(db, input.caseId);
  if (!caseId) return refuse('case_not_found', 'There is no such case.', 'not_found', { field: 'case_id' });
  if (found.value.case_id) return found.value.case_id === caseId ? found : matched();
  const taken = await filesOf(room, ctx, found.value);
  const done = await room.postgres.transact(async (tx) => {
    const locked = await lockCase(tx, caseId);
    if (!locked.ok) return locked;
    const row = await lockInbound(tx, input.id);
    if (!row || row.case_id) return matched();
    const to = { caseId, itemId: input.itemId };
    const named = await attachMailFiles(tx, ctx, to, taken);
    if (!named.ok) return named;
    const otherSender = !(await isAddressOfCase(tx, caseId, row.from_address));
    await assignInbound(tx, row.id, { ...to, attachments: named.value, otherSender });
    return await openInbound(tx, row.id);
  });
  if (!done.ok) await dropTaken(room, taken);
  return done;
}

/** Notes that somebody read a mail; the first one counts. Refuses `permission_missing` and `inbound_not_found`. */
export async function readInboundMail(tx: Tx, ctx: Ctx, id: string): Promise<Outcome<InboundLine>> {
  const no = requirePermission(ctx.actor, 'messages.send');
  if (no) return no;
  await markInboundRead(tx, id, actorId(ctx.actor), ctx.now);
  return await openInbound(tx, id);
}

/** Puts a mail away that belongs to no case. Refuses `inbound_matched`, besides what reading refuses. */
export async function setMailAside(tx: Tx, ctx: Ctx, id: string): Promise<Outcome<InboundLine>> {
  const no = requirePermission(ctx.actor, 'messages.send');
  if (no) return no;
  const row = await lockInbound(tx, id);
  if (row?.case_id) return matched();
  await setInboundAside(tx, id, actorId(ctx.actor), ctx.now);
  return await openInbound(tx, id);
}
