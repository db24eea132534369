/** Which case a mail belongs to, and whether a person wrote it. Pure. */

/** What of a mail decides. Ids with their angle brackets, addresses in lower case. */
export type MailHead = {
  readonly from: string;
  readonly subject: string;
  /** With its quoted history: our own letter below an answer names the case. */
  readonly text: string;
  /** In-Reply-To first, then References from the latest to the first. */
  readonly replyIds: readonly string[];
};

/** What we know of the ids, references and the sender of a mail. */
export type Known = {
  readonly letters: readonly { messageId: string; caseId: string | null; itemId: string | null }[];
  readonly cases: readonly {
    caseId: string;
    reference: string;
    emails: readonly string[];
    isOpen: boolean;
  }[];
};

export type Match = {
  readonly caseId: string;
  readonly itemId: string | null;
  readonly by: 'reply' | 'reference' | 'sender';
  /** It did not come from an address of the case. */
  readonly otherSender: boolean;
};

/** Most references looked up of one mail. */
const MOST_REFERENCES = 20;

/** What in a text has the shape of a reference (V and twelve digits), upper case, each once, in their order. */
export function referencesIn(text: string): string[] {
  const found = text.matchAll(/(?<![A-Za-z0-9])[Vv][ -]?(\d{12})(?!\d)/g);
  return [...new Set([...found].map((one) => `V${one[1] ?? ''}`))].slice(0, MOST_REFERENCES);
}

/** The ids of a header such as References, each with its brackets; at most 50, the last ones. */
export function messageIdsIn(header: string): string[] {
  return [...header.matchAll(/<[^<>\s]{1,400}>/g)].map((one) => one[0]).slice(-50);
}

function onlyOne(references: readonly string[], known: Known): Known['cases'][number] | null {
  const found = known.cases.filter((one) => references.includes(one.reference));
  return found.length === 1 ? (found[0] ?? null) : null;
}

/**
 * The case a mail belongs to: an answer to a letter of ours, else the one case its subject names, else the one its text
 * names, else the only open case of the sender. Null when it cannot be told: a person looks.
 */
export function matchMail(mail: MailHead, known: Known): Match | null {
  const isOther = (caseId: string) =>
    !known.cases.some((one) => one.caseId === caseId && one.emails.includes(mail.from));
  for (const id of mail.replyIds) {
    const letter = known.letters.find((one) => one.messageId === id);
    if (letter?.caseId)
      return {
        caseId: letter.caseId,
        itemId: letter.itemId,
        by: 'reply',
        otherSender: isOther(letter.caseId),
      };
  }
  const named = onlyOne(referencesIn(mail.subject), known) ?? onlyOne(referencesIn(mail.text), known);
  if (named)
    return { caseId: named.caseId, itemId: null, by: 'reference', otherSender: isOther(named.caseId) };
  const open = known.cases.filter((one) => one.isOpen && one.emails.includes(mail.from));
  const [only] = open;
  return only && open.length === 1
    ? { caseId: only.caseId, itemId: null, by: 'sender', otherSender: false }
    : null;
}

/** A header's value by its name in lower case; '' when it is not there. */
export type Headers = (name: string) => string;

/**
 * True for what a machine sent: an absence note, a list, a report. RFC 3834's Auto-Submitted, and what programs used
 * before it. `Auto-Submitted: no` and unknown precedences are a person's.
 */
export function isAutomatic(header: Headers, from: string): boolean {
  const submitted = header('auto-submitted').trim().toLowerCase();
  if (submitted !== '' && !/^no\b/.test(submitted)) return true;
  if (/^\s*(bulk|list|junk|auto_reply)\b/i.test(header('precedence'))) return true;
  if (
    header('x-autoreply') ||
    header('x-autorespond') ||
    header('x-auto-response-suppress').includes('AutoReply')
  )
    return true;
  return header('list-id') !== '' || /^(mailer-daemon|postmaster|no-?reply|do-not-reply)@/i.test(from);
}

/** What a delivery report says about one letter. */
export type Bounce = { readonly action: 'failed' | 'other'; readonly detail: string };

/** Reads the fields of a `message/delivery-status` part (RFC 3464); null when it names no action. */
export function readBounce(report: string): Bounce | null {
  const unfolded = report.replace(/\r?\n[ \t]+/g, ' ');
  const field = (name: string) =>
    new RegExp(`^${name}:[ \\t]*([^\\r\\n]*)`, 'im').exec(unfolded)?.[1]?.trim() ?? '';
  const action = field('Action').toLowerCase();
  if (!action) return null;
  const said = field('Diagnostic-Code').replace(/^\w+;\s*/, '');
  const detail = [field('Status'), said].filter(Boolean).join(' ').slice(0, 300);
  return {
    action: action === 'failed' ? 'failed' : 'other',
    detail: detail || 'The mail server did not say why.',
  };
}

const OPENS_HISTORY = [
  // Gmail and Apple Mail, in the five languages.
  /^\s*(On|Op|Am|Le|El)\b.{4,200}\b(wrote|schreef|schrieb|a écrit|escribió)(?!\p{L}).{0,120}:\s*$/u,
  /^\s*-{3,}\s*(Original Message|Oorspronkelijk bericht|Ursprüngliche Nachricht|Message d['’]origine|Mensaje original)\s*-{3,}/i,
  // Outlook's rule above the letterhead of what it answers.
  /^_{20,}\s*$/,
];
const OUTLOOK_FROM = /^\s*\*?(From|Van|Von|De)\s?:\*?\s.{3,}/;
const OUTLOOK_NEXT = /^\s*\*?(Sent|Verzonden|Gesendet|Envoyé|Enviado|Date|Datum|Fecha)( el)?\s?:\*?\s/;

function opensHistory(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? '';
  const next = lines[at + 1] ?? '';
  if (OPENS_HISTORY.some((one) => one.test(line))) return true;
  // The line that says who wrote when is often broken in two.
  if (/^\s*(On|Op|Am|Le|El)\b/.test(line) && OPENS_HISTORY[0]?.test(`${line} ${next}`)) return true;
  return OUTLOOK_FROM.test(line) && OUTLOOK_NEXT.test(next);
}

/**
 * What somebody wrote, without what they answered to. Never empty when the text is not: who writes between our lines,
 * or sends nothing but a quotation, is shown whole.
 */
export function withoutHistory(text: string): string {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  const opens = lines.findIndex((_, at) => opensHistory(lines, at));
  const own = opens < 0 ? lines : lines.slice(0, opens);
  while (own.length > 0 && /^\s*(>.*)?$/.test(own.at(-1) ?? '')) own.pop();
  const kept = own.join('\n').trim();
  return kept || text.trim();
}
