/** Page 2: the address label with the case's reference as barcode and QR code; on A4 with a slip for the inside. */
import { intlTag } from '../../../kernel/locale.ts';
import { formatDay } from '../../../kernel/time.ts';
import type { KitInput } from './input.ts';
import { addressLines } from './address.ts';
import { drawCode128, drawQr } from './codes.ts';
import {
  A4,
  BLACK,
  COLOURS,
  LABEL_4X6,
  plain,
  rule,
  unbroken,
  write,
  writeFitting,
  writeLine,
  type Box,
  type Doc,
  type Look,
} from './sheet.ts';
import { fillIn, KIT_WORDS } from './words.ts';

const PAD = 12;

function lookOf(input: KitInput): Look {
  return input.size === '4x6' ? BLACK : COLOURS;
}

function contentsOf(input: KitInput): string {
  const { contents } = KIT_WORDS[input.locale];
  return fillIn(input.devices.length === 1 ? contents.one : contents.many, { count: input.devices.length });
}

function shipByOf(input: KitInput): string | null {
  if (!input.shipBy) return null;
  const date = unbroken(formatDay(input.shipBy, intlTag(input.locale), input.timezone));
  return fillIn(KIT_WORDS[input.locale].labelShipBy, { date });
}

/** The sender at the top left, the place for the stamp at the top right. */
function drawTop(doc: Doc, box: Box, input: KitInput): void {
  const words = KIT_WORDS[input.locale];
  const stamp = { width: 66, height: Math.min(66, box.height) };
  const width = box.width - stamp.width - PAD;
  writeLine(
    doc,
    words.from.toLocaleUpperCase(input.locale),
    { x: box.x, y: box.y, width },
    { size: 6.5, color: lookOf(input).soft, spacing: 0.6 },
  );
  const from = addressLines(input.from, input.to.country, input.locale).map(plain);
  writeFitting(
    doc,
    from,
    { x: box.x, y: box.y + 10, width, height: box.height - 10 },
    { most: 9, least: 5.5 },
  );
  const x = box.x + box.width - stamp.width;
  doc
    .rect(x, box.y, stamp.width, stamp.height)
    .lineWidth(0.75)
    .dash(3, { space: 3 })
    .strokeColor(lookOf(input).soft)
    .stroke()
    .undash();
  writeLine(
    doc,
    words.postage,
    { x, y: box.y + stamp.height / 2 - 4, width: stamp.width },
    { size: 7, color: lookOf(input).soft, align: 'center' },
  );
}

function drawTo(doc: Doc, box: Box, input: KitInput, most: number): void {
  const words = KIT_WORDS[input.locale];
  writeLine(
    doc,
    words.to.toLocaleUpperCase(input.locale),
    { x: box.x, y: box.y, width: box.width },
    { size: 6.5, color: lookOf(input).soft, spacing: 0.6 },
  );
  const to = addressLines(input.to, input.from.country, input.locale).map(plain);
  writeFitting(
    doc,
    to,
    { x: box.x, y: box.y + 11, width: box.width, height: box.height - 11 },
    { face: 'bold', most, least: 8 },
  );
}

/** Barcode over the width, with the reference in letters below; `box.height` includes both. */
async function drawBars(doc: Doc, box: Box, reference: string): Promise<void> {
  const quiet = box.width * 0.09;
  await drawCode128(doc, reference, {
    x: box.x + quiet,
    y: box.y,
    width: box.width - 2 * quiet,
    height: box.height - 20,
  });
  writeLine(
    doc,
    reference,
    { x: box.x, y: box.y + box.height - 15, width: box.width },
    { face: 'mono', size: 11.5, align: 'center', spacing: 1.5 },
  );
}

/** Upright (4×6 inch): sender, address, facts beside the QR code, bars. */
async function drawUpright(doc: Doc, inner: Box, input: KitInput): Promise<void> {
  const { x, width } = inner;
  const qr = 84;
  const bars = 92;
  const facts = inner.y + inner.height - bars - qr - 14;
  drawTop(doc, { x, y: inner.y, width, height: 70 }, input);
  rule(doc, x, inner.y + 78, width, 'black');
  drawTo(doc, { x, y: inner.y + 86, width, height: facts - inner.y - 96 }, input, 17);
  rule(doc, x, facts - 6, width, lookOf(input).line);
  await drawQr(doc, input.reference, { x: x + width - qr + 4, y: facts + 6, side: qr - 12 });
  drawFacts(doc, { x, y: facts + 4, width: width - qr - 10, height: qr - 6 }, input);
  await drawBars(doc, { x, y: inner.y + inner.height - bars, width, height: bars }, input.reference);
}

