/** A small IMAP server for tests: one user, one folder, the commands our mailbox needs, flags that stay. */
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

export type FakeImap = {
  readonly port: number;
  /** Puts a mail into the folder; gives its UID. */
  readonly put: (raw: Uint8Array) => number;
  readonly flagsOf: (uid: number) => string[];
  /** Commands as they came, without their tags. */
  readonly heard: string[];
  readonly stop: () => Promise<void>;
};

type Kept = { uid: number; raw: Buffer; flags: Set<string> };

function answerFetch(mail: Kept, at: number, command: string): Buffer {
  const partial = /BODY\.PEEK\[\](?:<(\d+)\.(\d+)>)?/i.exec(command);
  const start = Number(partial?.[1] ?? 0);
  const end = partial?.[2] === undefined ? undefined : start + Number(partial[2]);
  const body = mail.raw.subarray(start, end);
  const origin = partial?.[1] === undefined ? '' : `<${start}>`;
  const head = `* ${at + 1} FETCH (UID ${mail.uid} FLAGS (${[...mail.flags].join(' ')})`;
  if (!partial) return Buffer.from(`${head})\r\n`);
  return Buffer.concat([
    Buffer.from(`${head} BODY[]${origin} {${body.length}}\r\n`),
    body,
    Buffer.from(')\r\n'),
  ]);
}

/** What the server says to one command; `null` ends the line. */
function answer(box: Kept[], user: string, password: string, tag: string, command: string): Buffer | null {
  const done = (...lines: string[]) => Buffer.from([...lines, `${tag} OK done`, ''].join('\r\n'));
  const [verb = ''] = command.toUpperCase().split(' ');
  if (verb === 'CAPABILITY') return done('* CAPABILITY IMAP4rev1');
  if (verb === 'LOGIN')
    return command.includes(`"${user}" "${password}"`) || command.endsWith(`${user} ${password}`)
      ? done()
      : Buffer.from(`${tag} NO [AUTHENTICATIONFAILED] Invalid credentials\r\n`);
  if (command === 'LIST "" ""') return done('* LIST (\\Noselect) "/" ""');
  if (verb === 'LIST' || verb === 'LSUB') return done(`* ${verb} (\\HasNoChildren) "/" "INBOX"`);
  if (verb === 'STATUS') {
    const unseen = box.filter((one) => !one.flags.has('\\Seen')).length;
    return done(`* STATUS INBOX (MESSAGES ${box.length} UNSEEN ${unseen})`);
  }
  if (verb === 'SELECT')
    return /^SELECT "?INBOX"?$/i.test(command)
      ? done(
          '* FLAGS (\\Seen)',
          `* ${box.length} EXISTS`,
          '* OK [UIDVALIDITY 1] ok',
          `* OK [UIDNEXT ${box.length + 1}] ok`,
        )
      : Buffer.from(`${tag} NO no such folder\r\n`);
  if (/^UID SEARCH/i.test(command)) {
    const unseen = box.filter((one) => !one.flags.has('\\Seen')).map((one) => one.uid);
    return done(`* SEARCH ${unseen.join(' ')}`.trimEnd());
  }
  const of = /^UID (?:FETCH|STORE) (\d+)/i.exec(command);
  const at = box.findIndex((one) => one.uid === Number(of?.[1]));
  const mail = box[at];
  if (/^UID FETCH/i.test(command) && mail) return Buffer.concat([answerFetch(mail, at, command), done()]);
  if (/^UID STORE/i.test(command) && mail) {
    mail.flags.add('\\Seen');
    return done();
  }
  return verb === 'LOGOUT' ? null : done();
}

export async function fakeImap(user: string, password: string): Promise<FakeImap> {
  const box: Kept[] = [];
  const heard: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    socket.write('* OK ready\r\n');
    let rest = '';
    socket.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString('latin1')).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const [tag = '', ...words] = line.split(' ');
        const command = words.join(' ');
        heard.push(command);
        const said = answer(box, user, password, tag, command);
        if (said) socket.write(said);
        else socket.end(`* BYE\r\n${tag} OK bye\r\n`);
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const at = server.address();
  return {
    port: typeof at === 'object' && at ? at.port : 0,
    put: (raw) => box.push({ uid: box.length + 1, raw: Buffer.from(raw), flags: new Set() }),
    flagsOf: (uid) => [...(box.find((one) => one.uid === uid)?.flags ?? [])],
    heard,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
