/** What a letter written by hand may say. Pure. */
import { refuse, type Refusal } from '../../../kernel/outcome.ts';

/** The event of letters written by hand; they have no template. */
export const LETTER = 'letter';

/** With the reference behind it a subject still fits a header (headerText). */
export const LONGEST_SUBJECT = 150;
export const LONGEST_BODY = 10_000;

export type LetterWords = { readonly subject: string; readonly body: string };

/** A letter as it was written, kept with what it was filled with; `macro_id` says what it began as. */
export type WrittenLetter = LetterWords & { readonly macro_id: string | null };

/** Line ends of every machine become one sort; blanks around the text go. */
export function tidyWords(words: LetterWords): LetterWords {
  return { subject: words.subject.trim(), body: words.body.replace(/\r\n?/g, '\n').trim() };
}

/** What cannot be sent, or null: `letter_empty`, `letter_too_long`, `letter_subject_lines`, `letter_characters`. */
export function letterFault({ subject, body }: LetterWords): Refusal | null {
  if (!subject.trim())
    return refuse('letter_empty', 'The letter needs a subject.', 'invalid', { field: 'subject' });
  if (/[\r\n\u0085\u2028\u2029]/.test(subject))
    return refuse('letter_subject_lines', 'The subject must be one line.', 'invalid', { field: 'subject' });
  if (!body.trim()) return refuse('letter_empty', 'The letter has no text.', 'invalid', { field: 'body' });
  for (const [field, text, longest] of [
    ['subject', subject, LONGEST_SUBJECT],
    ['body', body, LONGEST_BODY],
  ] as const) {
    if (text.length > longest)
      return refuse(
        'letter_too_long',
        `The ${field === 'subject' ? 'subject' : 'text'} may have at most ${longest} characters; it has ${text.length}.`,
        'invalid',
        { field },
      );
    if (/[^\P{Cc}\n\t]/u.test(text))
      return refuse('letter_characters', 'There are characters in it that a mail cannot hold.', 'invalid', {
        field,
      });
  }
  return null;
}

/** The subject with the case's reference in it, so that an answer finds its case whatever the mail program drops. */
export function subjectOf(subject: string, reference: string): string {
  return subject.toUpperCase().includes(reference.toUpperCase()) ? subject : `${subject} [${reference}]`;
}
