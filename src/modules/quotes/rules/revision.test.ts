import { describe, expect, it } from 'vitest';
import { phoneQuestions } from '../../catalog/rules/sets/phone.ts';
import { answerFault, differencesOf, revisionFault, suggestReasons, type RevisionDraft } from './revision.ts';

const sound: RevisionDraft = {
  price: 9_000,
  before: 10_000,
  reasons: ['screen_damage'],
  photos: 1,
  note: null,
  differences: 1,
  freePriceReason: null,
  isFree: false,
};

function codeOf(part: Partial<RevisionDraft>): string | null {
  return revisionFault({ ...sound, ...part })?.code ?? null;
}

describe('a revised offer', () => {
  it('may be sent with a reason, a photo and an answer that differs', () => {
    expect(codeOf({})).toBeNull();
  });

  it.each<[string, Partial<RevisionDraft>]>([
    ['revision_reason_missing', { reasons: [] }],
    ['reason_unknown', { reasons: ['screen_damage', 'because'] }],
    ['revision_photo_missing', { photos: 0 }],
    ['too_many_photos', { photos: 21 }],
    ['revision_changes_nothing', { differences: 0 }],
    ['free_price_reason_missing', { isFree: true, freePriceReason: '  ' }],
    ['revision_note_missing', { reasons: ['other'] }],
    ['revision_note_missing', { isFree: true, freePriceReason: 'bent', differences: 0 }],
    ['price_absurd', { price: -1 }],
    ['price_absurd', { price: 10_000_001 }],
    ['price_absurd', { price: 0.5 }],
    ['price_absurd', { price: Number.NaN }],
  ])('is refused as %s', (code, part) => {
    expect(codeOf(part)).toBe(code);
  });

  it('needs no photo for a better price', () => {
    expect(codeOf({ price: 11_000, photos: 0 })).toBeNull();
  });
});

describe('answers to it', () => {
  it.each([
    ['offered', null],
    ['superseded', 'revision_superseded'],
    ['accepted', 'revision_answered'],
    ['declined', 'revision_answered'],
    ['expired', 'revision_expired'],
  ])('in state %s: %s', (state, code) => {
    expect(answerFault(state)?.code ?? null).toBe(code);
  });
});

describe('what differs', () => {
  it('sets what was told beside what was found, in every language, and leaves out what agrees', () => {
    const found = differencesOf(
      phoneQuestions.questions,
      { answers: { powers_on: 'yes', screen: 'like_new' }, title: 'A, 64 GB' },
      { answers: { powers_on: 'yes', screen: 'cracked' }, title: 'A, 64 GB' },
    );
    expect(found.map((d) => [d.question.nl, d.told.nl, d.found.nl])).toEqual([
      ['Hoe is het scherm?', 'Als nieuw', 'Gebarsten, of het beeld is niet goed'],
    ]);
    expect(suggestReasons(found, true)).toEqual(['screen_damage']);
  });

  it('names another version first, and tells it from another model', () => {
    const found = differencesOf([], { answers: {}, title: 'A, 128 GB' }, { answers: {}, title: 'A, 64 GB' });
    expect(found[0]?.found.de).toBe('A, 64 GB');
    expect([suggestReasons(found, true), suggestReasons(found, false)]).toEqual([
      ['wrong_storage'],
      ['wrong_model'],
    ]);
  });
});
