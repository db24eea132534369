import { describe, expect, it } from 'vitest';
import { phoneQuestions } from '../../../modules/catalog/rules/sets/phone.ts';
import { differences } from './answer.tsx';

const quote = (answers: unknown, questions: unknown = phoneQuestions.questions) => ({
  id: 'quo_1', number: 1, kind: 'quote', state: 'offered', price_minor: 100, valid_until: '', lines: [], note: null, reasons: [], free_price: false, follows_id: null, made_at: '', answered_by_kind: null, answered_at: null, photos: [], answers, questions,
}); // prettier-ignore

describe('differences', () => {
  it('sets what was told beside what was found, in the reader’s language, and leaves out what agrees', () => {
    const before = quote({ powers_on: 'yes', screen: 'like_new' });
    const after = quote({ powers_on: 'yes', screen: 'cracked' });
    expect(differences(before, after, 'nl')).toEqual([
      { question: 'Hoe is het scherm?', told: 'Als nieuw', found: 'Gebarsten, of het beeld is niet goed' },
    ]);
  });

  it('says nothing of a snapshot it cannot read', () => {
    expect(differences(quote({}), quote({ screen: 'cracked' }, 'broken'), 'en')).toEqual([]);
  });
});
