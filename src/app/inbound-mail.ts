/** The mailbox the shop has connected, and where its mails are put. */
import { imapConfig, type ImapConfig } from '../adapters/inbound-mail/imap-config.ts';
import { imapMailbox } from '../adapters/inbound-mail/imap.ts';
import { loadConnection } from '../modules/identity/connections.ts';
import type { InboundJobs } from '../modules/messages/jobs/inbound.ts';
import { MOST_MAIL_BYTES } from '../modules/messages/read-mail.ts';
import { callableAddress } from '../platform/outbound.ts';
import type { InboundMailPort } from '../ports/inbound-mail.ts';
import type { JobDeps } from './job-deps.ts';

/** `allow`: hosts inside the network that may be called all the same. */
export function mailboxOf(config: ImapConfig, password: string, allow: readonly string[]): InboundMailPort {
  return imapMailbox({
    config,
    password,
    address: (host) => callableAddress(host, config.port, { allow }),
    mostBytes: MOST_MAIL_BYTES,
  });
}

export function inboundMail({ config, keyring, storage }: JobDeps): InboundJobs {
  return {
    files: { storage, keyring },
    mailbox: async (reader) => {
      const connection = await loadConnection(reader, keyring, 'inbound_mail');
      if (!connection.enabled || connection.adapter !== 'imap') return null;
      const read = imapConfig.safeParse(connection.config);
      const port = read.success
        ? mailboxOf(read.data, connection.secrets['password'] ?? '', config.outboundAllow)
        : null;
      return { connection, port };
    },
  };
}
