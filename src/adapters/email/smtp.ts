/**
 * Mail by SMTP (nodemailer). A connection for each mail and a time-out for each phase, so that a hanging server ends;
 * what matters most is to know whether the text was handed over before a line broke.
 */
import { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Delivery, Email, EmailPort } from '../../ports/email.ts';

export type SmtpOptions = {
  /** `smtp://user:password@host:port` or `smtps://…`. */
  readonly url: string;
  /** `Shop <desk@example.com>` or a bare address. */
  readonly from: string;
  /** Longest silence in any phase, in ms; default 20,000. A whole delivery ends after five times that. */
  readonly timeoutMs?: number;
};

type SmtpError = Error & { code?: string; responseCode?: number; command?: string };

/**
 * What a failure means (RFC 5321, 4.2). A 5xx to the recipient or to the text is for ever; one to the greeting, the
 * sign-in or the sender is our own trouble and may be mended, so it is tried again, as is every 4xx. Without an answer
 * it depends on whether the server had begun to get the text: then it may have it.
 */
function verdict(error: SmtpError, handedOver: boolean): Delivery {
  const detail = error.message.replace(/\p{Cc}+/gu, ' ').slice(0, 300);
  const code = error.responseCode;
  const isAboutMail = error.command === 'RCPT TO' || error.command === 'DATA' || handedOver;
  if (code) return { state: code >= 500 && isAboutMail ? 'refused' : 'later', detail };
  if (handedOver) return { state: 'unknown', detail };
  // Not an answer of the server: an address or a size that nodemailer sees can never be taken.
  const isOurs = error.code === 'EENVELOPE' || error.code === 'EMESSAGE';
  return { state: isOurs ? 'refused' : 'later', detail };
}

function compose(from: string, email: Email) {
  return new MailComposer({
    from,
    to: { name: email.to.name ?? '', address: email.to.address },
    subject: email.subject,
    text: email.text,
    html: email.html,
    messageId: email.messageId,
    ...(email.replyTo ? { replyTo: email.replyTo } : {}),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': email.locale,
    },
    attachments: email.attachments.map((a) => ({
      filename: a.filename,
      contentType: a.contentType,
      content: Buffer.from(a.content),
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
}

/** Reads `smtp://…`; a password never travels in clear except to this machine. */
function connectionOf(options: SmtpOptions) {
  const timeout = options.timeoutMs ?? 20_000;
  const at = parseConnectionUrl(options.url);
  const isHere = ['localhost', '127.0.0.1', '::1'].includes(at.host ?? '');
  return {
    requireTLS: !at.secure && at.auth !== undefined && !isHere,
    ...at,
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    dnsTimeout: timeout,
  };
}

type Settings = ReturnType<typeof connectionOf>;

/** One conversation with the server: connect, sign in where there is a name, hand over, say goodbye. */
function converse(
  connection: SMTPConnection,
  settings: Settings,
  envelope: { from: string; to: string[] },
  mime: Buffer,
  longestMs: number,
): Promise<Delivery> {
  const { promise, resolve } = Promise.withResolvers<Delivery>();
  let handedOver = false;
  const fail = (error: Error) => resolve(verdict(error, handedOver));
  const tooLong = setTimeout(() => fail(new Error('the server took too long')), longestMs);
  // It is read when the server has said 354, not before: nodemailer pipes it then.
  const text = new Readable({
    read() {
      handedOver = true;
      this.push(mime);
      this.push(null);
    },
  });
  const handOver = () =>
    connection.send({ ...envelope, size: mime.length }, text, (error, info) => {
      if (error) return fail(error);
      resolve({ state: 'sent', detail: String(info?.response ?? 'accepted').slice(0, 300) });
    });
  connection.on('error', fail);
  connection.connect((error) => {
    if (error) return fail(error);
    if (!settings.auth) return handOver();
    connection.login(settings.auth, (refused) => (refused ? fail(refused) : handOver()));
  });
  return promise.finally(() => clearTimeout(tooLong));
}

/** The port; `close` ends what is still under way. */
export function smtpEmail(options: SmtpOptions): EmailPort & { close: () => void } {
  const settings = connectionOf(options);
  const live = new Set<SMTPConnection>();
  return {
    close: () => {
      for (const connection of live) connection.close();
    },
    deliver: async (email) => {
      const mail = compose(options.from, email);
      const { from, to } = mail.getEnvelope();
      if (!from) return { state: 'later', detail: 'MAIL_FROM is no address.' };
      if (to.length !== 1 || to[0] !== email.to.address)
        return { state: 'refused', detail: 'This is not one mail address.' };
      const connection = new SMTPConnection(settings);
      live.add(connection);
      try {
        const longestMs = settings.socketTimeout * 5;
        const delivery = await converse(connection, settings, { from, to }, await mail.build(), longestMs);
        if (delivery.state === 'sent') connection.quit();
        else connection.close();
        return delivery;
      } finally {
        live.delete(connection);
      }
    },
  };
}
