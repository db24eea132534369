import { beforeAll, describe, expect, it } from 'vitest';
import { must, refusedWith, testDatabase } from '../../../test/harness.ts';
import { ok } from '../../kernel/outcome.ts';
import { customerFor, searchWords, type Person } from './actions/customers.ts';
import { cookieFor, demoShop, SYSTEM, testApp, VISITOR, type Demo, type TestApp } from './testing.ts';

const world = testDatabase();
let app: TestApp;
let demo: Demo;
let desk: string;

const ada: Person = { email: 'ada@example.org', name: 'Ada Lovelace', phone: '06 12 34 56 78', locale: 'en' };
const make = (person: Person, actor = VISITOR) =>
  world.postgres.transact((tx) => customerFor(tx, world.ctxFor(actor), person));
const find = async (q: string): Promise<string[]> => {
  const answer = await app('GET', `/api/customers?q=${encodeURIComponent(q)}`, { cookie: desk });
  return answer.body.items.map((one: { name: string }) => one.name);
};

beforeAll(async () => {
  demo = await demoShop(world);
  app = testApp(world);
  desk = await cookieFor(app, demo, 'help_desk');
  for (const [name, email, phone] of [
    ['Grace Hopper', 'grace@navy.example', '+12025550123'],
    ['Zoë van der Berg', 'zoe.vdberg@mail.example', '+31687654321'],
    ['100% Refurb_Co', 'sales@refurb.example', null],
  ] as const)
    must(await make({ name, email, phone, locale: 'nl' }));
});

describe('a customer', () => {
  it('is one person however many offers come at once', async () => {
    const made = await Promise.all(
      Array.from({ length: 8 }, (_, i) => make({ ...ada, email: i % 2 ? ada.email : 'ADA@Example.org' })),
    );
    expect(new Set(made.map((one) => must(one).id)).size).toBe(1);
    expect(must(await make(ada))).toMatchObject({ phone: '+31612345678', flag: 'none' });
  });

  it('keeps what we know when a stranger types the same address', async () => {
    const again = must(await make({ ...ada, name: 'Mallory', phone: '06 99 99 99 99', company: 'Evil' }));
    expect(again).toMatchObject({ name: 'Ada Lovelace', phone: '+31612345678', company: null });
    const byStaff = must(
      await make(
        { ...ada, company: 'Engines Ltd' },
        { kind: 'staff', id: 'stf_x', name: 'X', permissions: new Set() },
      ),
    );
    expect(byStaff).toMatchObject({ name: 'Ada Lovelace', company: 'Engines Ltd' });
  });

  it('may be a walk-in without an address', async () => {
    const one = must(await make({ email: null, name: 'Walk In', locale: 'en' }));
    const other = must(await make({ email: null, name: 'Walk In', locale: 'en' }));
    expect(one.id).not.toBe(other.id);
  });

  it('is not made of a phone number that is none', async () => {
    expect(refusedWith(await make({ ...ada, email: 'x@example.org', phone: '12' }))).toBe('phone_invalid');
  });

  it('is not made when the transaction fails', async () => {
    await world.postgres.transact(async (tx) => {
      must(
        await customerFor(tx, world.ctxFor(VISITOR), {
          ...ada,
          email: 'gone@example.org',
          name: 'Gone Girl',
        }),
      );
      return { ok: false, code: 'no', why: 'no', kind: 'conflict' } as const;
    });
    expect(await find('gone@example.org')).toEqual([]);
  });
});

describe('searching', () => {
  it.each([
    ['hopper', 'Grace Hopper'],
    ['GRACE navy', 'Grace Hopper'],
    ['zoë', 'Zoë van der Berg'],
    ['vdberg@mail', 'Zoë van der Berg'],
    ['06 87 65 43 21', 'Zoë van der Berg'],
    ['+31687654321', 'Zoë van der Berg'],
    ['0012025550123'.slice(2), 'Grace Hopper'],
    ['gr', 'Grace Hopper'],
    ['100%', '100% Refurb_Co'],
    ['refurb_co', '100% Refurb_Co'],
    ['grace hoper', 'Grace Hopper'],
    ['zoe van den berg', 'Zoë van der Berg'],
  ])('%s finds %s', async (q, name) => {
    expect(await find(q)).toContain(name);
  });

  it.each(['%', '_', "'; drop table customers; --", '\\', 'nobody at all'])(
    '%s finds nobody by accident',
    async (q) => {
      expect(await find(q)).toEqual([]);
    },
  );

  it('takes phone numbers apart', () => {
    expect(searchWords('06-12 34 56 78')).toEqual(['612345678']);
    expect(searchWords(' Ada  LOVE ')).toEqual(['ada', 'love']);
  });

  it('pages without losing or doubling anybody', async () => {
    await world.postgres.transact(async (tx) => {
      for (let i = 0; i < 25; i += 1)
        must(
          await customerFor(tx, world.ctxFor(SYSTEM), {
            email: `p${i}@page.example`,
            name: `Page ${i}`,
            locale: 'en',
          }),
        );
      return ok(null);
    });
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const next: string = cursor ? `&cursor=${cursor}` : '';
      const answer = await app('GET', `/api/customers?q=page.example&limit=10${next}`, { cookie: desk });
      seen.push(...answer.body.items.map((one: { id: string }) => one.id));
      cursor = answer.body.next_cursor;
    } while (cursor);
    expect([seen.length, new Set(seen).size]).toEqual([25, 25]);
    const bad = await app('GET', '/api/customers?cursor=nonsense', { cookie: desk });
    expect([bad.status, bad.body.code]).toEqual([422, 'cursor_malformed']);
  });

  it('needs the permission', async () => {
    expect((await app('GET', '/api/customers?q=ada')).status).toBe(401);
  });
});

describe('editing', () => {
  it('wants the version that was seen, and normalises', async () => {
    const { id } = must(await make(ada));
    const seen = await app('GET', `/api/customers/${id}`, { cookie: desk });
    const { version } = seen.body;
    expect(seen.headers.get('etag')).toBe(`"${version}"`);
    const edit = (body: unknown, given = version, cookie = desk) =>
      app('PATCH', `/api/customers/${id}`, { cookie, body, headers: { 'if-match': `"${given}"` } });
    const html = '<img src=x onerror=alert(1)>';
    const changed = await edit({ phone: '030 123 4567', flag: 'blocked', note: html });
    expect(changed.body).toMatchObject({
      phone: '+31301234567',
      flag: 'blocked',
      note: html,
      version: version + 1,
    });
    expect((await edit({ name: 'Old' })).status).toBe(412);
    expect((await edit({ email: 'GRACE@navy.example' }, version + 1)).body.code).toBe('email_taken');
    expect((await edit({ email: 'no' }, version + 1)).body.errors[0].field).toBe('email');
    expect((await edit({ flag: 'vip' }, version + 1)).status).toBe(422);
    const bench = await cookieFor(app, demo, 'bench');
    expect((await edit({ name: 'X' }, version + 1, bench)).body.code).toBe('permission_missing');
    expect(refusedWith(await make(ada))).toBe('customer_blocked');
    expect((await edit({ flag: 'watch' }, version + 1)).body.flag).toBe('watch');
    expect(must(await make(ada)).id).toBe(id);
    expect((await app('GET', '/api/customers/cus_none', { cookie: desk })).status).toBe(404);
  });
});
