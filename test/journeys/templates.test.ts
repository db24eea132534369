/** The shop's own words: kept as versions, refused with their line, tried on a case, never silent where a clock runs. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type App, type Caller } from '../app.ts';
import { sold, type Sold } from './sold.ts';

type View = { version: number; present: { subject: string; body: string }; versions: { version: number }[] };
type Refused = { code: string; errors: { field: string }[]; line?: number };

let app: App;
let desk: Caller;
let one: Sold;
const PATH = '/api/message-templates/received/en';
beforeAll(async () => {
  app = await startApp();
  desk = await app.as('help_desk');
  one = await sold(app, ['iphone 13'], { name: '<b>Eve</b> {{ code }}', email: 'eve@customers.example' });
});
afterAll(async () => app?.stop());

const save = (subject: string, body: string, version: number) =>
  desk.call<View & Refused>('PUT', PATH, { subject, body }, { 'if-match': `"${version}"` });
const preview = (body: string, caseId: string | null = null) =>
  desk.call<{ subject: string; html: string; text: string } & Refused>('POST', `${PATH}/preview`, {
    subject: 'S',
    body,
    case_id: caseId,
  });

describe('a letter in the shop’s own words', () => {
  it('is kept as a version, and the one before stays', async () => {
    const first = await save('Here: {{ reference }}', 'Thank you, {{ customer }}.', 0);
    expect(first).toMatchObject({ status: 200, body: { version: 1 } });
    const second = await save('Here!', 'Thank you.', 1);
    expect(second.body.versions.map((v) => v.version)).toEqual([2, 1]);
    expect((await save('Late', 'Too late.', 1)).status).toBe(412);
    const list = await desk.call<{ items: { event: string; changed: string[] }[] }>(
      'GET',
      '/api/message-templates',
    );
    expect(list.body.items.find((line) => line.event === 'received')?.changed).toEqual(['en']);
  });

  it.each([
    ['Hello {% if', 'template_syntax'],
    ['Hello\n\n{{ nonsense }}', 'template_variable_unknown'],
    ['{% include "x" %}', 'template_syntax'],
    ['  ', 'template_empty'],
  ])('is refused as “%s”, naming the field', async (body, code) => {
    const no = await save('S', body, 2);
    expect(no).toMatchObject({ status: 422, body: { code } });
    expect(JSON.stringify(no.body)).toContain('"body"');
  });

  it('is shown about a real case, with names as text and loops over nothing empty', async () => {
    const shown = await preview('Dear {{ customer }}{% for x in revision %}never{% endfor %}.', one.caseId);
    expect(shown.status, JSON.stringify(shown.body)).toBe(200);
    expect(shown.body.html).toContain('&#60;b&#62;Eve&#60;/b&#62;');
    expect(shown.body.html).not.toContain('<b>Eve');
    expect(shown.body.text).not.toContain('never');
    expect((await preview('x', 'cas_none')).status).toBe(404);
    const endless = await preview(
      '{% for a in (1..100000000) %}{% for b in (1..1000) %}x{% endfor %}{% endfor %}',
    );
    expect(endless).toMatchObject({ status: 422, body: { code: 'template_fails' } });
  });

  it('goes to one’s own address as a test', async () => {
    const sent = await desk.call<{ to: string }>('POST', `${PATH}/test-send`);
    expect(sent.body.to).toBe(app.people.find((one) => one.role === 'help_desk')?.email);
  });

  it('can be switched off, but not where a clock would run in silence', async () => {
    const off = await desk.call('POST', '/api/message-templates/received/switch', { enabled: false });
    expect(off.status).toBe(200);
    const no = await desk.call<Refused>('POST', '/api/message-templates/revised_offer/switch', {
      enabled: false,
    });
    expect(no).toMatchObject({ status: 409, body: { code: 'never_silent' } });
    const bench = await app.as('bench');
    expect((await bench.call('PUT', PATH, { subject: 'S', body: 'B' }, { 'if-match': '"2"' })).status).toBe(
      403,
    );
  });
});
