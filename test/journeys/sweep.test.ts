/** Every route of the API document called wrongly: it says no, says why, and never breaks. */
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type App, type Caller } from '../app.ts';
import { makeOffer, type Offer } from '../screens/offer.ts';
import {
  changes,
  documented,
  endsSession,
  fault,
  isApi,
  nameOf,
  sweep,
  versionOf,
  type Operation,
} from './operations.ts';

let app: App;
let offer: Offer;
let itemId = '';
let operations: Operation[] = [];

beforeAll(async () => {
  app = await startApp();
  offer = await makeOffer(
    app,
    { name: 'Noor de Vries', email: 'noor@customers.example' },
    { confirmed: true },
  );
  const desk = await (
    await app.as('owner')
  ).call<{ items: { id: string }[] }>('GET', `/api/cases/${offer.case_id}`);
  itemId = desk.body.items[0]?.id ?? '';
  operations = await documented(app);
});
afterAll(async () => app?.stop());

/** A path with its parameters filled: real ones where we have them, so that the body is what is wrong. */
function filled(path: string, value = 'xyz_01k9q3v5t8w2x4y6z8a0b2c4d6'): string {
  if (path.includes('{port}') && !value.startsWith('%')) return path.replace('{port}', 'chat');
  const at = path.startsWith('/api/cases/{')
    ? offer.case_id
    : path.startsWith('/api/items/{')
      ? itemId
      : value;
  return path.replace(/\{\w+\}/, at).replaceAll(/\{\w+\}/g, value);
}

describe('every route', () => {
  it('is in the document', () => {
    expect(operations.length).toBeGreaterThan(90);
    expect(operations.filter((one) => one.staff).length).toBeGreaterThan(60);
  });

  it('is closed to strangers unless it is meant for everybody', async () => {
    const closed = operations.filter((one) => one.staff || one.portal);
    const found = await sweep(closed, async (one) => {
      const answer = await app
        .visitor()
        .call(one.method, filled(one.path), changes(one) ? {} : undefined, versionOf(one));
      const isRight = answer.status === 401 || answer.status === 403;
      return (
        fault(answer) ?? (isRight ? null : `${answer.status} ${JSON.stringify(answer.body).slice(0, 150)}`)
      );
    });
    expect(found).toEqual([]);
  });

  it('is closed to a forged session, a forged token and a cookie of nonsense', async () => {
    const found = await sweep(
      operations.filter((one) => one.staff || one.portal),
      async (one) => {
        const forged = app.visitor();
        forged.cookie = 'reprise_session=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA; reprise_portal=%00%ff';
        forged.token = "' or 1=1 --";
        const answer = await forged.call(
          one.method,
          filled(one.path),
          changes(one) ? {} : undefined,
          versionOf(one),
        );
        return (
          fault(answer) ?? (answer.status === 401 || answer.status === 403 ? null : String(answer.status))
        );
      },
    );
    expect(found).toEqual([]);
  });

  it('that changes something is closed to somebody who may only look', async () => {
    const viewer = await app.as('viewer');
    /** What belongs to oneself or calculates: everybody who is signed in may. */
    const own = [
      /^\w+ \/api\/(me|session|views|two-factor|profile|live)\b/,
      /^POST \/api\/(receiving|quotes\/price)$/,
      /^POST \/api\/checklists\/\{category\}\/try$/,
      /^POST \/api\/(ownership-rules\/dry-run|message-templates\/.*\/preview|items\/\{id\}\/revision-price)$/,
      // The move itself says who may: see below.
      /^POST \/api\/(bulk-moves|cases\/\{id\}\/moves)$/,
    ];
    const chosen = operations.filter(
      (one) => one.staff && !one.portal && changes(one) && !own.some((mine) => mine.test(nameOf(one))),
    );
    const found = await sweep(chosen, async (one) => {
      const answer = await viewer.call(one.method, filled(one.path), {}, versionOf(one));
      return (
        fault(answer) ??
        (answer.status === 403 ? null : `${answer.status} ${JSON.stringify(answer.body).slice(0, 150)}`)
      );
    });
    expect(found).toEqual([]);
  });
});

