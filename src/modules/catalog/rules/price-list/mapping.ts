/**
 * Which column of a price list holds what. Guessed from the headings in five languages, corrected by people, saved per
 * source. A list is long (one price a row, the condition in a column) or wide (a price column per condition).
 */
import { ok, refuse, type Outcome } from '../../../../kernel/outcome.ts';
import { fold } from '../names/device-name.ts';
import { CONDITIONS, type Condition } from '../questions.ts';

export type Mapping = {
  readonly shape: 'long' | 'wide';
  readonly model: string;
  readonly brand: string | null;
  readonly storage: string | null;
  /** Kind of device, used where a model is new to the catalogue. */
  readonly category: string | null;
  /** Long lists. */
  readonly condition: string | null;
  readonly price: string | null;
  /** Wide lists: condition → its price column. */
  readonly prices: Readonly<Partial<Record<Condition, string>>>;
  readonly currency: string | null;
  /** Of doubled rows the newest counts. */
  readonly date: string | null;
  /** Rows whose column says something else are left out, such as selling prices in a list of buying prices. */
  readonly only: { readonly column: string; readonly values: readonly string[] } | null;
  /** Words of this source for conditions, lower case; they win over the known synonyms. `skip` leaves rows out. */
  readonly conditions: Readonly<Record<string, Condition | 'skip'>>;
  /** Currency → what one unit is worth in the book's; a currency without a rate is refused. */
  readonly rates: Readonly<Record<string, number>>;
};

const HEADINGS: Readonly<
  Record<'model' | 'brand' | 'storage' | 'category' | 'condition' | 'price' | 'currency' | 'date', RegExp>
> = {
  model:
    /^(?:(?:device )?model(?:l|e|o)?(?: name)?|device(?: name)?|product(?: name)?|name|toestel|gerat|produit|appareil|dispositivo|nom|nombre|omschrijving|artikel)$/,
  brand: /^(?:brand|make|manufacturer|merk|marke|hersteller|marque|fabricant|marca)$/,
  storage:
    /^(?:(?:storage|memory|capacity|opslag|geheugen|speicher|kapazitat|stockage|capacite|almacenamiento|capacidad)(?: (?:capacity|gb|size))?|gb|size)$/,
  category: /^(?:(?:device|product) ?type|category|kategorie|categorie|categoria|type)$/,
  condition: /^(?:condition|grade|grading|state|quality|staat|conditie|zustand|etat|estado)$/,
  price:
    /^(?:(?:buy(?:ing|back)? |trade ?in |purchase |offer )?(?:price|value|amount|offer|payout)|prijs|inkoopprijs|preis|ankaufspreis|prix|precio|valor|wert|waarde)(?: (?:eur|usd|gbp|sgd|myr|thb))?$/,
  currency: /^(?:currency|valuta|wahrung|devise|moneda)$/,
  date: /^(?:updated(?: (?:on|at))?|date|last updated?|datum|valid from|fecha)$/,
};

/** What lists write for a condition. `C` and `fair` differ between buyers: only what is clear stands here. */
const SYNONYMS: Readonly<Record<Condition, readonly string[]>> = {
  flawless: [
    'flawless',
    'like new',
    'excellent',
    'perfect',
    'mint',
    'pristine',
    'new',
    'as new',
    'a',
    'a plus',
    'grade a',
    'als nieuw',
    'wie neu',
    'comme neuf',
    'como nuevo',
    'neuf',
    'nieuw',
    'neu',
    'nuevo',
  ],
  good: [
    'good',
    'very good',
    'used',
    'b',
    'grade b',
    'goed',
    'gut',
    'bon',
    'bueno',
    'gebruikt',
    'gebraucht',
    'occasion',
    'usado',
    'working',
  ],
  damaged: [
    'damaged',
    'cracked',
    'faulty',
    'broken',
    'defective',
    'c',
    'grade c',
    'd',
    'grade d',
    'poor',
    'beschadigd',
    'kapot',
    'defect',
    'beschadigt',
    'defekt',
    'casse',
    'abime',
    'endommage',
    'danado',
    'roto',
    'defectuoso',
  ],
};

