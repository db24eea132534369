/** The guide as blocks that are measured before they are drawn, so that pages break between them. */
import { intlTag } from '../../../kernel/locale.ts';
import { formatDay } from '../../../kernel/time.ts';
import type { KitInput } from './input.ts';
import type { Layout } from './layout.ts';
import { heightOf, plain, rule, unbroken, write, writeLine, type Doc } from './sheet.ts';
import { systemsOf } from './system.ts';
import type { Step } from './wording.ts';
import { fillIn, KIT_WORDS } from './words.ts';

export type Block = {
  readonly height: number;
  /** Space below it, where another follows. */
  readonly gap: number;
  /** May not be the last on its page. */
  readonly withNext?: boolean;
  /** Draws it with its upper edge at `y`. */
  readonly draw: (y: number) => void;
};

type Sheet = { readonly doc: Doc; readonly input: KitInput; readonly at: Layout };

function titleBlock({ doc, input, at }: Sheet): Block {
  const style = { face: 'bold', size: 20 * at.k } as const;
  const { title } = KIT_WORDS[input.locale];
  return {
    height: heightOf(doc, title, at.width, style),
    gap: 9 * at.k,
    draw: (y) => void write(doc, title, at.margin, y, at.width, style),
  };
}

/** By when it is to be sent, in a tinted box: what people look for again. */
function shipByBlock({ doc, input, at }: Sheet, shipBy: Date): Block {
  const { k, look, margin } = at;
  const words = KIT_WORDS[input.locale];
  const date = unbroken(formatDay(shipBy, intlTag(input.locale), input.timezone));
  const text = fillIn(words.shipBy, { date });
  const big = { face: 'bold', size: 13 * k } as const;
  const note = { size: 9.5 * k, color: look.soft, gap: k };
  const width = at.width - 28 * k;
  const first = heightOf(doc, text, width, big);
  const height = first + heightOf(doc, words.shipByNote, width, note) + 19 * k;
  return {
    height,
    gap: 14 * k,
    draw: (y) => {
      doc.rect(margin, y, at.width, height).lineWidth(0.75).fillAndStroke(look.tint, look.tintEdge);
      doc
        .rect(margin, y, 4 * k, height)
        .fillColor(look.accent)
        .fill();
      write(doc, text, margin + 16 * k, y + 8 * k, width, big);
      write(doc, words.shipByNote, margin + 16 * k, y + first + 10 * k, width, note);
    },
  };
}

function headingBlock({ doc, at }: Sheet, text: string, gap: number): Block {
  const style = { face: 'bold', size: 12.5 * at.k } as const;
  return {
    height: heightOf(doc, text, at.width, style),
    gap: gap * at.k,
    withNext: true,
    draw: (y) => void write(doc, text, at.margin, y, at.width, style),
  };
}

function deviceBlock({ doc, at }: Sheet, device: KitInput['devices'][number]): Block {
  const { k, look, margin } = at;
  const title = plain(device.title);
  const width = at.width - 104 * k;
  const style = { size: 10.5 * k };
  const height = heightOf(doc, title, width, style) + 6 * k;
  return {
    height,
    gap: 3 * k,
    draw: (y) => {
      doc
        .rect(margin + k, y + 2.5 * k, 9 * k, 9 * k)
        .lineWidth(0.9 * k)
        .strokeColor('black')
        .stroke();
      write(doc, title, margin + 20 * k, y + k, width, style);
      const right = { x: margin + at.width - 80 * k, y: y + k, width: 80 * k };
      writeLine(doc, device.number, right, { size: 9.5 * k, color: look.soft, align: 'right' });
      rule(doc, margin, y + height, at.width, look.line);
    },
  };
}

function noteBlock({ doc, at }: Sheet, text: string): Block {
  const style = { size: 8.5 * at.k, color: at.look.soft, gap: at.k };
  return {
    height: heightOf(doc, text, at.width, style),
    gap: 13 * at.k,
    draw: (y) => void write(doc, text, at.margin, y, at.width, style),
  };
}

/** A heading with a text below; in front of it its number in a disc, or for `null` an arrow. */
function stepBlock({ doc, at }: Sheet, number: number | null, it: Step, withNext = false): Block {
  const { k, look, margin } = at;
  const x = margin + 28 * k;
  const width = at.width - 28 * k;
  const body = { size: 10 * k, gap: 1.6 * k };
  const big = { face: 'bold', size: 11.5 * k } as const;
  const first = heightOf(doc, it.title, width, big);
  return {
    height: first + heightOf(doc, it.body, width, body) + 3 * k,
    gap: (withNext ? 5 : 9) * k,
    withNext,
    draw: (y) => {
      doc
        .circle(margin + 9 * k, y + 7.5 * k, 9 * k)
        .lineWidth(k)
        .fillAndStroke(number === null ? '#ffffff' : look.accent, look.accent);
      const middle = { x: margin, y: y + 2 * k, width: 18 * k };
      const color = number === null ? look.accent : '#ffffff';
      writeLine(doc, String(number ?? '→'), middle, {
        face: 'bold',
        size: 9.5 * k,
        color,
        align: 'center',
      });
      write(doc, it.title, x, y, width, big);
      write(doc, it.body, x, y + first + 3 * k, width, body);
    },
  };
}

/** How to sign out of and erase one kind of device. */
function systemBlock({ doc, at }: Sheet, name: string, said: string, last: boolean): Block {
  const { k, look } = at;
  const x = at.margin + 28 * k;
  const width = at.width - 40 * k;
  const how = said.replaceAll(' ›', '\u00a0›');
  const big = { face: 'bold', size: 9.5 * k } as const;
  const style = { size: 9.5 * k, gap: 1.3 * k };
  const first = heightOf(doc, name, width, big);
  const height = first + heightOf(doc, how, width, style) + 2 * k;
  return {
    height,
    gap: (last ? 11 : 7) * k,
    draw: (y) => {
      doc
        .rect(x, y, 2 * k, height)
        .fillColor(look.line)
        .fill();
      write(doc, name, x + 12 * k, y, width, big);
      write(doc, how, x + 12 * k, y + first + 2 * k, width, style);
    },
  };
}

/** Everything the guide says about this parcel, in order; systems that are not in it are left out. */
export function guideBlocks(doc: Doc, input: KitInput, at: Layout): Block[] {
  const sheet: Sheet = { doc, input, at };
  const words = KIT_WORDS[input.locale];
  const systems = systemsOf(input.devices).map((one) => words.systems[one]);
  return [
    titleBlock(sheet),
    ...(input.shipBy ? [shipByBlock(sheet, input.shipBy)] : []),
    headingBlock(sheet, words.inside, 4),
    ...input.devices.map((device) => deviceBlock(sheet, device)),
    noteBlock(sheet, words.insideNote),
    stepBlock(sheet, 1, words.backUp),
    stepBlock(sheet, 2, words.signOut, systems.length > 0),
    ...systems.map((one, nth) => systemBlock(sheet, one.name, one.how, nth === systems.length - 1)),
    stepBlock(sheet, 3, words.empty),
    stepBlock(sheet, 4, words.pack),
    stepBlock(sheet, 5, words.send),
    stepBlock(sheet, null, words.next),
  ];
}
