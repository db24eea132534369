/** The people and the steps of the demo: every step is the real action, made by the right person at its time. */
import { randomBytes } from 'node:crypto';
import type { Actor, Ctx } from '../../src/kernel/actor.ts';
import { makeId } from '../../src/kernel/id.ts';
import type { Outcome } from '../../src/kernel/outcome.ts';
import { confirmOffer, type PayoutInput } from '../../src/app/offers.ts';
import { addNote } from '../../src/modules/cases/actions/notes.ts';
import { moveItems } from '../../src/modules/cases/actions/move.ts';
import {
  completeInspection,
  openInspection,
  recordFindings,
} from '../../src/modules/inspection/actions/inspect.ts';
import { CHECKLISTS, type Category } from '../../src/modules/inspection/rules.ts';
import { markFailed, markPaid, submitPayout } from '../../src/modules/money/actions/settle.ts';
import { recordCarrierEvent, type CarrierEvent } from '../../src/modules/shipping/actions/carrier.ts';
import { handBack } from '../../src/modules/shipping/actions/hand-back.ts';
import { receive } from '../../src/modules/shipping/actions/receive.ts';
import { permissionsOf } from '../../src/modules/identity/rules.ts';
import type { DemoPerson } from '../../src/modules/identity/seed.ts';
import type { Postgres, Tx } from '../../src/platform/postgres.ts';
import type { Keyring } from '../../src/platform/secrets.ts';
import type { StoragePort } from '../../src/ports/storage.ts';
import type { Person } from './people.ts';

export type Variant = { readonly id: string; readonly category: Category; readonly popular: boolean };

export type Desk = {
  readonly postgres: Postgres;
  readonly keyring: Keyring;
  readonly storage: StoragePort;
  readonly staff: readonly DemoPerson[];
  readonly locations: { readonly amsterdam: string; readonly utrecht: string };
  readonly variants: readonly Variant[];
};

/** One case of the demo while it is being told. */
export type Told = {
  readonly n: number;
  readonly person: Person;
  readonly channel: 'mail_in' | 'in_store';
  readonly categories: readonly Category[];
  caseId: string;
  itemIds: string[];
  customerId: string;
  at: Date;
};

export type StepOf = (desk: Desk, told: Told, ctx: (actor: Actor) => Ctx) => Promise<void>;

/** Everything an act needs, at the case's own time. */
export function ctxAt(at: Date): (actor: Actor) => Ctx {
  const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
  return (actor) => ({
    now: at,
    actor,
    random,
    requestId: 'demo',
    newId: (prefix) => makeId(prefix, at.getTime(), random(10)),
  });
}

export function actorOf(desk: Desk, role: DemoPerson['role'], n = 0): Actor {
  const those = desk.staff.filter((s) => s.role === role);
  const one = those[n % those.length];
  if (!one) throw new Error(`the demo has nobody in the role ${role}`);
  return { kind: 'staff', id: one.id, name: one.name, permissions: permissionsOf([one.role]) };
}

export function customer(told: Told): Actor {
  return { kind: 'customer', id: told.customerId, caseId: told.caseId, power: 'act' };
}

export async function done<T>(
  desk: Desk,
  told: Told,
  what: string,
  work: (tx: Tx) => Promise<Outcome<T>>,
): Promise<T> {
  const outcome = await desk.postgres.transact(work);
  if (!outcome.ok)
    throw new Error(`demo case ${told.n}: ${what} was refused: ${outcome.code}: ${outcome.why}`);
  return outcome.value;
}

function payoutOf(told: Told): PayoutInput {
  const kinds: readonly PayoutInput['kind'][] =
    told.channel === 'mail_in'
      ? ['bank', 'bank', 'bank', 'paypal', 'store_credit']
      : ['cash', 'cash', 'bank', 'store_credit'];
  const kind = kinds[told.n % kinds.length] ?? 'bank';
  if (kind === 'bank') return { kind, holder: told.person.name, iban: told.person.iban };
  return kind === 'paypal' ? { kind, paypal_email: told.person.email } : { kind };
}

/** The customer confirms: address or visit, and how to be paid. */
export const confirm: StepOf = async (desk, told, ctx) => {
  const byMail = told.channel === 'mail_in';
  const visit = new Date(told.at.getTime() + 3 * 86_400_000).toISOString().slice(0, 10);
  await done(desk, told, 'confirm', (tx) =>
    confirmOffer(tx, ctx(customer(told)), desk.keyring, told.caseId, {
      address: byMail ? told.person.address : null,
      locationId: byMail ? null : told.n % 3 === 0 ? desk.locations.utrecht : desk.locations.amsterdam,
      visitOn: byMail ? null : visit,
      payout: payoutOf(told),
    }),
  );
};

/** A plain move by somebody. */
export function move(
  name: string,
  actor: (desk: Desk, told: Told) => Actor,
  reason: string | null = null,
  only?: (at: number) => boolean,
): StepOf {
  return async (desk, told, ctx) => {
    const itemIds = only ? told.itemIds.filter((_, at) => only(at)) : told.itemIds;
    await done(desk, told, name, (tx) =>
      moveItems(tx, ctx(actor(desk, told)), { caseId: told.caseId, move: name, itemIds, reason }),
    );
  };
}

