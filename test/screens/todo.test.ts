/** The customer's tasks on a phone and a desk, at 320 px and enlarged: sound, and done by keyboard and with scripts. */
import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PERMISSIONS, type Ctx } from '../../src/kernel/actor.ts';
import { makeId } from '../../src/kernel/id.ts';
import { ok } from '../../src/kernel/outcome.ts';
import { moveItems } from '../../src/modules/cases/actions/move.ts';
import { openHold } from '../../src/modules/holds/actions.ts';
import { askCustomer } from '../../src/modules/holds/actions/conversation.ts';
import type { App } from '../app.ts';
import { expectSound, startBoth, type Chrome } from '../browser.ts';
import { makeOffer } from './offer.ts';

let app: App;
let chrome: Chrome;
const pages: Record<string, string> = {};
let link: string;
beforeAll(async () => {
  ({ app, chrome } = await startBoth());
  const offer = await makeOffer(
    app,
    { name: 'Noor de Vries', email: 'noor@customers.example' },
    { confirmed: true },
  );
  link = offer.link;
  const { postgres } = app.program;
  const staff = await sql<{ id: string }>`select id from staff limit 1`.execute(postgres.db);
  const items = await sql<{ id: string }>`select id from items where case_id = ${offer.case_id}`.execute(
    postgres.db,
  );
  const itemId = items.rows[0]?.id ?? '';
  const now = app.clock.now();
  const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
  const ctx: Ctx = {
    now,
    random,
    requestId: 'test',
    newId: (prefix) => makeId(prefix, now.getTime(), random(10)),
    actor: { kind: 'staff', id: staff.rows[0]?.id ?? '', name: 'Test', permissions: new Set(PERMISSIONS) },
  };
  const done = await postgres.transact(async (tx) => {
    const moving = { caseId: offer.case_id, move: 'receive', itemIds: [itemId], form: 'receive' };
    const here = await moveItems(tx, ctx, moving);
    if (!here.ok) return here;
    for (const [name, reason] of [
      ['proof', 'proof_of_purchase'],
      ['lock', 'activation_lock'],
    ] as const) {
      const hold = await openHold(tx, ctx, itemId, { reason, note: 'Rule' });
      if (!hold.ok) return hold;
      pages[name] = `/my/${name}/${hold.value.id}`;
      const asked = await askCustomer(tx, ctx, hold.value.id);
      if (!asked.ok) return asked;
    }
    return ok(null);
  });
  if (!done.ok) throw new Error(done.why);
});
afterAll(async () => {
  await chrome?.stop();
  await app?.stop();
});

describe.each([320, 1280])('tasks at %i px', (width) => {
  it.each(['status', 'proof', 'lock', 'ask'])('%s is sound', async (name) => {
    const visit = await chrome.visit(width === 320 ? 'phone' : 'desk');
    await visit.page.setViewportSize({ width, height: 800 });
    await visit.page.goto(link);
    await visit.page.goto(app.url + (pages[name] ?? (name === 'ask' ? '/my/ask' : '/my')));
    for (const more of await visit.page.locator('details.card > summary').all()) await more.click();
    await expectSound(visit, `todo-${name}-${width}`);
    await visit.context.close();
  });
});

describe('a proof', () => {
  it('is refused in place, then sent with its progress, by keyboard', async () => {
    const visit = await chrome.visit('phone');
    const { page } = visit;
    await page.goto(link);
    await page.goto(app.url + (pages['proof'] ?? ''));
    await page.getByLabel('Photos or PDF').setInputFiles({
      name: 'a.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4\n%%EOF'),
    });
    await page.getByRole('button', { name: 'Send', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.summary').waitFor();
    expect(await page.locator('.summary a').count()).toBe(2);
    visit.faults.splice(0);
    await expectSound(visit, 'todo-proof-faults');
    const picture = sharp({ create: { width: 40, height: 30, channels: 3, background: '#888' } });
    const buffer = await picture.jpeg().toBuffer();
    await page.goto(app.url + (pages['proof'] ?? ''));
    await page
      .getByLabel('Photos or PDF')
      .setInputFiles({ name: 'invoice.jpg', mimeType: 'image/jpeg', buffer });
    await page.locator('[data-chosen] img').waitFor();
    await page.getByLabel('Invoice', { exact: true }).focus();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Send', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Thank you, it has arrived').waitFor();
    await expectSound(visit, 'todo-proof-received');
    await page.goto(`${app.url}/my`);
    expect(await page.getByRole('link', { name: 'Send the proof' }).count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Show me how' }).count()).toBe(1);
    await visit.context.close();
  });
});
