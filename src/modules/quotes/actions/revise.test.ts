import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { aCase, aShop, countEffects, placesOf, SYSTEM, type Desk } from '../../../../test/builders.ts';
import { must, refusedWith, staffActor, testDatabase } from '../../../../test/harness.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { ringDeadline } from '../../cases/actions/deadlines.ts';
import { dueDeadlines } from '../../cases/store/deadlines.ts';
import { seedAll } from '../../catalog/testing.ts';
import { answerRevisions, type RevisionAnswer } from './answer.ts';
import { draftRevision, priceRevision } from './draft.ts';
import { acceptRevision, declineRevision, supersedeRevision } from './revision.ts';
import { reviseOffer, type ReviseInput } from './revise.ts';
import { revisionsOf } from './revisions.ts';

const world = testDatabase();
let ran: Map<string, number>;
let variants: string[] = [];
const FINE = {
  powers_on: 'yes',
  screen: 'like_new',
  body: 'like_new',
  battery: 'healthy',
  functions: 'all',
};

beforeAll(async () => {
  await aShop(world);
  await seedAll(world);
  ran = countEffects({
    'quote.accept_revision': acceptRevision,
    'quote.decline_revision': declineRevision,
    'quote.supersede_revision': supersedeRevision,
  });
  const found = await sql<{ id: string }>`
    select v.id from variants v join models m on m.id = v.model_id where m.slug = (
      select m2.slug from models m2 join variants w on w.model_id = m2.id join prices p on p.variant_id = w.id
       where m2.category = 'phone' group by m2.slug having count(distinct w.id) > 1 order by m2.slug limit 1)
     order by v.position, v.storage_gb`.execute(world.postgres.db);
  variants = found.rows.map((r) => r.id);
});

let told: Record<string, string> = {};

/** A case on the bench, quoted from the book with like-new answers. */
async function onBench(
  spec: { items?: number; silence?: 'send_back' | 'accept' | 'hold' } = {},
): Promise<Desk> {
  const desk = await aCase(world, { ...spec, moves: ['confirm', 'receive'] });
  const { db } = world.postgres;
  const book = await sql<{ version: string; set: string; questions: unknown }>`
    select (select id from price_book_versions where state = 'published' order by effective_from desc limit 1) as version, id as set, questions
      from question_sets where category = 'phone' order by version desc limit 1`.execute(db);
  const { version, set, questions } = book.rows[0] ?? { version: '', set: '', questions: [] };
  const list = questions as { key: string; answers: { key: string }[] }[];
  told = Object.fromEntries(
    list.map((q) => [q.key, (FINE as Record<string, string>)[q.key] ?? q.answers[0]?.key ?? '']),
  );
  for (const itemId of desk.itemIds) {
    await sql`delete from quotes where item_id = ${itemId}`.execute(db);
    await sql`
      insert into quotes (id, case_id, item_id, number, kind, state, price_version_id, question_set_id, variant_id, questions, answers, lines, price_minor, currency, valid_until, made_by_kind, made_at)
      values (${`quo_${itemId}`}, ${desk.caseId}, ${itemId}, 1, 'quote', 'offered', ${version}, ${set}, ${variants[0] ?? ''}, ${JSON.stringify(list)}::jsonb,
        ${JSON.stringify(told)}::jsonb, '[]', 900000, 'EUR', ${new Date('2027-06-01')}, 'system', ${world.clock.now()})`.execute(
      db,
    );
    await sql`update items set price_minor = 900000 where id = ${itemId}`.execute(db);
  }
  return desk;
}

let photos = 0;
async function aPhoto(desk: Desk, itemId: string): Promise<string> {
  photos += 1;
  const id = `fil_test_${photos}`;
  await sql`
    insert into files (id, case_id, item_id, purpose, name, media_type, bytes, sha256, storage_key, uploaded_by_kind, uploaded_at)
    values (${id}, ${desk.caseId}, ${itemId}, 'photo', 'a.jpg', 'image/jpeg', 10, ${'a'.repeat(64)}, ${id}, 'staff', ${world.clock.now()})`.execute(
    world.postgres.db,
  );
  return id;
}

async function seqOf(itemId: string): Promise<number> {
  const found = await sql<{ seq: number }>`select seq from items where id = ${itemId}`.execute(
    world.postgres.db,
  );
  return found.rows[0]?.seq ?? -1;
}

async function revise(desk: Desk, part: Partial<ReviseInput> = {}, at = 0, actor: Actor = staffActor()) {
  const itemId = desk.itemIds[at] ?? '';
  const input: ReviseInput = {
    answers: { screen: 'cracked' },
    reasons: ['screen_damage'],
    photoIds: part.photoIds ?? [await aPhoto(desk, itemId)],
    seq: await seqOf(itemId),
    ...part,
  };
  return await world.postgres.transact((tx) => reviseOffer(tx, world.ctxFor(actor), itemId, input));
}

async function answer(desk: Desk, answers: RevisionAnswer[], actor: Actor = staffActor()) {
  const options = actor.kind === 'staff' ? { onBehalf: 'phone' as const } : {};
  return await world.postgres.transact((tx) =>
    answerRevisions(tx, world.ctxFor(actor), desk.caseId, answers, options),
  );
}

