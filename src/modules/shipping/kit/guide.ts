/** Page 1: what goes into the parcel and what to do before it is closed. Runs on to further pages when it must. */
import { intlTag } from '../../../kernel/locale.ts';
import { formatDay } from '../../../kernel/time.ts';
import type { KitInput } from './input.ts';
import {
  A4,
  ACCENT,
  heightOf,
  INK,
  LINE,
  plain,
  rule,
  SOFT,
  TINT,
  write,
  writeLine,
  type Doc,
} from './sheet.ts';
import { systemsOf } from './system.ts';
import type { Step } from './wording.ts';
import { fillIn, KIT_WORDS } from './words.ts';

const MARGIN = 48;
const WIDTH = A4.width - 2 * MARGIN;
const BOTTOM = A4.height - 62;
const INDENT = 30;

type Flow = { readonly doc: Doc; readonly input: KitInput; y: number };

function head(flow: Flow): void {
  const { doc, input } = flow;
  const words = KIT_WORDS[input.locale];
  const half = WIDTH / 2 - 8;
  writeLine(
    doc,
    plain(input.shop.name),
    { x: MARGIN, y: 40, width: half },
    { face: 'bold', size: 12, color: ACCENT },
  );
  const right = { x: MARGIN + half + 16, width: half };
  writeLine(doc, words.reference, { ...right, y: 36 }, { size: 7.5, color: SOFT, align: 'right' });
  writeLine(doc, input.reference, { ...right, y: 46 }, { face: 'mono', size: 10, align: 'right' });
  rule(doc, MARGIN, 66, WIDTH);
  flow.y = 82;
}

function foot(flow: Flow): void {
  const { doc, input } = flow;
  const contact = [input.shop.email, input.shop.phone].filter((one) => one !== null).join('  ·  ');
  rule(doc, MARGIN, A4.height - 50, WIDTH);
  const line = `${KIT_WORDS[input.locale].questions}  ${plain(contact)}`;
  writeLine(doc, line, { x: MARGIN, y: A4.height - 42, width: WIDTH }, { size: 9, color: SOFT });
}

/** Begins a new page when less than `height` is left on this one. */
function room(flow: Flow, height: number): void {
  if (flow.y + height <= BOTTOM) return;
  foot(flow);
  flow.doc.addPage({ size: 'A4', margin: 0 });
  head(flow);
}

function shipBy(flow: Flow): void {
  const { doc, input } = flow;
  if (!input.shipBy) return;
  const words = KIT_WORDS[input.locale];
  const date = formatDay(input.shipBy, intlTag(input.locale), input.timezone);
  const note = { size: 9.5, color: SOFT, gap: 1 };
  const height = 34 + heightOf(doc, words.shipByNote, WIDTH - 28, note);
  doc.roundedRect(MARGIN, flow.y, WIDTH, height, 5).fillColor(TINT).fill();
  doc.rect(MARGIN, flow.y, 4, height).fillColor(ACCENT).fill();
  const inner = { x: MARGIN + 16, y: flow.y + 8, width: WIDTH - 28 };
  writeLine(doc, fillIn(words.shipBy, { date }), inner, { face: 'bold', size: 13 });
  write(doc, words.shipByNote, inner.x, flow.y + 26, inner.width, note);
  flow.y += height + 16;
}

function devices(flow: Flow): void {
  const { doc, input } = flow;
  const words = KIT_WORDS[input.locale];
  flow.y = write(doc, words.inside, MARGIN, flow.y, WIDTH, { face: 'bold', size: 13 }) + 5;
  for (const device of input.devices) {
    const title = plain(device.title);
    const height = heightOf(doc, title, WIDTH - 110, { size: 10.5 });
    room(flow, height + 8);
    doc
      .rect(MARGIN + 1, flow.y + 2.5, 9, 9)
      .lineWidth(0.9)
      .strokeColor(INK)
      .stroke();
    write(doc, title, MARGIN + 20, flow.y + 1, WIDTH - 110, { size: 10.5 });
    writeLine(
      doc,
      device.number,
      { x: MARGIN + WIDTH - 80, y: flow.y + 1, width: 80 },
      { size: 9.5, color: SOFT, align: 'right' },
    );
    flow.y += height + 5;
    rule(doc, MARGIN, flow.y, WIDTH, LINE);
    flow.y += 3;
  }
  flow.y = write(doc, words.insideNote, MARGIN, flow.y + 2, WIDTH, { size: 8.5, color: SOFT, gap: 1 }) + 14;
}

const BODY = { size: 10, gap: 1.8 } as const;

function step(flow: Flow, number: number, it: Step): void {
  const { doc } = flow;
  const width = WIDTH - INDENT;
  room(flow, 19 + heightOf(doc, it.body, width, BODY) + 10);
  doc
    .circle(MARGIN + 9, flow.y + 8, 9)
    .fillColor(ACCENT)
    .fill();
  writeLine(
    doc,
    String(number),
    { x: MARGIN, y: flow.y + 2.5, width: 18 },
    { face: 'bold', size: 9.5, color: '#ffffff', align: 'center' },
  );
  write(doc, it.title, MARGIN + INDENT, flow.y + 1, width, { face: 'bold', size: 12 });
  flow.y = write(doc, it.body, MARGIN + INDENT, flow.y + 18, width, BODY) + 12;
}

/** How to sign out of and erase each kind of device in this parcel, and of no other. */
function systems(flow: Flow): void {
  const { doc, input } = flow;
  const x = MARGIN + INDENT;
  for (const system of systemsOf(input.devices)) {
    const { name, how: said } = KIT_WORDS[input.locale].systems[system];
    const how = said.replaceAll(' ›', '\u00a0›');
    const width = WIDTH - INDENT - 12;
    const style = { size: 9.5, gap: 1.5 };
    const height = heightOf(doc, how, width, style) + 16;
    room(flow, height + 8);
    doc
      .rect(x, flow.y, 2, height - 2)
      .fillColor(LINE)
      .fill();
    write(doc, name, x + 12, flow.y, width, { face: 'bold', size: 9.5 });
    write(doc, how, x + 12, flow.y + 13.5, width, style);
    flow.y += height + 5;
  }
  flow.y += 4;
}

/** Draws the guide on the document's first page. */
export function drawGuide(doc: Doc, input: KitInput): void {
  const words = KIT_WORDS[input.locale];
  const flow: Flow = { doc, input, y: 0 };
  doc.addPage({ size: 'A4', margin: 0 });
  head(flow);
  flow.y = write(doc, words.title, MARGIN, flow.y, WIDTH, { face: 'bold', size: 21 }) + 10;
  shipBy(flow);
  devices(flow);
  step(flow, 1, words.backUp);
  step(flow, 2, words.signOut);
  systems(flow);
  step(flow, 3, words.empty);
  step(flow, 4, words.pack);
  step(flow, 5, words.send);
  foot(flow);
}
