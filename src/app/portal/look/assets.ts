/** The portal's style sheet and script, under names that change with their content. */
import { createHash } from 'node:crypto';
import { brotliCompressSync } from 'node:zlib';
import first from './first.js?raw';
import css from './portal.css?raw';
import shop from './shop.css?raw';
import js from './portal.js?raw';
import proof from './proof.js?raw';

export type Asset = {
  readonly path: string;
  readonly type: string;
  readonly plain: string;
  readonly brotli: Buffer;
};

/** A style sheet without its comments and blanks; blanks that mean something (descendants, sums) stay. */
export function squeeze(sheet: string): string {
  return sheet
    .replaceAll(/\/\*[^]*?\*\//g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([{};]) ?/g, '$1')
    .replaceAll(/([:,]) /g, '$1')
    .replaceAll(';}', '}')
    .trim();
}

export function asset(name: string, ending: string, type: string, plain: string): Asset {
  const hash = createHash('sha256').update(plain).digest('hex').slice(0, 10);
  return { path: `/portal/${name}-${hash}.${ending}`, type, plain, brotli: brotliCompressSync(plain) };
}

export const STYLE = asset('portal', 'css', 'text/css; charset=utf-8', squeeze(css));
export const SCRIPT = asset('portal', 'js', 'text/javascript; charset=utf-8', js);
/** The first page's own script. */
export const FIRST_SCRIPT = asset('first', 'js', 'text/javascript; charset=utf-8', first);
/** Shows chosen pages and how far they have come. */
export const PROOF_SCRIPT = asset('proof', 'js', 'text/javascript; charset=utf-8', proof);
/** The demo shop's own look. */
export const SHOP_STYLE = asset('shop', 'css', 'text/css; charset=utf-8', squeeze(shop));