describe('a customer', () => {
  const visit = (): Caller => {
    const one = app.visitor();
    one.token = offer.token;
    return one;
  };

  it('with a link of their own is let into no room of the staff', async () => {
    const found = await sweep(
      operations.filter((one) => one.staff && !one.portal),
      async (one) => {
        const answer = await visit().call(
          one.method,
          filled(one.path),
          changes(one) ? {} : undefined,
          versionOf(one),
        );
        return fault(answer) ?? ([401, 403].includes(answer.status) ? null : String(answer.status));
      },
    );
    expect(found).toEqual([]);
  });

  it('gets an answer for whatever they send', async () => {
    const chosen = operations.filter((one) => isApi(one) && changes(one) && one.portal && one.json);
    expect(chosen.length).toBeGreaterThan(2);
    const bodies = ['', '{}', '[]', 'null', '{"a":', '{"__proto__":{"a":1}}'];
    const values = [7, null, [[]], { a: {} }, 'a\u0000b', 'x'.repeat(100_000), "'; --", -1.5];
    const found = await sweep(chosen, async (one) => {
      for (const body of bodies) {
        const said = fault(await visit().call(one.method, filled(one.path), body, versionOf(one)));
        if (said) return `${body}: ${said}`;
      }
      for (const value of values) {
        const body = Object.fromEntries((one.json ?? []).map((name) => [name, value]));
        const said = fault(await visit().call(one.method, filled(one.path), body, versionOf(one)));
        if (said) return `${JSON.stringify(value).slice(0, 40)}: ${said}`;
      }
      return null;
    });
    expect(found).toEqual([]);
  });
});

describe('a move', () => {
  it('is refused to somebody who may only look, alone and in bulk', async () => {
    const viewer = await app.as('viewer');
    const desk = await viewer.call<{ items: { moves: { move: string }[] }[] }>(
      'GET',
      `/api/cases/${offer.case_id}`,
    );
    const moves = desk.body.items[0]?.moves.map((one) => one.move) ?? [];
    expect(moves.length).toBeGreaterThan(0);
    for (const move of moves) {
      const body = { move, item_ids: [itemId], reason: 'Because' };
      const alone = await viewer.call('POST', `/api/cases/${offer.case_id}/moves`, body);
      expect([move, alone.status, alone.body['code']]).toEqual([move, 403, 'permission_missing']);
    }
    const after = await viewer.call<{ items: { seq: number }[] }>('GET', `/api/cases/${offer.case_id}`);
    expect(after.body.items).toEqual(desk.body.items);
  });
});

