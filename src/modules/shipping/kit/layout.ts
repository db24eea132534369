/** How large a page of the guide is, and how large what stands on it. Pure. */
import type { KitSize } from './input.ts';
import { A4, BLACK, COLOURS, LABEL_4X6, type Look } from './sheet.ts';

export type Layout = {
  readonly page: { readonly width: number; readonly height: number };
  readonly margin: number;
  /** Between the margins. */
  readonly width: number;
  /** Scale of type and space; 1 is text of 10 points. */
  readonly k: number;
  readonly look: Look;
};

/** From roomy to tight. Label printers print 8 dots a millimetre in black: text of 6 points is the least they can. */
const SCALES: Readonly<Record<KitSize, readonly number[]>> = {
  a4: [1, 0.96, 0.92, 0.88],
  '4x6': [0.7, 0.66, 0.62, 0.59],
};

/** The layouts a guide of this size may take, the roomiest first. */
export function layoutsFor(size: KitSize): Layout[] {
  const page = size === 'a4' ? A4 : LABEL_4X6;
  const margin = size === 'a4' ? 44 : 14;
  const look = size === 'a4' ? COLOURS : BLACK;
  return SCALES[size].map((k) => ({ page, margin, width: page.width - 2 * margin, k, look }));
}
