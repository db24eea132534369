/** How a device is freed from its owner's account, by brand. The owner does it from afar: the device is with us. Pure. */
import type { TextKey } from '../texts.ts';

export type Brand = 'apple' | 'samsung' | 'google' | 'xiaomi' | 'windows' | 'other';

export type LockGuide = {
  readonly brand: Brand;
  /** Where the owner signs in; empty when it depends on the maker. */
  readonly sites: readonly string[];
  readonly steps: readonly TextKey[];
};

const NAMES: readonly (readonly [Brand, RegExp])[] = [
  ['apple', /\b(apple|iphone|ipad|ipod|imac|mac(book| mini| studio| pro)?)\b/i],
  ['samsung', /\b(samsung|galaxy)\b/i],
  ['google', /\b(google|pixel)\b/i],
  ['xiaomi', /\b(xiaomi|redmi|poco)\b/i],
  ['windows', /\b(surface|windows|thinkpad|ideapad|lenovo|dell|xps|latitude|hp|elitebook|asus|acer)\b/i],
];

/** The brand of a device by its title; a laptop nobody knows runs Windows most likely. */
export function brandOf(title: string, category: string): Brand {
  const named = NAMES.find(([, name]) => name.test(title))?.[0];
  return named ?? (category === 'laptop' ? 'windows' : 'other');
}

const GOOGLE = 'https://myaccount.google.com/device-activity';

const GUIDES: Readonly<Record<Brand, Omit<LockGuide, 'brand'>>> = {
  apple: {
    sites: ['https://www.icloud.com/find'],
    steps: ['lock.apple.choose', 'lock.apple.erase', 'lock.apple.remove'],
  },
  samsung: {
    sites: ['https://account.samsung.com', GOOGLE],
    steps: ['lock.samsung.remove', 'lock.google.remove', 'lock.google.password'],
  },
  google: { sites: [GOOGLE], steps: ['lock.google.remove', 'lock.google.password'] },
  xiaomi: {
    sites: ['https://i.mi.com', GOOGLE],
    steps: ['lock.xiaomi.remove', 'lock.google.remove', 'lock.google.password'],
  },
  windows: {
    sites: ['https://account.microsoft.com/devices'],
    steps: ['lock.windows.remove', 'lock.windows.password'],
  },
  other: { sites: [GOOGLE], steps: ['lock.other.remove', 'lock.google.remove', 'lock.google.password'] },
};

/** The steps for a device. */
export function lockGuide(title: string, category: string): LockGuide {
  const brand = brandOf(title, category);
  return { brand, ...GUIDES[brand] };
}
