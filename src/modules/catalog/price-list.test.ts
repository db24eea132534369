import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPriceList } from './csv.ts';
import { referenceModels } from './reference.ts';
import { indexCatalog, type CatalogModel } from './rules/names/matcher.ts';
import { cleanName } from './rules/price-list/additions.ts';
import { readClaims } from './rules/price-list/claims.ts';
import { guessMapping, type Mapping } from './rules/price-list/mapping.ts';
import { judge } from './rules/price-list/verdicts.ts';

const catalog: CatalogModel[] = referenceModels().map((model) => ({
  ...model,
  id: model.slug,
  variants: model.variants.map((variant) => ({
    storage_gb: null,
    memory_gb: null,
    connectivity: null,
    size: null,
    ...variant,
    id: `${model.slug} ${variant.label}`,
  })),
}));
const index = indexCatalog(catalog);
const bytes = (text: string) => new TextEncoder().encode(text);

function importOf(
  text: string | Uint8Array,
  options: { currency?: string; current?: Record<string, number>; mapping?: Partial<Mapping> } = {},
) {
  const list = readPriceList(typeof text === 'string' ? bytes(text) : text);
  if (!list.ok) throw new Error(`${list.code}: ${list.why}`);
  const { headings, rows } = list.value;
  const guessed = guessMapping(
    headings,
    rows.map((row) => row.cells),
  );
  if (!guessed.ok) throw new Error(`${guessed.code}: ${guessed.why}`);
  const current = new Map(Object.entries(options.current ?? {}));
  const reader = {
    headings,
    mapping: { ...guessed.value, ...options.mapping },
    index,
    currency: options.currency ?? 'EUR',
    current,
  };
  return judge(
    rows.flatMap((row) => readClaims(reader, row)),
    current,
  );
}
const outcomes = (result: ReturnType<typeof importOf>) =>
  result.verdicts.map((v) => [v.line, v.outcome, v.reason, v.variant_id, v.condition, v.amount_minor]);

