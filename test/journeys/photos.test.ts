/** Photos and papers of a case over HTTP, and the phone that takes photos for the bench. */
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App, Caller } from '../app.ts';
import { expectSound, startBoth, type Chrome } from '../browser.ts';
import { arrived, sold, type Sold } from './sold.ts';

let app: App;
let chrome: Chrome;
let one: Sold;
let other: Sold;
let jpeg: Uint8Array;
let item = '';
beforeAll(async () => {
  ({ app, chrome } = await startBoth());
  one = await sold(app, ['iphone 13'], { name: 'Noor de Vries', email: 'noor@customers.example' });
  other = await sold(app, ['galaxy s22'], { name: 'Piet Bos', email: 'piet@customers.example' });
  await arrived(app, one);
  item = one.items[0]?.id ?? '';
  jpeg = await sharp({ create: { width: 900, height: 700, channels: 3, background: '#446688' } })
    .jpeg()
    .toBuffer();
});
afterAll(async () => {
  await chrome?.stop();
  await app?.stop();
});

type Sent = { id: string; url: string; preview_url: string; code?: string };

async function send(
  who: Caller,
  path: string,
  bytes: Uint8Array,
  name: string,
  more: Record<string, string> = {},
) {
  const form = new FormData();
  form.set('file', new File([new Uint8Array(bytes)], name));
  for (const [key, value] of Object.entries(more)) form.set(key, value);
  const answer = await fetch(app.url + path, {
    method: 'POST',
    headers: { cookie: who.cookie, origin: app.url },
    body: form,
  });
  return { status: answer.status, body: (await answer.json()) as Sent };
}

async function fetchFile(who: Caller, path: string): Promise<Response> {
  return await fetch(app.url + path, { headers: { cookie: who.cookie } });
}

describe('a photo of a device', () => {
  it('is taken, listed, shown small and large, and told on the timeline', async () => {
    const bench = await app.as('bench');
    const sent = await send(bench, `/api/items/${item}/photos`, jpeg, 'IMG_1.jpg', { check_id: 'screen' });
    expect(sent).toMatchObject({ status: 201, body: { check_id: 'screen', name: 'IMG_1.jpg', width: 900 } });
    const list = await bench.call<{ items: Sent[] }>('GET', `/api/items/${item}/photos`);
    expect(list.body.items.map((photo) => photo.id)).toEqual([sent.body.id]);
    const full = await fetchFile(bench, sent.body.url);
    expect(full.headers.get('content-type')).toBe('image/jpeg');
    expect(full.headers.get('x-content-type-options')).toBe('nosniff');
    expect(full.headers.get('content-security-policy')).toContain('sandbox');
    const small = await sharp(
      Buffer.from(await (await fetchFile(bench, sent.body.preview_url)).arrayBuffer()),
    ).metadata();
    expect(small.width).toBe(480);
    const told = await bench.call<{ items: { kind: string; text: string }[] }>(
      'GET',
      `/api/cases/${one.caseId}/timeline?filter=file`,
    );
    expect(told.body.items).toMatchObject([{ kind: 'file', text: 'photo' }]);
  });

  it('is removed, and gone for everybody', async () => {
    const bench = await app.as('bench');
    const sent = await send(bench, `/api/items/${item}/photos`, jpeg, 'b.jpg');
    expect((await bench.call('DELETE', `/api/files/${sent.body.id}`)).status).toBe(204);
    expect((await fetchFile(bench, sent.body.url)).status).toBe(404);
    expect((await bench.call('DELETE', `/api/files/${sent.body.id}`)).status).toBe(404);
  });

  it('is refused where it should be, saying why, and leaves nothing behind', async () => {
    const bench = await app.as('bench');
    const path = `/api/items/${item}/photos`;
    const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>');
    expect((await send(bench, path, svg, 'a.jpg')).body.code).toBe('file_type_refused');
    expect((await send(bench, path, new Uint8Array(60 * 1024 * 1024), 'a.jpg')).body.code).toBe(
      'file_too_large',
    );
    expect((await send(bench, `/api/items/itm_nobody/photos`, jpeg, 'a.jpg')).status).toBe(404);
    expect((await send(app.visitor(), path, jpeg, 'a.jpg')).status).toBe(401);
    expect((await send(await app.as('viewer'), path, jpeg, 'a.jpg')).status).toBe(403);
    const wrongItem = await send(bench, `/api/cases/${other.caseId}/files`, jpeg, 'a.jpg', { item_id: item });
    expect(wrongItem.body.code).toBe('item_not_in_case');
    expect((await bench.call<{ items: Sent[] }>('GET', path)).body.items).toHaveLength(1);
  });
});

