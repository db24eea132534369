/** A mail as it came, read: who, what, what it answers, its files. Bytes in, nothing written. */
import { createHash } from 'node:crypto';
import PostalMime, { type Address, type Email } from 'postal-mime';
import { isAutomatic, messageIdsIn, readBounce, withoutHistory, type Bounce } from './rules/matching.ts';
import { textOfHtml, tidyLines } from './rules/mail-text.ts';

/** Largest mail that is read whole, in bytes. */
export const MOST_MAIL_BYTES = 25 * 1024 * 1024;
/** Of a larger one only the beginning is read: who wrote, about what. */
const BEGINNING = 256 * 1024;
const MOST_TEXT = 100_000;

export type MailFile = { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array };

export type ReadMail = {
  readonly messageId: string;
  readonly inReplyTo: string | null;
  /** In-Reply-To first, then References from the latest to the first. */
  readonly replyIds: readonly string[];
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  readonly subject: string;
  /** What was written, without the quoted history. */
  readonly text: string;
  readonly wholeText: string;
  readonly automatic: boolean;
  readonly bounce: (Bounce & { readonly of: readonly string[] }) | null;
  readonly files: readonly MailFile[];
  /** True: it was too large to be read whole, so files may be missing. */
  readonly cutOff: boolean;
};

/** What PostgreSQL can keep, and what no screen is led astray by. */
function plain(text: string, most: number): string {
  const clean = text.replaceAll(/(?![\t\n\r])\p{Cc}|[\u202A-\u202E\u2066-\u2069]/gu, '');
  return clean.slice(0, most).toWellFormed();
}

const line = (text: string, most = 300) => plain(text.replaceAll(/\s+/g, ' '), most).trim();

function addressOf(address: Address | undefined): { name: string; address: string } {
  const one = address && 'group' in address && address.group ? address.group[0] : address;
  return { name: line(one?.name ?? '', 120), address: line(one?.address ?? '', 254).toLowerCase() };
}

function bytesOf(content: ArrayBuffer | Uint8Array | string): Uint8Array {
  if (typeof content === 'string') return new TextEncoder().encode(content);
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}

/** A mail without an id of its own gets one made from what it is, so that it is still taken once. */
function idOf(given: string | undefined, raw: Uint8Array): string {
  const [id] = messageIdsIn(given ?? '');
  return id ?? `<sha256-${createHash('sha256').update(raw).digest('hex')}@no-message-id>`;
}

async function parse(raw: Uint8Array): Promise<Email | null> {
  try {
    return await PostalMime.parse(raw, { forceRfc822Attachments: true, attachmentEncoding: 'arraybuffer' });
  } catch {
    return null;
  }
}

/** The words of a mail; those of an HTML mail without its markup. */
function wordsOf(mail: Email): string {
  const text = mail.text?.trim() ? mail.text : textOfHtml(mail.html ?? '');
  return tidyLines(plain(text, MOST_TEXT));
}

/** Small pictures the text itself shows are logos and tracking dots. */
const LOGO_BYTES = 8 * 1024;

type Parts = { files: MailFile[]; reports: string[]; returned: string[]; words: string[] };

/** Sorts what is attached; a mail inside the mail gives its words and files too, two mails deep. */
async function partsOf(mail: Email, depth: number): Promise<Parts> {
  const parts: Parts = { files: [], reports: [], returned: [], words: [] };
  const isReport = mail.attachments.some((one) => one.mimeType === 'message/delivery-status');
  for (const one of mail.attachments) {
    const bytes = bytesOf(one.content);
    if (one.mimeType === 'message/delivery-status') parts.reports.push(Buffer.from(bytes).toString('latin1'));
    else if (isReport && /^(message\/rfc822|text\/rfc822-headers|message\/global)/.test(one.mimeType))
      parts.returned.push(Buffer.from(bytes.subarray(0, BEGINNING)).toString('latin1'));
    else if (one.mimeType === 'message/rfc822' && depth > 0) {
      const inner = await parse(bytes);
      const within = inner ? await partsOf(inner, depth - 1) : null;
      if (!inner || !within) continue;
      parts.words.push(
        `— ${line(inner.subject ?? '')} (${addressOf(inner.from).address})\n${wordsOf(inner)}`,
        ...within.words,
      );
      parts.files.push(...within.files);
    } else if (!(one.related && bytes.byteLength < LOGO_BYTES))
      parts.files.push({ name: line(one.filename ?? '', 120), mediaType: one.mimeType.slice(0, 100), bytes });
  }
  return parts;
}

/** What a report tells, and of which letters: those it brings back, or answers to. */
function bounceOf(parts: Parts, replyIds: readonly string[]): ReadMail['bounce'] {
  const found = parts.reports.map(readBounce).find((one) => one !== null);
  if (!found) return null;
  const of = parts.returned.flatMap((one) =>
    messageIdsIn(/^message-id:[ \t\r\n]*([^\r\n]*)/im.exec(one)?.[1] ?? ''),
  );
  return { ...found, of: of.length > 0 ? of : replyIds };
}

/**
 * Reads a mail; it never fails. What cannot be parsed comes back with empty words: the raw mail is kept and a person
 * looks into it.
 */
export async function readMail(raw: Uint8Array): Promise<ReadMail> {
  const cutOff = raw.byteLength > MOST_MAIL_BYTES;
  const mail: Email = (await parse(cutOff ? raw.subarray(0, BEGINNING) : raw)) ?? {
    headers: [],
    headerLines: [],
    attachments: [],
  };
  const header = (name: string) => mail.headers.find((one) => one.key === name)?.value ?? '';
  const replyIds = [
    ...new Set([...messageIdsIn(header('in-reply-to')), ...messageIdsIn(header('references')).toReversed()]),
  ];
  const from = addressOf(mail.from ?? mail.sender);
  const parts = await partsOf(mail, 2);
  const own = wordsOf(mail);
  const inner = parts.words.join('\n\n');
  const join = (first: string) => plain([first, inner].filter(Boolean).join('\n\n'), MOST_TEXT);
  const bounce = bounceOf(parts, replyIds);
  return {
    messageId: idOf(mail.messageId, raw),
    inReplyTo: replyIds[0] ?? null,
    replyIds,
    from,
    to: addressOf(mail.to?.[0]).address,
    subject: line(mail.subject ?? ''),
    text: join(withoutHistory(own)),
    wholeText: join(own),
    automatic: bounce !== null || isAutomatic(header, from.address),
    bounce,
    files: cutOff ? [] : parts.files,
    cutOff,
  };
}