/** The condition a word of a list means, or null. */
export function readCondition(word: string, own: Mapping['conditions'] = {}): Condition | 'skip' | null {
  const folded = fold(word);
  const mine = own[folded] ?? own[word.trim().toLowerCase()];
  if (mine) return mine;
  return CONDITIONS.find((condition) => SYNONYMS[condition].includes(folded)) ?? null;
}

/** The condition a wide list's heading names: `Flawless`, `Price good`, `Grade A (EUR)`. */
function conditionOfHeading(heading: string): Condition | null {
  const bare = fold(heading)
    .replace(/\b(?:price|prijs|preis|prix|precio|value|eur|usd|gbp|sgd|myr|thb)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const found = readCondition(bare);
  return found === 'skip' ? null : found;
}

/**
 * A mapping from the headings and a look at the rows. Refuses `mapping_unclear` naming the part that has no column; the
 * half-done mapping is in `more.mapping` for the form that asks.
 */
export function guessMapping(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): Outcome<Mapping> {
  const find = (part: keyof typeof HEADINGS): string | null =>
    headings.find((heading) => HEADINGS[part].test(fold(heading))) ?? null;
  const prices: Partial<Record<Condition, string>> = {};
  for (const heading of headings) {
    const condition = conditionOfHeading(heading);
    if (condition && prices[condition] === undefined) prices[condition] = heading;
  }
  const condition = find('condition');
  const wide = condition === null && Object.keys(prices).length > 0;
  const mapping: Mapping = {
    shape: wide ? 'wide' : 'long',
    model: find('model') ?? '',
    brand: find('brand'),
    storage: find('storage'),
    category: find('category'),
    condition,
    price: wide ? null : find('price'),
    prices: wide ? prices : {},
    currency: find('currency'),
    date: find('date'),
    only: guessOnly(headings, rows),
    conditions: {},
    rates: {},
  };
  const no = checkMapping(mapping, headings);
  return no.ok ? ok(mapping) : { ...no, more: { ...no.more, mapping } };
}

/** Lists that hold both what buyers pay and what they ask name it in a column: only the first is a trade-in price. */
function guessOnly(headings: readonly string[], rows: readonly (readonly string[])[]): Mapping['only'] {
  for (const [at, heading] of headings.entries()) {
    const values = new Set(rows.map((row) => (row[at] ?? '').trim()));
    const buying = [...values].filter((value) =>
      /^(?:trade[- ]?in|buy ?back|inkoop|ankauf|reprise|compra)$/i.test(value),
    );
    if (buying.length > 0 && values.size > buying.length) return { column: heading, values: buying };
  }
  return null;
}

/** Refuses `mapping_unclear` where a part is missing and `mapping_column_unknown` where the list has no such column. */
export function checkMapping(mapping: Mapping, headings: readonly string[]): Outcome<Mapping> {
  const missing = (part: string, what: string) =>
    refuse('mapping_unclear', `Say which column holds ${what}.`, 'invalid', { field: `mapping.${part}` });
  if (!mapping.model) return missing('model', 'the model');
  if (mapping.shape === 'wide' && Object.keys(mapping.prices).length === 0)
    return missing('prices', 'the price of each condition');
  if (mapping.shape === 'long' && !mapping.price) return missing('price', 'the price');
  if (mapping.shape === 'long' && !mapping.condition) return missing('condition', 'the condition');
  const named: readonly (readonly [string, string | null | undefined])[] = [
    ...(['model', 'brand', 'storage', 'category', 'condition', 'price', 'currency', 'date'] as const).map(
      (part) => [part, mapping[part]] as const,
    ),
    ...CONDITIONS.map((condition) => [`prices.${condition}`, mapping.prices[condition]] as const),
    ['only.column', mapping.only?.column],
  ];
  const unknown = named.find(
    ([, heading]) => heading !== null && heading !== undefined && !headings.includes(heading),
  );
  if (unknown)
    return refuse('mapping_column_unknown', `The list has no column “${unknown[1]}”.`, 'invalid', {
      field: `mapping.${unknown[0]}`,
      more: { headings },
    });
  const rate = Object.entries(mapping.rates).find(
    ([currency, value]) => !/^[A-Z]{3}$/.test(currency) || !(value > 0) || !Number.isFinite(value),
  );
  if (rate)
    return refuse('rate_invalid', 'A rate is a currency code and a number above zero.', 'invalid', {
      field: `mapping.rates.${rate[0]}`,
    });
  return ok(mapping);
}
