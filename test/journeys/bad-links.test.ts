/** Links that are altered, too old, or of another case: a page that says so kindly, and nothing of anybody's. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../app.ts';
import { axeFaults, picture, startBoth, type Chrome, type Visit } from '../browser.ts';
import { makeOffer, type Offer } from '../screens/offer.ts';

let app: App;
let chrome: Chrome;
let mine: Offer;
let other: Offer;
let visit: Visit;
beforeAll(async () => {
  ({ app, chrome } = await startBoth());
  mine = await makeOffer(app, { name: 'Noor de Vries', email: 'noor@customers.example' });
  other = await makeOffer(app, { name: 'Łukasz Nowak', email: 'lukasz@customers.example' });
  visit = await chrome.visit('phone');
});
afterAll(async () => {
  await chrome?.stop();
  await app?.stop();
});

async function heading(path: string): Promise<string> {
  await visit.page.goto(path);
  return visit.page.getByRole('heading', { level: 1 }).innerText();
}

describe('a link', () => {
  it('that was altered is not known', async () => {
    const end = mine.link.endsWith('A') ? 'B' : 'A';
    expect(await heading(mine.link.slice(0, -1) + end)).toBe('We do not know this link');
    await picture(visit.page, 'link-altered');
    expect(await axeFaults(visit.page)).toEqual([]);
    await visit.page.getByRole('link', { name: 'Send me a link' }).click();
    await visit.page.getByRole('heading', { name: 'Get a new link' }).waitFor();
  });

  it('of one case shows that case and no other', async () => {
    await visit.page.goto(mine.link);
    const status = await visit.page.request.get(`${app.url}/api/cases/${other.case_id}`);
    expect(status.status()).toBeGreaterThanOrEqual(401);
    expect(await heading(`${app.url}/my`)).toContain(mine.reference);
    expect(await heading(other.link)).not.toContain(mine.reference);
    expect(await heading(`${app.url}/my`)).toContain(other.reference);
  });

  it('that is too old has expired', async () => {
    app.clock.move(400 * 24 * 60 * 60 * 1000);
    expect(await heading(mine.link)).toBe('This link has expired');
    await picture(visit.page, 'link-expired');
  });
});
