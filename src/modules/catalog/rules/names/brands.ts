/** Brands as lists spell them, and the words of a name that only repeat the brand. */
import { fold } from './device-name.ts';

type Brand = {
  readonly name: string;
  readonly spellings: readonly string[];
  readonly drop: readonly string[];
};

const BRANDS: readonly Brand[] = [
  { name: 'Apple', spellings: ['apple'], drop: ['apple'] },
  { name: 'Samsung', spellings: ['samsung', 'galaxy'], drop: ['samsung', 'galaxy'] },
  { name: 'Google', spellings: ['google', 'pixel'], drop: ['google'] },
  {
    name: 'Xiaomi',
    spellings: ['xiaomi', 'redmi', 'poco', 'pocophone', 'mi'],
    drop: ['xiaomi', 'mi'],
  },
  { name: 'OnePlus', spellings: ['oneplus', 'one plus'], drop: ['oneplus'] },
  { name: 'OPPO', spellings: ['oppo'], drop: ['oppo'] },
  { name: 'Motorola', spellings: ['motorola', 'moto'], drop: ['motorola', 'moto'] },
  { name: 'Sony', spellings: ['sony', 'xperia'], drop: ['sony'] },
  { name: 'Huawei', spellings: ['huawei'], drop: ['huawei'] },
  { name: 'HONOR', spellings: ['honor'], drop: ['honor'] },
  { name: 'Nothing', spellings: ['nothing', 'cmf'], drop: ['nothing'] },
  { name: 'Fairphone', spellings: ['fairphone'], drop: ['fairphone'] },
  { name: 'Nokia', spellings: ['nokia', 'hmd'], drop: ['nokia'] },
  { name: 'realme', spellings: ['realme'], drop: ['realme'] },
  { name: 'vivo', spellings: ['vivo'], drop: ['vivo'] },
  { name: 'ZTE', spellings: ['zte', 'nubia'], drop: ['zte'] },
  { name: 'Microsoft', spellings: ['microsoft', 'surface'], drop: ['microsoft'] },
  { name: 'Lenovo', spellings: ['lenovo', 'thinkpad'], drop: ['lenovo'] },
  { name: 'Dell', spellings: ['dell'], drop: ['dell'] },
  { name: 'HP', spellings: ['hp', 'hewlett packard'], drop: ['hp'] },
  { name: 'Infinix', spellings: ['infinix'], drop: ['infinix'] },
];

/** Words that begin a product's name and give its maker away where the brand column does not. */
const PRODUCTS: Readonly<Record<string, string>> = {
  iphone: 'Apple',
  ipad: 'Apple',
  macbook: 'Apple',
  airpods: 'Apple',
};

/** The brand as we write it, from the brand column or, where that says nothing, from the model's first words. */
export function readBrand(brand: string, model: string): string | null {
  const given = fold(brand);
  const known = BRANDS.find((b) => b.spellings.includes(given));
  if (known) return known.name;
  const said = given !== '' && !/^(?:unknown|other|n a|smartphones?|phones?|tablets?|misc)$/.test(given);
  const first = fold(model.replace(/\[[^\]]*\]/g, ' '));
  const start = BRANDS.find((b) => b.spellings.some((s) => first === s || first.startsWith(`${s} `)));
  if (start) return start.name;
  const product = PRODUCTS[first.split(' ')[0] ?? ''];
  if (product) return product;
  return said ? brand.trim().replace(/\s+/g, ' ') : null;
}

/** Words to drop from the names of a brand's models before they are compared. */
export function brandWords(brand: string): readonly string[] {
  return BRANDS.find((b) => b.name === brand)?.drop ?? [fold(brand)].filter(Boolean);
}
