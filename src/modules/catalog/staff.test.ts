import { beforeAll, describe, expect, it } from 'vitest';
import { staffActor, testDatabase } from '../../../test/harness.ts';
import { catalogJobs } from './jobs.ts';
import { askOver, seedAll, type Ask } from './testing.ts';

const world = testDatabase();
let ask: Ask;
const EDITOR = staffActor(['prices.view', 'prices.edit'], 'stf_editor');
const VIEWER = staffActor(['prices.view'], 'stf_viewer');

beforeAll(async () => {
  await seedAll(world);
  ask = askOver(world);
});

const edit = (method: string, path: string, body?: unknown, version?: number) =>
  ask(method, path, body, {
    as: EDITOR,
    headers: version === undefined ? {} : { 'if-match': `"${version}"` },
  });
type Row = {
  variant_id: string;
  title: string;
  prices: Record<string, { amount: { minor: number } | null; version: number }>;
};
const rowsOf = (body: Record<string, unknown>) => body['items'] as Row[];
const draft = async () =>
  (await edit('POST', '/api/price-versions', { currency: 'EUR' })).body as { id: string; version: number };

describe('the price book', () => {
  it('is edited as a draft, one price at a time, and counts from its day on', async () => {
    const { id } = await draft();
    const grid = await edit('GET', `/api/price-versions/${id}/prices?q=iphone 15 pro max&limit=2`);
    const row = rowsOf(grid.body)[0];
    expect(row?.title).toBe('Apple iPhone 15 Pro Max, 256 GB');
    const path = `/api/price-versions/${id}/prices/${row?.variant_id}/flawless`;
    expect(await edit('PUT', path, { amount_minor: 70_000 })).toMatchObject({ status: 428 });
    const done = await edit('PUT', path, { amount_minor: 70_000 }, row?.prices['flawless']?.version);
    expect(done).toMatchObject({
      status: 200,
      body: { amount: { minor: 70_000, currency: 'EUR' }, version: 2 },
    });
    expect(done.headers.get('etag')).toBe('"2"');
    expect(await edit('PUT', path, { amount_minor: 1 }, 1)).toMatchObject({
      status: 412,
      body: { code: 'stale_version' },
    });
    expect(await edit('PUT', path, { amount_minor: -1 }, 2)).toMatchObject({ status: 422 });

    const tomorrow = new Date(world.clock.now().getTime() + 86_400_000);
    const published = await edit('POST', `/api/price-versions/${id}/publish`, {
      effective_from: tomorrow.toISOString(),
    });
    expect(published).toMatchObject({ status: 200, body: { state: 'published', number: 2 } });
    const shown = async () =>
      (await ask('GET', '/api/catalog/models/apple-iphone-15-pro-max')).body['variants'] as {
        from_price: { minor: number };
      }[];
    expect((await shown())[0]?.from_price.minor).not.toBe(70_000);
    world.clock.move(86_400_000);
    expect((await shown())[0]?.from_price.minor).toBe(70_000);
    expect(await edit('PUT', path, { amount_minor: 1 }, 2)).toMatchObject({
      status: 409,
      body: { code: 'version_published' },
    });
  });

  it('pages through all variants once and filters by what has a price', async () => {
    const { id } = await draft();
    const seen = new Set<string>();
    let cursor = '';
    let count = 0;
    do {
      const { body } = await edit('GET', `/api/price-versions/${id}/prices?limit=200&cursor=${cursor}`);
      for (const row of rowsOf(body)) seen.add(row.variant_id);
      count += rowsOf(body).length;
      cursor = String(body['next_cursor'] ?? '');
    } while (cursor);
    expect(seen.size).toBe(count);
    expect(count).toBeGreaterThan(1_700);
    expect(rowsOf((await edit('GET', `/api/price-versions/${id}/prices?priced=no`)).body)).toEqual([]);
  });

  it('refuses terms from the past, the empty, the stale, and who may only look', async () => {
    const { id, version } = await draft();
    expect(
      await edit('POST', `/api/price-versions/${id}/publish`, { effective_from: '2020-01-01T00:00:00Z' }),
    ).toMatchObject({ status: 422, body: { code: 'effective_in_past' } });
    const empty = (await edit('POST', '/api/price-versions', { currency: 'SEK' })).body;
    expect(await edit('POST', `/api/price-versions/${String(empty['id'])}/publish`, {})).toMatchObject({
      status: 409,
      body: { code: 'version_empty' },
    });
    expect(await edit('PATCH', `/api/price-versions/${id}`, { floor_minor: 300 }, version)).toMatchObject({
      status: 200,
      body: { floor: { minor: 300 } },
    });
    expect(await edit('PATCH', `/api/price-versions/${id}`, { floor_minor: 400 }, version)).toMatchObject({
      status: 412,
    });
    expect(await ask('POST', '/api/price-versions', { currency: 'EUR' }, { as: VIEWER })).toMatchObject({
      status: 403,
    });
    expect(await ask('GET', '/api/price-books')).toMatchObject({ status: 401 });
    expect(await edit('DELETE', `/api/price-versions/${id}`)).toMatchObject({ status: 204 });
    expect(await edit('GET', `/api/price-versions/${id}`)).toMatchObject({ status: 404 });
  });

  it('lets one of two publish, and numbers drafts apart', async () => {
    const [a, b] = await Promise.all([draft(), draft()]);
    expect(a.id).not.toBe(b.id);
    const answers = await Promise.all(
      [1, 2, 3].map(() => edit('POST', `/api/price-versions/${a.id}/publish`, {})),
    );
    expect(answers.map((one) => one.status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
    const books = (await edit('GET', '/api/price-books')).body['items'] as { id: string; currency: string }[];
    const euro = books.find((book) => book.currency === 'EUR');
    const versions = (await edit('GET', `/api/price-books/${euro?.id}/versions`)).body['items'] as {
      number: number;
      in_force: boolean;
    }[];
    expect(new Set(versions.map((v) => v.number)).size).toBe(versions.length);
    expect(versions.filter((v) => v.in_force)).toHaveLength(1);
  });
});

describe('imports over HTTP', () => {
  const LIST = 'Toestel;Opslag;Staat;Bod\niPhone 15;128GB;Zo goed als nieuw;345\niPhone 99;128GB;Goed;1\n';
  const upload = (raw: string, query = '', type = 'text/csv') =>
    ask('POST', `/api/price-imports?${query}`, undefined, {
      as: EDITOR,
      raw,
      headers: { 'content-type': type },
    });
  const work = async (id: unknown, apply: boolean) => {
    const run = {
      postgres: world.postgres,
      ctx: () => world.ctxFor(EDITOR),
      log: world.log,
      attempt: 1,
      lastAttempt: false,
      signal: new AbortController().signal,
    };
    const at = world.clock.now().toISOString();
    await catalogJobs()['catalog.import'](
      { import_id: String(id), apply, effective_from: at, missing: 'keep' },
      run,
    );
  };

  it('uploads, maps, tries, applies, and tells of each row', async () => {
    const made = await upload(LIST, 'file_name=bod.csv');
    expect(made).toMatchObject({
      status: 201,
      body: { state: 'uploaded', mapping: null, rows_total: 2, file_name: 'bod.csv' },
    });
    const path = `/api/price-imports/${String(made.body['id'])}`;
    expect(await edit('POST', `${path}/check`)).toMatchObject({
      status: 409,
      body: { code: 'mapping_unclear' },
    });
    expect((await edit('GET', `${path}/preview`)).body).toMatchObject({
      separator: ';',
      headings: ['Toestel', 'Opslag', 'Staat', 'Bod'],
    });
    const mapping = {
      shape: 'long',
      model: 'Toestel',
      brand: null,
      storage: 'Opslag',
      category: null,
      condition: 'Staat',
      price: 'Bod',
      prices: {},
      currency: null,
      date: null,
      only: null,
      conditions: { 'zo goed als nieuw': 'flawless' },
      rates: {},
    };
    expect(
      await edit('PATCH', path, { mapping: { ...mapping, price: 'Prijs' } }, Number(made.body['version'])),
    ).toMatchObject({ status: 422, body: { code: 'mapping_column_unknown' } });
    const mapped = await edit('PATCH', path, { mapping, source: 'Bodlijst' }, Number(made.body['version']));
    expect(mapped).toMatchObject({ status: 200, body: { source: 'Bodlijst' } });

    expect(await edit('POST', `${path}/check`)).toMatchObject({ status: 202, body: { state: 'checking' } });
    expect(await edit('POST', `${path}/apply`, { publish: true })).toMatchObject({
      status: 409,
      body: { code: 'import_running' },
    });
    await work(made.body['id'], false);
    expect((await edit('GET', path)).body).toMatchObject({
      state: 'checked',
      rows_done: 2,
      report: { matched: 1, refused: 1, by_reason: { unknown_model: 1 } },
    });
    const refused = (await edit('GET', `${path}/rows?outcome=refused`)).body['items'];
    expect(refused).toEqual([
      expect.objectContaining({
        line: 3,
        reason: 'unknown_model',
        raw: expect.objectContaining({ Toestel: 'iPhone 99' }),
      }),
    ]);
    expect((await edit('GET', `${path}/rows?outcome=changed`)).body['items']).toEqual([
      expect.objectContaining({ amount: { minor: 34_500, currency: 'EUR' } }),
    ]);

    expect(await edit('POST', `${path}/apply`, { publish: true })).toMatchObject({ status: 202 });
    await work(made.body['id'], true);
    expect((await edit('GET', path)).body).toMatchObject({
      state: 'applied',
      version_id: expect.stringMatching(/^pbv_/),
    });
    expect(await edit('GET', `${path}/preview`)).toMatchObject({
      status: 409,
      body: { code: 'import_over' },
    });
    const again = await upload(LIST, 'source=Bodlijst');
    expect(again.body).toMatchObject({ mapping: { price: 'Bod' }, source: 'Bodlijst' });
  });

  it('takes a form too, and refuses what is no list', async () => {
    const form =
      '--x\r\ncontent-disposition: form-data; name="file"; filename="l.csv"\r\ncontent-type: text/csv\r\n\r\nModel,Condition,Price\niPhone 15 128GB,Good,300\n\r\n--x--\r\n';
    expect(await upload(form, '', 'multipart/form-data; boundary=x')).toMatchObject({
      status: 201,
      body: { file_name: 'l.csv', rows_total: 1 },
    });
    expect(await upload('--x--', '', 'multipart/form-data; boundary=x')).toMatchObject({
      status: 422,
      body: { code: 'file_missing' },
    });
    expect(await upload('')).toMatchObject({ status: 422, body: { code: 'file_empty' } });
    expect(await upload('Model,Price\n"open,1\n')).toMatchObject({
      status: 422,
      body: { code: 'csv_broken' },
    });
    expect(await upload('x'.repeat(21 * 1024 * 1024))).toMatchObject({
      status: 422,
      body: { code: 'file_too_large' },
    });
  });
});

describe('question sets', () => {
  it('are published as new versions, checked, and never over somebody else’s', async () => {
    const sets = (await edit('GET', '/api/question-sets?category=watch')).body['items'] as {
      id: string;
      version: number;
    }[];
    const { body } = await edit('GET', `/api/question-sets/${sets[0]?.id}`);
    const { questions, presets } = body as { questions: { answers: unknown[] }[]; presets: unknown[] };
    const set = { category: 'watch', questions, presets };
    const broken = { ...set, questions: [{ ...questions[0], answers: [] }, ...questions.slice(1)] };
    expect(await edit('POST', '/api/question-sets', broken)).toMatchObject({
      status: 422,
      body: { code: 'questions_invalid' },
    });
    expect(await edit('POST', '/api/question-sets', set, 1)).toMatchObject({
      status: 201,
      body: { version: 2, published_by: 'stf_editor' },
    });
    expect(await edit('POST', '/api/question-sets', set, 1)).toMatchObject({
      status: 412,
      body: { code: 'stale_version' },
    });
    expect((await ask('GET', '/api/catalog/questions?category=watch')).body).toMatchObject({ version: 2 });
  });
});
