/** Which sign-out instructions a device needs. Pure. */
import { SYSTEMS, type System } from './wording.ts';

export type KitDevice = {
  /** Item number, `S10023`. */
  readonly number: string;
  readonly title: string;
  readonly category: 'phone' | 'tablet' | 'laptop' | 'watch';
  /** Null or an unknown one: told from the title where it begins with the brand, else the general instructions. */
  readonly brand: string | null;
};

/** The system of one device, by its brand (or the first word of its title) and category. */
export function systemOf(device: KitDevice): System {
  const brand = (device.brand ?? device.title.split(' ')[0] ?? '').trim().toLowerCase();
  const isApple = brand === 'apple' || /^(iphone|ipad|macbook|imac)/.test(brand);
  if (device.category === 'watch') return isApple ? 'apple_watch' : 'watch';
  if (device.category === 'laptop') return isApple ? 'mac' : 'windows';
  if (isApple) return 'apple';
  return brand === 'samsung' || brand === 'galaxy' ? 'samsung' : 'android';
}

/** The systems of a parcel, each once, in the order the guide explains them. */
export function systemsOf(devices: readonly KitDevice[]): System[] {
  const found = new Set(devices.map(systemOf));
  return SYSTEMS.filter((system) => found.has(system));
}
