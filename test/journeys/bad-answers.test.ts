/** Revised offers handled wrongly: too early, too late, twice, by the wrong person, without proof. */
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type App, type Caller } from '../app.ts';
import { arrived, places, sold, type Sold } from './sold.ts';

type Draft = {
  seq: number;
  questions: { key: string; answers: { key: string; unsure: boolean }[] }[];
  told: { variant_id: string | null; answers: Record<string, string> };
};
type Said = { status: number; body: { code?: string } & Record<string, unknown> };
type Revision = { id: string; number: number; state: string; price: { minor: number } };

let app: App;
let owner: Caller;
let bench: Caller;
let people = 0;
let jpeg: Uint8Array;

beforeAll(async () => {
  app = await startApp();
  [owner, bench] = [await app.as('owner'), await app.as('bench')];
  jpeg = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#446688' } })
    .jpeg()
    .toBuffer();
});
afterAll(async () => app?.stop());

function ok<T>(answer: { status: number; body: T }): T {
  if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

const codeOf = (answer: Said) => [answer.status, answer.body.code];
const itemOf = (one: Sold) => one.items[0]?.id ?? '';

/** An IMEI of its own for each device, with its check digit (Luhn). */
function imeiOf(n: number): string {
  const body = `35693803${String(100_000 + n)}`;
  const sum = [...body].reduce((all, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return all + (value > 9 ? value - 9 : value);
  }, 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}

/** A phone in the pre-check, its number recorded. */
async function onTheBench(): Promise<Sold> {
  people += 1;
  const one = await sold(app, ['iphone 13'], {
    name: 'Noor de Vries',
    email: `noor${people}@customers.example`,
  });
  await arrived(app, one);
  ok(await bench.call('PUT', `/api/items/${itemOf(one)}/identity`, { imei: imeiOf(people) }));
  return one;
}

async function photo(one: Sold): Promise<string> {
  const form = new FormData();
  form.set('file', new File([new Uint8Array(jpeg)], 'crack.jpg'));
  const sent = await fetch(`${app.url}/api/items/${itemOf(one)}/photos`, {
    method: 'POST',
    headers: { cookie: bench.cookie, origin: app.url },
    body: form,
  });
  return ((await sent.json()) as { id: string }).id;
}

/** A body that revises the first question's answer to the worst one. */
async function revisionOf(one: Sold, over: object = {}): Promise<Record<string, unknown>> {
  const draft = ok(await owner.call<Draft>('GET', `/api/items/${itemOf(one)}/revision-draft`));
  const screen = draft.questions.find((q) => q.key === 'screen') ?? draft.questions[0];
  const worst = screen?.answers.filter((a) => !a.unsure).at(-1)?.key ?? '';
  return {
    answers: { ...draft.told.answers, [screen?.key ?? '']: worst },
    variant_id: draft.told.variant_id,
    reasons: ['screen_damage'],
    photo_ids: [],
    note: 'The screen is cracked',
    seq: draft.seq,
    ...over,
  };
}

const revise = (one: Sold, body: object, who = owner): Promise<Said> =>
  who.call('POST', `/api/items/${itemOf(one)}/revisions`, body);
const revisions = async (one: Sold) =>
  ok(await owner.call<{ items: Revision[] }>('GET', `/api/cases/${one.caseId}/revisions`)).items;
const answer = (one: Sold, revisionId: string, said: string, more: object = {}): Promise<Said> =>
  owner.call('POST', `/api/cases/${one.caseId}/answers`, {
    on_behalf: 'phone',
    answers: [{ item_id: itemOf(one), revision_id: revisionId, answer: said, ...more }],
  });

/** Being tested, with one revised offer out. */
async function revised(): Promise<Sold & { revisionId: string }> {
  const one = await onTheBench();
  ok(
    await owner.call('POST', `/api/cases/${one.caseId}/moves`, {
      move: 'pre_check_passed',
      item_ids: [itemOf(one)],
    }),
  );
  ok(await revise(one, await revisionOf(one, { photo_ids: [await photo(one)] })));
  const [first] = await revisions(one);
  return { ...one, revisionId: first?.id ?? '' };
}

describe('a revised offer', () => {
  it('is not sent without a photo, a reason, a difference, or with a strange one of them', async () => {
    const [one, other] = [await onTheBench(), await onTheBench()];
    ok(
      await owner.call('POST', `/api/cases/${one.caseId}/moves`, {
        move: 'pre_check_passed',
        item_ids: [itemOf(one)],
      }),
    );
    const photos = [await photo(one)];
    const strange = await photo(other);
    const good = await revisionOf(one, { photo_ids: photos });
    const draft = ok(await owner.call<Draft>('GET', `/api/items/${itemOf(one)}/revision-draft`));
    const tries: [object, number, string][] = [
      [{ photo_ids: [] }, 422, 'revision_photo_missing'],
      [{ reasons: [] }, 422, 'revision_reason_missing'],
      [{ reasons: ['because'] }, 422, 'reason_unknown'],
      [{ answers: draft.told.answers }, 422, 'revision_changes_nothing'],
      [{ photo_ids: [strange] }, 422, 'photo_unknown'],
      [{ photo_ids: ['fil_none'] }, 422, 'photo_unknown'],
      [{ seq: draft.seq - 1 }, 409, 'stale_item'],
      [{ free_price: { price: { minor: -1, currency: 'EUR' }, reason: 'x' } }, 422, 'price_absurd'],
      [{ free_price: { price: { minor: 100, currency: 'USD' }, reason: 'x' } }, 422, 'currency_other'],
      [
        { free_price: { price: { minor: 100, currency: 'EUR' }, reason: ' ' } },
        422,
        'free_price_reason_missing',
      ],
    ];
    for (const [over, status, code] of tries)
      expect([over, ...codeOf(await revise(one, { ...good, ...over }))]).toEqual([over, status, code]);
    const free = { free_price: { price: { minor: 100, currency: 'EUR' }, reason: 'A feeling' } };
    expect(codeOf(await revise(one, { ...good, ...free }, bench))).toEqual([403, 'permission_missing']);
    expect(await revisions(one)).toEqual([]);
    expect((await revise(one, good)).status).toBe(201);
  });

  it('made by two people at once is made once', async () => {
    const one = await onTheBench();
    ok(
      await owner.call('POST', `/api/cases/${one.caseId}/moves`, {
        move: 'pre_check_passed',
        item_ids: [itemOf(one)],
      }),
    );
    const body = await revisionOf(one, { photo_ids: [await photo(one)] });
    const all = await Promise.all([
      revise(one, body, owner),
      revise(one, body, bench),
      revise(one, body, owner),
      revise(one, body, bench),
    ]);
    expect(all.map((said) => said.status).toSorted((a, b) => a - b)).toEqual([201, 409, 409, 409]);
    expect((await revisions(one)).filter((r) => r.state === 'offered')).toHaveLength(1);
  });

  it('declined cannot be accepted, and accepted cannot be declined', async () => {
    const [one, two] = [await revised(), await revised()];
    ok(await answer(one, one.revisionId, 'decline'));
    const late = await answer(one, one.revisionId, 'accept');
    expect(late.status).toBe(409);
    expect((await revisions(one))[0]?.state).toBe('declined');
    ok(await answer(two, two.revisionId, 'accept'));
    expect((await answer(two, two.revisionId, 'decline')).status).toBe(409);
    expect((await revisions(two))[0]?.state).toBe('accepted');
  });

  it('accepted and declined at the same moment is one of the two', async () => {
    const one = await revised();
    const all = await Promise.all([
      answer(one, one.revisionId, 'accept'),
      answer(one, one.revisionId, 'decline'),
      answer(one, one.revisionId, 'accept'),
    ]);
    expect(all.filter((said) => said.status === 200)).toHaveLength(1);
    expect(all.every((said) => said.status < 500)).toBe(true);
  });

  it('that was replaced cannot be accepted; the newer one can, at its own price', async () => {
    const one = await revised();
    const worse = await revisionOf(one, {
      photo_ids: [await photo(one)],
      free_price: { price: { minor: 1_000, currency: 'EUR' }, reason: 'Water inside' },
    });
    ok(await revise(one, worse));
    const all = await revisions(one);
    const newest = all.find((r) => r.state === 'offered');
    const old = await answer(one, one.revisionId, 'accept');
    expect(codeOf(old)).toEqual([409, 'revision_superseded']);
    ok(await answer(one, newest?.id ?? '', 'accept'));
    const desk = ok(
      await owner.call<{ items: { price: { minor: number } }[] }>('GET', `/api/cases/${one.caseId}`),
    );
    expect(desk.items[0]?.price.minor).toBe(1_000);
  });

  it('of another case, or of nobody, is not answered; nor without saying how, nor disputed without words', async () => {
    const [one, two] = [await revised(), await revised()];
    expect(codeOf(await answer(one, two.revisionId, 'accept'))).toEqual([404, 'revision_unknown']);
    expect(codeOf(await answer(one, 'quo_none', 'accept'))).toEqual([404, 'revision_unknown']);
    expect((await answer(one, one.revisionId, 'perhaps')).status).toBe(422);
    expect(codeOf(await answer(one, one.revisionId, 'dispute'))).toEqual([422, 'reason_missing']);
    const twice = await owner.call<{ code: string }>('POST', `/api/cases/${one.caseId}/answers`, {
      on_behalf: 'mail',
      answers: [
        { item_id: itemOf(one), revision_id: one.revisionId, answer: 'accept' },
        { item_id: itemOf(one), revision_id: one.revisionId, answer: 'decline' },
      ],
    });
    expect([twice.status, twice.body.code]).toEqual([422, 'answered_twice']);
    expect(await places(app, one)).toEqual(['not_as_described/revised_offer']);
  });
});