describe('reviseOffer', () => {
  it('prices the same questions on the version it was quoted on, and keeps photos and reasons', async () => {
    const desk = await onBench();
    const itemId = desk.itemIds[0] ?? '';
    const draft = must(await draftRevision(world.postgres.db, world.ctxFor(staffActor()), itemId));
    expect(draft.live.differences).toEqual([]);
    const live = must(
      await priceRevision(world.postgres.db, world.ctxFor(staffActor()), itemId, {
        answers: { screen: 'cracked' },
      }),
    );
    must(await revise(desk));
    const [one] = await revisionsOf(world.postgres.db, desk.caseId);
    expect(one?.price).toBe(live.price?.minor);
    expect(live.price?.minor).toBeLessThan(draft.live.price?.minor ?? 0);
    expect(one?.differences.map((d) => [d.key, d.told.en !== d.found.en])).toEqual([['screen', true]]);
    expect(one?.photos).toHaveLength(1);
    expect(await placesOf(world, desk.caseId)).toEqual(['not_as_described/revised_offer']);
  });

  it.each<[string, Partial<ReviseInput>]>([
    ['revision_reason_missing', { reasons: [] }],
    ['reason_unknown', { reasons: ['nonsense'] }],
    ['revision_photo_missing', { photoIds: [] }],
    ['photo_unknown', { photoIds: ['fil_of_somebody_else'] }],
    ['revision_changes_nothing', { answers: {} }],
    ['answer_unknown', { answers: { screen: 'melted' } }],
    ['question_unknown', { answers: { colour: 'red' } }],
    ['variant_unknown', { variantId: 'var_nothing' }],
    ['free_price_reason_missing', { freePrice: { minor: 100, reason: ' ' } }],
    ['price_absurd', { freePrice: { minor: -1, reason: 'bent' } }],
    ['price_absurd', { freePrice: { minor: 1e12, reason: 'bent' } }],
    ['currency_other', { freePrice: { minor: 100, currency: 'GBP', reason: 'bent' } }],
    ['stale_item', { seq: 1 }],
  ])('refuses %s and leaves nothing', async (code, part) => {
    const desk = await onBench();
    expect(refusedWith(await revise(desk, part))).toBe(code);
    expect(await revisionsOf(world.postgres.db, desk.caseId)).toEqual([]);
    expect(await placesOf(world, desk.caseId)).toEqual(['being_inspected/pre_check']);
  });

  it('names another version at its price on that version', async () => {
    const desk = await onBench();
    must(await revise(desk, { variantId: variants[1] ?? '', answers: {}, reasons: ['wrong_storage'] }));
    const [one] = await revisionsOf(world.postgres.db, desk.caseId);
    expect(one?.differences[0]?.key).toBe('variant');
  });

  it('never shows a photo of another device, nor a removed one', async () => {
    const desk = await onBench({ items: 2 });
    const other = await aPhoto(desk, desk.itemIds[1] ?? '');
    const removed = await aPhoto(desk, desk.itemIds[0] ?? '');
    await sql`update files set removed_at = now() where id = ${removed}`.execute(world.postgres.db);
    expect(refusedWith(await revise(desk, { photoIds: [other] }))).toBe('photo_unknown');
    expect(refusedWith(await revise(desk, { photoIds: [removed] }))).toBe('photo_unknown');
  });

  it('lets one of two people win', async () => {
    const desk = await onBench();
    const photo = await aPhoto(desk, desk.itemIds[0] ?? '');
    const seq = await seqOf(desk.itemIds[0] ?? '');
    const both = await Promise.all([
      revise(desk, { photoIds: [photo], seq }),
      revise(desk, { photoIds: [photo], seq }),
    ]);
    expect(both.filter((b) => b.ok)).toHaveLength(1);
    expect(both.flatMap((b) => (b.ok ? [] : [b.code]))).toEqual(['stale_item']);
  });

  it('keeps three in a row linked, and only the last one open', async () => {
    const desk = await onBench();
    for (const screen of ['worn', 'cracked']) must(await revise(desk, { answers: { screen } }));
    must(await revise(desk, { freePrice: { minor: 5_000, reason: 'bent' } }));
    const all = await revisionsOf(world.postgres.db, desk.caseId);
    expect(all.map((r) => r.state)).toEqual(['superseded', 'superseded', 'offered']);
    expect(all.map((r) => r.followsId)).toEqual([`quo_${desk.itemIds[0]}`, all[0]?.id, all[1]?.id]);
    expect(all[2]?.price).toBe(5_000);
  });
});

