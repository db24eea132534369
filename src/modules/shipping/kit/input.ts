/** What a kit is drawn from. */
import type { Locale } from '../../../kernel/locale.ts';
import type { KitAddress } from './address.ts';
import type { KitDevice } from './system.ts';

export const KIT_SIZES = ['a4', '4x6'] as const;
export type KitSize = (typeof KIT_SIZES)[number];

export type KitInput = {
  readonly locale: Locale;
  /** Size of all pages. */
  readonly size: KitSize;
  readonly shop: { readonly name: string; readonly email: string | null; readonly phone: string | null };
  readonly reference: string;
  /** Null: no day is named. */
  readonly shipBy: Date | null;
  /** The zone in which `shipBy` is a day. */
  readonly timezone: string;
  /** Where the parcel goes, and who sends it. */
  readonly to: KitAddress;
  readonly from: KitAddress;
  readonly devices: readonly KitDevice[];
  /** Goes into the file's properties, so that the same kit is the same bytes. */
  readonly madeAt: Date;
};
