/** What catalogue and questions look like on the wire. */
import { z } from 'zod';
import { LOCALES } from '../../../kernel/locale.ts';
import { day, moneySchema } from '../../../platform/http/schemas.ts';
import { CATEGORIES } from '../rules/questions.ts';

export const categorySchema = z.enum(CATEGORIES);
export const localeSchema = z.enum(LOCALES);

export const variantSchema = z
  .object({
    id: z.string(),
    label: z.string().meta({ examples: ['128 GB'] }),
    storage_gb: z.int().nullable(),
    memory_gb: z.int().nullable(),
    connectivity: z.enum(['wifi', 'cellular']).nullable(),
    size: z.string().nullable(),
    from_price: moneySchema.nullable().meta({ description: 'The best price of the book in force' }),
  })
  .meta({ id: 'Variant' });

export const modelSchema = z
  .object({
    id: z.string(),
    slug: z.string(),
    brand: z.string(),
    brand_slug: z.string(),
    name: z.string(),
    title: z.string().meta({ description: 'Brand and name, the brand once' }),
    category: categorySchema,
    released_on: day.nullable(),
    colours: z.array(z.string()),
    variants: z.array(variantSchema),
    from_price: moneySchema.nullable().meta({ description: 'The best price of any variant' }),
  })
  .meta({ id: 'Model' });

const answerView = z.object({
  key: z.string(),
  label: z.string(),
  detail: z.string().nullable(),
  unsure: z.boolean().meta({ description: '“I’m not sure”' }),
});

export const questionsView = z
  .object({
    id: z.string(),
    category: categorySchema,
    version: z.int(),
    questions: z.array(
      z.object({
        key: z.string(),
        label: z.string(),
        help: z.string().nullable(),
        answers: z.array(answerView),
      }),
    ),
    presets: z
      .array(z.object({ key: z.string(), label: z.string(), answers: z.record(z.string(), z.string()) }))
      .meta({ description: 'All answers at one tap, for ordinary cases' }),
  })
  .meta({ id: 'Questions' });
