/** From a row of a list to what it claims: this variant, in this condition, at this price. */
import { digitsOf, parseAmount } from '../../../../kernel/money.ts';
import { readBrand } from '../names/brands.ts';
import { storageGb } from '../names/device-name.ts';
import { matchDevice, type CatalogIndex, type Match } from '../names/matcher.ts';
import { CONDITIONS, type Condition } from '../questions.ts';
import { variantTitle } from '../title.ts';
import { readCondition, type Mapping } from './mapping.ts';
import type { RefusedReason } from './reasons.ts';

export type ListRow = { readonly line: number; readonly cells: readonly string[] };

/** A price that could be read; `date` is a day or empty. */
export type Claim = {
  readonly ok: true;
  readonly line: number;
  readonly position: number;
  readonly currency: string;
  readonly variantId: string;
  readonly title: string;
  readonly condition: Condition;
  readonly minor: number;
  readonly date: string;
};

/** A row (or one price of it) that is not taken, and the device it names where that is known. */
export type Refused = {
  readonly ok: false;
  readonly line: number;
  readonly position: number;
  readonly currency: string;
  readonly reason: RefusedReason;
  readonly title: string | null;
  /** What `--add-models` would need to know. */
  readonly device?: {
    readonly brand: string;
    readonly name: string;
    readonly storage: number | null;
    readonly type: string;
  };
};

export type ListReader = {
  readonly headings: readonly string[];
  readonly mapping: Mapping;
  readonly index: CatalogIndex;
  /** The currency of the book. */
  readonly currency: string;
  /** What the version in force pays, by `variant condition`: a price eight times off is absurd. */
  readonly current: ReadonlyMap<string, number>;
};

/** Reads all prices of a row: one of a long list, up to one per condition of a wide one. */
export function readClaims(reader: ListReader, row: ListRow): (Claim | Refused)[] {
  const { mapping, headings } = reader;
  const cell = (heading: string | null | undefined): string =>
    heading ? (row.cells[headings.indexOf(heading)] ?? '').trim() : '';
  const listed = cell(mapping.currency).toUpperCase() || reader.currency;
  const no = (reason: RefusedReason, position = 0, title: string | null = null): Refused => ({
    ok: false,
    line: row.line,
    position,
    currency: /^[A-Z]{3}$/.test(listed) ? listed : '',
    reason,
    title,
  });
  if (!fits(row, headings.length)) return [no('broken_line')];
  if (mapping.only && !mapping.only.values.includes(cell(mapping.only.column))) return [no('not_selected')];
  if (!/^[A-Z]{3}$/.test(listed)) return [no('currency_unknown')];
  const rate = listed === reader.currency ? 1 : mapping.rates[listed];
  if (rate === undefined) return [no('other_currency')];
  const found = readDevice(reader, cell);
  if (typeof found === 'string') return [no(found)];
  const { match, brand, name } = found;
  const title = match.ok
    ? variantTitle(match.model.brand, match.model.name, match.variant.label)
    : `${brand} ${name}`;
  const claims = pricesOf(mapping, cell).map((price, position): Claim | Refused => {
    if (price.reason) return no(price.reason, position, title);
    const read = readPrice(price.text, listed);
    if (typeof read === 'string') return no(read, position, title);
    const minor = convert(read, listed, reader.currency, rate);
    if (isAbsurd(minor, reader.currency)) return no('price_absurd', position, title);
    if (!match.ok) {
      const device = { brand, name, storage: match.storage, type: cell(mapping.category) };
      return { ...no(match.reason, position, title), device };
    }
    const before = reader.current.get(`${match.variant.id} ${price.condition}`);
    if (before !== undefined && before > 0 && (minor > before * FAR || minor < before / FAR))
      return no('price_absurd', position, title);
    return {
      ok: true,
      line: row.line,
      position,
      currency: listed,
      variantId: match.variant.id,
      title,
      condition: price.condition,
      minor,
      date: readDay(cell(mapping.date)),
    };
  });
  return claims;
}

