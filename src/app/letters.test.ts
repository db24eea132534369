/** Letters written by hand, over HTTP to a real mail server and back. */
import { Hono } from 'hono';
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Told } from '../../db/demo/desk.ts';
import { must, staffActor, testRandom } from '../../test/harness.ts';
import type { Actor } from '../kernel/actor.ts';
import { receiveMail } from '../modules/messages/actions/receive-mail.ts';
import { macroRoutes } from '../modules/messages/http/macros.ts';
import { makeLimiter } from '../platform/http/limit.ts';
import { makeMetrics } from '../platform/http/metrics.ts';
import { mountRoutes } from '../platform/http/mount.ts';
import { letterRoutes } from './http/letters.ts';
import { deliverAll, desk, letters, offer, server, SYSTEM, world } from './testing-mail.ts';

let app: Hono;
let actor: Actor;
let one: Told;

beforeAll(() => {
  app = new Hono();
  mountRoutes(app, [...macroRoutes(), ...letterRoutes()], {
    postgres: world.postgres,
    who: () => Promise.resolve(actor),
    clock: world.clock.now,
    random: testRandom(5),
    log: world.log,
    baseUrl: 'http://desk.test',
    trustProxy: false,
    limiter: makeLimiter(0),
    metrics: makeMetrics(world.postgres),
    checkResponses: true,
  });
});
beforeEach(async () => {
  await sql`delete from macros`.execute(world.postgres.db);
  await sql`delete from message_templates`.execute(world.postgres.db);
  actor = staffActor(undefined, desk.staff[0]?.id ?? '');
  one = await offer({ locale: 'nl' });
  await deliverAll();
});

