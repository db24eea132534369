/** How an owner describes a provider that answers in JSON over HTTP. */
import { z } from 'zod';

const pointer = z
  .string()
  .max(200)
  .regex(/^(\/([^~/]|~[01])*)*$/, { error: 'Give a JSON pointer, such as /result/status.' });
const words = z.array(z.string().min(1).max(200)).max(50).default([]);

/** Where in the answer to look, and which values there mean what. Written exactly as the provider writes them. */
const mapping = z.object({ pointer, clean: words, hit: words }).strict();
export type Mapping = z.output<typeof mapping>;

export const httpDeviceCheckConfig = z
  .object({
    /** With {imei}, {serial}, {brand}, {model}, and {name} for each secret. */
    url: z.url({ protocol: /^https?$/, error: 'Give an address that begins with https://.' }).max(2000),
    method: z.enum(['GET', 'POST']).default('GET'),
    headers: z.record(z.string().regex(/^[A-Za-z0-9-]{1,60}$/), z.string().max(1000)).default({}),
    /** Body of a POST, with the same placeholders. */
    body: z.string().max(10_000).nullish(),
    timeout_ms: z.int().min(500).max(60_000).default(15_000),
    /** All must say clean for the device to be clean; one that says hit is enough. */
    verdict: z.array(mapping).min(1).max(10),
    /** The owner's lock: `clean` values mean off, `hit` values on. */
    lock: mapping.nullish(),
    /** Where the provider names the model. */
    model: pointer.nullish(),
    /** False: ask only for the first IMEI of a phone with two. */
    both_imeis: z.boolean().default(true),
  })
  .strict()
  .refine((one) => one.verdict.every((v) => v.clean.length + v.hit.length > 0), {
    path: ['verdict'],
    error: 'Say at least one value that means clean or hit.',
  })
  .refine((one) => /\{(imei|serial)\}/.test(`${one.url}${one.body ?? ''}`), {
    path: ['url'],
    error: 'Say where the number goes: {imei} or {serial}.',
  });
export type HttpDeviceCheckConfig = z.output<typeof httpDeviceCheckConfig>;