describe('the words under a photo', () => {
  it('are written and taken away by who inspects, up to a length, and not under papers', async () => {
    const bench = await app.as('bench');
    const { body: photo } = await send(bench, `/api/items/${item}/photos`, jpeg, 'c.jpg');
    const write = (who: Caller, caption: unknown, id = photo.id) =>
      who.call<{ code?: string; field?: string; caption?: string | null }>('PATCH', `/api/files/${id}`, {
        caption,
      });
    expect(await write(bench, '  A crack, top left  ')).toMatchObject({
      status: 200,
      body: { caption: 'A crack, top left' },
    });
    const list = await bench.call<{ items: object[] }>('GET', `/api/items/${item}/photos`);
    expect(list.body.items).toContainEqual(expect.objectContaining({ caption: 'A crack, top left' }));
    expect(await write(bench, 'x'.repeat(300))).toMatchObject({ status: 200 });
    expect(await write(bench, 'x'.repeat(301))).toMatchObject({
      status: 422,
      body: { code: 'caption_too_long', detail: expect.stringContaining('300') },
    });
    expect((await write(bench, 7)).status).toBe(422);
    expect(await write(bench, ' ')).toMatchObject({ status: 200, body: { caption: null } });
    expect((await write(await app.as('viewer'), 'a')).status).toBe(403);
    expect((await write(app.visitor(), 'a')).status).toBe(401);
    expect(await write(bench, 'a', 'fil_none')).toMatchObject({
      status: 404,
      body: { code: 'file_not_found' },
    });
    const paper = await send(await app.as('help_desk'), `/api/cases/${one.caseId}/files`, jpeg, 'd.jpg');
    expect(await write(bench, 'a', paper.body.id)).toMatchObject({
      status: 409,
      body: { code: 'not_a_photo' },
    });
    await bench.call('DELETE', `/api/files/${photo.id}`);
    expect((await write(bench, 'gone')).status).toBe(404);
  });
});

describe('a photo that a revised offer shows', () => {
  let shown: Sent;
  it('stays as evidence, and so do the words under it', async () => {
    const owner = await app.as('owner');
    const device = one.items[0]?.id ?? '';
    await owner.call('PUT', `/api/items/${device}/identity`, { imei: '490154203237518' });
    await owner.call('POST', `/api/cases/${one.caseId}/moves`, {
      move: 'pre_check_passed',
      item_ids: [device],
    });
    shown = (await send(owner, `/api/items/${device}/photos`, jpeg, 'e.jpg', { caption: 'The crack' })).body;
    const draft = await owner.call<{ seq: number; told: { answers: object; variant_id: string } }>(
      'GET',
      `/api/items/${device}/revision-draft`,
    );
    const sent = await owner.call('POST', `/api/items/${device}/revisions`, {
      variant_id: draft.body.told.variant_id,
      answers: { ...draft.body.told.answers, screen: 'cracked' },
      reasons: ['screen_damage'],
      photo_ids: [shown.id],
      seq: draft.body.seq,
    });
    expect(sent).toMatchObject({ status: 201 });
    expect(await owner.call('DELETE', `/api/files/${shown.id}`)).toMatchObject({
      status: 409,
      body: { code: 'photo_in_offer' },
    });
    expect(await owner.call('PATCH', `/api/files/${shown.id}`, { caption: 'No crack' })).toMatchObject({
      status: 409,
      body: { code: 'caption_in_offer' },
    });
    expect((await fetchFile(owner, shown.url)).status).toBe(200);
    const offers = await owner.call<{ items: object[] }>('GET', `/api/cases/${one.caseId}/revisions`);
    expect(offers.body.items).toMatchObject([
      { photos: [shown.id], captions: { [shown.id]: 'The crack' }, made_by: { kind: 'staff' } },
    ]);
  });

  it('is the seller’s to see, and nobody else’s; other photos of the case are not', async () => {
    const bench = await app.as('bench');
    const hidden = (await send(bench, `/api/items/${item}/photos`, jpeg, 'f.jpg')).body;
    const statusFor = async (link: string | null, id: string) => {
      const visit = await chrome.visit('phone');
      if (link) await visit.page.goto(link);
      const answer = await visit.context.request.get(`${app.url}/my/files/${id}`);
      await visit.context.close();
      return [answer.status(), answer.headers()['cache-control']];
    };
    expect(await statusFor(one.link, shown.id)).toEqual([200, 'no-store']);
    expect((await statusFor(other.link, shown.id))[0]).toBe(404);
    expect((await statusFor(null, shown.id))[0]).toBe(404);
    expect((await statusFor(one.link, hidden.id))[0]).toBe(404);
    expect((await statusFor(one.link, 'fil_none'))[0]).toBe(404);
  });
});

