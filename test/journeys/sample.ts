/** A value of the shape that a JSON Schema of the API document asks for: plausible, and about nothing that exists. */

export type Schema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly examples?: readonly unknown[];
  readonly default?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly minItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly format?: string;
  readonly pattern?: string;
};
type Parts = Readonly<Record<string, Schema>>;

const FORMATS: Readonly<Record<string, string>> = {
  date: '2026-11-20',
  'date-time': '2026-11-20T10:00:00.000Z',
  email: 'nobody@customers.example',
  uri: 'https://shop.example/x',
};
/** Tried one after the other where a pattern is asked for. */
const WORDS = [
  'NL',
  'EUR',
  'nobody',
  '#nobody',
  'en',
  '12345678',
  '490154203237518',
  '09:30',
  'abc_1',
  '/a',
  'A1',
];

function textOf(schema: Schema): string {
  if (schema.format && FORMATS[schema.format]) return FORMATS[schema.format] ?? '';
  const fits = (word: string) => !schema.pattern || new RegExp(schema.pattern, 'u').test(word);
  const word = WORDS.find((one) => schema.pattern && fits(one)) ?? 'nobody_01k9q3v5t8w2x4y6z8a0b2c4d6';
  return word.slice(0, schema.maxLength ?? 60).padEnd(schema.minLength ?? 0, 'x');
}

function listOf(schema: Schema, parts: Parts, depth: number): unknown[] {
  if (schema.prefixItems) return schema.prefixItems.map((one) => sampleOf(one, parts, depth + 1));
  const one = schema.items ? sampleOf(schema.items, parts, depth + 1) : 'x';
  return Array.from({ length: Math.max(1, schema.minItems ?? 1) }, () => one);
}

function objectOf(schema: Schema, parts: Parts, depth: number): Record<string, unknown> {
  const named = Object.entries(schema.properties ?? {}).map(([name, one]) => [
    name,
    sampleOf(one, parts, depth + 1),
  ]);
  const open = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : null;
  const more = open && named.length === 0 ? [['screen', sampleOf(open, parts, depth + 1)]] : [];
  return Object.fromEntries([...named, ...more]) as Record<string, unknown>;
}

/** `parts`: the document's `components.schemas`. Gives null below twelve levels. */
export function sampleOf(schema: Schema, parts: Parts, depth = 0): unknown {
  if (depth > 12) return null;
  if (schema.$ref) return sampleOf(parts[schema.$ref.split('/').at(-1) ?? ''] ?? {}, parts, depth + 1);
  if (schema.examples?.[0] !== undefined) return schema.examples[0];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return sampleOf(choices.find((one) => one.type !== 'null') ?? {}, parts, depth + 1);
  if (schema.allOf?.[0]) return sampleOf(schema.allOf[0], parts, depth + 1);
  const type =
    typeof schema.type === 'string' ? schema.type : (schema.type?.find((one) => one !== 'null') ?? 'string');
  if (type === 'object') return objectOf(schema, parts, depth);
  if (type === 'array') return listOf(schema, parts, depth);
  if (type === 'boolean') return true;
  if (type === 'integer' || type === 'number')
    return Math.max(1, schema.minimum ?? 1, schema.exclusiveMinimum ?? 0);
  return type === 'null' ? null : textOf(schema);
}
