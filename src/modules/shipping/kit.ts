/** The shipping kit a customer prints: page 1 how to get the parcel ready, page 2 the address label. Knows no database. */
import { drawGuide } from './kit/guide.ts';
import type { KitInput } from './kit/input.ts';
import { drawLabelPage } from './kit/label.ts';
import { plain, useFonts, type Doc } from './kit/sheet.ts';
import { KIT_WORDS } from './kit/words.ts';

function collect(doc: Doc): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
    doc.end();
  });
}

/** Draws the kit; gives the PDF. The libraries are loaded on first use, because most processes never draw one. */
export async function drawKit(input: KitInput): Promise<Buffer> {
  const { default: PDFDocument } = await import('pdfkit');
  const title = `${KIT_WORDS[input.locale].title} – ${input.reference}`;
  const doc: Doc = new PDFDocument({
    autoFirstPage: false,
    // Else it would read Helvetica, which nothing is set in.
    font: '',
    lang: input.locale,
    displayTitle: true,
    info: { Title: title, Author: plain(input.shop.name), CreationDate: input.madeAt, ModDate: input.madeAt },
  });
  useFonts(doc);
  drawGuide(doc, input);
  await drawLabelPage(doc, input);
  return await collect(doc);
}
