/** Whether a PDF can be opened by the person who has to look at it. Pure. */

export type PaperFault = 'pdf_locked' | 'pdf_empty';

/**
 * What is wrong with a PDF, by its plain parts: a password or restrictions (`/Encrypt`), or no page in it. Newer
 * files pack their page list away (`/ObjStm`); those count as having pages.
 */
export function faultOfPdf(bytes: Uint8Array): PaperFault | null {
  const text = Buffer.from(bytes).toString('latin1');
  if (!text.startsWith('%PDF-')) return null;
  if (/\/Encrypt[\s/<[\d]/.test(text)) return 'pdf_locked';
  return /\/Type\s*\/Page(?![s\w])/.test(text) || /\/ObjStm\b/.test(text) ? null : 'pdf_empty';
}
