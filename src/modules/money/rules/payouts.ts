/**
 * Decisions about money: which payouts there are and where they may go, what each books, who may let one go.
 * Pure; the database keeps I1, I2 and I4 whatever is written here (db/migrations/0009_money.sql).
 */
import type { Actor, Permission } from '../../../kernel/actor.ts';
import { digitsOf } from '../../../kernel/money.ts';
import { ok, refuse, type Outcome } from '../../../kernel/outcome.ts';
import { after, DAY } from '../../../kernel/time.ts';

export const PAYOUT_KINDS = ['bank', 'paypal', 'store_credit', 'cash'] as const;
export type PayoutKind = (typeof PAYOUT_KINDS)[number];

export const PAYOUT_STATES = ['ready', 'submitted', 'paid', 'failed', 'cancelled'] as const;
export type PayoutState = (typeof PAYOUT_STATES)[number];

export type Channel = 'mail_in' | 'in_store';

/** What a payout must be before it may leave `ready`. */
export type Instruction = {
  readonly number: number;
  readonly reference: string;
  readonly kind: PayoutKind;
  readonly state: PayoutState;
  readonly amountMinor: number;
  readonly currency: string;
  readonly notBefore: Date | null;
  readonly releasedBy: string | null;
};

/** Kinds of payout a channel can carry at all: there is no cash by post (workflows.md, part B). */
const CHANNEL_KINDS: Readonly<Record<Channel, readonly PayoutKind[]>> = {
  mail_in: ['bank', 'paypal', 'store_credit'],
  in_store: ['bank', 'paypal', 'store_credit', 'cash'],
};

function kindsIn(value: unknown): readonly PayoutKind[] | null {
  if (!Array.isArray(value)) return null;
  const named = PAYOUT_KINDS.filter((kind) => value.includes(kind));
  return named.length > 0 ? named : null;
}

/**
 * The kinds of payout a seller may choose. `settings.payout_methods` (`{mail_in: [...], in_store: [...]}`) narrows
 * what the channel allows; where it says nothing, or nothing usable, all of the channel's kinds are offered.
 */
export function kindsFor(
  channel: Channel,
  settings: Readonly<Record<string, unknown>>,
): readonly PayoutKind[] {
  const set = settings.payout_methods;
  const chosen = typeof set === 'object' && set !== null && channel in set ? Reflect.get(set, channel) : null;
  const narrowed = kindsIn(chosen);
  return CHANNEL_KINDS[channel].filter((kind) => narrowed === null || narrowed.includes(kind));
}

/** The amount above which two persons are needed, in minor units; null when the shop set none. */
export function releaseLimit(settings: Readonly<Record<string, unknown>>): number | null {
  const set = settings.payout_release_above_minor;
  return typeof set === 'number' && Number.isSafeInteger(set) && set >= 0 ? set : null;
}

/** True when a payout of this amount needs one person to release it and another to send it. */
export function needsRelease(amountMinor: number, limit: number | null): boolean {
  return limit !== null && amountMinor > limit;
}

/** True where the money is moved by a bank or provider, so that there is something to submit and to fail. */
export function goesOutside(payout: { kind: PayoutKind; amountMinor: number }): boolean {
  return (payout.kind === 'bank' || payout.kind === 'paypal') && payout.amountMinor > 0;
}

/** True where nobody outside and no hand at a till is needed: store credit, and payouts of nothing. */
export function settlesItself(payout: { kind: PayoutKind; amountMinor: number }): boolean {
  return payout.kind === 'store_credit' || payout.amountMinor === 0;
}

/** How a payout is called in lists, files and on statements: the case's reference and the payout's number. */
export function payoutName(payout: { reference: string; number: number }): string {
  return `${payout.reference}/${payout.number}`;
}

/**
 * May this payout leave `ready` now, by this actor? Refuses `payout_not_ready`, `payout_cooling_off` (an account
 * changed by the customer less than 24 h ago), `release_needed` and `release_same_person` (two persons above the limit).
 */
export function mayLeaveReady(
  payout: Instruction,
  actor: Actor,
  now: Date,
  limit: number | null,
): Outcome<null> {
  const name = payoutName(payout);
  if (payout.state !== 'ready')
    return refuse('payout_not_ready', `Payout ${name} is ${payout.state} already.`, 'conflict', {
      more: { state: payout.state },
    });
  if (goesOutside(payout) && payout.notBefore && payout.notBefore > now)
    return refuse(
      'payout_cooling_off',
      `The customer changed the account of payout ${name}; it can be paid from ${payout.notBefore.toISOString()}.`,
      'conflict',
      { more: { not_before: payout.notBefore.toISOString() } },
    );
  if (!needsRelease(payout.amountMinor, limit)) return ok(null);
  if (payout.releasedBy === null)
    return refuse(
      'release_needed',
      `Payout ${name} is above the limit: a second person has to release it first.`,
      'conflict',
    );
  if (actor.kind === 'staff' && actor.id === payout.releasedBy)
    return refuse(
      'release_same_person',
      `You released payout ${name}; somebody else has to send it.`,
      'forbidden',
    );
  return ok(null);
}

/** How long an account changed by the customer rests before we pay to it (reliability.md: 24 h). */
export const COOL_OFF = DAY;

/**
 * When a changed method may be paid to: after 24 h when a customer changes an account we already had, at once when
 * it is the first, when staff changed it (they are on record), or when no account outside is involved.
 */
export function coolUntil(actor: Actor, kind: PayoutKind, isFirst: boolean, now: Date): Date | null {
  const outside = kind === 'bank' || kind === 'paypal';
  return outside && !isFirst && actor.kind === 'customer' ? after(now, COOL_OFF) : null;
}

/** Refuses unless staff hold the permission; the machine may, customers and visitors never. */
export function mustBeAbleTo(actor: Actor, permission: Permission): Outcome<null> {
  if (actor.kind === 'system') return ok(null);
  if (actor.kind === 'staff' && actor.permissions.has(permission)) return ok(null);
  return refuse('permission_missing', `This needs the permission “${permission}”.`, 'forbidden');
}

/** An amount for files: decimal point, no grouping, all digits of the currency (`1234.50`, JPY `1234`). */
export function decimal(minor: number, currency: string): string {
  const digits = digitsOf(currency);
  const text = String(minor).padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** Text that banks pass on: letters, digits and a few signs (SEPA's Latin set), 140 at most. */
export function remittance(payout: { reference: string; number: number }): string {
  return `Payout ${payoutName(payout)}`
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9/\-?:().,'+ ]/g, ' ')
    .slice(0, 140);
}

/** The reference a payout gives itself when nobody outside can give one. */
export function ownReference(payout: {
  reference: string;
  number: number;
  kind: PayoutKind;
  amountMinor: number;
}): string {
  const word = payout.amountMinor === 0 ? 'NOTHING' : payout.kind === 'cash' ? 'CASH' : 'CREDIT';
  return `${word} ${payoutName(payout)}`;
}
