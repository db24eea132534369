/** A proof of purchase over the API: every step of source text 001, and what is refused on the way. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DAY } from '../../src/kernel/time.ts';
import { startApp, type App, type Caller } from '../app.ts';
import { arrived, places, sold, type Sold } from './sold.ts';

type Hold = { id: string; reason: string; step: string | null; rule: { name: string } | null; asks: number };
type Desk = { id: string; items: { id: string; number: string; holds: Hold[] }[] };
type Entry = { kind: string; text: string };

let app: App;
let owner: Caller;
let desk: Caller;
beforeAll(async () => {
  app = await startApp();
});
// Sessions end while these stories' clock runs on.
async function signIn(): Promise<void> {
  owner = await app.as('owner');
  desk = await app.as('help_desk');
}
beforeEach(signIn);
afterAll(async () => app?.stop());

const RULE = { id: 'listed', name: 'iPhone 16, like new', on: true };

async function askFor(name: string): Promise<void> {
  const found = await owner.call<{ items: { id: string }[] }>(
    'GET',
    `/api/catalog/models?q=${encodeURIComponent(name)}`,
  );
  const now = await owner.call<{ version: number }>('GET', '/api/ownership-rules');
  const when = { model_ids: [found.body.items[0]?.id], like_new: true };
  const saved = await owner.call(
    'PUT',
    '/api/ownership-rules',
    { rules: [{ ...RULE, when }] },
    { 'if-match': `"${now.body.version}"` },
  );
  expect(saved.status, JSON.stringify(saved.body)).toBe(200);
}

async function holdOf(one: Sold): Promise<Hold> {
  const found = await desk.call<Desk>('GET', `/api/cases/${one.caseId}`);
  const hold = found.body.items[0]?.holds.at(-1);
  if (!hold) throw new Error('nothing is on hold');
  return hold;
}

async function notes(one: Sold): Promise<string[]> {
  const told = await desk.call<{ items: Entry[] }>('GET', `/api/cases/${one.caseId}/timeline?filter=note`);
  return told.body.items.map((entry) => entry.text).filter((text) => !text.startsWith('Payout details'));
}

async function letters(one: Sold): Promise<string[]> {
  const found = await app.program.postgres.pool.query<{ event: string; subject: string }>(
    'select event from messages where case_id = $1 order by created_at, id',
    [one.caseId],
  );
  return found.rows.map((row) => row.event);
}

async function waiting(name: string): Promise<Sold> {
  const one = await sold(app, ['iphone 16'], {
    name,
    email: `${name.replace(/\W/g, '').toLowerCase()}@customers.example`,
  });
  await arrived(app, one);
  return one;
}

describe('a device a rule asks about', () => {
  let one: Sold;
  it('is held when it arrives, and the case says which rule did it', async () => {
    await askFor('iphone 16');
    one = await waiting('Ada Jansen');
    expect(await places(app, one)).toEqual(['on_hold/proof_of_purchase']);
    expect(await holdOf(one)).toMatchObject({ step: 'to_contact', rule: { name: RULE.name } });
    expect(await letters(one)).not.toContain('on_hold_proof_of_purchase');
    const queue = await desk.call<{ items: { reference: string }[] }>('GET', '/api/holds?needs=to_contact');
    expect(queue.body.items.map((row) => row.reference)).toContain(one.reference);
  });

  it('is asked for in one click: the letter goes out and the card waits', async () => {
    const hold = await holdOf(one);
    expect((await desk.call('POST', `/api/holds/${hold.id}/ask`, {})).status).toBe(200);
    expect(await letters(one)).toContain('on_hold_proof_of_purchase');
    expect(await holdOf(one)).toMatchObject({ step: 'waiting', asks: 1 });
    const counts = await desk.call<{ waiting: number; to_contact: number }>('GET', '/api/holds/counts');
    expect(counts.body).toMatchObject({ waiting: 1, to_contact: 0 });
  });

  it('is reminded of on day 7, once, with the day on the case, however often the job runs', async () => {
    app.clock.move(6.9 * DAY);
    await app.settle();
    await signIn();
    expect(await notes(one)).toEqual([]);
    app.clock.move(0.2 * DAY);
    await app.settle();
    await app.settle();
    const day = app.clock.now();
    const said = `Reminder sent ${String(day.getUTCDate()).padStart(2, '0')}-${String(day.getUTCMonth() + 1).padStart(2, '0')}-${day.getUTCFullYear()}`;
    expect(await notes(one)).toEqual([said]);
    app.clock.move(-2 * DAY);
    await app.settle();
    app.clock.move(2 * DAY);
    await app.settle();
    expect(await notes(one)).toEqual([said]);
    expect((await letters(one)).filter((event) => event === 'hold_reminder')).toHaveLength(1);
  });

  it('is approved by whoever may, with a comment, back in pre-check, and the team hears of it', async () => {
    const hold = await holdOf(one);
    const heard = await desk.call('POST', `/api/holds/${hold.id}/answered`, {
      answer: 'Came by mail',
      document_kind: 'invoice',
    });
    expect(heard.status).toBe(200);
    expect((await desk.call<{ to_approve: number }>('GET', '/api/holds/counts')).body.to_approve).toBe(1);
    const bench = await app.as('bench');
    expect((await bench.call('POST', `/api/holds/${hold.id}/approve`, {})).status).toBe(403);
    expect((await bench.call('POST', `/api/holds/${hold.id}/release`, {})).status).toBe(403);
    const both = await Promise.all([1, 2].map(() => desk.call('POST', `/api/holds/${hold.id}/approve`, {})));
    expect(both.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(await places(app, one)).toEqual(['being_inspected/pre_check']);
    expect(await notes(one)).toContain('Approved');
    const chat = await app.program.postgres.pool.query<{ text: string; channel: string }>(
      'select text, channel from chat_messages where case_id = $1',
      [one.caseId],
    );
    expect(chat.rows).toEqual([
      {
        text: `${one.reference} | ${one.items[0]?.number} | Proof of Purchase approved`,
        channel: '#cs-handling',
      },
    ]);
  });

  it('is not asked for again', async () => {
    const bench = await app.as('bench');
    const item = one.items[0]?.id ?? '';
    expect((await bench.call('PUT', `/api/items/${item}/identity`, { imei: '352099001761481' })).status).toBe(
      200,
    );
    expect(await places(app, one)).toEqual(['being_inspected/pre_check']);
  });
});

describe('a proof nobody sends', () => {
  it('is asked for on days 7, 14 and 21, and is somebody’s decision on day 30', async () => {
    const one = await waiting('Bo Visser');
    await desk.call('POST', `/api/holds/${(await holdOf(one)).id}/ask`, {});
    for (let day = 0; day < 31; day += 1) {
      app.clock.move(DAY);
      await app.settle();
    }
    await signIn();
    expect((await letters(one)).filter((event) => event === 'hold_reminder')).toHaveLength(3);
    expect(await notes(one)).toContainEqual(expect.stringMatching(/^30 days without an answer/));
    const overdue = await desk.call<{ items: { reference: string }[] }>('GET', '/api/holds?needs=overdue');
    expect(overdue.body.items.map((row) => row.reference)).toContain(one.reference);
  });
});

describe('a proof that is no good', () => {
  it('is asked for again, or sends the device back, or keeps it for the law', async () => {
    const again = await waiting('Cor Smit');
    const hold = await holdOf(again);
    const reject = (id: string, then: string, reason = 'Another name on the invoice') =>
      desk.call('POST', `/api/holds/${id}/reject`, { reason, then });
    expect((await reject(hold.id, 'ask_again', '  ')).status).toBe(422);
    expect((await reject(hold.id, 'ask_again')).status).toBe(200);
    expect(await holdOf(again)).toMatchObject({ step: 'waiting', asks: 1 });
    expect((await reject(hold.id, 'send_back')).status).toBe(200);
    expect(await places(app, again)).toEqual(['on_hold/return']);
    expect((await reject(hold.id, 'send_back')).status).toBe(409);

    const stolen = await waiting('Dirk Mol');
    expect((await reject((await holdOf(stolen)).id, 'legal')).status).toBe(200);
    expect(await places(app, stolen)).toEqual(['on_hold/proof_of_purchase']);
    const back = await desk.call<{ code: string }>('POST', `/api/cases/${stolen.caseId}/moves`, {
      move: 'withdraw',
      item_ids: [stolen.items[0]?.id],
      reason: 'wants it back',
    });
    expect(back.body.code).toBe('legal_hold');
  });
});

describe('four eyes', () => {
  it('keep whoever asked from approving; somebody else may', async () => {
    const shop = await owner.call<{ version: number }>('GET', '/api/shop');
    const set = await owner.call(
      'PATCH',
      '/api/shop',
      { settings: { ownership_four_eyes: true } },
      { 'if-match': `"${shop.body.version}"` },
    );
    expect(set.status, JSON.stringify(set.body)).toBe(200);
    const one = await waiting('Eef Kok');
    const hold = await holdOf(one);
    await desk.call('POST', `/api/holds/${hold.id}/ask`, {});
    const soon = await owner.call<{ code: string }>('POST', `/api/holds/${hold.id}/approve`, {});
    expect(soon).toMatchObject({ status: 409, body: { code: 'not_answered' } });
    await desk.call('POST', `/api/holds/${hold.id}/answered`, { answer: 'Came by post' });
    const own = await desk.call<{ code: string }>('POST', `/api/holds/${hold.id}/approve`, {});
    expect(own).toMatchObject({ status: 403, body: { code: 'four_eyes' } });
    expect((await owner.call('POST', `/api/holds/${hold.id}/approve`, {})).status).toBe(200);
  });
});

describe('the rules', () => {
  it('say what they would have held, and change nothing by saying it', async () => {
    const before = await owner.call<{ version: number; body: object }>('GET', '/api/ownership-rules');
    const tried = await owner.call<{
      looked_at: number;
      caught: number;
      by_rule: { count: number }[];
      examples: object[];
    }>('POST', '/api/ownership-rules/dry-run', {
      body: { rules: [{ id: 'all', name: 'Above nothing', on: true, when: { above_minor: 0 } }] },
      days: 365,
    });
    expect(tried.status).toBe(200);
    expect(tried.body.caught).toBe(tried.body.looked_at);
    expect(tried.body.examples.length).toBe(Math.min(20, tried.body.caught));
    expect((await owner.call('GET', '/api/ownership-rules')).body).toEqual(before.body);
  });

  it('are refused when they would hold everything, and when somebody else saved meanwhile', async () => {
    const empty = { rules: [{ id: 'x', name: 'X', on: true, when: {} }] };
    const refused = await owner.call<{ code: string }>('PUT', '/api/ownership-rules', empty, {
      'if-match': '"1"',
    });
    expect(refused).toMatchObject({ status: 422, body: { code: 'rule_empty' } });
    const fine = { rules: [{ id: 'x', name: 'X', on: true, when: { like_new: true } }] };
    expect((await owner.call('PUT', '/api/ownership-rules', fine, { 'if-match': '"0"' })).status).toBe(412);
    expect((await desk.call('PUT', '/api/ownership-rules', fine, { 'if-match': '"1"' })).status).toBe(403);
  });
});

describe('an unlock code', () => {
  it('lies sealed, each look is written down, and it is gone when the device is', async () => {
    const one = await waiting('Fen Bakker');
    const item = one.items[0]?.id ?? '';
    const opened = await desk.call('POST', `/api/items/${item}/holds`, {
      reason: 'activation_lock',
      note: 'Find My is on',
    });
    expect(opened.status).toBe(201);
    const locks = await desk.call<Desk>('GET', `/api/cases/${one.caseId}`);
    const lock = locks.body.items[0]?.holds.find((hold) => hold.reason === 'activation_lock');
    expect((await desk.call('POST', `/api/holds/${lock?.id}/lock-code`, { code: ' 481516 ' })).status).toBe(
      200,
    );
    const kept = await app.program.postgres.pool.query<{ sealed: string }>('select sealed from lock_codes');
    expect(kept.rows[0]?.sealed).not.toContain('481516');
    const bench = await app.as('bench');
    expect((await bench.call('POST', `/api/holds/${lock?.id}/lock-code/view`)).body).toEqual({
      code: '481516',
    });
    expect(
      (await (await app.as('viewer')).call('POST', `/api/holds/${lock?.id}/lock-code/view`)).status,
    ).toBe(403);
    const told = await bench.call<{ items: Entry[] }>(
      'GET',
      `/api/cases/${one.caseId}/timeline?filter=vault`,
    );
    expect(told.body.items.map((entry) => entry.text)).toEqual(['code_viewed', 'code_left']);

    for (const hold of (await desk.call<Desk>('GET', `/api/cases/${one.caseId}`)).body.items[0]?.holds ?? [])
      expect((await owner.call('POST', `/api/holds/${hold.id}/release`, { note: 'fine' })).status).toBe(200);
    expect(await places(app, one)).toEqual(['being_inspected/pre_check']);
    await desk.call('POST', `/api/cases/${one.caseId}/moves`, {
      move: 'withdraw',
      item_ids: [item],
      reason: 'x',
    });
    const gone = await bench.call('POST', `/api/cases/${one.caseId}/hand-back`, {
      item_ids: [item],
      kind: 'hand_over',
      signed_by: 'Fen Bakker',
    });
    expect(gone.status, JSON.stringify(gone.body)).toBe(200);
    expect(
      (await app.program.postgres.pool.query('select sealed from lock_codes where sealed is not null')).rows,
    ).toEqual([]);
    expect((await bench.call('POST', `/api/holds/${lock?.id}/lock-code/view`)).status).toBe(404);
  });
});