/** As many cells as headings; separators at the end of a line, with nothing between them, do no harm. */
function fits(row: ListRow, columns: number): boolean {
  return row.cells.length >= columns && row.cells.slice(columns).every((cell) => cell.trim() === '');
}

type Cell = (heading: string | null | undefined) => string;

function readDevice(
  reader: ListReader,
  cell: Cell,
): { match: Match; brand: string; name: string } | RefusedReason {
  const name = cell(reader.mapping.model).replace(/\s+/g, ' ');
  if (!name) return 'model_missing';
  const brand = readBrand(cell(reader.mapping.brand), name);
  if (!brand) return 'brand_missing';
  return {
    match: matchDevice(reader.index, brand, name, storageGb(cell(reader.mapping.storage))),
    brand,
    name,
  };
}

type PriceCell = { readonly condition: Condition; readonly text: string; readonly reason?: RefusedReason };

/** The prices a row names; an empty cell of a wide list is no price and no fault, unless all are empty. */
function pricesOf(mapping: Mapping, cell: Cell): PriceCell[] {
  if (mapping.shape === 'long') {
    const word = cell(mapping.condition);
    const condition = readCondition(word, mapping.conditions);
    const text = cell(mapping.price);
    if (word === '') return [{ condition: 'good', text, reason: 'condition_missing' }];
    if (condition === 'skip') return [{ condition: 'good', text, reason: 'condition_skipped' }];
    if (condition === null) return [{ condition: 'good', text, reason: 'condition_unknown' }];
    return [{ condition, text }];
  }
  const filled = CONDITIONS.flatMap((condition) => {
    const text = cell(mapping.prices[condition]);
    return text === '' ? [] : [{ condition, text }];
  });
  return filled.length > 0 ? filled : [{ condition: 'good', text: '', reason: 'price_missing' }];
}

/** Minor units of the row's own currency, or why not. */
function readPrice(text: string, currency: string): number | RefusedReason {
  if (text === '') return 'price_missing';
  const bare = text.replace(/^[A-Z]{1,3}\$?|[A-Z]{3}$/gi, '').replace(/[€$£¥฿]/g, '');
  if (!/\d/.test(bare) || /[^\d.,'’\s\u00a0\u202f+–-]/.test(bare)) return 'price_unreadable';
  const minor = parseAmount(text, currency);
  if (minor === null) return 'price_unreadable';
  if (minor < 0) return 'price_negative';
  return minor === 0 ? 'price_zero' : minor;
}

/** A price this many times the one in force is a slip of the decimal point. */
const FAR = 8;

/** About what one euro is in currencies with larger figures; only for telling a price from nonsense. */
const PER_EURO: Readonly<Record<string, number>> = {
  SGD: 1.5,
  MYR: 5,
  THB: 38,
  JPY: 165,
  KRW: 1_500,
  VND: 28_000,
  IDR: 18_000,
  INR: 95,
  PHP: 64,
  HKD: 9,
  TWD: 35,
  CNY: 8,
  HUF: 400,
  CZK: 25,
  PLN: 4.3,
  SEK: 11.5,
  NOK: 11.7,
  DKK: 7.5,
  ISK: 150,
  ZAR: 20,
  BRL: 6,
  MXN: 21,
  CLP: 1_050,
  TRY: 40,
  AED: 4,
};
const MOST_EURO = 10_000;

function isAbsurd(minor: number, currency: string): boolean {
  return minor > MOST_EURO * (PER_EURO[currency] ?? 1.5) * 100;
}

function convert(minor: number, from: string, to: string, rate: number): number {
  if (from === to) return minor;
  return Math.round(minor * rate * 10 ** (digitsOf(to) - digitsOf(from)));
}

/** `2025-05-31`, `31-05-2025`, `31/05/2025`, `31.5.2025` as a day that sorts; empty for anything else. */
export function readDay(text: string): string {
  const iso = /^(\d{4})-(\d{2})-(\d{2})/.exec(text);
  if (iso) return iso[0];
  const local = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})/.exec(text);
  if (!local) return '';
  return `${local[3]}-${(local[2] ?? '').padStart(2, '0')}-${(local[1] ?? '').padStart(2, '0')}`;
}
