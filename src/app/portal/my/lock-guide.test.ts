import { describe, expect, it } from 'vitest';
import { brandOf, lockGuide } from './lock-guide.ts';

describe('brandOf', () => {
  it.each([
    ['iPhone 16 128 GB', 'phone', 'apple'],
    ['Apple Watch Series 9', 'watch', 'apple'],
    ['MacBook Air 13', 'laptop', 'apple'],
    ['Galaxy Watch 6', 'watch', 'samsung'],
    ['Pixel 8', 'phone', 'google'],
    ['Redmi Note 13', 'phone', 'xiaomi'],
    ['Surface Laptop 5', 'laptop', 'windows'],
    ['Some Laptop', 'laptop', 'windows'],
    ['Fairphone 4', 'phone', 'other'],
  ])('%s is %s', (title, category, brand) => {
    expect(brandOf(title, category)).toBe(brand);
  });

  it('gives every brand a place to sign in, over https, and steps', () => {
    for (const title of ['iPhone', 'Galaxy', 'Pixel', 'Poco', 'Surface', 'Fairphone']) {
      const guide = lockGuide(title, 'phone');
      expect(guide.sites.every((site) => site.startsWith('https://'))).toBe(true);
      expect(guide.steps.length).toBeGreaterThan(1);
    }
  });
});