describe('the owner', () => {
  let owner: Caller;
  beforeAll(async () => {
    owner = await app.as('owner');
  });
  /** Pages say no in HTML, to people; they are tried elsewhere. */
  const mine = () => operations.filter((one) => isApi(one) && !endsSession(one) && !one.streams);

  it.each<[string, string]>([
    ['nothing', ''],
    ['an empty object', '{}'],
    ['a list', '[]'],
    ['null', 'null'],
    ['a text', '"text"'],
    ['half of something', '{"name":'],
    ['a thousand levels', '['.repeat(1000) + ']'.repeat(1000)],
    ['names of the language', '{"__proto__":{"admin":true},"constructor":{"prototype":{}},"toString":1}'],
    [
      'a number beyond all',
      '{"version":1e999,"limit":-0,"price":{"minor":9007199254740993,"currency":"EUR"}}',
    ],
  ])('gets an answer for a body that is %s', async (_, body) => {
    const found = await sweep(
      mine().filter((one) => changes(one) && one.json),
      async (one) => fault(await owner.call(one.method, filled(one.path), body, versionOf(one))),
    );
    expect(found).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['numbers', 7],
    ['objects', { a: { b: [] } }],
    ['lists', [[]]],
    ['nothing at all', null],
    ['characters no database keeps', 'a\u0000b\ud800'],
    ['far too long', 'x'.repeat(200_000)],
    ['SQL', "'; drop table cases; --"],
    ['half a minus', -1.5],
    ['a far date', '999999-12-31T00:00:00Z'],
  ])('gets an answer when every field holds %s', async (_, value) => {
    const found = await sweep(
      mine().filter((one) => changes(one) && one.json),
      async (one) => {
        const body = Object.fromEntries((one.json ?? []).map((name) => [name, value]));
        return fault(await owner.call(one.method, filled(one.path), body, versionOf(one)));
      },
    );
    expect(found).toEqual([]);
  });

  it.each([
    ['that are there', undefined],
    ['that are not', 'xyz_01k9q3v5t8w2x4y6z8a0b2c4d6'],
  ])('gets an answer for a body of the right shape about things %s', async (_, id) => {
    const chosen = mine().filter((one) => changes(one) && one.json);
    const found = await sweep(chosen, async (one) => {
      const path = id ? one.path.replaceAll(/\{\w+\}/g, id) : filled(one.path);
      const whole = fault(await owner.call(one.method, path, one.sample, versionOf(one)));
      if (whole) return whole;
      // Each field in turn is left out, then made nothing.
      for (const name of one.json ?? []) {
        const rest = { ...(one.sample as Record<string, unknown>) };
        delete rest[name];
        const less = fault(await owner.call(one.method, path, rest, versionOf(one)));
        const none = fault(await owner.call(one.method, path, { ...rest, [name]: null }, versionOf(one)));
        if (less ?? none) return `${name}: ${less ?? none}`;
      }
      return null;
    });
    expect(found).toEqual([]);
  });

  it.each([
    '%00',
    '%F0%9F%92%A9',
    '..%2F..%2Fetc%2Fpasswd',
    "'%20or%20'1'%3D'1",
    'x'.repeat(3000),
    '%ff',
    '-1',
    'null',
    '__proto__',
  ])('gets an answer for things named %s', async (value) => {
    const chosen = mine().filter((one) => one.path.includes('{'));
    const found = await sweep(chosen, async (one) => {
      const path = one.path.replaceAll(/\{\w+\}/g, value);
      return fault(
        await owner.call(one.method, path, changes(one) && one.json ? {} : undefined, versionOf(one)),
      );
    });
    expect(found).toEqual([]);
  });

  it.each([
    'limit=0&cursor=%00',
    'limit=99999999999999999999&cursor=AAAA',
    'cursor=eyJhdCI6IngiLCJpZCI6MX0&limit=5',
    'q=%00&q=%25&state=x&stage=x',
    'q=%27%3B--&from=never&to=999999-99-99&case_id=%00',
    'limit=abc&sort=%2Fx&dir=%00&category=__proto__&locale=xx',
  ])('gets an answer for the question %s', async (query) => {
    const found = await sweep(
      mine().filter((one) => one.method === 'GET'),
      async (one) => fault(await owner.call('GET', `${filled(one.path)}?${query}`)),
    );
    expect(found).toEqual([]);
  });

  it('gets an answer for a version that is none, and for a body of another kind', async () => {
    const found = await sweep(mine().filter(changes), async (one) => {
      const odd = await owner.call(one.method, filled(one.path), '{}', { 'if-match': 'W/"x"' });
      const form = await owner.call(one.method, filled(one.path), 'a=1&b=%00', {
        'content-type': 'application/x-www-form-urlencoded',
        ...versionOf(one),
      });
      const parts = await owner.call(one.method, filled(one.path), '--x\r\nno part at all', {
        'content-type': 'multipart/form-data; boundary=x',
        ...versionOf(one),
      });
      return fault(odd) ?? fault(form) ?? fault(parts);
    });
    expect(found).toEqual([]);
  });

  it('is told that 10 MB of JSON are too much, before they are read', async () => {
    const big = Buffer.from(`{"note":"${'x'.repeat(10 * 1024 * 1024)}"}`);
    const found = await sweep(
      mine().filter((one) => changes(one) && one.json),
      async (one) => {
        const { status, code } = await pour(one, big, owner);
        // Not open to staff, or named wrongly: said before the body is looked at.
        if (one.portal || /\{(condition|category|event|locale)\}/.test(one.path))
          return status < 500 ? null : String(status);
        return status === 413 && code === 'body_too_large' ? null : `${status} ${code}`;
      },
    );
    expect(found).toEqual([]);
  });

  it('finds everything as it was', async () => {
    const desk = await owner.call<{ reference: string; items: unknown[] }>(
      'GET',
      `/api/cases/${offer.case_id}`,
    );
    expect(desk.status).toBe(200);
    expect(desk.body.items).toHaveLength(1);
    const ready = await app.visitor().call('GET', '/readyz');
    expect(ready.status).toBeLessThan(500);
  });
});

/** Sends a body by hand: the answer comes while it is still being sent, which `fetch` takes for a broken line. */
async function pour(one: Operation, body: Buffer, who: Caller): Promise<{ status: number; code: string }> {
  const sending = request(app.url + filled(one.path), {
    method: one.method,
    headers: {
      'content-type': 'application/json',
      'content-length': String(body.length),
      cookie: who.cookie,
      origin: app.url,
      ...versionOf(one),
    },
  });
  sending.on('error', () => undefined);
  sending.end(body);
  const [response] = (await once(sending, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of response) text += String(chunk);
  sending.destroy();
  const said = JSON.parse(text || '{}') as { code?: string };
  return { status: response.statusCode ?? 0, code: said.code ?? '' };
}
