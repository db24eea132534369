/** Words of the suggested grade. */
import type { Texts } from '../en.ts';

export const inspection: Texts['inspection'] = {
  suggested: (cosmetic: string, functional: string) => `Note selon les contrôles: ${cosmetic}, ${functional}`,
  because: (checks: string) => `En raison de: ${checks}`,
  otherGrade: 'une autre note demande une remarque',
};
