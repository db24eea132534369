import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ok } from '../kernel/outcome.ts';
import { enqueue } from '../platform/jobs.ts';
import { startApp, type App, type Caller } from '../../test/app.ts';
import {
  connectProvider,
  deviceOnBench,
  startProvider,
  type FakeProvider,
} from '../../test/device-provider.ts';

type Check = { kind: string; verdict: string; provider: string | null; evidence: Record<string, unknown> };
type PreCheck = {
  brand: string;
  provider: string | null;
  waiting: boolean;
  current: Check[];
  items: Check[];
  code?: string;
};

let app: App;
let provider: FakeProvider;
let bench: Caller;
let desk: Caller;
beforeAll(async () => {
  [app, provider] = await Promise.all([startApp(), startProvider()]);
  bench = await app.as('bench');
  desk = await app.as('help_desk');
  await connectProvider(await app.as('owner'), provider.url);
});
afterAll(async () => {
  provider?.stop();
  await app?.stop();
});

const [A, B, C] = ['490154203237518', '356938035643809', '352099001761481'];
const identify = (itemId: string, numbers: Record<string, string>) =>
  bench.call<{ code?: string }>('PUT', `/api/items/${itemId}/identity`, numbers);
const look = async (itemId: string) =>
  (await bench.call<PreCheck>('GET', `/api/items/${itemId}/checks`)).body;
const again = async (itemId: string) => {
  const done = await bench.call<PreCheck>('POST', `/api/items/${itemId}/checks`);
  expect(done.status).toBe(200);
  return done.body;
};
const verdictOf = (found: PreCheck, kind: string) => found.current.find((one) => one.kind === kind)?.verdict;

describe('checking a device over the API', () => {
  it('asks the provider that is connected, keeps what it said and not the key', async () => {
    const { itemId } = await deviceOnBench(app, bench, 'Ada Stone');
    expect((await identify(itemId, { imei: A ?? '' })).status).toBe(200);
    provider.answer = (response) => response.end('{"status":"STOLEN","note":"key very-secret"}');
    expect(await again(itemId)).toMatchObject({ brand: 'Apple', provider: 'http', waiting: true });
    await app.settle();
    const found = await look(itemId);
    expect(found.waiting).toBe(false);
    expect(verdictOf(found, 'provider')).toBe('hit');
    expect(provider.asked.at(-1)).toEqual({ path: `/check/${A}`, key: 'very-secret' });
    expect(JSON.stringify(found)).not.toContain('very-secret');
    const settings = await (
      await app.as('owner')
    ).call<{ items: { port: string; last_ok_at: string | null }[] }>('GET', '/api/connections');
    expect(settings.body.items.find((one) => one.port === 'device_check')?.last_ok_at).not.toBeNull();
    expect(JSON.stringify(settings.body)).not.toContain('very-secret');
  });

  it('is never clean when the provider lies in HTML, hangs or is too busy', async () => {
    const { itemId } = await deviceOnBench(app, bench, 'Bo Reed');
    await identify(itemId, { imei: B ?? '' });
    const said: string[] = [];
    for (const answer of [
      (r: Parameters<FakeProvider['answer']>[0]) => r.end('<html>{"status":"CLEAN"}</html>'),
      () => undefined,
      (r: Parameters<FakeProvider['answer']>[0]) => {
        r.statusCode = 429;
        r.end('{"status":"CLEAN"}');
      },
    ]) {
      provider.answer = answer;
      app.clock.move(1000);
      await again(itemId);
      await app.settle();
      app.clock.move(16 * 60_000);
      await app.program.postgres.transact(async (tx) => ok(await enqueue(tx, 'inspection.stop_waiting', {})));
      await app.settle();
      said.push(verdictOf(await look(itemId), 'provider') ?? '');
    }
    expect(said).toEqual(['unknown', 'unknown', 'unknown']);
    expect((await look(itemId)).waiting).toBe(false);
  });

  it('takes the answer about the owner’s lock and other findings as evidence on the timeline', async () => {
    const { itemId, caseId } = await deviceOnBench(app, bench, 'Cy Lane');
    const locked = await bench.call<PreCheck>('POST', `/api/items/${itemId}/checks/lock`, {
      locked: 'yes',
      note: 'Shows a name',
    });
    expect(verdictOf(locked.body, 'activation_lock')).toBe('hit');
    const bad = await bench.call<{ code: string }>('POST', `/api/items/${itemId}/checks/manual`, {
      kind: 'provider',
      verdict: 'clean',
    });
    expect([bad.status, bad.body.code]).toEqual([422, 'check_note_missing']);
    const viewer = await (
      await app.as('finance')
    ).call('POST', `/api/items/${itemId}/checks/lock`, { locked: 'no' });
    expect(viewer.status).toBe(403);
    const timeline = await bench.call<{
      items: { kind: string; text: string; data: { verdict?: string } }[];
    }>('GET', `/api/cases/${caseId}/timeline`);
    expect(timeline.body.items.find((one) => one.kind === 'check')).toMatchObject({
      text: 'activation_lock',
      data: { verdict: 'hit' },
    });
    expect((await bench.call('GET', '/api/items/itm_none/checks')).status).toBe(404);
  });
});

