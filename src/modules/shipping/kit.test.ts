import { PDFiumLibrary, type PDFiumPage } from '@hyzyla/pdfium';
import { scanImageData } from '@undecaf/zbar-wasm';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { LOCALES } from '../../kernel/locale.ts';
import { drawKit } from './kit.ts';
import type { KitAddress } from './kit/address.ts';
import { KIT_SIZES, type KitInput, type KitSize } from './kit/input.ts';
import { KIT_WORDS } from './kit/words.ts';

const LONG: KitAddress = {
  name: 'Małgorzata Brzęczyszczykiewicz-Konstantinopolitańska, Dział Skupu Elektroniki Użytkowej',
  line1: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftstraße 123456',
  line2: 'Αχαρνών 100, 3ος όροφος, διαμέρισμα 12 – вход со двора, домофон не работает',
  postal_code: '10434-ABCDEFGHIJ',
  city: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch',
  region: 'Κεντρική Μακεδονία και Δυτική Θράκη',
  country: 'GR',
};

const KIT: KitInput = {
  locale: 'en',
  size: 'a4',
  shop: { name: 'Phone House', email: 'desk@phonehouse.example', phone: '+31 20 123 45 67' },
  reference: 'V261105004711',
  shipBy: new Date('2026-11-19T23:30:00Z'),
  timezone: 'Europe/Amsterdam',
  to: {
    name: 'Phone House',
    line1: 'Keizersgracht 221',
    postal_code: '1016 DV',
    city: 'Amsterdam',
    country: 'NL',
  },
  from: { name: 'Jo Doe', line1: 'Main street 1', postal_code: '1012 AB', city: 'Amsterdam', country: 'NL' },
  devices: [
    { number: 'S10023', title: 'Apple iPhone 13 128 GB', category: 'phone', brand: 'Apple' },
    { number: 'S10024', title: 'Garmin Fenix 7', category: 'watch', brand: 'Garmin' },
  ],
  madeAt: new Date('2026-11-05T09:00:00Z'),
};
const CROWDED: KitInput = {
  ...KIT,
  shop: {
    ...KIT.shop,
    name: 'A very long name of a shop that nobody would ever paint above a door '.repeat(3),
  },
  to: LONG,
  from: { ...LONG, country: 'PL' },
  devices: Array.from({ length: 30 }, (_, at) => ({
    number: `S1${at + 1000}`,
    title: `Device ${at} with a name that goes on ${'and on '.repeat(20)}`,
    category: (['phone', 'tablet', 'laptop', 'watch'] as const)[at % 4] ?? 'phone',
    brand: ['Apple', 'Samsung', 'Nokia'][at % 3] ?? null,
  })),
};

let pdfium: PDFiumLibrary;
beforeAll(async () => {
  pdfium = await PDFiumLibrary.init();
  const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(wasm)).buffer } });
});
afterAll(() => pdfium.destroy());

type Picture = { data: Uint8ClampedArray; width: number; height: number };

/** As a thermal label printer prints it (203 dpi), or coarser. */
async function pictureOf(page: PDFiumPage, dpi: number): Promise<Picture> {
  const shot = await page.render({ scale: dpi / 72, render: 'bitmap' });
  const data = new Uint8ClampedArray(shot.data);
  for (let at = 3; at < data.length; at += 4) data[at] = 255;
  return { data, width: shot.width, height: shot.height };
}

async function pagesOf(input: KitInput): Promise<PDFiumPage[]> {
  const document = await pdfium.loadDocument(await drawKit(input));
  return [...document.pages()];
}

async function labelOf(input: KitInput): Promise<PDFiumPage> {
  const page = (await pagesOf(input)).at(-1);
  if (!page) throw new Error('the kit has no pages');
  return page;
}

/** Code kind → texts, as each of the two decoders reads the page. */
async function decodeBoth(picture: Picture): Promise<{ bars: string[]; qr: string[] }[]> {
  const image = { ...picture, data: picture.data.slice(), colorSpace: 'srgb' as const };
  const zxing = await readBarcodes(image, { formats: ['Code128', 'QRCode'], maxNumberOfSymbols: 10 });
  const zbar = await scanImageData(image);
  const sorted = (found: { kind: string; text: string }[]) => ({
    bars: found.filter((one) => /128/.test(one.kind)).map((one) => one.text),
    qr: found.filter((one) => /qr/i.test(one.kind)).map((one) => one.text),
  });
  return [
    sorted(zxing.map((one) => ({ kind: one.format, text: one.text }))),
    sorted(zbar.map((one) => ({ kind: one.typeName, text: one.decode() }))),
  ];
}

describe('the label’s codes', () => {
  const codes: [KitSize, number, KitInput][] = KIT_SIZES.flatMap((size): [KitSize, number, KitInput][] => [
    [size, 203, KIT],
    [size, 150, KIT],
    [size, 203, CROWDED],
  ]);
  it.each(codes)('are read from the picture by two decoders (%s, %i dpi)', async (size, dpi, input) => {
    const page = await labelOf({ ...input, size });
    const expected = {
      bars: ['V261105004711'],
      qr: size === 'a4' ? ['V261105004711', 'V261105004711'] : ['V261105004711'],
    };
    for (const found of await decodeBoth(await pictureOf(page, dpi))) {
      expect(found.bars).toEqual(expected.bars);
      expect(new Set(found.qr)).toEqual(new Set(expected.qr));
      expect(found.qr.length).toBeGreaterThan(0);
    }
  });

  it('survive a copy turned by a quarter', async () => {
    const { data, width, height } = await pictureOf(await labelOf({ ...KIT, size: '4x6' }), 203);
    const turned = new Uint8ClampedArray(data.length);
    for (let y = 0; y < height; y += 1)
      for (let x = 0; x < width; x += 1) {
        const [from, to] = [(y * width + x) * 4, (x * height + (height - 1 - y)) * 4];
        turned.set(data.subarray(from, from + 4), to);
      }
    for (const found of await decodeBoth({ data: turned, width: height, height: width }))
      expect(found).toEqual({ bars: ['V261105004711'], qr: ['V261105004711'] });
  });
});