describe('somebody’s papers', () => {
  it('lie sealed in the storage and come back as they were', async () => {
    const desk = await app.as('help_desk');
    const pdf = new TextEncoder().encode('%PDF-1.7\n% invoice of Noor de Vries\n%%EOF\n');
    const sent = await send(desk, `/api/cases/${one.caseId}/files?purpose=proof`, pdf, 'invoice.pdf', {
      item_id: item,
    });
    expect(sent).toMatchObject({ status: 201, body: { purpose: 'proof', item_id: item } });
    const back = await fetchFile(desk, sent.body.url);
    expect(back.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(back.headers.get('cache-control')).toBe('no-store');
    expect(await back.text()).toContain('invoice of Noor');
    const row = await app.program.postgres.pool.query<{ storage_key: string }>(
      'select storage_key from files where id = $1',
      [sent.body.id],
    );
    const kept = await app.program.storage.get(row.rows[0]?.storage_key ?? '');
    expect(Buffer.from(kept ?? []).toString()).not.toContain('Noor');
    const gone = await desk.call<{ code: string }>('DELETE', `/api/files/${sent.body.id}`);
    expect(gone).toMatchObject({ status: 409, body: { code: 'paper_stays' } });
  });
});

describe('a phone at the bench', () => {
  it('reads the code, sends photos, and they are there', async () => {
    const bench = await app.as('bench');
    const link = await bench.call<{ id: string; url: string; qr_svg: string }>(
      'POST',
      `/api/items/${item}/upload-links`,
      { check_id: 'body' },
    );
    expect(link.status).toBe(201);
    expect(link.body.qr_svg).toContain('<svg');
    const phone = await chrome.visit('phone');
    await phone.page.goto(link.body.url);
    await phone.page.getByRole('heading', { name: /^Photos of Apple iPhone 13/ }).waitFor();
    expect(phone.page.url()).toBe(`${app.url}/u`);
    const file = (name: string, buffer: Uint8Array) => ({
      name,
      mimeType: 'image/jpeg',
      buffer: Buffer.from(buffer),
    });
    const field = phone.page.locator('input[type=file]');
    await field.setInputFiles([file('one.jpg', jpeg), file('two.jpg', jpeg)]);
    await phone.page.getByText('2 photos sent').waitFor();
    phone.faults.length = 0;
    await field.setInputFiles([file('three.jpg', new TextEncoder().encode('no picture'))]);
    await phone.page.getByText('three.jpg: ', { exact: false }).waitFor();
    // Without HEIC among them, an iPhone hands its photos over as JPEG; one that comes all the same is told why.
    expect(await field.getAttribute('accept')).toBe('image/jpeg,image/png,image/webp');
    const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0heicmif1')]);
    await field.setInputFiles([file('IMG_1.HEIC', heic)]);
    await phone.page.getByText(/^IMG_1\.HEIC: .*Most Compatible/).waitFor();
    phone.faults.length = 0;
    await expectSound(phone, 'phone-photos');
    const photos = await bench.call<{ items: { check_id: string }[] }>('GET', `/api/items/${item}/photos`);
    expect(photos.body.items.filter((photo) => photo.check_id === 'body')).toHaveLength(2);

    expect((await bench.call('DELETE', `/api/upload-links/${link.body.id}`)).status).toBe(204);
    await phone.page.reload();
    await phone.page.getByRole('heading', { name: 'Opening …' }).waitFor();
    await phone.page.goto('about:blank');
    await phone.page.goto(link.body.url);
    await phone.page.getByRole('heading', { name: 'This code no longer works' }).waitFor();
    await phone.context.close();
  });

  it('finds no code that was made up, and none after an hour', async () => {
    const bench = await app.as('bench');
    const link = await bench.call<{ url: string }>('POST', `/api/items/${item}/upload-links`, {});
    app.clock.move(61 * 60_000);
    const token = link.body.url.split('#')[1] ?? '';
    for (const said of [token, 'a'.repeat(43)]) {
      const answer = await fetch(`${app.url}/u/open`, {
        method: 'POST',
        headers: { origin: app.url, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ token: said }),
        redirect: 'manual',
      });
      expect(answer.status).toBe(403);
    }
  });
});
