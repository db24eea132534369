import type { IdPrefix } from './id.ts';

/** What a member of staff may do; roles are sets of these (modules/identity/rules.ts). */
export const PERMISSIONS = [
  'case.view',
  'case.create',
  'case.edit',
  'case.note',
  'case.move',
  'customer.view',
  'customer.edit',
  'parcel.receive',
  'inspection.record',
  'offer.revise',
  'offer.answer_on_behalf',
  'offer.free_price',
  'hold.open',
  'hold.release',
  'ownership.approve',
  'lock_code.view',
  'block_list.edit',
  'payout.view',
  'payout.edit',
  'payout.submit',
  'payout.settle',
  'prices.view',
  'prices.edit',
  'messages.view',
  'messages.send',
  'messages.edit',
  'settings.view',
  'settings.edit',
  'staff.manage',
  'reports.view',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** Powers of a customer's link, each including the ones before it (reliability.md, "Links"). */
export type LinkPower = 'view' | 'act' | 'sensitive';

/** Who acts. Every history row, note and money row names one. */
export type Actor =
  | { kind: 'staff'; id: string; name: string; permissions: ReadonlySet<Permission>; onBehalf?: boolean }
  | { kind: 'customer'; id: string; caseId: string; power: LinkPower }
  | { kind: 'clock' }
  | { kind: 'carrier'; name: string }
  | { kind: 'system' }
  | { kind: 'visitor' };

export type ActorKind = Actor['kind'];

/** The id of a person behind the act, or null for clocks, carriers and machines. */
export function actorId(actor: Actor): string | null {
  return actor.kind === 'staff' || actor.kind === 'customer' ? actor.id : null;
}

/** What every action gets from outside, so that it reads no clock and rolls no dice itself. */
export type Ctx = {
  readonly now: Date;
  readonly newId: (prefix: IdPrefix) => string;
  readonly random: (bytes: number) => Uint8Array;
  readonly actor: Actor;
  readonly requestId: string;
};
