/**
 * The measure: a bare Node + pg server that makes the same statements as one move of ours, and nothing else: no
 * session, no validation, no workflow, no view. It replays the recorded statements with this request's ids in them.
 */
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import pg from 'pg';

type Statement = { text: string; name?: string; values: unknown[] };
type Recorded = { caseId: string; itemId: string; statements: Statement[]; answer: string };

const [url = '', file = '', port = '0'] = process.argv.slice(2);
const recorded = JSON.parse(readFileSync(file, 'utf8')) as Recorded;
const pool = new pg.Pool({ connectionString: url, max: 10 });

/** Ids the recorded move made: each request makes its own in their place. */
const made = new Set<string>();
for (const { values } of recorded.statements)
  for (const id of JSON.stringify(values).match(/\b(?:evt|ddl|msg|req|key)_[0-9a-z]{26}\b/g) ?? [])
    made.add(id);
const hex = new Set<string>();
for (const { values } of recorded.statements)
  for (const value of values) if (typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)) hex.add(value);

function swap(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'object' && value !== null && 'base64' in value)
    return Buffer.from(String(value.base64), 'base64');
  if (typeof value !== 'string') return value;
  let text = value;
  for (const [from, to] of names) text = text.replaceAll(from, to);
  return text;
}

async function move(caseId: string, itemId: string): Promise<string> {
  const names = new Map<string, string>([
    [recorded.caseId, caseId],
    [recorded.itemId, itemId],
    [`${recorded.itemId.slice(-8)}.`, `${itemId.slice(-8)}.`],
  ]);
  for (const id of made) names.set(id, id.slice(0, 4) + randomBytes(20).toString('hex').slice(0, 26));
  // The session's own hash must stay, the idempotency key's must not come twice.
  for (const one of [...hex].slice(1)) names.set(one, randomBytes(32).toString('hex'));
  const client = await pool.connect();
  try {
    for (const { text, name, values } of recorded.statements)
      await client.query({ text, ...(name ? { name } : {}), values: values.map((v) => swap(v, names)) });
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
  return recorded.answer;
}

createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const body = JSON.parse(Buffer.concat(parts).toString() || '{}') as {
      case_id: string;
      item_ids: string[];
    };
    if (request.method === 'GET') return void response.end();
    move(body.case_id, body.item_ids[0] ?? '').then(
      (answer) => response.writeHead(200, { 'content-type': 'application/json' }).end(answer),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
}).listen(Number(port), '127.0.0.1', () => process.stdout.write('listening\n'));
