/** Taking a mail in: once, with its files, into the case it belongs to. What was sent is kept as it came. */
import type { Ctx } from '../../../kernel/actor.ts';
import { ok, refuse, type Outcome } from '../../../kernel/outcome.ts';
import type { Postgres, Tx } from '../../../platform/postgres.ts';
import { seal, unseal } from '../../../platform/secrets.ts';
import { attachFile, type StoredFile } from '../../cases/actions/files.ts';
import { lockCase } from '../../cases/actions/move.ts';
import { takeFile, type FileStore } from '../../cases/http/stored-files.ts';
import { readMail, type MailFile, type ReadMail } from '../read-mail.ts';
import { matchMail, type Match } from '../rules/matching.ts';
import {
  failLetters,
  findInbound,
  insertInbound,
  readKnown,
  type InboundFile,
  type InboundRow,
} from '../store/inbound.ts';

export type Mailroom = { readonly postgres: Postgres; readonly files: FileStore };

export type Received = {
  readonly id: string;
  readonly caseId: string | null;
  /** True: it was there before, and nothing was done. */
  readonly repeated: boolean;
};

/** Most files of one mail that are kept; more are named. */
const MOST_FILES = 20;

/** A file of a mail, looked at: kept in the storage, or refused with why. */
export type TakenFile = { readonly about: Omit<InboundFile, 'file_id'>; readonly stored: StoredFile | null };

function about(file: MailFile, refusal: { code: string; why: string } | null): TakenFile['about'] {
  return {
    name: file.name || file.mediaType,
    media_type: file.mediaType,
    bytes: file.bytes.byteLength,
    refused: refusal?.code ?? null,
    why: refusal?.why ?? null,
  };
}

const TOO_MANY = { code: 'too_many_files', why: `Only ${MOST_FILES} files of a mail are kept.` };
const CUT_OFF = {
  name: '',
  media_type: '',
  bytes: 0,
  refused: 'mail_too_large',
  why: 'The mail is larger than 25 MB: look at its files in the mailbox.',
};

/** Keeps the files of a mail that may be kept, before any row names them. */
export async function takeMailFiles(room: Mailroom, ctx: Ctx, mail: ReadMail): Promise<TakenFile[]> {
  if (mail.cutOff) return [{ about: CUT_OFF, stored: null }];
  const taken: TakenFile[] = [];
  for (const [at, file] of mail.files.entries()) {
    const stored =
      at < MOST_FILES
        ? await takeFile(room.files, ctx.random, { bytes: file.bytes, name: file.name }, 'mail')
        : null;
    if (stored?.ok) taken.push({ about: about(file, null), stored: stored.value });
    else taken.push({ about: about(file, stored ?? TOO_MANY), stored: null });
  }
  return taken;
}

/** Names the kept files of a mail in a case. Refuses `item_not_in_case`. */
export async function attachMailFiles(
  tx: Tx,
  ctx: Ctx,
  to: { caseId: string; itemId: string | null },
  taken: readonly TakenFile[],
): Promise<Outcome<InboundFile[]>> {
  const named: InboundFile[] = [];
  for (const { about: facts, stored } of taken) {
    const file = stored ? await attachFile(tx, ctx, { ...to, stored }) : null;
    if (file && !file.ok) return file;
    named.push({ ...facts, file_id: file?.value.id ?? null });
  }
  return ok(named);
}

/** Takes away what no row names after all. */
export async function dropTaken(room: Mailroom, taken: readonly TakenFile[]): Promise<void> {
  for (const { stored } of taken)
    for (const key of [stored?.storageKey, stored?.previewKey]) if (key) await room.files.storage.remove(key);
}

/** Keeps a mail as it came, sealed: it holds what people wrote, and proofs of who they are. */
async function keepRaw(room: Mailroom, ctx: Ctx, raw: Uint8Array): Promise<string> {
  const name = Buffer.from(ctx.random(20)).toString('hex');
  const key = `${name.slice(0, 2)}/${name}`;
  const sealed = seal(Buffer.from(raw).toString('base64'), room.files.keyring);
  await room.files.storage.put(key, new Uint8Array(Buffer.from(sealed)));
  return key;
}

