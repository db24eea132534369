/** For the tests of mail: a real SMTP server that keeps what it got, and one that misbehaves where it is told to. */
import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import PostalMime, { type Email as Parsed } from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { Email } from '../../ports/email.ts';

export type Letter = {
  readonly from: string;
  readonly to: string[];
  readonly raw: string;
  readonly mail: Parsed;
};

export type MailServer = {
  readonly url: string;
  readonly letters: readonly Letter[];
  readonly stop: () => Promise<void>;
};

function portOf(server: Server): number {
  const at = server.address();
  if (at === null || typeof at === 'string') throw new Error('the server listens on no port');
  return at.port;
}

/** A mail server that takes everything, save what `options` refuse. */
export async function mailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const letters: Letter[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    ...options,
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      const finish = async () => {
        const raw = Buffer.concat(parts);
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom === false ? '' : mailFrom.address;
        const mail = await PostalMime.parse(raw);
        letters.push({ from, to: rcptTo.map((r) => r.address), raw: raw.toString(), mail });
        if (options.onData) options.onData(stream, session, done);
        else done();
      };
      stream.on('end', () => void finish());
    },
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    url: `smtp://127.0.0.1:${portOf(server.server)}`,
    letters,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
}

export type Fault =
  'hang' | 'hang_after_text' | 'drop_before_text' | 'drop_in_text' | 'drop_after_text' | 'drip';

/** Speaks just enough SMTP to break off, or to fall silent, at one point. Counts the connections made to it. */
export async function brokenServer(fault: Fault): Promise<{
  readonly url: string;
  readonly visits: () => number;
  readonly stop: () => Promise<void>;
}> {
  let visits = 0;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    visits += 1;
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    if (fault === 'hang') return;
    if (fault === 'drip') {
      const drops = setInterval(() => socket.write('220-still here\r\n'), 40);
      socket.on('close', () => clearInterval(drops));
      return;
    }
    talk(socket, fault);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `smtp://127.0.0.1:${portOf(server)}`,
    visits: () => visits,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

function talk(socket: Socket, fault: Fault): void {
  let inText = false;
  let text = '';
  socket.write('220 broken.test ESMTP\r\n');
  socket.on('data', (bytes) => {
    const said = bytes.toString();
    if (inText) {
      text += said;
      if (fault === 'drop_in_text') socket.destroy();
      if (fault === 'drop_after_text' && text.endsWith('\r\n.\r\n')) socket.destroy();
      return;
    }
    if (!said.startsWith('DATA')) socket.write('250 fine\r\n');
    else if (fault === 'drop_before_text') socket.destroy();
    else {
      inText = true;
      socket.write('354 go on\r\n');
    }
  });
}

/** A letter with something of everything. */
export function aLetter(over: Partial<Email> = {}): Email {
  return {
    to: { name: 'Zoë de Boer', address: 'zoe@example.com' },
    subject: 'Uw prijs: € 123,00',
    text: 'Hallo Zoë,\n\n€ 123,00 voor uw toestel.',
    html: '<p>Hallo Zoë,</p><p>€ 123,00 voor uw toestel.</p>',
    locale: 'nl',
    messageId: '<msg_1@desk.example.com>',
    replyTo: 'desk@example.com',
    attachments: [],
    ...over,
  };
}
