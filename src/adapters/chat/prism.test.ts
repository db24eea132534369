/** What we send against Slack's own description of `chat.postMessage`, served by prism. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallOut, OutboundAnswer } from '../../kernel/outbound.ts';
import { outbound } from '../../platform/outbound.ts';
import { LINE } from '../../ports/testing-chat.ts';
import { slackConfig } from './slack-config.ts';
import { slackChat } from './slack.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const SPEC = at('../../../../shared/contracts/slack/slack_web_openapi_v2.json');
const PRISM = at('../../../node_modules/@stoplight/prism-cli/dist/index.js');
const isThere = existsSync(SPEC);
if (!isThere) console.warn(`skipped: Slack's description is not at ${SPEC}`);

type Violation = { location: string[]; severity: string; message: string };

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return typeof address === 'object' && address ? address.port : 0;
}

describe.skipIf(!isThere)('Slack as it describes itself', () => {
  let prism: ChildProcess;
  let url = '';
  let answers: OutboundAnswer[] = [];

  beforeAll(async () => {
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    prism = spawn(process.execPath, [PRISM, 'mock', SPEC, '--port', String(port), '--host', '127.0.0.1'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    await new Promise<void>((resolve, reject) => {
      let said = '';
      prism.stdout?.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (said.includes('Prism is listening')) resolve();
      });
      prism.on('exit', () => reject(new Error(`prism ended: ${said.slice(-500)}`)));
    });
  });
  afterAll(() => void prism?.kill());

  /** The description of 2021 wants the token in a header of that name too; Slack itself takes the bearer token. */
  const call =
    (change: (body: string) => string = (body) => body): CallOut =>
    async (request) => {
      const token = request.headers['authorization']?.replace('Bearer ', '') ?? '';
      const result = await outbound({ allow: ['127.0.0.1'] })({
        ...request,
        headers: { ...request.headers, token },
        body: change(request.body ?? ''),
      });
      if (result.state === 'answered') answers.push(result);
      return result;
    };
  const port = (change?: (body: string) => string) =>
    slackChat({ config: slackConfig.parse({ base_url: url }), token: 'xoxb-test', call: call(change) });

  const violations = (): Violation[] => {
    const header = answers.at(-1)?.headers['sl-violations'];
    const all = header ? (JSON.parse(header) as Violation[]) : [];
    return all.filter((one) => one.location[0] === 'request' && one.severity === 'Error');
  };

  it.each([LINE, { ...LINE, channel: 'C1H9RESGL' }, { ...LINE, text: '<b> & € "x" \n *y*' }])(
    'finds nothing wrong with %j',
    async (line) => {
      answers = [];
      const said = await port().post(line);
      expect(violations()).toEqual([]);
      expect(answers.at(-1)?.status).toBe(200);
      expect(said).toMatchObject({ state: 'sent', providerId: '1503435956.000247' });
    },
  );

  it('would tell if something were wrong', async () => {
    answers = [];
    await port((body) => body.replace(/channel=[^&]*&/, '')).post(LINE);
    const told = violations().length > 0 || answers.at(-1)?.status !== 200;
    expect(told).toBe(true);
  });

  it('answers its own refusal, which we understand', async () => {
    const refusing: CallOut = (request) =>
      call()({ ...request, headers: { ...request.headers, prefer: 'code=400' } });
    const said = await slackChat({
      config: slackConfig.parse({ base_url: url }),
      token: 'xoxb-test',
      call: refusing,
    }).post(LINE);
    expect(said).toMatchObject({ state: 'refused', detail: 'too_many_attachments' });
  });
});
