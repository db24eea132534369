/** Which physical device a set of numbers means, when some of them are known already. Pure. */
import { ok, refuse, type Outcome } from '../../../kernel/outcome.ts';

export type UnitNumbers = {
  readonly imei: string | null;
  readonly imei2: string | null;
  readonly serial: string | null;
};
export type KnownUnit = UnitNumbers & {
  readonly id: string;
  /** Items that stand on this unit besides the one being read. */
  readonly others: number;
};

/** What becomes of the known units: one is kept under these numbers, the rest were the same device all along. */
export type UnitPlan = {
  readonly keep: string;
  readonly numbers: UnitNumbers;
  readonly same: readonly string[];
};

function imeisOf(unit: UnitNumbers): string[] {
  return [unit.imei, unit.imei2].filter((one) => one !== null);
}

/**
 * Both IMEIs of a phone are the same device, in either order and whichever was seen first. `known` are the units that
 * share a number with `read`, oldest first; gives null when none of them is this device. What other items stand on
 * stays; the rest is corrected by what is read now. Refuses `unit_numbers_conflict` when a device would have three IMEIs.
 */
export function planUnit(read: UnitNumbers, known: readonly KnownUnit[]): Outcome<UnitPlan | null> {
  const wanted = imeisOf(read);
  const shares = (one: KnownUnit) => imeisOf(one).some((imei) => wanted.includes(imei));
  // A serial number tells a device only where no IMEI says otherwise.
  const bySerial = known.filter((one) => !shares(one) && (wanted.length === 0 || imeisOf(one).length === 0));
  const group = known.some(shares) ? [...known.filter(shares), ...bySerial] : bySerial.slice(0, 1);
  const settled = group.filter((one) => one.others > 0);
  const keep = settled[0] ?? group[0];
  if (!keep) return ok(null);
  const firm = settled.flatMap(imeisOf);
  const all = [...new Set([...firm, ...wanted])];
  if (all.length > 2)
    return refuse(
      'unit_numbers_conflict',
      `One of these IMEIs is known with another one (${firm.filter((one) => !wanted.includes(one)).join(', ')}). Read both again: *#06#.`,
      'conflict',
      { field: wanted.length > 1 ? 'imei2' : 'imei', more: { known: firm } },
    );
  const [imei = null, imei2 = null] = all;
  const serial = read.serial ?? settled.find((one) => one.serial)?.serial ?? null;
  const same = group.filter((one) => one !== keep).map((one) => one.id);
  return ok({ keep: keep.id, numbers: { imei, imei2, serial }, same });
}
