import { describe, expect, it } from 'vitest';
import { letterFault, LONGEST_BODY, LONGEST_SUBJECT, subjectOf, tidyWords } from './letters.ts';
import { referencesIn } from './matching.ts';

const faultOf = (subject: string, body: string) => {
  const fault = letterFault({ subject, body });
  return fault ? `${fault.code} ${fault.field ?? ''}` : null;
};

describe('a letter written by hand', () => {
  it('may say anything that is text', () => {
    expect(faultOf('Über Ihr iPhone 🙂', 'Zeile 1\nZeile 2\n\n\t<b>{{ no liquid }}</b>')).toBeNull();
    expect(faultOf('x'.repeat(LONGEST_SUBJECT), 'x'.repeat(LONGEST_BODY))).toBeNull();
  });

  it.each([
    ['', 'text', 'letter_empty subject'],
    ['  \t', 'text', 'letter_empty subject'],
    ['About it', ' \n ', 'letter_empty body'],
    ['About it\r\nBcc: everybody@example.com', 'text', 'letter_subject_lines subject'],
    ['About\u2028it', 'text', 'letter_subject_lines subject'],
    ['x'.repeat(LONGEST_SUBJECT + 1), 'text', 'letter_too_long subject'],
    ['About it', 'x'.repeat(LONGEST_BODY + 1), 'letter_too_long body'],
    ['About\u0000it', 'text', 'letter_characters subject'],
    ['About it', 'te\u0000xt', 'letter_characters body'],
    ['About it', 'te\u001bxt', 'letter_characters body'],
  ])('refuses %j with %j', (subject, body, fault) => {
    expect(faultOf(subject, body)).toBe(fault);
  });

  it('keeps one sort of line end', () => {
    expect(tidyWords({ subject: ' a ', body: ' one\r\ntwo\rthree\n' })).toEqual({
      subject: 'a',
      body: 'one\ntwo\nthree',
    });
  });

  it('names its case once, where the matching looks for it', () => {
    expect(subjectOf('About it', 'V261121000000')).toBe('About it [V261121000000]');
    expect(subjectOf('v261121000000: about it', 'V261121000000')).toBe('v261121000000: about it');
    expect(referencesIn(subjectOf('About it', 'V261121000000'))).toEqual(['V261121000000']);
  });
});
