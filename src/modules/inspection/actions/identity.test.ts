import { beforeAll, describe, expect, it } from 'vitest';
import { aCase, aShop, countEffects, type Desk } from '../../../../test/builders.ts';
import { must, refusedWith, staffActor, testDatabase } from '../../../../test/harness.ts';
import { luhnDigit } from '../rules/numbers.ts';
import { checksOf } from '../store/pre-check.ts';
import { recordIdentity, type IdentityInput } from './identity.ts';
import { runPreCheck } from './pre-check.ts';

const world = testDatabase();
beforeAll(async () => {
  await aShop(world);
  countEffects();
});

let serials = 100_000;
const imeiOf = () => {
  serials += 1;
  const fourteen = `49015420${serials}`;
  return fourteen + luhnDigit(fourteen);
};
const onBench = () => aCase(world, { moves: ['confirm', 'receive'] });
const itemOf = (desk: Desk) => desk.itemIds[0] ?? '';
const identify = (desk: Desk, input: IdentityInput) =>
  world.postgres.transact((tx) => recordIdentity(tx, world.ctxFor(staffActor()), itemOf(desk), input));
const check = (desk: Desk) =>
  world.postgres.transact((tx) => runPreCheck(tx, world.ctxFor(staffActor()), itemOf(desk)));
const rows = (desk: Desk) => checksOf(world.postgres.db, itemOf(desk));
const verdicts = (found: { checks: readonly { kind: string; verdict: string }[] }) =>
  Object.fromEntries(found.checks.map((one) => [one.kind, one.verdict]));

describe('a phone with two IMEIs', () => {
  it('is the same one whichever of them is read', async () => {
    const [a, b] = [imeiOf(), imeiOf()];
    const [first, second, third] = [await onBench(), await onBench(), await onBench()];
    const made = must(await identify(first, { imei: a, imei2: b }));
    const again = must(await identify(second, { imei: b }));
    expect(again.unit).toEqual(made.unit);
    expect(again.seen_before.map((one) => one.reference)).toEqual([first.reference]);
    const swapped = must(await identify(third, { imei: b, imei2: a }));
    expect(swapped.unit.id).toBe(made.unit.id);
    expect(swapped.seen_before).toHaveLength(2);
  });

  it('was taken for two, until both are read: then they are one, with all its evidence', async () => {
    const [a, b] = [imeiOf(), imeiOf()];
    const [first, second, third] = [await onBench(), await onBench(), await onBench()];
    const one = must(await identify(first, { imei: a }));
    world.clock.move(1000);
    const two = must(await identify(second, { imei: b }));
    expect(two.unit.id).not.toBe(one.unit.id);
    must(await check(second));
    const both = must(await identify(third, { imei: a, imei2: b }));
    expect(both.unit).toMatchObject({ id: one.unit.id, imei: a, imei2: b });
    expect(both.seen_before).toHaveLength(2);
    expect((await rows(second)).length).toBeGreaterThan(0);
    expect(verdicts(must(await check(second)))['seen_before']).toBe('hit');
  });

  it('read wrongly is corrected on its own item, not on others', async () => {
    const [wrong, right, b] = [imeiOf(), imeiOf(), imeiOf()];
    const first = await onBench();
    must(await identify(first, { imei: wrong, imei2: b }));
    expect(must(await identify(first, { imei: right, imei2: b })).unit).toMatchObject({
      imei: right,
      imei2: b,
    });
    const second = await onBench();
    expect(refusedWith(await identify(second, { imei: imeiOf(), imei2: b }))).toBe('unit_numbers_conflict');
  });

  it('is made once by two people at the same moment', async () => {
    const imei = imeiOf();
    const desks = [await onBench(), await onBench(), await onBench(), await onBench()];
    const made = await Promise.all(desks.map((desk) => identify(desk, { imei })));
    expect(new Set(made.map((one) => must(one).unit.id)).size).toBe(1);
  });
});
