/** Mail by SMTP (nodemailer). One connection pool; every phase has a time-out, so that a hanging server ends. */
import { createTransport } from 'nodemailer';
import type { Delivery, Email, EmailPort } from '../../ports/email.ts';

export type SmtpOptions = {
  /** `smtp://user:password@host:port` or `smtps://…`. */
  readonly url: string;
  /** `Shop <desk@example.com>` or a bare address. */
  readonly from: string;
  /** Longest silence in any phase, in ms; default 20,000. */
  readonly timeoutMs?: number;
};

type SmtpError = Error & { code?: string; responseCode?: number; command?: string };

/** What an SMTP failure means: 5xx never, 4xx and no connection later, silence after DATA unknown (RFC 5321, 4.2). */
function verdict(error: SmtpError): Delivery {
  const detail = error.message.slice(0, 300);
  if (error.responseCode !== undefined && error.responseCode >= 500)
    return { state: error.responseCode === 535 ? 'later' : 'refused', detail };
  if (error.responseCode !== undefined) return { state: 'later', detail };
  return { state: error.command === 'DATA' ? 'unknown' : 'later', detail };
}

export function smtpEmail(options: SmtpOptions): EmailPort & { close: () => void } {
  const timeout = options.timeoutMs ?? 20_000;
  const transport = createTransport({
    url: options.url,
    pool: true,
    maxConnections: 2,
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as never);
  return {
    close: () => transport.close(),
    deliver: async (email: Email): Promise<Delivery> => {
      try {
        const info = await transport.sendMail({
          from: options.from,
          to: email.to.name ? { name: email.to.name, address: email.to.address } : email.to.address,
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
        });
        return { state: 'sent', detail: String(info.response ?? 'accepted') };
      } catch (error) {
        return verdict(error as SmtpError);
      }
    },
  };
}
