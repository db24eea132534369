/** The letters about devices we do not buy, and about those that somebody else inspects again. */
import { describe, expect, it } from 'vitest';
import { carrier, confirm, received, type Told } from '../../db/demo/desk.ts';
import { must, staffActor } from '../../test/harness.ts';
import { ok } from '../kernel/outcome.ts';
import { moveItems } from '../modules/cases/actions/move.ts';
import { openHold } from '../modules/holds/actions.ts';
import { effects } from './effects.ts';
import { deliverAll, events, go, letters, offer, world } from './testing-mail.ts';

async function refused(one: Told): Promise<void> {
  const staff = () => world.ctxFor(staffActor());
  await go(one, confirm, carrier('accepted', 'Utrecht'), received('ok'));
  must(
    await world.postgres.transact(async (tx) => {
      for (const id of one.itemIds)
        must(await openHold(tx, staff(), id, { reason: 'general', note: 'our suspicion' }));
      return ok(null);
    }),
  );
  must(
    await world.postgres.transact((tx) =>
      moveItems(tx, staff(), {
        caseId: one.caseId,
        move: 'refuse_device',
        form: 'refuse_device',
        itemIds: one.itemIds,
        reason: 'The police are looking for it',
      }),
    ),
  );
}

describe('a device we refuse', () => {
  it('is told of once for both, with what happens next but not what staff wrote', async () => {
    const one = await offer({ locale: 'en' });
    await refused(one);
    expect((await events(one)).filter((e) => e.startsWith('device_refused'))).toEqual(['device_refused 2']);
    await deliverAll();
    const letter = (await letters(one.caseId)).find((l) => l.event === 'device_refused');
    expect(letter?.subject).toBe('We send your devices back');
    expect(letter?.body_text).toContain('You get a mail when the parcel leaves');
    expect(letter?.body_text).not.toMatch(/police|suspicion/);
  });
});

describe('a second inspection', () => {
  it('is told of, without the seller’s own words', async () => {
    const one = await offer({ locale: 'nl', devices: 1 });
    must(
      await world.postgres.transact((tx) =>
        effects['mail.second_inspection'](tx, world.ctxFor({ kind: 'system' }), {
          caseId: one.caseId,
          move: 'dispute',
          reason: 'It is a hair',
          data: {},
          items: one.itemIds.map((id) => ({ id, seq: 9, from: null, to: null })),
        } as never),
      ),
    );
    expect(await events(one)).toContain('second_inspection 1');
    await deliverAll();
    const letter = (await letters(one.caseId)).find((l) => l.event === 'second_inspection');
    expect(letter?.subject).toBe('We inspecteren uw toestel opnieuw');
    expect(letter?.body_text).not.toContain('hair');
  });
});
