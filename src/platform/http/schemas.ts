/** Schemas every route shares: what the wire looks like, said once, validated and documented by the same words. */
import { z } from 'zod';
import type { IdPrefix } from '../../kernel/id.ts';
import { isId } from '../../kernel/id.ts';

/** An instant: ISO 8601 with an offset on the wire, `Date` in the program, in both directions. */
export const instant = z
  .codec(z.iso.datetime({ offset: true }), z.date(), {
    decode: (text) => new Date(text),
    encode: (date) => date.toISOString(),
  })
  .meta({ examples: ['2026-11-05T09:30:00.000Z'] });

/** A calendar day, `YYYY-MM-DD`. */
export const day = z.iso.date().meta({ examples: ['2026-11-05'] });

/** Money: whole minor units and the ISO 4217 code. */
export const moneySchema = z
  .object({
    minor: z.int().meta({ description: 'Whole minor units, for example cents', examples: [12345] }),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, 'Give a currency code of three capitals, such as EUR.')
      .meta({ examples: ['EUR'] }),
  })
  .meta({ id: 'Money' });

/** An id of one kind, such as `cas_…`. */
export function idOf(prefix: IdPrefix) {
  return z
    .string()
    .refine((text) => isId(prefix, text), { error: `This is no id of the form ${prefix}_….` })
    .meta({ examples: [`${prefix}_01k9q3v5t8w2x4y6z8a0b2c4d6`] });
}

/** One page of a list. */
export function listOf<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    next_cursor: z
      .string()
      .nullable()
      .meta({ description: 'Give it back as `cursor` for the next page; null on the last' }),
  });
}

/** The query of every list: how many, and from where on. Spread it: `z.object({ ...pageQuery, q: … })`. */
export const pageQuery = {
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(200)
    .default(50)
    .meta({ description: 'Items on a page, at most 200' }),
  cursor: z.string().max(1000).optional().meta({ description: '`next_cursor` of the page before' }),
};

/** Text a person typed: trimmed, not empty, at most `max` characters. */
export function text(max: number) {
  return z.string().trim().min(1).max(max);
}
