/** A mailbox over IMAP: mails that are new there are handed over, and marked as read once they are kept. */
import { ImapFlow } from 'imapflow';
import type { Fetched, Handed, InboundMailPort } from '../../ports/inbound-mail.ts';
import type { ImapConfig } from './imap-config.ts';

export type ImapMailbox = {
  readonly config: ImapConfig;
  readonly password: string;
  /** Looked up and checked by whoever makes the connection; the certificate is still checked against the name. */
  readonly address: (host: string) => Promise<string>;
  /** Mails larger than this are handed over cut off. */
  readonly mostBytes: number;
  /** Only tests speak to a server without TLS. */
  readonly inClear?: boolean;
};

/** Most mails taken in one go; the next look takes the rest. */
const MOST_AT_ONCE = 50;
const CONNECT_MS = 15_000;
const SILENT_MS = 60_000;

/** One line for people out of whatever went wrong. */
function faultOf(error: unknown, { config, password }: ImapMailbox): string {
  const facts = error instanceof Error ? (error as Error & Record<string, unknown>) : null;
  const said =
    typeof facts?.['responseText'] === 'string' ? facts['responseText'] : (facts?.message ?? 'unknown');
  const what =
    facts?.['authenticationFailed'] === true
      ? `The mailbox refused the sign-in of ${config.user}`
      : 'The mailbox did not open';
  const line = `${what}: ${said}`.replaceAll(/\p{Cc}+/gu, ' ').slice(0, 280);
  return password.length >= 4 ? line.replaceAll(password, '•••') : line;
}

async function connect(mailbox: ImapMailbox): Promise<ImapFlow> {
  const { config, password, inClear } = mailbox;
  const client = new ImapFlow({
    host: await mailbox.address(config.host),
    servername: config.host,
    port: config.port,
    secure: config.security === 'tls' && !inClear,
    // Without it the password would go in clear to a server that does not offer it.
    doSTARTTLS: config.security === 'starttls' && !inClear ? true : undefined,
    auth: { user: config.user, pass: password },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENT_MS,
  });
  // A line that breaks later is said by the command that waits for it.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    client.close();
    throw error;
  }
  return client;
}

async function leave(client: ImapFlow): Promise<void> {
  try {
    await client.logout();
  } catch {
    client.close();
  }
}

async function takeNew(
  client: ImapFlow,
  mailbox: ImapMailbox,
  hand: (raw: Uint8Array) => Promise<Handed>,
): Promise<Fetched> {
  const lock = await client.getMailboxLock(mailbox.config.folder);
  try {
    const found = await client.search({ seen: false }, { uid: true });
    const uids = (found || []).toSorted((one, other) => one - other);
    let kept = 0;
    for (const uid of uids.slice(0, MOST_AT_ONCE)) {
      // One byte more than may be: so it shows that it is cut off. Reading does not mark it as read.
      const mail = await client.fetchOne(
        String(uid),
        { uid: true, source: { start: 0, maxLength: mailbox.mostBytes + 1 } },
        { uid: true },
      );
      if (!mail || !mail.source) continue;
      if ((await hand(new Uint8Array(mail.source))) === 'later') continue;
      await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
      kept += 1;
    }
    return { state: 'fetched', kept, left: uids.length - kept };
  } finally {
    lock.release();
  }
}

/** The mailbox an owner has connected. */
export function imapMailbox(mailbox: ImapMailbox): InboundMailPort {
  return {
    look: async () => {
      try {
        const client = await connect(mailbox);
        try {
          const folder = await client.status(mailbox.config.folder, { messages: true, unseen: true });
          const counted = folder ? `${folder.messages ?? 0} mails, ${folder.unseen ?? 0} new.` : '';
          return { ok: Boolean(folder), detail: `${mailbox.config.folder} is open: ${counted}` };
        } finally {
          await leave(client);
        }
      } catch (error) {
        return { ok: false, detail: faultOf(error, mailbox) };
      }
    },
    fetch: async (hand) => {
      try {
        const client = await connect(mailbox);
        try {
          return await takeNew(client, mailbox, hand);
        } finally {
          await leave(client);
        }
      } catch (error) {
        return { state: 'failed', detail: faultOf(error, mailbox) };
      }
    },
  };
}
