/** While a second opinion is due, what the first one found is told to nobody: not by the timeline, a letter or a photo. */
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { answersOffer, preCheck, revised } from '../../db/demo/conversation.ts';
import { carrier, confirm, received, type Told } from '../../db/demo/desk.ts';
import { must, staffActor } from '../../test/harness.ts';
import { captionPhoto, removeFile } from '../modules/cases/actions/files.ts';
import { readTimeline } from '../modules/cases/store/case-view.ts';
import { checkOwnership, saveRules } from '../modules/holds/actions/ownership.ts';
import { openMessage } from '../modules/messages/actions.ts';
import { letters, deliverAll, go, offer, SYSTEM, world } from './testing-mail.ts';

const ctx = () => world.ctxFor(staffActor());
let one: Told;
let photo = '';

const timeline = async () =>
  await readTimeline(world.postgres.db, one.caseId, {
    kinds: [],
    publicOnly: false,
    after: null,
    limit: 200,
  });
const letter = async (event: string) =>
  (await letters(one.caseId)).find((line) => line.event === event)?.id ?? expect.fail(`no ${event}`);
const told = async () => JSON.stringify(await timeline());

beforeAll(async () => {
  world.clock.set('2026-11-05T09:00:00.000Z');
  one = await offer({ locale: 'en', devices: 1 });
  await go(one, confirm, carrier('accepted', 'Utrecht'), received('ok'), preCheck, revised('screen'));
  await deliverAll();
  const kept = await sql<{ id: string }>`
    select id from files where case_id = ${one.caseId} and purpose = 'photo'`.execute(world.postgres.db);
  photo = kept.rows[0]?.id ?? '';
});

describe('a device that is inspected a second time', () => {
  it('had its finding told before', async () => {
    expect(await told()).toContain('price_minor');
    expect(await told()).toContain('"check_id":"screen"');
    const open = must(await openMessage(world.postgres.db, await letter('revised_offer')));
    expect(open.body_text).toContain('we found');
  });

  it('hides what was found until the second one is done', async () => {
    world.clock.set('2026-11-06T09:00:00.000Z');
    await go(one, answersOffer('dispute'));
    const rows = await timeline();
    const offered = rows.find((row) => row.kind === 'move' && row.text === 'revise');
    expect(offered).toMatchObject({
      reason: null,
      data: { hidden: true, to: 'not_as_described/revised_offer' },
    });
    expect(await told()).not.toContain('price_minor');
    expect(await told()).not.toContain('"check_id":"screen"');
    expect(await openMessage(world.postgres.db, await letter('revised_offer'))).toMatchObject({
      ok: false,
      code: 'letter_hidden',
    });
    must(await openMessage(world.postgres.db, await letter('second_inspection')));
  });

  it('keeps the photos of the first from being named or taken out', async () => {
    const name = await world.postgres.transact((tx) =>
      captionPhoto(tx, ctx(), { id: photo, caption: 'Whole' }),
    );
    expect(name).toMatchObject({ ok: false, code: 'photo_hidden' });
    const out = await world.postgres.transact((tx) => removeFile(tx, ctx(), photo));
    expect(out).toMatchObject({ ok: false, code: 'photo_hidden' });
  });

  it('is asked for no proof because of what the first one found', async () => {
    const { db } = world.postgres;
    const item = one.itemIds[0] ?? '';
    const found = await sql<{ screen: string }>`
      select found_answers ->> 'screen' as screen from inspections where item_id = ${item}`.execute(db);
    await sql`delete from holds where item_id = ${item}`.execute(db);
    const when = { answers: { screen: [found.rows[0]?.screen ?? ''] } };
    const body = { rules: [{ id: 'broken', name: 'Broken', on: true, when }] };
    must(await world.postgres.transact((tx) => saveRules(tx, world.ctxFor(SYSTEM), { version: null, body })));
    const fires = async () => must(await world.postgres.transact((tx) => checkOwnership(tx, ctx(), item)));
    expect(await fires()).toBeNull();
    await sql`update disputes set closed_at = ${world.clock.now()}, outcome = 'withdrawn' where item_id = ${item}`.execute(
      db,
    );
    expect(await fires()).toBe('Broken');
  });
});
