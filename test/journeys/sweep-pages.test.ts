/** Every page of the portal called wrongly: by strangers, by other sites, with forms nobody ever sent. */
import { readFileSync } from 'node:fs';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type Answer, type App, type Caller } from '../app.ts';
import { makeOffer, type Offer } from '../screens/offer.ts';

const MOUNTED = readFileSync(new URL('../../src/app/portal/mount.tsx', import.meta.url), 'utf8');
/** As they are mounted, so that a new page is tried without anybody thinking of it. */
const PATHS = [...MOUNTED.matchAll(/^ {2}'(\/(?:my|sell)[^']*)': \{ (.*) \},$/gm)].map(
  ([, path = '', how = '']) => ({
    path,
    gets: how.includes('get:'),
    posts: how.includes('post:'),
  }),
);
/** What ends the customer's visit or offer comes last. */
const isLast = (path: string) => /leave|cancel|withdraw/.test(path);
const ordered = PATHS.toSorted((a, b) => Number(isLast(a.path)) - Number(isLast(b.path)));

let app: App;
let offer: Offer;
let customer: Caller;

beforeAll(async () => {
  app = await startApp();
  offer = await makeOffer(app, { name: 'Noor de Vries', email: 'noor@customers.example' });
  customer = app.visitor();
  // The link is opened by a page with a button at most: follow what it says.
  await customer.call('GET', new URL(offer.link).pathname);
});
afterAll(async () => app?.stop());

const filled = (path: string, value = 'xyz') => path.replaceAll(/:\w+/g, value);
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

function fault(answer: Answer<unknown>): string | null {
  const { status, headers, body } = answer;
  if (status >= 500) return `${status} ${String(body).slice(0, 80)}`;
  if (status >= 300 && status < 400) return null;
  if (!headers.get('x-content-type-options')) return `${status} without its headers`;
  const type = headers.get('content-type') ?? '';
  const isPage = /text\/html/.test(type);
  if (isPage && !headers.get('content-security-policy')) return `${status} without a policy`;
  return isPage || status >= 400 ? null : `${status} as ${type}`;
}

async function sweep(
  call: (path: string) => Promise<string | null>,
  paths: readonly string[],
): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    const said = await call(path).catch((error: unknown) => `threw ${String(error)}`);
    if (said) found.push(`${path}: ${said}`);
  }
  return found;
}

const gets = ordered.filter((one) => one.gets).map((one) => one.path);
const posts = ordered.filter((one) => one.posts).map((one) => one.path);

describe('pages of the portal', () => {
  it('are found where they are mounted, and the customer is let in', async () => {
    expect(gets.length).toBeGreaterThan(15);
    expect(posts.length).toBeGreaterThan(10);
    const mine = await customer.call<string>('GET', '/my');
    expect([mine.status, mine.body.includes(offer.reference)]).toEqual([200, true]);
  });

  it('of a customer show a stranger nothing of theirs', async () => {
    const found = await sweep(async (path) => {
      const answer = await app.visitor().call<string>('GET', filled(path));
      const tells = String(answer.body).includes(offer.reference) || String(answer.body).includes('Noor');
      return fault(answer) ?? (tells ? 'shows the offer' : null);
    }, gets);
    expect(found).toEqual([]);
  });

  it('take no form from a stranger for somebody’s offer, nor from another site', async () => {
    const found = await sweep(
      async (path) => {
        const stranger = await app.visitor().call('POST', filled(path), 'a=1', FORM);
        const cross = await customer.call('POST', filled(path), 'a=1', {
          ...FORM,
          origin: 'https://evil.example',
        });
        return (
          fault(stranger) ?? fault(cross) ?? (cross.status === 403 ? null : `${cross.status} to another site`)
        );
      },
      posts.filter((path) => path.startsWith('/my')),
    );
    expect(found).toEqual([]);
    expect((await customer.call('GET', '/my')).status).toBe(200);
  });

  it.each([
    'done=%00&lang=xx',
    'q=%00%F0%9F%92%A9&lang=__proto__&page=-1',
    'id=%27%3B--&day=9999-99-99&store=%2e%2e%2f',
    `q=${'x'.repeat(500)}`,
    'lang=%ff&lang=en&items=[]&items[]=1',
  ])('bear the question %s', async (query) => {
    const found = await sweep(
      async (path) => fault(await customer.call('GET', `${filled(path)}?${query}`)),
      gets,
    );
    expect(found).toEqual([]);
  });

  it.each(['%00', '%ff', '..%2F..%2Fetc', '__proto__', "'%20or%201=1", 'x'.repeat(200)])(
    'bear the name %s',
    async (value) => {
      const named = gets.filter((path) => path.includes(':'));
      const found = await sweep(
        async (path) => fault(await customer.call('GET', filled(path, value))),
        named,
      );
      expect(found).toEqual([]);
    },
  );

  const NAMES =
    'name email phone line1 postal_code city country kind holder iban paypal answer reason seq code day store items item_id revision_id variant q silence address file locale version';
  const every = (value: string) =>
    NAMES.split(' ')
      .map((name) => `${name}=${encodeURIComponent(value)}`)
      .join('&');

  it.each<[string, string]>([
    ['nothing', ''],
    ['no pairs', '&&&=&=&%'],
    ['one name many times', Array.from({ length: 500 }, (_, n) => `answer=${n}`).join('&')],
    ['controls', every('a\u0000\u0001\r\nb')],
    ['mark-up', every('"><script>1</script>')],
    ['far too long texts', every('x'.repeat(20_000))],
    ['names of the language', '__proto__=1&constructor=2&toString=3&__proto__[a]=1'],
    ['numbers', every('-99999999999999999999.5e400')],
    ['broken percents', 'name=%E0%A4%A&email=%zz'],
  ])('bear a form of %s', async (_, form) => {
    const paths = posts.filter((path) => !isLast(path));
    const found = await sweep(
      async (path) => fault(await customer.call('POST', filled(path), form, FORM)),
      paths,
    );
    expect(found).toEqual([]);
  });

  it('bear a body that is no form', async () => {
    const found = await sweep(
      async (path) => {
        const json = await customer.call('POST', filled(path), '{"a":', {
          'content-type': 'application/json',
        });
        const parts = await customer.call('POST', filled(path), '--x\r\nnothing', {
          'content-type': 'multipart/form-data; boundary=x',
        });
        return fault(json) ?? fault(parts);
      },
      posts.filter((path) => !isLast(path)),
    );
    expect(found).toEqual([]);
  });

  it('answer 10 MB of a form without breaking', async () => {
    const big = Buffer.from(`name=${'x'.repeat(10 * 1024 * 1024)}`);
    const found = await sweep(
      async (path) => {
        const sending = request(app.url + filled(path), {
          method: 'POST',
          headers: {
            ...FORM,
            'content-length': String(big.length),
            cookie: customer.cookie,
            origin: app.url,
          },
        });
        sending.on('error', () => undefined);
        sending.end(big);
        const [response] = (await once(sending, 'response')) as [IncomingMessage];
        response.resume();
        sending.destroy();
        return (response.statusCode ?? 500) < 500 ? null : String(response.statusCode);
      },
      posts.filter((path) => !isLast(path)),
    );
    expect(found).toEqual([]);
  });

  it('that end an offer ask first', async () => {
    const before = await customer.call<string>('GET', '/my');
    const found = await sweep(
      async (path) => fault(await customer.call('POST', filled(path), 'x=%00', FORM)),
      ['/my/withdraw'],
    );
    expect(found).toEqual([]);
    expect(before.status).toBe(200);
  });
});
