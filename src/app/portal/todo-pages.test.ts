/** Proof, lock and questions on the customer's pages, as a browser without scripts sends them. */
import { randomBytes, randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor, Ctx } from '../../kernel/actor.ts';
import { PERMISSIONS } from '../../kernel/actor.ts';
import { makeId } from '../../kernel/id.ts';
import { moveItems } from '../../modules/cases/actions/move.ts';
import { openHold, releaseHold } from '../../modules/holds/actions.ts';
import { askCustomer } from '../../modules/holds/actions/conversation.ts';
import { viewLockCode } from '../../modules/holds/actions/lock-codes.ts';
import { startApp, type App } from '../../../test/app.ts';
import { makeOffer } from '../../../test/screens/offer.ts';

let app: App;
let photo: Blob;
beforeAll(async () => {
  app = await startApp();
  const picture = sharp({ create: { width: 40, height: 30, channels: 3, background: '#888' } });
  photo = new Blob([new Uint8Array(await picture.jpeg().toBuffer())]);
});
afterAll(async () => app?.stop());

type Held = { cookie: string; caseId: string; itemId: string; holdId: string; ctx: Ctx };

/** A device here, on hold, and its customer asked. */
async function held(reason: 'proof_of_purchase' | 'activation_lock'): Promise<Held> {
  const email = `${randomUUID()}@customers.example`;
  const offer = await makeOffer(app, { name: 'Noor', email }, { confirmed: true });
  const { postgres } = app.program;
  const person = await sql<{ id: string }>`select id from staff limit 1`.execute(postgres.db);
  const actor: Actor = {
    kind: 'staff',
    id: person.rows[0]?.id ?? '',
    name: 'Test',
    permissions: new Set(PERMISSIONS),
  };
  const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
  const now = app.clock.now();
  const newId: Ctx['newId'] = (prefix) => makeId(prefix, now.getTime(), random(10));
  const ctx: Ctx = { now, actor, random, newId, requestId: 'test' };
  const items = await sql<{ id: string }>`select id from items where case_id = ${offer.case_id}`.execute(
    postgres.db,
  );
  const itemId = items.rows[0]?.id ?? '';
  const made = await postgres.transact(async (tx) => {
    const here = await moveItems(tx, ctx, {
      caseId: offer.case_id,
      move: 'receive',
      itemIds: [itemId],
      form: 'receive',
    });
    if (!here.ok) return here;
    const hold = await openHold(tx, ctx, itemId, { reason, note: 'Rule' });
    if (!hold.ok) return hold;
    const asked = await askCustomer(tx, ctx, hold.value.id);
    return asked.ok ? hold : asked;
  });
  if (!made.ok) throw new Error(`${made.code}: ${made.why}`);
  const who = app.visitor();
  const opened = await who.call('GET', new URL(offer.link).pathname);
  if (!who.cookie) throw new Error(`the link opens nothing: ${opened.status}`);
  return { cookie: who.cookie, caseId: offer.case_id, itemId, holdId: made.value.id, ctx };
}

async function open(who: { cookie: string }, path: string, body?: FormData | URLSearchParams) {
  const headers = { cookie: who.cookie, origin: app.url };
  const init = body ? { method: 'POST', body } : {};
  const answer = await fetch(app.url + path, { redirect: 'manual', headers, ...init });
  return { status: answer.status, to: answer.headers.get('location'), html: await answer.text() };
}

function paper(file: Blob, name: string, kind = 'invoice'): FormData {
  const form = new FormData();
  form.set('kind', kind);
  form.set('file', file, name);
  form.set('do', 'send');
  return form;
}

async function kept(itemId: string): Promise<number> {
  const found = await sql<{ n: number }>`
    select count(*)::int as n from files where item_id = ${itemId} and purpose = 'proof'`.execute(
    app.program.postgres.db,
  );
  return found.rows[0]?.n ?? 0;
}

