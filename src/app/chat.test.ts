import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startApp, type App, type Caller } from '../../test/app.ts';
import { fakeSlack, type FakeSlack } from '../adapters/chat/testing.ts';
import { must } from '../../test/harness.ts';
import { makeOffer } from '../../test/screens/offer.ts';
import { forgetShop } from '../modules/identity/shop.ts';
import { tellOwnershipApproved } from './chat.ts';

let app: App;
let owner: Caller;
let slack: FakeSlack;
let item: { id: string; caseId: string; reference: string; number: string };

beforeAll(async () => {
  [app, slack] = [await startApp(), await fakeSlack()];
  owner = await app.as('owner');
  const offer = await makeOffer(app, { name: 'Jo <b>Doe</b>', email: 'jo@customers.example' });
  const { body } = await owner.call<{ items: { id: string; number: string }[] }>(
    'GET',
    `/api/cases/${offer.case_id}`,
  );
  const [first] = body.items;
  if (!first) throw new Error('the case has no item');
  item = { id: first.id, caseId: offer.case_id, reference: offer.reference, number: first.number };
});
afterAll(async () => {
  await slack.stop();
  await app.stop();
});
beforeEach(() => void (slack.heard as unknown[]).splice(0));

let seq = 100;
let ids = 100;
/** As the move that approves sets it off. */
async function approve(at = (seq += 1)): Promise<void> {
  const place = { stage: 'pre_check', status: 'waiting' } as never;
  const now = app.clock.now();
  const ctx = {
    now,
    actor: { kind: 'system' as const },
    random: () => new Uint8Array(10),
    requestId: 'test',
    newId: () => `cht_${(ids += 1)}`,
  };
  must(
    await app.program.postgres.transact((tx) =>
      tellOwnershipApproved(tx, ctx, {
        caseId: item.caseId,
        items: [{ id: item.id, from: null, to: place, seq: at }],
        move: 'approve_ownership',
        reason: null,
        data: {},
      }),
    ),
  );
  await app.settle();
}

type Line = {
  id: string;
  text: string;
  state: string;
  channel: string;
  last_error: string | null;
  reference: string;
};
const lines = async (): Promise<Line[]> =>
  (await owner.call<{ items: Line[] }>('GET', '/api/chat-lines')).body.items;
const connect = (token: string, version: number, base_url = slack.url) =>
  owner.call<{ version: number; code?: string }>(
    'PUT',
    '/api/connections/chat',
    { adapter: 'slack', config: { base_url }, secrets: { token } },
    { 'if-match': `"${version}"` },
  );

describe('an approved proof of purchase', () => {
  it('is kept in the console until a chat is connected, then said in the shop’s channel', async () => {
    await approve();
    expect(slack.heard).toHaveLength(0);
    const text = `${item.reference} | ${item.number} | Proof of Purchase approved`;
    expect(await lines()).toMatchObject([
      { state: 'kept', text, channel: '#cs-handling', reference: item.reference },
    ]);

    expect((await connect('xoxb-right', 0)).status).toBe(200);
    await approve();
    expect(slack.heard.map((one) => one.form)).toMatchObject([{ channel: '#cs-handling', text }]);
    expect((await lines()).map((one) => one.state)).toEqual(['sent', 'kept']);
  });

  it('is said once when the effect runs twice', async () => {
    await approve(7);
    await approve(7);
    expect(slack.heard).toHaveLength(1);
  });

  it('can be said again after the token was mended', async () => {
    await connect('wrong', 1);
    await approve();
    const [failed] = await lines();
    expect(failed).toMatchObject({ state: 'failed', last_error: 'invalid_auth: The token is not valid.' });
    await connect('xoxb-right', 2);
    expect((await owner.call('POST', `/api/chat-lines/${failed?.id}/retry`)).status).toBe(200);
    await app.settle();
    expect((await lines())[0]?.state).toBe('sent');
    expect((await owner.call('POST', `/api/chat-lines/${failed?.id}/retry`)).status).toBe(409);
  });
});

describe('the words of a line', () => {
  type Text = {
    version: number;
    present: string;
    ours: string;
    code?: string;
    field?: string;
    more?: { line?: number };
  };
  const save = (body: string, version: number) =>
    owner.call<Text>('PUT', '/api/chat-texts/ownership_approved', { body }, { 'if-match': `"${version}"` });

  it('are the shop’s own once it has saved some', async () => {
    const first = await owner.call<{ items: Text[] }>('GET', '/api/chat-texts');
    expect(first.body.items).toMatchObject([{ version: 0, present: first.body.items[0]?.ours }]);
    const kept = await save('{{ item }} is theirs:\n{{ device }}', 0);
    expect(kept.body, JSON.stringify(kept.body)).toMatchObject({ version: 1 });
    await approve();
    expect(slack.heard[0]?.form['text']).toMatch(new RegExp(`^${item.number} is theirs: Apple `));
    const speak = async (locale: string) => {
      await sql`update shop set locale = ${locale}`.execute(app.program.postgres.db);
      forgetShop(app.program.postgres.db);
      return (await owner.call<{ items: Text[] }>('GET', '/api/chat-texts')).body.items[0];
    };
    expect(await speak('nl')).toMatchObject({ version: 0, present: kept.body.present });
    expect(await speak('en')).toMatchObject({ version: 1, present: kept.body.present });
    expect(await save('{{ item }}', 0)).toMatchObject({ status: 412, body: { code: 'stale_template' } });
    expect((await save(first.body.items[0]?.ours ?? '', 1)).status).toBe(200);
  });

  it.each([
    ['', 'template_empty'],
    ['{% if item %}', 'template_syntax'],
    ['{{ customer }}', 'template_variable_unknown'],
    ['{% if false %}x{% endif %}', 'template_empty'],
    ['{% for i in (1..9999) %}{{ item }}{% endfor %}', 'line_too_long'],
  ])('that make no line are refused: %s', async (body, code) => {
    expect(await save(body, 2)).toMatchObject({ status: 422, body: { code, errors: [{ field: 'body' }] } });
    const seen = await owner.call<Text>('POST', '/api/chat-texts/ownership_approved/preview', { body });
    expect(seen.body.code).toBe(code);
  });
});

describe('the test button', () => {
  const tried = () =>
    owner.call<{ ok: boolean; detail: string; answer: string }>('POST', '/api/connections/chat/test', {});

  it('writes into the channel and shows what Slack said', async () => {
    const good = await tried();
    expect(good.body).toMatchObject({ ok: true, detail: '#cs-handling: Slack has it.' });
    expect(good.body.answer).toContain('"ok":true');
    expect(slack.heard[0]?.form['text']).toMatch(/Reprise can write here/);
    slack.next({ body: { ok: false, error: 'channel_not_found' } });
    const bad = await tried();
    expect(bad.body.ok).toBe(false);
    expect(bad.body.answer).toContain('channel_not_found');
    expect(JSON.stringify(bad.body)).not.toContain('xoxb-right');
  });

  it('tells of an address inside the network instead of calling it', async () => {
    await connect('xoxb-right', 3, 'http://169.254.169.254/latest');
    const { body } = await tried();
    expect(body.ok).toBe(false);
    expect(body.answer).toMatch(/^refused: /);
    const row = await sql<{
      last_error: string;
    }>`select last_error from connections where port = 'chat'`.execute(app.program.postgres.db);
    expect(row.rows[0]?.last_error).toContain('inside this network');
  });
});