describe('answerRevisions', () => {
  async function offered(items = 1): Promise<{ desk: Desk; ids: string[] }> {
    const desk = await onBench({ items });
    for (let at = 0; at < items; at += 1) must(await revise(desk, {}, at));
    return { desk, ids: (await revisionsOf(world.postgres.db, desk.caseId)).map((r) => r.id) };
  }

  it('takes a yes for one device and a no for the other in one call', async () => {
    const { desk, ids } = await offered(2);
    const given = desk.itemIds.map((itemId, at) => ({
      itemId,
      revisionId: ids[at] ?? '',
      answer: at === 0 ? ('accept' as const) : ('decline' as const),
    }));
    must(await answer(desk, given));
    const all = await revisionsOf(world.postgres.db, desk.caseId);
    expect(all.map((r) => [r.state, r.answered?.by, r.answered?.how])).toEqual([
      ['accepted', 'staff', 'phone'],
      ['declined', 'staff', 'phone'],
    ]);
    const prices = await sql<{ price_minor: number }>`
      select price_minor from items where case_id = ${desk.caseId} order by position`.execute(
      world.postgres.db,
    );
    expect(prices.rows.map((r) => r.price_minor)).toEqual([all[0]?.price, 900_000]);
    expect((await placesOf(world, desk.caseId))[1]).toBe('on_hold/return');
  });

  it('is all or nothing, and refuses an old offer and a second answer', async () => {
    const { desk, ids } = await offered(1);
    const itemId = desk.itemIds[0] ?? '';
    must(await revise(desk, { answers: { screen: 'worn' } }));
    const old = { itemId, revisionId: ids[0] ?? '', answer: 'accept' as const };
    expect(refusedWith(await answer(desk, [old]))).toBe('revision_superseded');
    const newest = (await revisionsOf(world.postgres.db, desk.caseId))[1]?.id ?? '';
    const no = { itemId, revisionId: newest, answer: 'decline' as const };
    expect(refusedWith(await answer(desk, [no, no]))).toBe('answered_twice');
    must(await answer(desk, [no]));
    expect(refusedWith(await answer(desk, [{ ...no, answer: 'accept' }]))).toBe('revision_answered');
  });

  it('refuses a link that only shows, another case’s link, and staff who do not say how', async () => {
    const { desk, ids } = await offered(1);
    const yes = [{ itemId: desk.itemIds[0] ?? '', revisionId: ids[0] ?? '', answer: 'accept' as const }];
    const seller = { kind: 'customer', id: 'cus_1', caseId: desk.caseId, power: 'view' } as const;
    expect((await answer(desk, yes, seller)).ok).toBe(false);
    expect(refusedWith(await answer(desk, yes, { ...seller, caseId: 'cas_x', power: 'act' }))).toBe(
      'link_other_case',
    );
    const silent = await world.postgres.transact((tx) =>
      answerRevisions(tx, world.ctxFor(staffActor()), desk.caseId, yes),
    );
    expect(refusedWith(silent)).toBe('answer_how_missing');
    must(await answer(desk, yes, { ...seller, power: 'act' }));
    expect((await revisionsOf(world.postgres.db, desk.caseId))[0]?.answered?.how).toBe('portal');
  });

  it('takes the offer off the table when it is disputed; a dispute needs a reason', async () => {
    const { desk, ids } = await offered(1);
    const one = { itemId: desk.itemIds[0] ?? '', revisionId: ids[0] ?? '', answer: 'dispute' as const };
    expect(refusedWith(await answer(desk, [one]))).toBe('reason_missing');
    must(await answer(desk, [{ ...one, reason: 'It was not cracked.' }]));
    expect(await placesOf(world, desk.caseId)).toEqual(['being_inspected/testing']);
    expect((await revisionsOf(world.postgres.db, desk.caseId))[0]?.state).toBe('superseded');
  });
});

describe('silence', () => {
  async function ring(caseId: string): Promise<void> {
    for (const due of await dueDeadlines(world.postgres.db, world.clock.now(), 200))
      if (due.case_id === caseId)
        await world.postgres.transact((tx) => ringDeadline(tx, world.ctxFor(SYSTEM), due));
  }

  it.each([
    ['send_back', 'on_hold/return', 'declined'],
    ['accept', 'payout_processing/ready', 'accepted'],
    ['hold', 'on_hold/general', 'offered'],
  ] as const)('means %s, after reminders on days 3, 7 and 12, each once', async (silence, place, state) => {
    const desk = await onBench({ silence });
    must(await revise(desk));
    const reminders = () => ran.get('mail.revised_offer_reminder') ?? 0;
    const before = reminders();
    const start = world.clock.now().getTime();
    const onDay = async (day: number) => {
      world.clock.set(new Date(start + day * 86_400_000 + 1000));
      await ring(desk.caseId);
      await ring(desk.caseId);
    };
    const counted: number[] = [];
    for (const day of [2, 3, 4, 1, 7, 5, 12, 13]) {
      await onDay(day);
      counted.push(reminders() - before);
    }
    expect(counted).toEqual([0, 1, 1, 1, 2, 2, 3, 3]);
    expect(await placesOf(world, desk.caseId)).toEqual(['not_as_described/revised_offer']);
    await onDay(14);
    expect(await placesOf(world, desk.caseId)).toEqual([place]);
    const [one] = await revisionsOf(world.postgres.db, desk.caseId);
    expect(one?.state).toBe(state);
    if (state !== 'offered') expect(one?.answered).toMatchObject({ by: 'clock', how: 'silence' });
  });
});
