/** Barcodes as vector paths: sharp at any resolution, and decodable because of the even-odd rule. */
import type { DrawingContext } from 'bwip-js/node';
import type { Box, Doc } from './sheet.ts';

type Shape = { readonly points: readonly (readonly [number, number])[] };
type Drawn = { readonly width: number; readonly height: number; readonly shapes: readonly Shape[] };

/** Collects what bwip-js draws; we only make kinds of codes that consist of lines and polygons. */
function collector(): DrawingContext<Drawn> {
  const shapes: Shape[] = [];
  let size = { width: 0, height: 0 };
  const never = (): never => {
    throw new Error('this kind of code is not drawn with lines and polygons');
  };
  return {
    scale: () => null,
    measure: () => ({ width: 0, ascent: 0, descent: 0 }),
    init: (width, height) => {
      size = { width, height };
    },
    line: (x0, y0, x1, y1, thick) => {
      const [left, right] = [Math.min(x0, x1) - thick / 2, Math.max(x0, x1) + thick / 2];
      shapes.push({
        points: [
          [left, y0],
          [right, y0],
          [right, y1],
          [left, y1],
        ],
      });
    },
    polygon: (points) => {
      shapes.push({ points });
    },
    hexagon: never,
    ellipse: never,
    fill: () => undefined,
    text: never,
    end: () => ({ ...size, shapes }),
  };
}

function paint(doc: Doc, drawn: Drawn, box: Box): void {
  const [sx, sy] = [box.width / drawn.width, box.height / drawn.height];
  for (const { points } of drawn.shapes) {
    for (const [at, [x, y]] of points.entries()) {
      if (at === 0) doc.moveTo(box.x + x * sx, box.y + y * sy);
      else doc.lineTo(box.x + x * sx, box.y + y * sy);
    }
    doc.closePath();
  }
  doc.fillColor('#000000').fill('even-odd');
}

/** Bars are given by their middle in whole units: at scale 1 that of an odd bar would be half a unit off. */
const SCALE = 2;

/** Draws Code 128 over the whole box; leave a tenth of its width free on both sides. */
export async function drawCode128(doc: Doc, text: string, box: Box): Promise<void> {
  const { render } = await import('bwip-js/node');
  paint(doc, render({ bcid: 'code128', text, scale: SCALE, height: 10 }, collector()), box);
}

/** The last one made: the page of a kit has the same code twice, and making it is a tenth of a kit's work. */
let latest: { readonly text: string; readonly drawn: Drawn } | undefined;

async function qrOf(text: string): Promise<Drawn> {
  if (latest?.text === text) return latest.drawn;
  const { render } = await import('bwip-js/node');
  const drawn = render({ bcid: 'qrcode', text, scale: SCALE, eclevel: 'M' } as never, collector());
  latest = { text, drawn };
  return drawn;
}

/** Draws a QR code (error correction M) into a square; leave an eighth of its side free all around. */
export async function drawQr(
  doc: Doc,
  text: string,
  at: { x: number; y: number; side: number },
): Promise<void> {
  paint(doc, await qrOf(text), { x: at.x, y: at.y, width: at.side, height: at.side });
}