type Body = {
  id: string;
  code: string;
  field?: string;
  errors?: { field: string }[];
  detail: string;
  subject: string;
  body: string;
  html: string;
  locale: string;
  to: string;
  version: number;
  items: { id: string }[];
};
async function call(
  method: string,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: Body }> {
  const response = await app.request(`http://desk.test${path}`, {
    method,
    headers: {
      authorization: 'Bearer test',
      origin: 'http://desk.test',
      'content-type': 'application/json',
      ...headers,
    },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Body };
}
const send = (body: object, headers: Record<string, string> = {}) =>
  call('POST', `/api/cases/${one.caseId}/letters`, body, headers);
const draft = (body: object) => call('POST', `/api/cases/${one.caseId}/letters/draft`, body);
const mine = async () => (await letters(one.caseId)).filter((l) => l.event === 'letter');
const WORDS = { subject: 'Een vraag', body: 'Is de doos erbij?\n\nGroet' };

async function referenceOf(told: Told): Promise<string> {
  const found = await sql<{
    reference: string;
  }>`select reference from cases where id = ${told.caseId}`.execute(world.postgres.db);
  return found.rows[0]?.reference ?? '';
}

async function makeMacro(body: string, locale = 'nl'): Promise<string> {
  const made = await call('POST', '/api/macros', {
    name: `Macro ${body.slice(0, 40)}`,
    texts: { [locale]: { subject: 'Over {{ reference }}', body } },
  });
  expect(made.status, made.body.detail).toBe(201);
  return made.body.id;
}

describe('a draft', () => {
  it('is in the customer’s language, about all devices or one of them', async () => {
    const all = await draft({ macro_id: 'device_received' });
    expect(all).toMatchObject({ status: 200, body: { locale: 'nl', to: one.person.email } });
    expect(all.body.subject).toBe('We hebben uw toestellen');
    expect(all.body.body.match(/^- /gm)).toHaveLength(2);
    const single = await draft({ macro_id: 'device_received', item_id: one.itemIds[1] });
    expect(single.body.subject).toBe('We hebben uw toestel');
    expect(single.body.body.match(/^- /gm)).toHaveLength(1);
    const german = await draft({ macro_id: 'device_received', locale: 'de' });
    expect(german.body).toMatchObject({ locale: 'de', subject: 'Ihre Geräte sind bei uns' });
  });

  it('falls back on a language the macro has, and says which', async () => {
    const id = await makeMacro('Bonjour {{ customer }}', 'fr');
    expect((await draft({ macro_id: id })).body).toMatchObject({ locale: 'fr', body: 'Bonjour Noor Bakker' });
  });

  it('comes out without what a loop over nothing would have said', async () => {
    const id = await makeMacro(
      'Voor.\n\n{% for d in devices %}{% if d.price == 1 %}{{ d.title }}{% endif %}{% endfor %}\n\nNa.',
    );
    expect((await draft({ macro_id: id })).body.body).toBe('Voor.\n\nNa.');
  });

  it('says that a macro does not work for this case, with its line', async () => {
    const id = await makeMacro('{% for d in devices %}\n{{ d.colour }}{% endfor %}');
    const failed = await draft({ macro_id: id });
    expect(failed).toMatchObject({ status: 409, body: { code: 'macro_fails', more: { line: 2 } } });
    expect(failed.body.detail).toMatch(/colour/);
  });

  it.each([
    [{ macro_id: 'no_such' }, 404, 'macro_not_found'],
    [{ macro_id: 'device_received', item_id: 'itm_01k00000000000000000000000' }, 404, 'item_not_in_case'],
    [{}, 422, 'not_valid'],
  ])('refuses %j', async (body, status, code) => {
    const no = await draft(body);
    expect([no.status, no.body.code]).toEqual([status, code]);
  });
});

describe('a letter', () => {
  it('goes word for word, escaped, with the reference in its subject and who wrote it', async () => {
    const { id } = must({
      ok: true,
      value: (await send({ ...WORDS, body: 'Prijs <b>1</b> & {{ customer }}\r\n\r\nTot zo' })).body,
    });
    await deliverAll();
    const reference = await referenceOf(one);
    const last = server.letters.at(-1);
    expect(last?.to).toEqual([one.person.email]);
    expect(last?.mail.subject).toBe(`Een vraag [${reference}]`);
    expect(last?.mail.text).toContain('Prijs <b>1</b> & {{ customer }}');
    expect(last?.mail.text).toContain('Hallo Noor Bakker,');
    expect(last?.mail.html).toContain('Prijs &#60;b&#62;1&#60;/b&#62; &#38; {{ customer }}');
    expect(last?.mail.html).not.toContain('<b>');
    expect(last?.mail.text).toMatch(/https:\/\/desk\.example\.com\/l\/[\w-]{43}/);
    const [kept] = await mine();
    expect(kept).toMatchObject({ id, state: 'sent', locale: 'nl' });
    expect(kept?.body_text).not.toMatch(/\/l\/[\w-]{43}/);
    const by = await sql<{ written_by: string }>`select written_by from messages where id = ${id}`.execute(
      world.postgres.db,
    );
    expect(by.rows[0]?.written_by).toBe(desk.staff[0]?.id);
  });

  it('writes the customer’s name as text, whatever it looks like', async () => {
    await sql`update cases set contact = contact || '{"name": "<img src=x onerror=alert(1)> & Co"}' where id = ${one.caseId}`.execute(
      world.postgres.db,
    );
    const id = await makeMacro('Beste {{ customer }}, klopt dit?');
    const drafted = (await draft({ macro_id: id })).body;
    expect(drafted.body).toContain('<img src=x onerror=alert(1)> & Co');
    const seen = await call('POST', `/api/cases/${one.caseId}/letters/preview`, drafted);
    expect(seen.body.html).not.toContain('<img');
    await send({ subject: drafted.subject, body: drafted.body, macro_id: id });
    await deliverAll();
    expect(server.letters.at(-1)?.mail.html).not.toContain('<img');
    expect(server.letters.at(-1)?.mail.html).toContain('&#60;img src=x onerror=alert(1)&#62;');
  });

  it('goes once under one key, and again under another', async () => {
    const key = { 'idempotency-key': 'click-1' };
    const [first, second] = [await send(WORDS, key), await send(WORDS, key)];
    expect(second).toEqual(first);
    await send(WORDS, { 'idempotency-key': 'click-2' });
    const before = server.letters.length;
    await deliverAll();
    expect(server.letters.length - before).toBe(2);
  });

  it('is answered into its case, by its id or by its subject alone', async () => {
    await send(WORDS);
    await deliverAll();
    const { mail } = server.letters.at(-1) ?? expect.fail('nothing went');
    const answer = (head: string, id: string) =>
      [
        `From: Noor <${one.person.email}>`,
        `Subject: Re: ${mail.subject}`,
        `Message-ID: <${id}@mail.example>`,
        head,
        'Content-Type: text/plain; charset=utf-8',
        '',
        'Ja.',
      ]
        .filter((line, at) => line !== '' || at === 5)
        .join('\r\n');
    const room = { postgres: world.postgres, files: { storage: desk.storage, keyring: desk.keyring } };
    for (const [head, id] of [
      [`In-Reply-To: ${mail.messageId}`, 'one'],
      ['X-Nothing: 1', 'two'],
    ] as const)
      must(
        await receiveMail(room, world.ctxFor(SYSTEM), new Uint8Array(Buffer.from(answer(head, id))), 'imap'),
      );
    const found = await sql<{ matched_by: string; other_sender: boolean }>`
      select matched_by, other_sender from inbound_messages where case_id = ${one.caseId} order by message_id`.execute(
      world.postgres.db,
    );
    expect(found.rows).toEqual([
      { matched_by: 'reply', other_sender: false },
      { matched_by: 'reference', other_sender: false },
    ]);
  });

  it.each([
    [{ ...WORDS, subject: ' ' }, 'letter_empty', 'subject'],
    [{ ...WORDS, body: '\n' }, 'letter_empty', 'body'],
    [{ ...WORDS, subject: 'Hi\r\nBcc: x@example.com' }, 'letter_subject_lines', 'subject'],
    [{ ...WORDS, subject: 'x'.repeat(151) }, 'letter_too_long', 'subject'],
    [{ ...WORDS, body: 'x'.repeat(10_001) }, 'letter_too_long', 'body'],
    [{ ...WORDS, macro_id: 'no_such' }, 'macro_not_found', 'macro_id'],
    [{ ...WORDS, item_id: 'itm_no' }, 'item_not_in_case', 'item_id'],
    [{ ...WORDS, locale: 'xx' }, 'not_valid', 'locale'],
  ])('%#: refuses and queues nothing', async (body, code, field) => {
    const no = await send(body);
    expect([no.body.code, no.body.field ?? no.body.errors?.[0]?.field]).toEqual([code, field]);
    expect(await mine()).toEqual([]);
  });

  it('refuses a customer without a mail address, a stranger’s case and who may not write', async () => {
    expect((await call('POST', '/api/cases/V000000000000/letters', WORDS)).body.code).toBe('case_not_found');
    await sql`update cases set contact = contact - 'email' where id = ${one.caseId}`.execute(
      world.postgres.db,
    );
    expect(await send(WORDS)).toMatchObject({ status: 409, body: { code: 'customer_has_no_email' } });
    expect((await draft({ macro_id: 'device_received' })).body.code).toBe('customer_has_no_email');
    actor = staffActor(['messages.view', 'messages.edit']);
    expect((await send(WORDS)).body.code).toBe('permission_missing');
    expect(await mine()).toEqual([]);
  });
});

describe('the preview of a macro', () => {
  const look = (body: string, more: object = {}) =>
    call('POST', '/api/macros/preview', { subject: 'Over {{ reference }}', body, locale: 'nl', ...more });

  it('is the real letter, about an example or a real case', async () => {
    expect((await look('Dag {{ customer }}')).body.html).toContain('Dag Noor de Vries');
    const real = await look('{{ total | money }}', { case_id: await referenceOf(one) });
    expect(real.body.subject).toBe(`Over ${await referenceOf(one)}`);
    expect(real.body.html).toMatch(/€\W?\d/);
  });

  it.each([
    ['{% for d in devices %}', 'template_syntax'],
    ['{{ link }}', 'template_variable_unknown'],
    ['{{ code }}', 'template_variable_unknown'],
    ['{% for d in devices %}{{ d.colour }}{% endfor %}', 'template_fails'],
    ['{% for i in (1..9999) %}{% for j in (1..9999) %}x{% endfor %}{% endfor %}', 'template_fails'],
  ])('says what is wrong with %s', async (body, code) => {
    expect((await look(body)).body.code).toBe(code);
  });
});
