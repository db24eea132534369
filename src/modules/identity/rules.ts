/** Roles → permissions, and the two questions every action asks first. Deny by default. */
import { PERMISSIONS, type Actor, type LinkPower, type Permission } from '../../kernel/actor.ts';
import { refuse, type Refusal } from '../../kernel/outcome.ts';

export const ROLES = ['owner', 'counter', 'bench', 'help_desk', 'finance', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

const VIEW: readonly Permission[] = ['case.view', 'customer.view', 'prices.view', 'messages.view'];

/** What each role may do; a person with several roles may do what any of them may. */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  owner: PERMISSIONS,
  counter: [
    ...VIEW,
    'case.create',
    'case.edit',
    'case.note',
    'case.move',
    'customer.edit',
    'parcel.receive',
    'inspection.record',
    'offer.revise',
    'offer.answer_on_behalf',
    'hold.open',
    'hold.release',
    'lock_code.view',
    'messages.send',
    'payout.view',
    'payout.settle',
  ],
  bench: [
    ...VIEW,
    'case.note',
    'case.move',
    'parcel.receive',
    'inspection.record',
    'offer.revise',
    'hold.open',
    'hold.release',
    'lock_code.view',
  ],
  help_desk: [
    ...VIEW,
    'case.create',
    'case.edit',
    'case.note',
    'case.move',
    'customer.edit',
    'offer.answer_on_behalf',
    'hold.open',
    'hold.release',
    'ownership.approve',
    'block_list.edit',
    'payout.view',
    'payout.edit',
    'messages.send',
    'messages.edit',
  ],
  finance: [
    ...VIEW,
    'case.note',
    'payout.view',
    'payout.edit',
    'payout.submit',
    'payout.settle',
    'reports.view',
  ],
  viewer: [...VIEW, 'payout.view', 'settings.view', 'reports.view'],
};

/** Permissions that move money: a shop may ask for a second factor before they count. */
export const MONEY_PERMISSIONS: ReadonlySet<Permission> = new Set([
  'payout.edit',
  'payout.submit',
  'payout.settle',
]);

export function isRole(text: unknown): text is Role {
  return ROLES.some((role) => role === text);
}

/**
 * What a person with these roles may do. `moneyLocked`: the shop asks for a second factor and this person has none,
 * so that the money permissions do not count.
 */
export function permissionsOf(roles: readonly Role[], moneyLocked = false): ReadonlySet<Permission> {
  const all = roles.flatMap((role) => ROLE_PERMISSIONS[role]);
  return new Set(moneyLocked ? all.filter((one) => !MONEY_PERMISSIONS.has(one)) : all);
}

/** Permissions in the order of the list, as screens show them. */
export function sortedPermissions(held: ReadonlySet<Permission>): Permission[] {
  return PERMISSIONS.filter((one) => held.has(one));
}

/**
 * Null when the actor may, else why not. Only staff hold permissions; `system` is the operator's own command line
 * and jobs, which already have the database. Everybody else is refused: `sign_in_required`, `permission_missing`.
 */
export function requirePermission(actor: Actor, permission: Permission): Refusal | null {
  if (actor.kind === 'system') return null;
  if (actor.kind !== 'staff')
    return refuse('sign_in_required', 'Please sign in as staff to do this.', 'forbidden');
  if (actor.permissions.has(permission)) return null;
  const money = MONEY_PERMISSIONS.has(permission)
    ? ' If your role includes it, set up your second factor first.'
    : '';
  return refuse(
    'permission_missing',
    `You need the permission ${permission} for this; an owner can give it to you.${money}`,
    'forbidden',
    { more: { permission } },
  );
}

const POWER_RANK: Readonly<Record<LinkPower, number>> = { view: 0, act: 1, sensitive: 2 };

/** True when a link of power `has` covers what needs `needs`. */
export function powerCovers(has: LinkPower, needs: LinkPower): boolean {
  return POWER_RANK[has] >= POWER_RANK[needs];
}

/**
 * Null when the customer's session is for this case and strong enough, else why not: `link_needed`,
 * `link_other_case`, `code_needed` (ask for a fresh code by mail), `power_missing` (the link only shows).
 */
export function requirePower(actor: Actor, power: LinkPower, caseId: string): Refusal | null {
  if (actor.kind === 'system') return null;
  if (actor.kind !== 'customer')
    return refuse('link_needed', 'Please open this page from the link in your e-mail.', 'forbidden');
  if (actor.caseId !== caseId)
    return refuse(
      'link_other_case',
      'Your link belongs to another offer. Open the link in the e-mail about this one.',
      'forbidden',
    );
  if (powerCovers(actor.power, power)) return null;
  if (power === 'sensitive' && actor.power === 'act')
    return refuse('code_needed', 'Please confirm with the 6-digit code we send you by e-mail.', 'forbidden');
  return refuse(
    'power_missing',
    'This link only shows the offer. Use the link in our first e-mail.',
    'forbidden',
  );
}
