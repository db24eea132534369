/** The first page: what goes into the parcel and what to do before it is closed. Runs on to further pages when it must. */
import { guideBlocks, type Block } from './guide-blocks.ts';
import type { KitInput } from './input.ts';
import { layoutsFor, type Layout } from './layout.ts';
import { plain, rule, writeFitting, writeLine, type Doc } from './sheet.ts';
import { KIT_WORDS } from './words.ts';

/** How high the foot is, from its line down to the margin. */
const FOOT = 30;

/** Shop at the left, reference at the right; gives the y below. */
function head(doc: Doc, input: KitInput, at: Layout): number {
  const { k, look, margin, width } = at;
  const half = width / 2 - 8 * k;
  const name = { x: margin, y: margin, width: half, height: 22 * k };
  writeFitting(doc, [plain(input.shop.name)], name, {
    face: 'bold',
    most: 12 * k,
    least: 6 * k,
    color: look.accent,
  });
  const right = { x: margin + half + 16 * k, width: half };
  const { reference } = KIT_WORDS[input.locale];
  writeLine(doc, reference, { ...right, y: margin }, { size: 7.5 * k, color: look.soft, align: 'right' });
  writeLine(
    doc,
    input.reference,
    { ...right, y: margin + 10 * k },
    { face: 'mono', size: 10 * k, align: 'right' },
  );
  rule(doc, margin, margin + 28 * k, width, look.line);
  return margin + 42 * k;
}

function foot(doc: Doc, input: KitInput, at: Layout): void {
  const { k, look, margin, width, page } = at;
  const contact = [input.shop.email, input.shop.phone].filter((one) => one !== null).map(plain);
  if (contact.length === 0) return;
  const y = page.height - margin - FOOT * k;
  rule(doc, margin, y, width, look.line);
  const { questions } = KIT_WORDS[input.locale];
  writeLine(doc, questions, { x: margin, y: y + 6 * k, width }, { face: 'bold', size: 8.5 * k });
  const below = { x: margin, y: y + 18 * k, width, height: 14 * k };
  writeFitting(doc, [contact.join('  ·  ')], below, { most: 9 * k, least: 4.5 * k, color: look.soft });
}

/** What is left for the blocks on one page, in points. */
function roomOf(at: Layout): number {
  return at.page.height - 2 * at.margin - (42 + FOOT + 8) * at.k;
}

/** The height a block needs on its page: its own, and of those that may not be parted from it. */
function needs(blocks: readonly Block[], from: number): number {
  let height = 0;
  for (const block of blocks.slice(from)) {
    height += block.height;
    if (!block.withNext) return height;
    height += block.gap;
  }
  return height;
}

function heightOfAll(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + block.height + block.gap, 0) - (blocks.at(-1)?.gap ?? 0);
}

type Chosen = { readonly at: Layout; readonly blocks: readonly Block[] };

/** The roomiest layout in which the guide is one page; the roomiest of all when none is. */
function chooseLayout(doc: Doc, input: KitInput): Chosen {
  let first: Chosen | undefined;
  for (const at of layoutsFor(input.size)) {
    const chosen = { at, blocks: guideBlocks(doc, input, at) };
    if (heightOfAll(chosen.blocks) <= roomOf(at)) return chosen;
    first ??= chosen;
  }
  if (!first) throw new Error(`no layout for a kit of size ${input.size}`);
  return first;
}

/** Draws the guide on the document's first page or pages. */
export function drawGuide(doc: Doc, input: KitInput): void {
  // Measuring needs a page to stand on.
  const { width, height } = layoutsFor(input.size)[0]?.page ?? { width: 0, height: 0 };
  const open = () => doc.addPage({ size: [width, height], margin: 0 });
  open();
  const { at, blocks } = chooseLayout(doc, input);
  const end = () => at.page.height - at.margin - (FOOT + 8) * at.k;
  let y = head(doc, input, at);
  for (const [nth, block] of blocks.entries()) {
    if (y + needs(blocks, nth) > end()) {
      foot(doc, input, at);
      open();
      y = head(doc, input, at);
    }
    block.draw(y);
    y += block.height + block.gap;
  }
  foot(doc, input, at);
}
