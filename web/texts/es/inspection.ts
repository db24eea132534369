/** Words of the suggested grade. */
import type { Texts } from '../en.ts';

export const inspection: Texts['inspection'] = {
  suggested: (cosmetic: string, functional: string) =>
    `Nota según las comprobaciones: ${cosmetic}, ${functional}`,
  because: (checks: string) => `Debido a: ${checks}`,
  otherGrade: 'otra nota necesita un comentario',
};
