/** A sheet of paper: fonts, colours, and text that stays inside its box. Lengths in points (1/72 inch), from the top left. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export type Doc = PDFKit.PDFDocument;
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** The colour of text. Pure black, because printers mix everything else from dots. */
const INK = '#000000';

/** The other colours of a page. */
export type Look = {
  readonly soft: string;
  readonly accent: string;
  readonly line: string;
  readonly tint: string;
  readonly tintEdge: string;
};
export const COLOURS: Look = {
  soft: '#5b6772',
  accent: '#0f766e',
  line: '#c9d0d6',
  tint: '#eef6f2',
  tintEdge: '#eef6f2',
};
/** For label printers: they print grey as scattered dots, which small letters do not survive. */
export const BLACK: Look = {
  soft: '#000000',
  accent: '#000000',
  line: '#000000',
  tint: '#ffffff',
  tintEdge: '#000000',
};

export const A4 = { width: 595.28, height: 841.89 };
export const LABEL_4X6 = { width: 288, height: 432 };

export type Face = 'regular' | 'bold' | 'mono';
const FILES: Readonly<Record<Face, string>> = {
  regular: 'DejaVuSansCondensed.ttf',
  bold: 'DejaVuSansCondensed-Bold.ttf',
  mono: 'DejaVuSansMono-Bold.ttf',
};
type Source = PDFKit.Mixins.PDFFontSource;
/** Fonts as the first document opened them; reading one again for each kit would be half of a kit's work. */
const opened = new Map<Face, Source>();

function fontFile(face: Face): Buffer {
  return readFileSync(createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${FILES[face]}`));
}

/** What pdfkit made of the file: it takes that too. Undefined, should a version of it keep the font elsewhere. */
function openedBy(doc: Doc): Source | undefined {
  const current: unknown = Reflect.get(doc, '_font');
  const font: unknown = typeof current === 'object' && current !== null ? Reflect.get(current, 'font') : null;
  return isOpened(font) ? font : undefined;
}

function isOpened(font: unknown): font is Source {
  return typeof font === 'object' && font !== null && typeof Reflect.get(font, 'layout') === 'function';
}

/** Registers our fonts: wide coverage (Polish, Greek, Cyrillic), because names are not Latin-1. */
export function useFonts(doc: Doc): void {
  for (const face of ['regular', 'bold', 'mono'] as const) {
    doc.registerFont(face, opened.get(face) ?? fontFile(face));
    if (opened.has(face)) continue;
    const font = openedBy(doc.font(face));
    if (font) opened.set(face, font);
  }
}

/** Wrapping one word takes time and memory by the square of its length: 5,000 letters would end the process. */
const LONGEST = 240;

/**
 * Text of people on one line: no control characters, no emoji (no font of ours has them), single spaces, and cut
 * with an ellipsis beyond 240 characters.
 */
export function plain(text: string): string {
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return short
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Emoji_Presentation}\s]+/gu, ' ')
    .trim();
}

/** A text that is not broken between its words, such as a date. */
export function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}

export type Style = {
  readonly face?: Face;
  readonly size: number;
  readonly color?: string;
  readonly gap?: number;
};

function set(doc: Doc, style: Style): Doc {
  return doc
    .font(style.face ?? 'regular')
    .fontSize(style.size)
    .fillColor(style.color ?? INK);
}

/** How high a text becomes in this width. */
export function heightOf(doc: Doc, text: string, width: number, style: Style): number {
  return set(doc, style).heightOfString(text, { width, lineGap: style.gap ?? 0 });
}

/** Writes a text at a place; gives the y below it. */
export function write(doc: Doc, text: string, x: number, y: number, width: number, style: Style): number {
  const height = heightOf(doc, text, width, style);
  set(doc, style).text(text, x, y, { width, lineGap: style.gap ?? 0 });
  return y + height;
}

/** One line, cut with an ellipsis where it is too long. */
export function writeLine(
  doc: Doc,
  text: string,
  box: { x: number; y: number; width: number },
  style: Style & { readonly align?: 'left' | 'right' | 'center'; readonly spacing?: number },
): void {
  const height = set(doc, style).currentLineHeight();
  doc.text(text, box.x, box.y, {
    width: box.width,
    height,
    ellipsis: true,
    align: style.align ?? 'left',
    lineBreak: true,
    characterSpacing: style.spacing ?? 0,
  });
}

/**
 * Writes lines into a box in the largest size between `most` and `least` in which all of them fit, wrapped where
 * they must. Where not even the least size will do, each line keeps one line and is cut, so that none is lost.
 */
export function writeFitting(
  doc: Doc,
  lines: readonly string[],
  box: Box,
  style: { readonly face?: Face; readonly most: number; readonly least: number; readonly color?: string },
): void {
  const { face, color } = style;
  const at = (size: number): Style => ({
    size,
    gap: size * 0.12,
    ...(face ? { face } : {}),
    ...(color ? { color } : {}),
  });
  const size = chooseSize(doc, lines, box, style, at);
  if (size !== undefined) {
    write(doc, lines.join('\n'), box.x, box.y, box.width, at(size));
    return;
  }
  const step = style.least * 1.3;
  for (const [nth, line] of lines.slice(0, Math.floor(box.height / step)).entries())
    writeLine(doc, line, { x: box.x, y: box.y + nth * step, width: box.width }, at(style.least));
}

/** What may be parted to make lines fit, the best first: nothing, lines between words, words. */
const PARTINGS = ['nothing', 'lines', 'words'] as const;

function chooseSize(
  doc: Doc,
  lines: readonly string[],
  box: Box,
  style: { readonly most: number; readonly least: number },
  at: (size: number) => Style,
): number | undefined {
  for (const parting of PARTINGS) {
    // A smaller size is worth a line that stays whole, down to seven tenths; then wrapping is.
    const least = parting === 'nothing' ? Math.max(style.least, style.most * 0.7) : style.least;
    for (let size = style.most; size >= least; size -= 0.5)
      if (fits(doc, lines, box, at(size), parting)) return size;
  }
  return undefined;
}

function fits(
  doc: Doc,
  lines: readonly string[],
  box: Box,
  style: Style,
  parting: (typeof PARTINGS)[number],
): boolean {
  if (heightOf(doc, lines.join('\n'), box.width, style) > box.height) return false;
  if (parting === 'words') return true;
  const parts = parting === 'nothing' ? lines : lines.flatMap((line) => line.split(' '));
  // Wrapping measures word by word, which comes out a trifle wider than the line as a whole.
  return parts.every((part) => doc.widthOfString(part) <= box.width * 0.98);
}

/** A line across. */
export function rule(doc: Doc, x: number, y: number, width: number, color: string): void {
  doc
    .moveTo(x, y)
    .lineTo(x + width, y)
    .lineWidth(0.75)
    .strokeColor(color)
    .stroke();
}