/** Lying (half of A4): the QR code stands beside the address. */
async function drawLying(doc: Doc, inner: Box, input: KitInput): Promise<void> {
  const { x, width } = inner;
  const side = 118;
  const bars = 92;
  const top = inner.y + 86;
  const height = inner.y + inner.height - bars - top - 12;
  drawTop(doc, { x, y: inner.y, width, height: 70 }, input);
  rule(doc, x, inner.y + 78, width, 'black');
  drawTo(doc, { x, y: top, width: width - side - 150, height }, input, 20);
  drawFacts(doc, { x: x + width - side - 130, y: top + 11, width: 112, height: height - 11 }, input);
  await drawQr(doc, input.reference, { x: x + width - side + 6, y: top + 4, side: side - 12 });
  await drawBars(
    doc,
    { x: x + 60, y: inner.y + inner.height - bars, width: width - 120, height: bars },
    input.reference,
  );
}

/** How many things are inside and by when it is to be sent; that they are devices tempts thieves. */
function drawFacts(doc: Doc, box: Box, input: KitInput): void {
  const y = write(doc, contentsOf(input), box.x, box.y, box.width, { face: 'bold', size: 11 });
  const shipBy = shipByOf(input);
  if (shipBy) write(doc, shipBy, box.x, y + 3, box.width, { size: 9, color: lookOf(input).soft });
}

async function drawLabel(doc: Doc, box: Box, input: KitInput): Promise<void> {
  doc.roundedRect(box.x, box.y, box.width, box.height, 6).lineWidth(1.25).strokeColor('black').stroke();
  const inner = { x: box.x + PAD, y: box.y + PAD, width: box.width - 2 * PAD, height: box.height - 2 * PAD };
  await (box.height > box.width ? drawUpright(doc, inner, input) : drawLying(doc, inner, input));
}

/** The lower half of A4: a slip for the inside, with the address a device would go back to. */
async function drawSlip(doc: Doc, box: Box, input: KitInput): Promise<void> {
  const words = KIT_WORDS[input.locale];
  const side = 104;
  const width = box.width - side - 24;
  let y = write(doc, words.slip, box.x, box.y, width, { face: 'bold', size: 15 });
  y = write(doc, words.slipNote, box.x, y + 3, width, { size: 9.5, color: lookOf(input).soft });
  writeLine(doc, input.reference, { x: box.x, y: y + 12, width }, { face: 'mono', size: 17, spacing: 1 });
  await drawQr(doc, input.reference, { x: box.x + box.width - side, y: box.y + 4, side });
  const top = Math.max(y + 46, box.y + side + 22);
  rule(doc, box.x, top, box.width, lookOf(input).line);
  const column = (box.width - 24) / 2;
  const rest = { y: top + 12, height: box.y + box.height - top - 12 };
  writeLine(doc, words.inside, { x: box.x, y: rest.y, width: column }, { face: 'bold', size: 9.5 });
  const devices = input.devices.map((d) => `${d.number}  ${plain(d.title)}`);
  writeFitting(
    doc,
    devices,
    { x: box.x, y: rest.y + 16, width: column, height: rest.height - 16 },
    { most: 9.5, least: 6 },
  );
  const right = box.x + column + 24;
  const below = write(doc, words.returnTo, right, rest.y, column, { face: 'bold', size: 9.5 });
  const from = addressLines(input.from, input.to.country, input.locale).map(plain);
  writeFitting(
    doc,
    from,
    { x: right, y: below + 4, width: column, height: box.y + box.height - below - 4 },
    { most: 9.5, least: 6 },
  );
}

function drawCut(doc: Doc, y: number, input: KitInput): void {
  const margin = 36;
  doc
    .moveTo(margin + 14, y)
    .lineTo(A4.width - margin, y)
    .lineWidth(0.75)
    .dash(4, { space: 4 })
    .strokeColor(lookOf(input).soft)
    .stroke()
    .undash();
  doc
    .font('regular')
    .fontSize(12)
    .fillColor(lookOf(input).soft)
    .text('✂', margin - 2, y - 8, { lineBreak: false });
  const box = { x: margin, y: y + 5, width: A4.width - 2 * margin };
  writeLine(doc, KIT_WORDS[input.locale].cut, box, { size: 7.5, color: lookOf(input).soft, align: 'center' });
}

/** Adds the label's page: 4×6 inch all of it, on A4 the upper half and the slip below. */
export async function drawLabelPage(doc: Doc, input: KitInput): Promise<void> {
  if (input.size === '4x6') {
    doc.addPage({ size: [LABEL_4X6.width, LABEL_4X6.height], margin: 0 });
    await drawLabel(doc, { x: 10, y: 10, width: LABEL_4X6.width - 20, height: LABEL_4X6.height - 20 }, input);
    return;
  }
  doc.addPage({ size: 'A4', margin: 0 });
  const half = A4.height / 2;
  await drawLabel(doc, { x: 36, y: 36, width: A4.width - 72, height: half - 60 }, input);
  drawCut(doc, half, input);
  await drawSlip(doc, { x: 48, y: half + 44, width: A4.width - 96, height: half - 92 }, input);
}
