import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { confirm } from '../../db/demo/desk.ts';
import type { Told } from '../../db/demo/desk.ts';
import { must, staffActor } from '../../test/harness.ts';
import type { Actor } from '../kernel/actor.ts';
import { KEYRING } from '../modules/identity/testing.ts';
import { setPayoutMethod } from '../modules/money/actions/method.ts';
import { moneyRoutes } from '../modules/money/http.ts';
import { changePayoutMethod, tellingPayoutChanges } from './mail.ts';
import { deliverAll, events, go, letters, offer, SYSTEM, world } from './testing-mail.ts';

describe('payout details', () => {
  const change = (one: Told, iban: string, as: Actor = SYSTEM) =>
    world.postgres.transact((tx) =>
      changePayoutMethod(
        tx,
        world.ctxFor(as),
        { caseId: one.caseId, kind: 'bank', holder: 'Noor Bakker', iban },
        KEYRING,
      ),
    );

  it('that are changed are told to every address the case was written to', async () => {
    const one = await offer({ locale: 'es' });
    await go(one, confirm);
    expect((await events(one)).filter((e) => e.startsWith('payout'))).toEqual([]);
    const thief = 'thief@example.com';
    await sql`update cases set contact = contact || ${JSON.stringify({ email: thief })}::jsonb where id = ${one.caseId}`.execute(
      world.postgres.db,
    );
    const owner: Actor = { kind: 'customer', id: one.customerId, caseId: one.caseId, power: 'sensitive' };
    must(await change(one, 'DE89370400440532013000', owner));
    const told = async () => (await letters(one.caseId)).filter((l) => l.event === 'payout_details_changed');
    expect((await told()).map((l) => l.to_address).sort()).toEqual([one.person.email, thief].sort());
    must(await change(one, 'DE89370400440532013000', owner));
    expect(await told()).toHaveLength(2);
    must(await change(one, 'NL91ABNA0417164300', owner));
    expect(await told()).toHaveLength(4);
    await deliverAll();
    expect((await told())[0]?.body_text).toMatch(/por transferencia bancaria \([A-Z]{2}\W+\d{4}\)/);
    expect((await told())[0]?.body_text).not.toContain('https://');
  });

  it('changed over the API are told too', async () => {
    const one = await offer();
    await go(one, confirm);
    const routes = tellingPayoutChanges(moneyRoutes(KEYRING));
    expect(routes).toHaveLength(moneyRoutes(KEYRING).length);
    const put = routes.find((r) => r.method === 'put' && r.path === '/api/cases/{id}/payout-method');
    const body = { kind: 'bank', holder: 'Noor Bakker', iban: 'DE89370400440532013000' };
    const input = { params: { id: one.caseId }, query: {}, body, version: null };
    const saved = await world.postgres.transact(
      async (tx) =>
        (await put?.run(tx, input as never, { ctx: world.ctxFor(staffActor()) } as never)) ??
        expect.fail('money has no such route any more'),
    );
    must(saved);
    expect((await events(one)).filter((e) => e.startsWith('payout_details'))).toHaveLength(1);
  });

  it('that are given for the first time, or refused, are not', async () => {
    const one = await offer();
    must(
      await world.postgres.transact((tx) =>
        setPayoutMethod(
          tx,
          world.ctxFor(SYSTEM),
          { caseId: one.caseId, kind: 'bank', holder: 'N', iban: 'NL91ABNA0417164300' },
          KEYRING,
        ),
      ),
    );
    const weak: Actor = { kind: 'customer', id: one.customerId, caseId: one.caseId, power: 'act' };
    expect((await change(one, 'DE89370400440532013000', weak)).ok).toBe(false);
    expect(await events(one)).toEqual(['quote_made 2']);
  });
});
