/** What may lie in the box beside the device. */
import type { Category } from '../rules.ts';

export const ACCESSORIES: Readonly<Record<Category, readonly string[]>> = {
  phone: ['charger', 'cable', 'box'],
  tablet: ['charger', 'cable', 'box', 'pen', 'keyboard'],
  laptop: ['charger', 'cable', 'box'],
  watch: ['charger', 'strap', 'box'],
};