describe('the pages', () => {
  it.each(KIT_SIZES)('are two of the size asked for, in every language (%s)', async (size) => {
    const paper = size === 'a4' ? [595, 842] : [288, 432];
    for (const locale of LOCALES) {
      const devices = KIT.devices.slice(0, size === 'a4' ? 2 : 1);
      const pages = await pagesOf({ ...KIT, size, locale, devices });
      const sizes = pages
        .map((page) => page.getOriginalSize())
        .map((s) => [Math.round(s.originalWidth), Math.round(s.originalHeight)]);
      expect(sizes, locale).toEqual([paper, paper]);
    }
  });

  it('are black on white for label printers', async () => {
    for (const page of await pagesOf({ ...KIT, size: '4x6' })) {
      const { data } = await pictureOf(page, 203);
      // Grey between black and white is the smoothing of edges; nothing else may have a colour.
      for (let at = 0; at < data.length; at += 4)
        if (data[at] !== data[at + 1] || data[at] !== data[at + 2]) throw new Error(`colour at ${at / 4}`);
    }
  });

  it.each(LOCALES)('say everything in %s and leave no place unfilled', async (locale) => {
    const text = (await pagesOf({ ...KIT, locale })).map((page) => page.getText()).join('\n');
    for (const part of [
      'V261105004711',
      'S10023',
      'S10024',
      'Apple iPhone 13 128 GB',
      'Keizersgracht 221',
      'Jo Doe',
      'desk@phonehouse.example',
      '+31 20 123 45 67',
      KIT_WORDS[locale].next.title,
    ])
      expect(text).toContain(part);
    expect(text).not.toMatch(/[{}]|undefined|null|NaN/);
  });

  it('explain signing out for the devices of the parcel and for no others', async () => {
    const text = (await pagesOf(KIT))[0]?.getText() ?? '';
    expect(text).toContain('iPhone and iPad');
    expect(text).toContain('Other watch');
    expect(text).not.toMatch(/Samsung|Windows|Android|Mac\b/);
  });

  it('name the ship-by date as a day of the shop’s zone, and none when there is none', async () => {
    const text = (await pagesOf(KIT))[0]?.getText().replaceAll('\u00a0', ' ');
    expect(text).toContain('Please send it by 20 November 2026');
    expect((await pagesOf({ ...KIT, shipBy: null }))[0]?.getText()).not.toContain('send it by');
  });

  it.each(KIT_SIZES)('run on rather than over: nothing is drawn in the margins (%s)', async (size) => {
    const pages = await pagesOf({ ...CROWDED, size });
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) {
      const { data, width, height } = await pictureOf(page, 72);
      const margin = width < 300 ? 8 : 30;
      const dark = (x: number, y: number) => (data[(y * width + x) * 4] ?? 255) < 128;
      const inside = (x: number, y: number) =>
        x >= margin && y >= margin && x < width - margin && y < height - margin;
      const stray: string[] = [];
      for (let y = 0; y < height; y += 1)
        for (let x = 0; x < width; x += 1) if (!inside(x, y) && dark(x, y)) stray.push(`${x},${y}`);
      expect(stray).toEqual([]);
    }
  });

  it('show Polish, Greek and Cyrillic letters as themselves', async () => {
    const text = (await labelOf({ ...CROWDED, size: '4x6' })).getText();
    for (const part of ['Małgorzata', 'Αχαρνών', 'вход', 'GREECE']) expect(text).toContain(part);
  });

  it.each([
    'x'.repeat(5000),
    'محمد الفارسي',
    'यूनिकोड',
    '王小明',
    '\ud800 lone',
    'a\u202e\u200db',
    '👩‍👩‍👧',
    '<b>&amp;</b>',
    '',
  ])('are drawn whatever was typed: %.20s', async (typed) => {
    const address = { ...LONG, name: typed, line1: typed, line2: typed, city: typed, region: typed };
    const devices = [{ number: 'S10023', title: typed, category: 'phone' as const, brand: null }];
    const shop = { name: typed, email: typed, phone: typed };
    for (const size of KIT_SIZES) {
      const odd = { ...KIT, size, shop, devices, from: address, to: { ...address, country: 'nowhere' } };
      const pages = await pagesOf(odd);
      expect(pages.length).toBeGreaterThanOrEqual(2);
      const [found] = await decodeBoth(await pictureOf(pages.at(-1) as PDFiumPage, 203));
      expect(found?.bars).toEqual(['V261105004711']);
    }
  });

  it('keep control characters and emoji out, and are the same bytes for the same input', async () => {
    const odd = { ...KIT, from: { ...KIT.from, name: 'Jo\r\n\u0000 Doe 🎉' } };
    expect((await labelOf(odd)).getText()).toContain('Jo Doe');
    const [one, other] = [await drawKit(KIT), await drawKit(KIT)];
    expect(one.equals(other)).toBe(true);
  });
});