describe('a long list', () => {
  it('takes messy spellings for what they mean', () => {
    const result = importOf(
      [
        'Brand,Model,Capacity,Condition,Price',
        'APPLE ,Apple iPhone 13 Pro Max 5G,256G,Like New,€ 410',
        'apple,iPhone 13,128 GB ,Good,"250,00"',
        'Samsung,[HOT] Galaxy S23 Ultra 5G 256GB,,Cracked,120.50',
        'Samsung,Galaxy Z Fold 4 (1TB),1024GB,B,"1.000,00"',
        ',Oneplus 11 5G 8+128GB,8GB,good,200',
      ].join('\r\n'),
    );
    expect(outcomes(result)).toEqual([
      [2, 'matched', null, 'apple-iphone-13-pro-max 256 GB', 'flawless', 41_000],
      [3, 'matched', null, 'apple-iphone-13 128 GB', 'good', 25_000],
      [4, 'matched', null, 'samsung-galaxy-s23-ultra 256 GB', 'damaged', 12_050],
      [5, 'matched', null, 'samsung-galaxy-z-fold4 1 TB', 'good', 100_000],
      [6, 'matched', null, 'oneplus-11 128 GB', 'good', 20_000],
    ]);
  });

  it('says of every row not taken why', () => {
    const rows: [string, string][] = [
      ['Apple,iPhone 99,128GB,Good,100', 'unknown_model'],
      ['Apple,iPhone 13,96GB,Good,100', 'unknown_variant'],
      ['Apple,iPhone 13,,Good,100', 'storage_missing'],
      ['Apple,iPhone 13 128GB,256GB,Good,100', 'storage_conflict'],
      ['Apple,iPad Pro 11,256GB,Good,100', 'ambiguous_model'],
      ['Apple,,128GB,Good,100', 'model_missing'],
      [',20 64GB,64GB,Good,100', 'brand_missing'],
      ['Apple,iPhone 13,128GB,,100', 'condition_missing'],
      ['Apple,iPhone 13,128GB,So-so,100', 'condition_unknown'],
      ['Apple,iPhone 13,128GB,Good,', 'price_missing'],
      ['Apple,iPhone 13,128GB,Good,call us', 'price_unreadable'],
      ['Apple,iPhone 13,128GB,Good,1e5', 'price_unreadable'],
      ['Apple,iPhone 13,128GB,Good,-20', 'price_negative'],
      ['Apple,iPhone 13,128GB,Good,0.00', 'price_zero'],
      ['Apple,iPhone 13,128GB,Good,9999999', 'price_absurd'],
      ['Apple,iPhone 13,128GB', 'broken_line'],
      ['Apple,iPhone 13,128GB,Good,100,200', 'broken_line'],
    ];
    const result = importOf(['Brand,Model,Capacity,Condition,Price', ...rows.map(([row]) => row)].join('\n'));
    expect(result.verdicts.map((v) => [v.line, v.reason])).toEqual(
      rows.map(([, reason], i) => [i + 2, reason]),
    );
    expect(result.prices).toEqual([]);
  });

  it('merges doubled rows: the newest day, of it the median', () => {
    const head = 'Model,Capacity,Condition,Value,Updated on\n';
    const row = (value: number, day: string) => `iPhone 13,128GB,Good,${value},${day}\n`;
    const result = importOf(
      head +
        row(900, '2025-05-30') +
        row(300, '2025-06-01') +
        row(280, '2025-06-01') +
        row(310, '2025-06-01'),
    );
    expect(result.prices).toEqual([
      { variant_id: 'apple-iphone-13 128 GB', condition: 'good', amount_minor: 30_000 },
    ]);
    expect(result.verdicts.map((v) => [v.outcome, v.reason])).toEqual([
      ['merged', 'older'],
      ['matched', 'doubled_median'],
      ['merged', 'doubled_median'],
      ['merged', 'doubled_median'],
    ]);
  });

  it('keeps to one currency unless a rate is given', () => {
    const list =
      'Model,Capacity,Condition,Price,Currency\niPhone 13,128GB,Good,300,SGD\niPhone 13,128GB,Damaged,100,EUR\niPhone 13,128GB,Damaged,100,euros\n';
    expect(importOf(list).verdicts.map((v) => v.reason)).toEqual([
      'other_currency',
      null,
      'currency_unknown',
    ]);
    expect(importOf(list, { mapping: { rates: { SGD: 0.68 } } }).prices[0]?.amount_minor).toBe(20_400);
  });

  it('tells new, changed, unchanged and dropped, and stops a slipped decimal point', () => {
    const current = {
      'apple-iphone-13 128 GB good': 25_000,
      'apple-iphone-13 128 GB damaged': 10_000,
      'apple-iphone-13 256 GB good': 28_000,
      'apple-iphone-12 64 GB good': 15_000,
    };
    const result = importOf(
      'Model,Capacity,Condition,Price\niPhone 13,128GB,Good,250\niPhone 13,128GB,Damaged,90\niPhone 13,128GB,Flawless,270\niPhone 13,256GB,Good,2800\n',
      { current },
    );
    expect(result.report).toMatchObject({
      diff: { new: 1, changed: 1, unchanged: 1, dropped: 2 },
      by_reason: { price_absurd: 1 },
    });
    expect(result.verdicts[1]).toMatchObject({ was_minor: 10_000, amount_minor: 9_000 });
  });
});

describe('matching', () => {
  it.each([
    ['Apple Watch Ultra 2nd Gen GPS + Cellular 49mm', 'apple-watch-ultra-2 49 mm GPS + Cellular'],
    ['iPad Pro 5 (2021) 256GB', 'apple-ipad-pro-12-9-inch-5th-generation 256 GB Wi-Fi'],
    ['Apple Ipad Pro 10.5 2nd Gen (2017) 512GB', 'apple-ipad-pro-10-5-inch 512 GB Wi-Fi'],
    ['iPad Air5 WiFi+Cellular 64GB', 'apple-ipad-air-5th-generation 64 GB Wi-Fi + Cellular'],
    ['Galaxy A51 5G 128GB', 'samsung-galaxy-a51-5g 128 GB'],
    ['Galaxy A51 128GB', 'samsung-galaxy-a51 128 GB'],
    ['Apple iPhone SE 2022 (A2783) 64GB', 'apple-iphone-se-3rd-generation 64 GB'],
    ['Macbook Air 13 Inch 2020 M1 512GB', 'apple-macbook-air-13-inch-m1-2020 8 GB / 512 GB'],
    ['Galaxy A7 2018 64GB', 'samsung-galaxy-a7-2018 64 GB'],
    ['Galaxy A7 64GB', null],
    ['Galaxy Watch Ultra 2nd gen 47mm', null],
    ['iPad Pro 11 256GB', null],
  ])('%s is %s', (name, variant) => {
    const { verdicts } = importOf(`Model,Condition,Price\n"${name}",Good,100\n`);
    expect(verdicts[0]?.variant_id).toBe(variant);
  });
});