/** A mail as it came; null when the storage has lost it. */
export async function readRaw(room: Mailroom, key: string): Promise<Uint8Array | null> {
  const kept = await room.files.storage.get(key);
  if (!kept) return null;
  return new Uint8Array(
    Buffer.from(unseal(Buffer.from(kept).toString('utf8'), room.files.keyring), 'base64'),
  );
}

function rowOf(ctx: Ctx, mail: ReadMail, match: Match | null, source: InboundRow['source'], rawKey: string) {
  return {
    id: ctx.newId('inb'),
    case_id: match?.caseId ?? null,
    item_id: match?.itemId ?? null,
    source,
    message_id: mail.messageId,
    in_reply_to: mail.inReplyTo,
    from_name: mail.from.name,
    from_address: mail.from.address,
    to_address: mail.to,
    subject: mail.subject,
    body_text: mail.text,
    raw_key: rawKey,
    matched_by: match?.by ?? null,
    automatic: mail.automatic,
    // A delivery report comes from the mail server and says so itself.
    other_sender: (match?.otherSender ?? false) && mail.bounce === null,
    received_at: ctx.now,
  };
}

/** The case of a mail, when it can be told; a report belongs to the letter it is about. */
async function findCase(room: Mailroom, mail: ReadMail): Promise<Match | null> {
  const head = {
    from: mail.from.address,
    subject: mail.subject,
    text: mail.wholeText,
    replyIds: mail.bounce ? mail.bounce.of : mail.replyIds,
  };
  return matchMail(head, await readKnown(room.postgres.db, head));
}

const repeated = () => refuse('mail_repeated', 'This mail is here already.', 'conflict');

async function write(
  tx: Tx,
  ctx: Ctx,
  mail: ReadMail,
  row: ReturnType<typeof rowOf>,
  taken: readonly TakenFile[],
): Promise<Outcome<null>> {
  let attachments: InboundFile[] = taken.map((one) => ({ ...one.about, file_id: null }));
  if (row.case_id) {
    const locked = await lockCase(tx, row.case_id);
    if (!locked.ok) return locked;
    const named = await attachMailFiles(tx, ctx, { caseId: row.case_id, itemId: row.item_id }, taken);
    if (!named.ok) return named;
    attachments = named.value;
  }
  // A refusal takes the files named above back with it.
  if (!(await insertInbound(tx, { ...row, attachments }))) return repeated();
  if (mail.bounce?.action === 'failed') await failLetters(tx, mail.bounce.of, mail.bounce.detail);
  return ok(null);
}

/**
 * Takes a mail in, once by its Message-ID however often it comes. What belongs to a case has its files kept there;
 * a mail nobody can match waits for a person, its files in the raw mail. Throws only when the machine fails under it,
 * so that whoever brings the mail brings it again.
 */
export async function receiveMail(
  room: Mailroom,
  ctx: Ctx,
  raw: Uint8Array,
  source: InboundRow['source'],
): Promise<Outcome<Received>> {
  const mail = await readMail(raw);
  const before = await findInbound(room.postgres.db, mail.messageId);
  if (before) return ok({ id: before.id, caseId: before.case_id, repeated: true });
  const match = await findCase(room, mail);
  const rawKey = await keepRaw(room, ctx, raw);
  const taken: TakenFile[] = match
    ? await takeMailFiles(room, ctx, mail)
    : mail.cutOff
      ? [{ about: CUT_OFF, stored: null }]
      : mail.files.map((file) => ({ about: about(file, null), stored: null }));
  const row = rowOf(ctx, mail, match, source, rawKey);
  const as: Ctx = { ...ctx, actor: { kind: 'system' } };
  const done = await room.postgres.transact((tx) => write(tx, as, mail, row, taken));
  if (done.ok) return ok({ id: row.id, caseId: row.case_id, repeated: false });
  await dropTaken(room, taken);
  await room.files.storage.remove(rawKey);
  const there = await findInbound(room.postgres.db, mail.messageId);
  return there ? ok({ id: there.id, caseId: there.case_id, repeated: true }) : done;
}
