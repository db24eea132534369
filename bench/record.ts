/** Records the statements of one move, read off the wire between a web process of ours and PostgreSQL. */
import { spawn } from 'node:child_process';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import { root } from '../scripts/build.ts';
import { shoot } from './clients.ts';

/** Bytes are told in base64. */
export type Value = string | null | { readonly base64: string };
export type Statement = { text: string; name?: string; values: Value[] };
export type Recorded = { caseId: string; itemId: string; statements: Statement[]; answer: string };

/** Reads the client's half of the PostgreSQL protocol (version 3): Parse, Bind and simple queries, text values only. */
function reader(tell: (statement: Statement) => void): (part: Buffer) => void {
  let held = Buffer.alloc(0);
  let started = false;
  const parsed = new Map<string, string>();
  const handle = (kind: string, body: Buffer) => {
    const text = (from: number) => body.toString('utf8', from, body.indexOf(0, from));
    if (kind === 'Q') tell({ text: text(0), values: [] });
    if (kind === 'P') {
      const name = text(0);
      parsed.set(name, text(Buffer.byteLength(name) + 1));
    }
    if (kind !== 'B') return;
    const portal = text(0);
    const name = text(Buffer.byteLength(portal) + 1);
    let at = Buffer.byteLength(portal) + Buffer.byteLength(name) + 2;
    const formats = Array.from({ length: body.readInt16BE(at) }, (_, n) => body.readInt16BE(at + 2 + 2 * n));
    at += 2 + 2 * formats.length;
    const values: Value[] = [];
    const count = body.readInt16BE(at);
    at += 2;
    for (let n = 0; n < count; n += 1) {
      const length = body.readInt32BE(at);
      at += 4;
      const binary = (formats.length === 1 ? formats[0] : formats[n]) === 1;
      const bytes = body.subarray(at, at + Math.max(0, length));
      values.push(length < 0 ? null : binary ? { base64: bytes.toString('base64') } : bytes.toString());
      at += Math.max(0, length);
    }
    tell({ text: parsed.get(name) ?? '', ...(name ? { name } : {}), values });
  };
  return (part) => {
    held = Buffer.concat([held, part]);
    for (;;) {
      const head = started ? 1 : 0;
      if (held.length < head + 4) return;
      const length = held.readInt32BE(head) + head;
      if (held.length < length) return;
      if (started) handle(String.fromCharCode(held[0] ?? 0), held.subarray(5, length));
      started = true;
      held = held.subarray(length);
    }
  };
}

/** A proxy in front of the database that tells what passes. Gives the database's address through it. */
async function listenIn(
  url: string,
  tell: (statement: Statement) => void,
): Promise<{ url: string; close: () => void }> {
  const target = new URL(url.replace(/^(\w+:\/\/[^@]*@)\//, '$1localhost/'));
  const socket = target.searchParams.get('host');
  const open = (): Socket =>
    socket
      ? connect(join(socket, `.s.PGSQL.${target.searchParams.get('port') ?? '5432'}`))
      : connect(Number(target.port || 5432), target.hostname);
  const server = createServer((client) => {
    const behind = open();
    const read = reader(tell);
    client.on('data', (part) => read(part));
    client.pipe(behind).pipe(client);
    client.on('error', () => behind.destroy());
    behind.on('error', () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const through = new URL(target.href);
  through.search = '';
  through.hostname = '127.0.0.1';
  through.port = String((server.address() as AddressInfo).port);
  return { url: through.href, close: () => server.close() };
}

/** Starts a second web process on the same data, warms it up, and records the statements of one move. */
export async function record(
  url: string,
  cookie: string,
  targets: readonly { caseId: string; itemId: string }[],
): Promise<Recorded> {
  const port = 3979;
  const statements: Statement[] = [];
  let listening = false;
  const wire = await listenIn(url, (one) => {
    if (listening) statements.push(one);
  });
  const child = spawn(process.execPath, [join(root, 'dist/server/main.mjs'), '--role=web'], {
    env: {
      ...process.env,
      DATABASE_URL: wire.url,
      PORT: String(port),
      BASE_URL: `http://localhost:${port}`,
      LOG_LEVEL: 'error',
      REPRISE_SECRET_KEYS: `k:${Buffer.alloc(32, 1).toString('base64')}`,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const base = `http://localhost:${port}`;
  for (let tries = 0; tries < 400; tries += 1) {
    if (
      await shoot(base, { method: 'GET', path: '/livez' }).then(
        (a) => a.status === 200,
        () => false,
      )
    )
      break;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  const move = async (at: number) => {
    const target = targets[at] ?? { caseId: '', itemId: '' };
    const answer = await shoot(base, {
      method: 'POST',
      path: `/api/cases/${target.caseId}/moves`,
      body: JSON.stringify({ move: 'carrier_scan', item_ids: [target.itemId] }),
      headers: { cookie, origin: base, 'idempotency-key': `bench-recorded-move-${at}` },
    });
    if (answer.status !== 200) throw new Error(`the recorded move was refused: ${answer.body}`);
    return { ...target, answer: answer.body };
  };
  try {
    await move(0);
    await move(1);
    listening = true;
    const counted = await move(2);
    await new Promise((resolve) => setTimeout(resolve, 50));
    return { ...counted, statements };
  } finally {
    child.kill('SIGTERM');
    await new Promise((resolve) => child.once('exit', resolve));
    wire.close();
  }
}
