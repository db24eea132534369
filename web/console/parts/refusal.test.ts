import { describe, expect, it } from 'vitest';
import type { Problem } from '../../contract/session.ts';
import { refusals as de } from '../../texts/de/refusals.ts';
import { refusals as en } from '../../texts/en/refusals.ts';
import { refusals as es } from '../../texts/es/refusals.ts';
import { refusals as fr } from '../../texts/fr/refusals.ts';
import { refusals as nl } from '../../texts/nl/refusals.ts';
import { placeFor, type Refusals } from '../../texts/refusals.ts';
import { partsOf, problemInWords, refusalWords } from './refusal.ts';

const LANGUAGES = { nl, de, fr, es };

/** What the server is made of, tests and comments left out: where every code and every English sentence stands. */
const sources = Object.entries(
  import.meta.glob<string>(['../../../src/**/*.ts', '../../client.ts'], {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
)
  .filter(([path]) => !path.endsWith('.test.ts'))
  .map(([, text]) => text.replaceAll(/^\s*(?:\/\/|\/?\*).*$/gm, ''));

const literals = new Set(
  sources.flatMap((text) => Array.from(text.matchAll(/'((?:[^'\\\n]|\\.)*)'/g), ([, one = '']) => one)),
);
const templates = sources.flatMap((text) =>
  Array.from(text.matchAll(/`((?:[^`\\]|\\.)*)`/g), ([, one = '']) => one.replaceAll(/\$\{[^}]*\}/g, '{}')),
);
const longTemplates = templates.filter((one) => one.replaceAll(/\{\}|\W/g, '').length >= 8);

function isSaidSomewhere(english: string): boolean {
  return literals.has(english) || longTemplates.some((one) => partsOf(one, english) !== null);
}

/** `code` or `code: English sentence`, whichever an entry has. */
function namesOf(refusals: Refusals): string[] {
  return Object.entries(refusals).flatMap(([code, words]) =>
    typeof words === 'string' ? [code] : Object.keys(words).map((sentence) => `${code}: ${sentence}`),
  );
}

describe.each(Object.entries(LANGUAGES))('refusals in %s', (_, refusals) => {
  it('are of codes and sentences that the server has', () => {
    expect(Object.keys(refusals).filter((code) => !literals.has(code))).toEqual([]);
    const sentences = Object.values(refusals).flatMap((words) =>
      typeof words === 'string' ? [] : Object.keys(words),
    );
    expect(sentences.filter((one) => !isSaidSomewhere(one))).toEqual([]);
  });

  it('say the same as in the other languages', () => {
    expect(namesOf(refusals)).toEqual(namesOf(nl));
  });

  it('leave out no name and no number of the English sentence', () => {
    for (const [code, words] of Object.entries(refusals))
      for (const [sentence, said] of Object.entries(typeof words === 'string' ? {} : words)) {
        const parts = partsOf(sentence, sentence) ?? [];
        const names = parts.map((_one, at) => `part${at}`);
        const text = typeof said === 'string' ? said : said(...names);
        // The second part of this one is a sentence of its own, or nothing.
        const named = code === 'permission_missing' ? names.slice(0, 1) : names;
        for (const name of named) expect(text, sentence).toContain(name);
      }
  });

  it('have a fixed text only where the English one tells nothing more', () => {
    const changing = sources.flatMap((text) =>
      Array.from(text.matchAll(/refuse\(\s*'(\w+)',\s*`[^`]*\$\{/g), ([, code = '']) => code),
    );
    const fixed = new Set(changing.filter((code) => typeof refusals[code] === 'string'));
    // Only the id of what was asked for, which the address of the page has.
    expect([...fixed].sort()).toEqual(['case_not_found', 'item_not_in_case']);
  });

  it('have one text for several English sentences only where those say the same', () => {
    const said = new Map<string, Set<string>>();
    for (const text of sources)
      for (const [, code = '', sentence = ''] of text.matchAll(/refuse\(\s*'(\w+)',\s*'((?:[^'\\]|\\.)*)'/g))
        said.set(code, (said.get(code) ?? new Set()).add(sentence));
    const several = [...said].filter(([code, all]) => all.size > 1 && typeof refusals[code] === 'string');
    expect(several.map(([code]) => code).sort()).toEqual([
      'file_missing',
      'inspection_not_found',
      'item_not_in_case',
      'model_unknown',
      'sign_in_required',
      'stale_version',
      'upload_link_over',
    ]);
  });
});

const imei = 'This is no device’s IMEI: it is all zeros.';
const problem = (code: string, detail: string, errors?: Problem['errors']): Problem => ({
  type: 'about:blank',
  title: 'Not valid',
  status: 422,
  code,
  detail,
  errors,
});

describe('a refusal', () => {
  it('is told in the language that is asked for, in English as the server said it', () => {
    expect(refusalWords(nl, 'imei_not_real', imei)).toMatch(/^Dit IMEI/);
    expect(refusalWords(fr, 'imei_not_real', imei)).toMatch(/^Cet IMEI/);
    expect(refusalWords(en, 'imei_not_real', imei)).toBe(imei);
  });

  it('keeps its names and numbers', () => {
    const taken = 'Ada Lovelace is testing this device. Take it over to go on with it.';
    expect(refusalWords(nl, 'inspection_taken', taken)).toBe(
      'Ada Lovelace test dit toestel. Neem het over om ermee verder te gaan.',
    );
    expect(refusalWords(de, 'payout_ended', 'Payout R-1 is paid already.')).toBe(
      'Auszahlung R-1 ist schon bezahlt.',
    );
    const asked = 'The checks ask for B and “faulty”. Say in the note why the grade is another.';
    expect(refusalWords(nl, 'grade_note_missing', asked)).toContain('B en “Gebrekkig”');
    const wait =
      'The customer changed the account of payout R-1; it can be paid from 2026-11-05T09:30:00.000Z.';
    expect(refusalWords(es, 'payout_cooling_off', wait)).toMatch(/R-1.* 5 nov 2026/);
    expect(placeFor({ stages: { leads: 'Aanvragen' }, statuses: { new: 'Nieuw' } }, 'leads/new')).toBe(
      'Aanvragen: Nieuw',
    );
  });

  it('stays English where its code or its sentence is not known, even a code like “constructor”', () => {
    expect(refusalWords(nl, 'brand_new', 'Something new.')).toBe('Something new.');
    expect(refusalWords(nl, 'price_missing', 'Another sentence.')).toBe('Another sentence.');
    expect(refusalWords(nl, 'constructor', 'Odd.')).toBe('Odd.');
  });

  it('says the money sentence about the second factor only where the server did', () => {
    const bare = 'You need the permission payout.edit for this; an owner can give it to you.';
    expect(refusalWords(nl, 'permission_missing', bare)).not.toContain('twee stappen');
    expect(
      refusalWords(
        nl,
        'permission_missing',
        `${bare} If your role includes it, set up your second factor first.`,
      ),
    ).toContain('twee stappen');
  });

  it('has each of its fields told by its own code, and keeps the rest', () => {
    const said = problemInWords(
      problem('not_valid', 'name: This must not be empty.', [
        { field: 'name', code: 'too_small', message: 'This must not be empty.' },
        { field: 'note', code: 'too_big', message: 'This must have at most 500 characters.' },
        { field: 'shape', code: 'unknown_value', message: 'This must be "round".' },
      ]),
      nl,
    );
    expect(said.detail).toBe('name: Vul dit in.');
    expect(said.errors?.map((one) => one.message)).toEqual([
      'Vul dit in.',
      'Hier passen hoogstens 500 tekens.',
      'This must be "round".',
    ]);
    expect(said.status).toBe(422);
    const field = [{ field: 'imei', code: 'imei_not_real', message: imei }];
    const one = problemInWords(problem('imei_not_real', imei, field), es);
    expect(one.detail).toBe(one.errors?.[0]?.message);
    expect(problemInWords(problem('imei_not_real', imei, field), en).detail).toBe(imei);
  });
});