describe('the block list over the API', () => {
  it('is added to, searched, paged and taken off by those who may', async () => {
    const no = await bench.call<{ code: string }>('POST', '/api/blocked-devices', { number: C, reason: 'x' });
    expect([no.status, no.body.code]).toEqual([403, 'permission_missing']);
    const made = await desk.call<{ id: string; number: string }>('POST', '/api/blocked-devices', {
      number: '35-209900-176148-1',
      reason: 'Stolen, police 22/1',
    });
    expect([made.status, made.body.number]).toEqual([201, C]);
    const twice = await desk.call<{ code: string; id: string }>('POST', '/api/blocked-devices', {
      number: C,
      reason: 'x',
    });
    expect(twice.body).toMatchObject({ code: 'blocked_already', more: { id: made.body.id } });
    const bad = await desk.call<{ code: string }>('POST', '/api/blocked-devices', {
      number: '352099001761482',
      reason: 'x',
    });
    expect(bad.body.code).toBe('imei_check_digit');
    for (const q of ['352099', '22/1', 'POLICE'])
      expect(
        (
          await bench.call<{ items: { id: string }[] }>(
            'GET',
            `/api/blocked-devices?q=${encodeURIComponent(q)}`,
          )
        ).body.items.map((one) => one.id),
      ).toEqual([made.body.id]);
    expect((await bench.call<{ items: unknown[] }>('GET', '/api/blocked-devices?q=%25')).body.items).toEqual(
      [],
    );
    expect((await desk.call('DELETE', `/api/blocked-devices/${made.body.id}`)).status).toBe(200);
    const offTwice = await desk.call<{ code: string }>('DELETE', `/api/blocked-devices/${made.body.id}`);
    expect([offTwice.status, offTwice.body.code]).toEqual([409, 'unblocked_already']);
    const past = await bench.call<{ items: { removed_by: { name: string } }[] }>(
      'GET',
      '/api/blocked-devices?removed=true',
    );
    expect(past.body.items[0]?.removed_by.name).toBeTruthy();
  });

  it('takes a list: looks first, tells every row it refuses, adds the rest once', async () => {
    const list = `number;reason\r\n="${A}";Fraud\r\n352099001761482;x\r\n;x\r\n4.9E+14;x\r\nC02XK1ABJG5H;\r\nDX3ZZ9ABCDEF;Insurance\r\n`;
    const send = (query: string, body = list) =>
      desk.call<{
        added: number;
        known: number;
        refused: { line: number; code: string }[];
        applied: boolean;
        code?: string;
      }>('POST', `/api/blocked-devices/import?${query}`, body, { 'content-type': 'text/csv' });
    const dry = await send('');
    expect(dry.body).toMatchObject({ added: 2, known: 0, applied: false });
    expect(dry.body.refused.map(({ line, code }) => `${line} ${code}`)).toEqual([
      '3 imei_check_digit',
      '4 number_missing',
      '5 number_rounded',
      '6 reason_missing',
    ]);
    expect((await desk.call<{ items: unknown[] }>('GET', '/api/blocked-devices')).body.items).toEqual([]);
    expect((await send('dry_run=false&reason=Police')).body).toMatchObject({ added: 3, applied: true });
    expect((await send('dry_run=false&reason=Police')).body).toMatchObject({ added: 0, known: 3 });
    expect((await send('', '%PDF-1.7')).body.code).toBe('file_not_text');
    expect((await send('', '\n\n')).body.code).toBe('file_empty');
    const first = await desk.call<{
      items: { number: string; unit_id: string | null }[];
      next_cursor: string;
    }>('GET', '/api/blocked-devices?limit=2');
    const rest = await desk.call<{ items: { number: string }[]; next_cursor: null }>(
      'GET',
      `/api/blocked-devices?limit=2&cursor=${first.body.next_cursor}`,
    );
    expect([...first.body.items, ...rest.body.items].map((one) => one.number).toSorted()).toEqual([
      A,
      'C02XK1ABJG5H',
      'DX3ZZ9ABCDEF',
    ]);
  });

  it('is found on the bench, and on the page of the device with its whole life', async () => {
    const { itemId, reference } = await deviceOnBench(app, bench, 'Di Frost');
    const known = await identify(itemId, { imei: A ?? '', imei2: '012940001234569' });
    expect(known.status).toBe(200);
    const found = await again(itemId);
    expect(verdictOf(found, 'block_list')).toBe('hit');
    const entries = await bench.call<{ items: { unit_id: string | null; number: string }[] }>(
      'GET',
      `/api/blocked-devices?q=${A}`,
    );
    const unitId = entries.body.items[0]?.unit_id ?? '';
    const unit = await bench.call<{
      imei2: string;
      lives: { reference: string }[];
      blocked: { reason: string }[];
      checks: unknown[];
    }>('GET', `/api/units/${unitId}`);
    expect(unit.body).toMatchObject({ imei2: '012940001234569', blocked: [{ reason: 'Fraud' }] });
    expect(unit.body.lives.map((one) => one.reference)).toHaveLength(2);
    expect(unit.body.lives[0]?.reference).toBe(reference);
    expect(unit.body.checks.length).toBeGreaterThan(3);
    expect((await bench.call('GET', '/api/units/unt_none')).status).toBe(404);
  });
});
