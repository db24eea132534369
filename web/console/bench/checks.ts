/** What a check found, in the words of the reader's language; what has no words of ours is told as it was written. */
import type { DeviceCheck } from '../../contract/checks.ts';
import type { Texts } from '../../texts/en.ts';

export type SeenLink = { item_number: string; reference: string; is_open: boolean };
export type BlockedLink = { number: string; reason: string };

type Says = Texts['checks']['says'];

function said(check: Pick<DeviceCheck, 'evidence'>, name: string): string {
  const value = check.evidence[name];
  return typeof value === 'string' ? value : '';
}

/** One sentence. A person's own words come first; a code we have no words for gives the server's. */
export function sentenceOf(check: Pick<DeviceCheck, 'evidence' | 'detail'>, says: Says): string {
  const note = said(check, 'note');
  if (note) return note;
  const code = said(check, 'code');
  const [declared, found] = [said(check, 'declared'), said(check, 'found')];
  if (code === 'model_same' || code === 'model_hint') return says[code](found);
  if (code === 'model_other') return says.model_other(declared, found);
  if (code === 'model_by_hand' && found) return says.model_found(declared, found);
  const words: unknown = Object.hasOwn(says, code) ? says[code as keyof Says] : undefined;
  return typeof words === 'string' ? words : check.detail;
}

function listOf(check: DeviceCheck, name: string): Record<string, unknown>[] {
  const value = check.evidence[name];
  return Array.isArray(value)
    ? value.filter((one): one is Record<string, unknown> => typeof one === 'object' && one !== null)
    : [];
}

/** Items that were the same device. */
export function seenIn(check: DeviceCheck): SeenLink[] {
  return listOf(check, 'seen').map((one) => ({
    item_number: String(one['item_number'] ?? ''),
    reference: String(one['reference'] ?? ''),
    is_open: one['is_open'] === true,
  }));
}

/** Entries of the block list that named it. */
export function blockedAs(check: DeviceCheck): BlockedLink[] {
  return listOf(check, 'blocked').map((one) => ({
    number: String(one['number'] ?? ''),
    reason: String(one['reason'] ?? ''),
  }));
}

/** What the provider sent, for those who want to see it. */
export function rawOf(check: DeviceCheck): string | null {
  if (check.kind !== 'provider' || check.provider === 'manual') return null;
  const { body, status, failure, said: told, second } = check.evidence;
  const parts = { status, failure, said: told, body, second };
  const known = Object.entries(parts).filter(([, value]) => value !== undefined);
  return known.length > 0
    ? known
        .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
        .join('\n')
    : null;
}