describe('a wide list', () => {
  it('takes a price per condition', () => {
    const result = importOf(
      'Merk;Toestel;Opslag;Als nieuw;Goed;Beschadigd\nSamsung;Galaxy S23;128 GB;230;215;90,-\nSamsung;Galaxy S23;256 GB;250;;\n',
    );
    expect(result.prices).toEqual([
      { variant_id: 'samsung-galaxy-s23 128 GB', condition: 'flawless', amount_minor: 23_000 },
      { variant_id: 'samsung-galaxy-s23 128 GB', condition: 'good', amount_minor: 21_500 },
      { variant_id: 'samsung-galaxy-s23 128 GB', condition: 'damaged', amount_minor: 9_000 },
      { variant_id: 'samsung-galaxy-s23 256 GB', condition: 'flawless', amount_minor: 25_000 },
    ]);
  });

  it('asks where the columns say nothing', () => {
    expect(guessMapping(['Model', 'X', 'Y'], [])).toMatchObject({
      ok: false,
      code: 'mapping_unclear',
      field: 'mapping.price',
    });
  });
});

describe('bytes', () => {
  const text = 'Model;Capacity;Condition;Price\niPhone 13;128GB;Café;250\n';
  const utf16 = (littleEndian: boolean) => {
    const buffer = Buffer.from(`\ufeff${text}`, 'utf16le');
    return littleEndian ? buffer : buffer.swap16();
  };
  it.each([
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`), 'utf-8'],
    ['UTF-16', utf16(true), 'utf-16le'],
    ['UTF-16 the other way', utf16(false), 'utf-16be'],
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le'), 'utf-16le'],
    ['Windows-1252', Buffer.from(text, 'latin1'), 'windows-1252'],
  ])('reads %s', (_, buffer, encoding) => {
    const list = readPriceList(buffer);
    expect(list).toMatchObject({
      ok: true,
      value: { encoding, separator: ';', headings: ['Model', 'Capacity', 'Condition', 'Price'] },
    });
    expect(list.ok && list.value.rows[0]?.cells[2]).toBe('Café');
  });

  it('counts lines through quoted line breaks and empty lines', () => {
    const list = readPriceList(bytes('Model\tPrice\n"iPhone\n13"\t1\n\niPhone 14\t2\n'));
    expect(list.ok && list.value.rows.map((row) => [row.line, row.cells[0]])).toEqual([
      [2, 'iPhone\n13'],
      [5, 'iPhone 14'],
    ]);
  });

  it.each([
    ['file_empty', '  \n'],
    ['csv_no_rows', 'Model,Price\n'],
    ['csv_headings_doubled', 'Model,Model\n1,2\n'],
    ['csv_broken', 'Model,Price\n"iPhone 13,1\niPhone 14,2\n'],
    ['csv_broken', 'Model,Price\niPhone 13,1\niPh"one" 14,2\n'],
    ['file_not_text', 'PK\x03\x04rest'],
    ['file_not_text', 'abc\0def'],
  ])('refuses %s', (code, content) => {
    expect(readPriceList(bytes(content))).toMatchObject({ ok: false, code });
  });

  it('names the line that is broken', () => {
    expect(readPriceList(bytes('Model,Price\niPhone 13,1\niPhone "14,2\n'))).toMatchObject({
      code: 'csv_broken',
      more: { line: 3 },
    });
  });
});

describe('cleanName', () => {
  it.each([
    ['OPPO', 'Oppo Reno8 Z 5G 256GB ', 'Reno8 Z 5G'],
    ['HONOR', 'Honor Honor X9b 256GB', 'X9b'],
    ['Samsung', 'Samsung Galaxy A15 LTE 4+128GB', 'Galaxy A15 LTE'],
    ['Samsung', 'Galaxy M34 5g - Hot Deal', 'Galaxy M34 5G'],
    ['vivo', '128GB', ''],
  ])('%s: %s', (brand, name, clean) => {
    expect(cleanName(brand, name)).toBe(clean);
  });
});

const REAL = join(
  import.meta.dirname,
  '../../../../shared/contracts/devices/prices/tradein_values_sea_2025.csv',
);

describe.skipIf(!existsSync(REAL))('a real list of 10,480 rows (skipped where ../shared is absent)', () => {
  it('is read in seconds, and every row has a verdict', () => {
    const started = performance.now();
    const result = importOf(readFileSync(REAL), { currency: 'SGD' });
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(result.verdicts).toHaveLength(10_480);
    const own = result.report.by_currency['SGD'];
    expect(own?.rows).toBe(4_945);
    // Of the rows in this currency that are trade-in prices, nine of ten find their device.
    expect((own?.matched ?? 0) + (own?.merged ?? 0)).toBeGreaterThan(3_500);
    expect(result.report.by_reason['price_unreadable']).toBeUndefined();
  });
});
