import { describe, expect, it } from 'vitest';
import { SCRIPT, squeeze, STYLE } from './assets.ts';

describe('squeeze', () => {
  it('keeps what blanks mean', () => {
    expect(
      squeeze('/* x */ .a .b > c:hover , d :focus {\n  inset: calc(-1.2rem - 7px) auto;\n  color: red;\n}\n'),
    ).toBe('.a .b > c:hover ,d :focus{inset:calc(-1.2rem - 7px) auto;color:red}');
  });
});

describe('what every page loads', () => {
  it('is small: the style sheet within 15 KB, the script within 30 KB, before compression', () => {
    expect(Buffer.byteLength(STYLE.plain)).toBeLessThanOrEqual(15_000);
    expect(Buffer.byteLength(SCRIPT.plain)).toBeLessThanOrEqual(30_000);
  });
});
