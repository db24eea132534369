/** For the tests of the chat: a Slack that keeps what it got and answers as it is told to. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export type Heard = {
  readonly path: string;
  readonly authorization: string | null;
  readonly contentType: string | null;
  readonly form: Readonly<Record<string, string>>;
};

export type SlackReply =
  | { readonly status?: number; readonly headers?: Record<string, string>; readonly body: unknown }
  | 'hang'
  | 'drop'
  | 'drop_in_answer';

export type FakeSlack = {
  /** For `base_url`. */
  readonly url: string;
  readonly heard: readonly Heard[];
  /** Answers of the next calls, in turn; then it says yes. */
  readonly next: (...replies: SlackReply[]) => void;
  readonly stop: () => Promise<void>;
};

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, reply: SlackReply): void {
  if (reply === 'hang') return;
  if (reply === 'drop') return void response.destroy();
  if (reply === 'drop_in_answer') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
    response.write('{"ok":');
    setTimeout(() => response.destroy(), 20);
    return;
  }
  response.writeHead(reply.status ?? 200, { 'content-type': 'application/json', ...reply.headers });
  response.end(typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body));
}

/** Takes what Slack's own server takes: a form, a bearer token that begins with `xoxb-`, a channel. */
function judge(heard: Heard): SlackReply {
  const no = (error: string): SlackReply => ({ body: { ok: false, error } });
  if (heard.path !== '/api/chat.postMessage') return { body: { ok: false, error: 'unknown_method' } };
  if (!heard.contentType?.startsWith('application/x-www-form-urlencoded')) return no('invalid_post_type');
  if (!heard.authorization?.startsWith('Bearer xoxb-')) return no('invalid_auth');
  const { channel = '', text = '' } = heard.form;
  if (!/^[#@]?[\w.-]{1,80}$/.test(channel)) return no('channel_not_found');
  if (text === '') return no('no_text');
  return {
    body: { ok: true, channel: 'C1H9RESGL', ts: '1503435956.000247', message: { text, type: 'message' } },
  };
}

/** Starts one on this machine. */
export async function fakeSlack(): Promise<FakeSlack> {
  const heard: Heard[] = [];
  const replies: SlackReply[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const one: Heard = {
      path: request.url ?? '',
      authorization: request.headers.authorization ?? null,
      contentType: request.headers['content-type'] ?? null,
      form: Object.fromEntries(new URLSearchParams(await bodyOf(request))),
    };
    heard.push(one);
    send(response, replies.shift() ?? judge(one));
  };
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const at = server.address();
  if (at === null || typeof at === 'string') throw new Error('the fake Slack listens on no port');
  return {
    url: `http://127.0.0.1:${at.port}/api`,
    heard,
    next: (...more) => void replies.push(...more),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
