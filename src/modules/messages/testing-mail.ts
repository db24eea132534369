/** For tests: mails as they really look, written by us, in test/mail. */
import { readFileSync } from 'node:fs';

/** The Message-ID of our own letter that some of them answer. */
export const OUR_LETTER = '<msg_01kaq8@desk.test>';

/** A mail's bytes; `reference` is put where the sample has the word REFERENCE. */
export function sampleMail(name: string, reference = 'V261119000000'): Uint8Array {
  const bytes = readFileSync(new URL(`../../../test/mail/${name}.eml`, import.meta.url));
  // Byte for byte: some are in no Unicode.
  return new Uint8Array(Buffer.from(bytes.toString('latin1').replaceAll('REFERENCE', reference), 'latin1'));
}
