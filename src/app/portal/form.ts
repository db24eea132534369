/** Forms as they come in: bounded, trimmed, and what is wrong with them by field. */
import type { Context } from 'hono';
import type { Refusal } from '../../kernel/outcome.ts';
import { readForm } from '../../platform/http/body.ts';
import { isTextKey, type Say } from './texts.ts';

/** Field → what is wrong, in the customer's language; the key is the field's id on the page. */
export type Faults = Readonly<Record<string, string>>;

export type Form = {
  /** A field's text, trimmed, at most 2000 characters; empty when it was not sent. */
  readonly text: (name: string) => string;
  /** All values of a name. */
  readonly all: (name: string) => readonly string[];
};

const MOST = 20_000;

/** Reads the form of a request; what is too large, cut off or unreadable counts as empty. */
export async function formOf(http: Context): Promise<Form> {
  const read = await readForm(http.req.raw, MOST);
  const fields = (read.ok ? read.value : {}) as Readonly<Record<string, string | string[]>>;
  const all = (name: string): string[] => {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
    return value === undefined ? [] : [value].flat().map((one) => one.trim().slice(0, 2000));
  };
  return { all, text: (name) => all(name)[0] ?? '' };
}

/** True when nothing is wrong. */
export function isSound(faults: Faults): boolean {
  return Object.keys(faults).length === 0;
}

/** A refusal in the customer's words where we have them, else its own sentence. */
export function wordsOf(refusal: Refusal, say: Say): string {
  const key = `fault.${refusal.code}`;
  return isTextKey(key) ? say(key) : say('refusal.unknown', { why: refusal.why });
}

/** True for somebody@somewhere.tld, as the API takes it. */
export function isEmail(text: string): boolean {
  const form = /^(?!\.)[\w'+.-]*[\w+-]@([A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/;
  return text.length <= 254 && !text.includes('..') && form.test(text);
}
