/** Source text 001 over the API: asked, reminded once by a clock that misbehaves, approved by somebody else, told in Slack. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fakeSlack, type FakeSlack } from '../../src/adapters/chat/testing.ts';
import { startApp, type App, type Caller } from '../app.ts';
import { arrived, places, sold, type Sold } from './sold.ts';

const DAY = 86_400_000;
let app: App;
let slack: FakeSlack;
let owner: Caller;
let desk: Caller;

beforeAll(async () => {
  [app, slack] = [await startApp(), await fakeSlack()];
  await signIn();
  const shop = await owner.call<{ version: number }>('GET', '/api/shop');
  const settings = { ownership_four_eyes: true, chat_channel: '#proofs' };
  ok(await owner.call('PATCH', '/api/shop', { settings }, { 'if-match': `"${shop.body.version}"` }));
  ok(
    await owner.call(
      'PUT',
      '/api/connections/chat',
      { adapter: 'slack', config: { base_url: slack.url }, secrets: { token: 'xoxb-proofs' } },
      { 'if-match': '"0"' },
    ),
  );
});
afterAll(async () => {
  await slack?.stop();
  await app?.stop();
});

/** A session ends after some days: whoever moves the clock signs in again. */
async function signIn(): Promise<void> {
  [owner, desk] = [await app.as('owner'), await app.as('help_desk')];
}

function ok<T>(answer: { status: number; body: T }): T {
  if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

type Held = { items: { holds: { id: string; reason: string; state?: string }[] }[] };

/** A device that arrived and whose proof of purchase was asked for by the help desk. */
async function asked(email: string): Promise<Sold & { holdId: string }> {
  const one = await sold(app, ['iphone 13'], { name: 'Noor de Vries', email });
  await arrived(app, one);
  const item = one.items[0]?.id;
  const held = ok(
    await desk.call<Held>('POST', `/api/items/${item}/holds`, {
      reason: 'proof_of_purchase',
      note: 'Like new',
    }),
  );
  const holdId = held.items[0]?.holds.find((hold) => hold.reason === 'proof_of_purchase')?.id ?? '';
  ok(await desk.call('POST', `/api/holds/${holdId}/ask`, {}));
  return { ...one, holdId };
}

async function mails(one: Sold, event: string): Promise<number> {
  const found = await sql<{ n: number }>`
    select count(*)::int as n from messages where case_id = ${one.caseId} and event = ${event}`.execute(
    app.program.postgres.db,
  );
  return found.rows[0]?.n ?? 0;
}

const answered = (one: { holdId: string }) =>
  desk.call('POST', `/api/holds/${one.holdId}/answered`, { document_kind: 'invoice', answer: 'By mail' });
const approve = (who: Caller, one: { holdId: string }) =>
  who.call<{ code?: string }>('POST', `/api/holds/${one.holdId}/approve`, {});
const said = (one: Sold) =>
  slack.heard.map((line) => line.form).filter((form) => form['text']?.includes(one.reference));

describe('a proof of purchase', () => {
  it('is asked once, reminded of once whatever the clock does, approved by another, and told in the channel', async () => {
    const one = await asked('first@customers.example');
    await app.settle();
    expect(await mails(one, 'on_hold_proof_of_purchase')).toBe(1);

    const before = app.clock.now();
    app.clock.move(7 * DAY + 3_600_000);
    await Promise.all([app.settle(), app.settle(), app.settle()]);
    expect(await mails(one, 'hold_reminder')).toBe(1);
    app.clock.set(before.toISOString());
    await app.settle();
    app.clock.move(7 * DAY + 7_200_000);
    await Promise.all([app.settle(), app.settle()]);
    expect(await mails(one, 'hold_reminder')).toBe(1);

    await signIn();
    ok(await answered(one));
    const own = await approve(desk, one);
    expect([own.status, own.body.code]).toEqual([403, 'four_eyes']);
    await app.settle();
    expect(said(one)).toEqual([]);

    ok(await approve(owner, one));
    expect(await places(app, one)).toEqual(['being_inspected/pre_check']);
    await app.settle();
    await app.settle();
    expect(said(one)).toMatchObject([
      { channel: '#proofs', text: `${one.reference} | ${one.items[0]?.number} | Proof of Purchase approved` },
    ]);
    expect((await approve(owner, one)).status).toBeGreaterThanOrEqual(400);
    await app.settle();
    expect(said(one)).toHaveLength(1);
  });

  it('approved by several people at once is told once', async () => {
    const one = await asked('race@customers.example');
    ok(await answered(one));
    const all = await Promise.all(Array.from({ length: 6 }, () => approve(owner, one)));
    expect(all.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(all.every((answer) => answer.status < 500)).toBe(true);
    await app.settle();
    expect(said(one)).toHaveLength(1);
  });

  it('approved while Slack is away waits for it, and the device does not', async () => {
    const one = await asked('away@customers.example');
    ok(await answered(one));
    slack.next({ status: 503, body: 'away' });
    ok(await approve(owner, one));
    await app.settle();
    expect(await places(app, one)).toEqual(['being_inspected/pre_check']);
    const lines = await owner.call<{ items: { state: string }[] }>(
      'GET',
      `/api/chat-lines?case_id=${one.caseId}`,
    );
    expect(lines.body.items.map((line) => line.state)).toEqual(['queued']);
    await sql`update graphile_worker._private_jobs set run_at = now() - interval '1 second'`.execute(
      app.program.postgres.db,
    );
    await app.settle();
    expect(said(one).length).toBe(2);
    const [first, second] = said(one);
    expect(first?.['client_msg_id']).toBe(second?.['client_msg_id']);
    const after = await owner.call<{ items: { state: string }[] }>(
      'GET',
      `/api/chat-lines?case_id=${one.caseId}`,
    );
    expect(after.body.items.map((line) => line.state)).toEqual(['sent']);
  });
});
