import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { outbound } from '../../platform/outbound.ts';
import type { ChatPort } from '../../ports/chat.ts';
import { keepsTheContract, LINE } from '../../ports/testing-chat.ts';
import { consoleChat } from './console.ts';
import { slackConfig } from './slack-config.ts';
import { clientMessageId, escapeText, slackChat } from './slack.ts';
import { fakeSlack, type FakeSlack, type SlackReply } from './testing.ts';

let server: FakeSlack;
beforeAll(async () => {
  server = await fakeSlack();
});
afterAll(() => server.stop());

function slack(over: { url?: string; token?: string; allow?: string[] } = {}): ChatPort {
  return slackChat({
    config: slackConfig.parse({ base_url: over.url ?? server.url }),
    token: over.token ?? 'xoxb-1-2-abc',
    call: outbound({ allow: over.allow ?? ['127.0.0.1'] }),
    timeoutMs: 400,
  });
}

const post = (...replies: SlackReply[]) => {
  server.next(...replies);
  return slack().post(LINE);
};
const no = (error: string, more: object = {}): SlackReply => ({ body: { ok: false, error }, ...more });

describe('the chat port', () => {
  describe('as the console alone', () => {
    keepsTheContract(consoleChat, 100);
  });
  describe('as Slack', () => {
    keepsTheContract(() => slack(), 1_000);
  });
  describe('as Slack without a server', () => {
    keepsTheContract(() => slack({ url: 'http://127.0.0.1:1' }), 1_000);
  });
});

describe('Slack', () => {
  beforeEach(() => void (server.heard as unknown[]).splice(0));

  it('gets a form with a bearer token and the text as it is meant', async () => {
    const said = await slack().post({ ...LINE, text: '<!channel> 5 > 3 & "so" *on* €' });
    expect(said).toMatchObject({ state: 'sent', providerId: '1503435956.000247' });
    expect(server.heard).toEqual([
      {
        path: '/api/chat.postMessage',
        authorization: 'Bearer xoxb-1-2-abc',
        contentType: 'application/x-www-form-urlencoded',
        form: {
          channel: '#cs-handling',
          text: '&lt;!channel&gt; 5 &gt; 3 &amp; "so" *on* €',
          mrkdwn: 'false',
          unfurl_links: 'false',
          client_msg_id: clientMessageId(LINE.idempotencyKey),
        },
      },
    ]);
  });

  it('can tell a line said twice from two lines', async () => {
    await slack().post(LINE);
    await slack().post(LINE);
    await slack().post({ ...LINE, idempotencyKey: 'cht_other' });
    const [first, second, other] = server.heard.map((one) => one.form['client_msg_id']);
    expect(first).toBe(second);
    expect(first).not.toBe(other);
    expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('has its three characters escaped and no others', () => {
    expect(escapeText(`a&b<c>"d"'e'&amp;`)).toBe(`a&amp;b&lt;c&gt;"d"'e'&amp;amp;`);
  });

  it.each([
    'channel_not_found',
    'not_in_channel',
    'is_archived',
    'invalid_auth',
    'msg_too_long',
    'never_heard_of',
  ])('refuses for good: %s', async (error) => {
    const said = await post(no(error));
    expect(said.state).toBe('refused');
    expect(said.detail).toContain(error);
  });

  it.each([
    [no('ratelimited', { status: 429, headers: { 'retry-after': '30' } }), 30],
    [no('rate_limited', { headers: { 'retry-after': '7' } }), 7],
    [no('ratelimited', { status: 429, headers: { 'retry-after': 'soon' } }), null],
    [no('ratelimited', { status: 429, headers: { 'retry-after': '999999' } }), 3600],
    [{ status: 429, body: 'slow down', headers: { 'retry-after': '5' } }, 5],
    [no('internal_error', { status: 500 }), null],
    [no('fatal_error'), null],
    [{ status: 503, body: '<html>maintenance</html>' }, null],
  ] as [SlackReply, number | null][])('asks for patience: %j', async (reply, afterSeconds) => {
    expect(await post(reply)).toMatchObject({ state: 'later', afterSeconds });
  });

  it.each<[string, SlackReply]>([
    ['it falls silent', 'hang'],
    ['it hangs up', 'drop'],
    ['its answer breaks off', 'drop_in_answer'],
    ['it answers in HTML', { body: '<html>ok</html>' }],
    ['it fails without a word', { status: 500, body: '' }],
    ['its gateway fails', { status: 502, body: '<html>Bad gateway</html>' }],
    ['it says neither yes nor no', { body: { ok: 'maybe' } }],
    ['it has seen the key before', no('duplicate_message_not_found')],
    ['it talks without end', { body: 'x'.repeat(200_000) }],
  ])('may have the line when %s', async (_, reply) => {
    expect((await post(reply)).state).toBe('unknown');
  });

  it.each<[string, SlackReply]>([
    ['sends us elsewhere', { status: 302, headers: { location: 'http://169.254.169.254/' }, body: '' }],
    ['is no Slack at all', { status: 404, body: 'not found' }],
  ])('has no line when it %s', async (_, reply) => {
    expect((await post(reply)).state).toBe('refused');
  });

  it('is tried later when it cannot be reached, and not called inside the network unless allowed', async () => {
    expect((await slack({ url: 'http://127.0.0.1:1/api' }).post(LINE)).state).toBe('later');
    const said = await slack({ allow: [] }).post(LINE);
    expect(said).toMatchObject({ state: 'refused' });
    expect(server.heard).toHaveLength(0);
  });

  it('never says the token', async () => {
    server.next(no('invalid_auth'));
    const said = await slack({ token: 'xoxb-secret-token' }).post(LINE);
    expect(JSON.stringify(said)).not.toContain('secret-token');
  });
});

describe('the settings', () => {
  it('stand for Slack’s own address unless told otherwise', () => {
    expect(slackConfig.parse({}).base_url).toBe('https://slack.com/api');
    for (const base_url of ['ftp://x', 'slack.com', 'https://x/?a=1', 'javascript:alert(1)'])
      expect(slackConfig.safeParse({ base_url }).success).toBe(false);
    expect(slackConfig.safeParse({ token: 'x' }).success).toBe(false);
  });
});