export const byClock = (): Actor => ({ kind: 'clock' });
export const byBench = (desk: Desk): Actor => actorOf(desk, 'bench');
export const byCounter = (desk: Desk, told: Told): Actor => actorOf(desk, 'counter', told.n);
export const byHelpDesk = (desk: Desk): Actor => actorOf(desk, 'help_desk');
export const byCustomer = (_: Desk, told: Told): Actor => customer(told);
const byFinance = (desk: Desk): Actor => actorOf(desk, 'finance');
export const byTester = (desk: Desk, told: Told): Actor =>
  told.channel === 'mail_in' ? byBench(desk) : byCounter(desk, told);

/** What the carrier reports. */
export function carrier(kind: CarrierEvent['kind'], place: string): StepOf {
  return async (desk, told, ctx) => {
    const trackingNumber = `3S${String(100_000_000 + told.n * 7919).slice(0, 9)}NL`;
    await done(desk, told, kind, (tx) =>
      recordCarrierEvent(tx, ctx({ kind: 'carrier', name: 'Post' }), told.caseId, {
        kind,
        place,
        trackingNumber,
        carrier: 'Post',
      }),
    );
  };
}

/** The parcel is opened; `outcome` is what the last device turned out to be. */
export function received(
  outcome: 'ok' | 'missing' | 'damaged' | 'wrong' = 'ok',
  note: string | null = null,
): StepOf {
  return async (desk, told, ctx) => {
    await done(desk, told, 'receive', (tx) =>
      receive(tx, ctx(byBench(desk)), told.caseId, {
        weightGrams: 240 + (told.n % 50) * 7,
        items: told.itemIds.map((itemId, at) => ({
          itemId,
          outcome: at === told.itemIds.length - 1 ? outcome : 'ok',
          note,
        })),
      }),
    );
  };
}

const GRADES = ['A', 'B', 'B', 'C', 'A', 'B', 'D'] as const;

/** Tests every device, or those chosen, and passes them. */
export function tested(only: (at: number) => boolean = () => true): StepOf {
  return async (desk, told, ctx) => {
    for (const [at, itemId] of told.itemIds.entries()) {
      if (!only(at)) continue;
      const as = ctx(byTester(desk, told));
      const checks = Object.fromEntries(
        CHECKLISTS[told.categories[at] ?? 'phone'].map((c) => [c.id, { result: 'pass' as const }]),
      );
      const opened = await done(desk, told, 'inspection', (tx) => openInspection(tx, as, itemId));
      await done(desk, told, 'findings', (tx) =>
        recordFindings(tx, as, opened.id, opened.version, {
          checks,
          cosmetic_grade: GRADES[(told.n + at) % GRADES.length] ?? 'B',
          functional_grade: 'works',
          battery_percent: 78 + ((told.n * 5 + at) % 22),
          note: 'Graded by eye beside the sample devices.',
        }),
      );
      await done(desk, told, 'complete', (tx) => completeInspection(tx, as, opened.id));
    }
    await move('pass', byTester, null, only)(desk, told, ctx);
  };
}

export function noted(body: string, visibility: 'internal' | 'customer' = 'internal'): StepOf {
  return async (desk, told, ctx) => {
    await done(desk, told, 'note', (tx) =>
      addNote(tx, ctx(byHelpDesk(desk)), told.caseId, { body, visibility }),
    );
  };
}

/** Finance does something with the case's newest payout in this state; store credit may have settled by itself. */
function payout(states: readonly string[], what: 'submit' | 'pay' | 'fail'): StepOf {
  return async (desk, told, ctx) => {
    const found = await desk.postgres.pool.query<{ id: string; kind: string }>(
      'select id, kind from payouts where case_id = $1 and state = any($2) order by number desc limit 1',
      [told.caseId, states],
    );
    const one = found.rows[0];
    if (!one) return;
    const outside = one.kind === 'bank' || one.kind === 'paypal';
    if (what === 'submit' && outside)
      await done(desk, told, 'submit', (tx) => submitPayout(tx, ctx(byFinance(desk)), { payoutId: one.id }));
    if (what === 'fail' && outside)
      await done(desk, told, 'fail', (tx) =>
        markFailed(tx, ctx(byFinance(desk)), { payoutId: one.id, reason: 'AC01 account number wrong' }),
      );
    if (what === 'pay')
      await done(desk, told, 'pay', (tx) =>
        markPaid(tx, ctx(byFinance(desk)), {
          payoutId: one.id,
          transactionReference: outside ? `TX-${told.n}-${one.id.slice(-6).toUpperCase()}` : null,
          locationId: desk.locations.amsterdam,
        }),
      );
  };
}

export const submitted = payout(['ready'], 'submit');
export const paid = payout(['ready', 'submitted'], 'pay');
export const failed = payout(['submitted'], 'fail');

/** Back to the customer, by parcel or over the counter. */
export const handedBack: StepOf = async (desk, told, ctx) => {
  await done(desk, told, 'hand back', (tx) =>
    handBack(
      tx,
      ctx(told.channel === 'mail_in' ? byBench(desk) : byCounter(desk, told)),
      told.caseId,
      told.channel === 'mail_in'
        ? {
            itemIds: told.itemIds,
            kind: 'custom_label',
            carrier: 'Post',
            trackingNumber: `3SB${100_000 + told.n}NL`,
          }
        : { itemIds: told.itemIds, kind: 'hand_over', signedBy: told.person.name },
    ),
  );
};
