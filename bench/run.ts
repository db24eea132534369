/** `npm run bench`: what docs/benchmarks.md tells. Whole processes, several rounds, medians; run it on a quiet machine. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import pg from 'pg';
import { buildOrExit, root } from '../scripts/build.ts';
import { findRunning } from '../src/platform/embedded.ts';
import { fire, median, shoot, type Shot } from './clients.ts';
import { fillBoard, fillCases } from './fill.ts';
import { record } from './record.ts';

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5);
const BOARD = Number(process.env['BENCH_BOARD'] ?? 1_000_000);
const PORT = 3977;
const BARE_PORT = 3978;
const base = `http://localhost:${PORT}`;
const rows: [string, string, string][] = [];

function say(what: string, got: string, bar: string): void {
  rows.push([what, got, bar]);
  process.stdout.write(`${what.padEnd(58)} ${got.padEnd(40)} ${bar}\n`);
}

async function until(check: () => Promise<boolean>, ms: number): Promise<number> {
  const started = performance.now();
  while (performance.now() - started < ms) {
    if (await check().catch(() => false)) return performance.now() - started;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error('it did not come up in time');
}

function startApp(dataDir: string): ChildProcess {
  // The same limits as npm start has: V8 then collects instead of growing.
  return spawn(
    process.execPath,
    ['--max-semi-space-size=8', '--max-old-space-size=256', join(root, 'dist/server/main.mjs')],
    {
      env: {
        ...process.env,
        REPRISE_DATA: dataDir,
        PORT: String(PORT),
        LOG_LEVEL: 'error',
        RATE_LIMIT_FACTOR: '100000',
        NODE_ENV: 'production',
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

const ready = async () => (await shoot(base, { method: 'GET', path: '/readyz' })).status === 200;
const residentMiB = (pid: number) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

async function demo(dataDir: string): Promise<string> {
  const child = spawn(process.execPath, [join(root, 'dist/server/cli.mjs'), 'demo', '--cases', '60'], {
    env: { ...process.env, REPRISE_DATA: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout?.on('data', (part: Buffer) => (out += part.toString()));
  await new Promise((resolve) => child.once('exit', resolve));
  return /password (\S+)/.exec(out)?.[1] ?? '';
}

async function signIn(password: string): Promise<string> {
  const answer = await fetch(`${base}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: base },
    body: JSON.stringify({ email: 'owner@secondspring.example', password }),
  });
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

function moveShots(cookie: string, targets: readonly { caseId: string; itemId: string }[]): Shot[] {
  return targets.map((t, n) => ({
    method: 'POST',
    path: `/api/cases/${t.caseId}/moves`,
    body: JSON.stringify({ case_id: t.caseId, move: 'carrier_scan', item_ids: [t.itemId] }),
    headers: { cookie, origin: base, 'idempotency-key': `bench-${t.caseId}-${n}` },
  }));
}

async function noWaiting(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('alter system set synchronous_commit = off');
  await client.query('select pg_reload_conf()');
  await client.end();
}

async function moves(url: string, cookie: string): Promise<void> {
  const per = { 1: 150, 8: 600 } as const;
  const need = ROUNDS * (per[1] + per[8]);
  const ours = await fillCases(url, 'aa', need + 300);
  const theirs = await fillCases(url, 'bb', need + 300);
  const recorded = await record(url, cookie, await fillCases(url, 'cc', 5));
  say('statements of one move', `${recorded.statements.length}`, '≤ 15');
  const file = join(tmpdir(), `reprise-bench-${process.pid}.json`);
  writeFileSync(file, JSON.stringify(recorded));
  const bare = spawn(process.execPath, [join(root, 'bench/bare-server.ts'), url, file, String(BARE_PORT)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const bareBase = `http://localhost:${BARE_PORT}`;
  await until(async () => (await shoot(bareBase, { method: 'GET', path: '/' })).status > 0, 5000);
  await fire(base, moveShots(cookie, ours.splice(0, 300)), 8);
  await fire(bareBase, moveShots(cookie, theirs.splice(0, 300)), 8);
  for (const clients of [1, 8] as const) {
    const rates: { ours: number; bare: number; ratio: number; ms: number }[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const one = await fire(base, moveShots(cookie, ours.splice(0, per[clients])), clients);
      const two = await fire(bareBase, moveShots(cookie, theirs.splice(0, per[clients])), clients);
      if (one.failures + two.failures > 0)
        throw new Error(`failures: ${one.failures} of ours, ${two.failures} of the bare server`);
      rates.push({
        ours: one.perSecond,
        bare: two.perSecond,
        ratio: one.perSecond / two.perSecond,
        ms: one.medianMs,
      });
    }
    const mid = (key: 'ours' | 'bare' | 'ratio' | 'ms') => median(rates.map((r) => r[key]));
    say(
      `move over HTTP, ${clients} client${clients > 1 ? 's' : ''}`,
      `${mid('ours').toFixed(0)}/s, ${mid('ms').toFixed(1)} ms; bare ${mid('bare').toFixed(0)}/s`,
      `≥ 30 %: ${(mid('ratio') * 100).toFixed(0)} %`,
    );
  }
  await stop(bare);
  rmSync(file);
}

async function board(cookie: string): Promise<number> {
  const shot: Shot = {
    method: 'GET',
    path: '/api/board?workflow=buyback_mail_in&stage=being_inspected&limit=50',
    headers: { cookie },
  };
  await fire(
    base,
    Array.from({ length: 100 }, () => shot),
    1,
  );
  const rounds: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    rounds.push(
      (
        await fire(
          base,
          Array.from({ length: 100 }, () => shot),
          1,
        )
      ).medianMs,
    );
  return median(rounds);
}

async function quotes(): Promise<void> {
  const models = JSON.parse(
    (await shoot(base, { method: 'GET', path: '/api/catalog/models?q=iphone%2013' })).body,
  ) as { items: { variants: { id: string }[] }[] };
  const set = JSON.parse(
    (await shoot(base, { method: 'GET', path: '/api/catalog/questions?category=phone&locale=en' })).body,
  ) as { questions: { key: string; answers: { key: string }[] }[] };
  const answers = Object.fromEntries(set.questions.map((q) => [q.key, q.answers[0]?.key ?? '']));
  const body = JSON.stringify({ items: [{ variant_id: models.items[0]?.variants[0]?.id, answers }] });
  const shots = Array.from({ length: 4000 }, (): Shot => ({
    method: 'POST',
    path: '/api/quotes/price',
    body,
  }));
  await fire(base, shots.slice(0, 1000), 8);
  const rounds: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push((await fire(base, shots, 8)).perSecond);
  say('quotes, 8 clients', `${median(rounds).toFixed(0)}/s`, '≥ 1,000/s');
}

function widget(): void {
  const dir = join(root, 'dist/widget');
  const sizes = readdirSync(dir)
    .filter((f) => f.endsWith('.js'))
    .map((f) => ({ f, size: brotliCompressSync(readFileSync(join(dir, f))).length }));
  const loader = sizes.find((s) => s.f === 'reprise-quote.js')?.size ?? 0;
  say(
    'widget, brotli',
    `${(sizes.reduce((n, s) => n + s.size, 0) / 1024).toFixed(1)} KB in all, first file ${(loader / 1024).toFixed(1)} KB`,
    '≤ 20 KB',
  );
}

async function starts(dataDir: string): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = performance.now();
    const app = startApp(dataDir);
    await until(ready, 20_000);
    times.push(performance.now() - started);
    await stop(app);
  }
  say('start to /readyz, existing data', `${(median(times) / 1000).toFixed(2)} s`, '≤ 2 s');
}

await buildOrExit();
const dataDir = mkdtempSync(join(tmpdir(), 'reprise-bench-'));
let app: ChildProcess | null = null;
try {
  const password = await demo(dataDir);
  await starts(dataDir);
  app = startApp(dataDir);
  await until(ready, 20_000);
  const url = (await findRunning(dataDir))?.url ?? '';
  const cookie = await signIn(password);
  // Takes the disk's wait for fsync out of both, to see what the programs themselves cost. Never in production.
  if (process.env['BENCH_NO_FSYNC']) await noWaiting(url);
  await moves(url, cookie);
  await quotes();
  await fillBoard(url, 1, 10_000);
  const small = await board(cookie);
  if (BOARD > 10_000) await fillBoard(url, 10_001, BOARD);
  const large = await board(cookie);
  say('board column of 50, 10 thousand items', `${small.toFixed(1)} ms`, '');
  say(
    `board column of 50, ${BOARD.toLocaleString('en')} items`,
    `${large.toFixed(1)} ms (${(large / small).toFixed(2)}×)`,
    '≤ 20 ms, ≤ 2×',
  );
  say(
    'resident memory of the app after the load',
    `${residentMiB(app.pid ?? 0).toFixed(0)} MiB`,
    '≤ 250 MiB',
  );
  widget();
  process.stdout.write(
    `\n| what | measured | bar |\n|---|---|---|\n${rows.map((r) => `| ${r.join(' | ')} |`).join('\n')}\n`,
  );
} finally {
  if (app) await stop(app);
  rmSync(dataDir, { recursive: true, force: true });
}