describe('a proof of purchase', () => {
  it('is on the list, is sent once however often the button is pressed, and leaves the list', async () => {
    const who = await held('proof_of_purchase');
    const path = `/my/proof/${who.holdId}`;
    expect((await open(who, '/my')).html).toContain(`href="${path}"`);
    expect((await open(who, path)).html).toContain('What do you have?');
    const sent = await Promise.all([1, 2].map(() => open(who, path, paper(photo, 'invoice.jpg'))));
    expect(sent.map((one) => one.to)).toEqual([path, path]);
    expect(await kept(who.itemId)).toBe(1);
    expect((await open(who, path)).html).toContain('Thank you, it has arrived');
    const status = await open(who, '/my');
    expect(status.html).not.toContain(`href="${path}"`);
    expect(status.html).toContain('Nothing for you to do right now');
  });

  it.each<[string, () => Blob, string, string]>([
    [
      'an SVG',
      () => new Blob(['<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>']),
      'a.svg',
      'Please send a photo',
    ],
    [
      'a renamed PDF',
      () => new Blob(['%PDF-1.4\n1 0 obj <</Type /Page>> endobj\n%%EOF']),
      'a.jpg',
      'of another kind than its name',
    ],
    [
      'a locked PDF',
      () => new Blob(['%PDF-1.4\n<</Type /Page /Encrypt 9 0 R>>\n%%EOF']),
      'a.pdf',
      'This PDF is protected',
    ],
    ['a PDF without pages', () => new Blob(['%PDF-1.4\n%%EOF']), 'a.pdf', 'has no pages'],
    ['60 MB', () => new Blob([new Uint8Array(60 * 1024 * 1024)]), 'a.jpg', 'too large'],
    ['no file', () => new Blob([]), '', 'Choose at least one'],
  ])('refuses %s at its field and keeps nothing', async (_, file, name, words) => {
    const who = await held('proof_of_purchase');
    const answer = await open(who, `/my/proof/${who.holdId}`, paper(file(), name));
    expect(answer.status).toBe(400);
    expect(answer.html).toContain('id="file-fault"');
    expect(answer.html).toContain(words);
    expect(await kept(who.itemId)).toBe(0);
  });

  it('takes a message in its place', async () => {
    const who = await held('proof_of_purchase');
    const form = new FormData();
    form.set('do', 'none');
    expect((await open(who, `/my/proof/${who.holdId}`, form)).html).toContain('id="why-fault"');
    form.set('why', 'It was <b>a present</b>');
    expect((await open(who, `/my/proof/${who.holdId}`, form)).to).toBe('/my?done=heard');
    const found = await sql<{ step: string; answer: string }>`
      select step, answer from holds where id = ${who.holdId}`.execute(app.program.postgres.db);
    expect(found.rows[0]).toEqual({ step: 'answered', answer: 'It was <b>a present</b>' });
  });

  it('is of one case only, and over when the hold is', async () => {
    const [mine, theirs] = [await held('proof_of_purchase'), await held('proof_of_purchase')];
    expect((await open(mine, `/my/proof/${theirs.holdId}`)).status).toBe(404);
    expect((await open(mine, `/my/proof/${theirs.holdId}`, paper(photo, 'a.jpg'))).status).toBe(404);
    expect((await open(mine, `/my/lock/${mine.holdId}`)).status).toBe(404);
    expect(await kept(theirs.itemId)).toBe(0);
    const done = await app.program.postgres.transact((tx) => releaseHold(tx, mine.ctx, mine.holdId, null));
    expect(done.ok).toBe(true);
    const late = await open(mine, `/my/proof/${mine.holdId}`, paper(photo, 'a.jpg'));
    expect(late.html).toContain('This is settled');
    expect(await kept(mine.itemId)).toBe(0);
  });

  it('is not taken from a link that only shows', async () => {
    const who = await held('proof_of_purchase');
    await sql`update portal_sessions set power = 'view' where case_id = ${who.caseId}`.execute(
      app.program.postgres.db,
    );
    const page = await open(who, `/my/proof/${who.holdId}`, paper(photo, 'a.jpg'));
    expect(page.status).toBe(403);
    expect(page.html).toContain('This link only shows your offer');
    expect(await kept(who.itemId)).toBe(0);
  });
});

describe('a lock', () => {
  it('is said to be removed', async () => {
    const who = await held('activation_lock');
    const path = `/my/lock/${who.holdId}`;
    expect((await open(who, path)).html).toContain('icloud.com/find');
    for (const _ of [1, 2])
      expect((await open(who, path, new URLSearchParams({ do: 'removed' }))).to).toBe(path);
    expect((await open(who, path)).html).toContain('We check the lock again');
  });

  it('is opened by a code that only the vault holds', async () => {
    const who = await held('activation_lock');
    const path = `/my/lock/${who.holdId}`;
    expect((await open(who, path, new URLSearchParams({ do: 'code', code: ' ' }))).html).toContain(
      'id="code-fault"',
    );
    expect((await open(who, path, new URLSearchParams({ do: 'code', code: '4711-secret' }))).to).toBe(path);
    for (const page of [path, '/my']) expect((await open(who, page)).html).not.toContain('4711-secret');
    const { postgres, keyring } = app.program;
    const seen = await postgres.transact((tx) => viewLockCode(tx, who.ctx, keyring, who.holdId));
    expect(seen).toEqual({ ok: true, value: { code: '4711-secret' } });
  });
});

describe('a question', () => {
  it('stands on the timeline once, as text', async () => {
    const who = await held('activation_lock');
    expect((await open(who, '/my/ask', new URLSearchParams({ message: ' ' }))).html).toContain(
      'id="message-fault"',
    );
    const message = new URLSearchParams({ message: 'When is it <i>done</i>?' });
    for (const _ of [1, 2]) expect((await open(who, '/my/ask', message)).to).toBe('/my?done=asked');
    const page = await open(who, '/my');
    expect(page.html.split('You wrote').length).toBe(2);
    expect(page.html).not.toContain('<i>done');
  });
});
