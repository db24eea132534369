/** Words of the suggested grade. */
import type { Texts } from '../en.ts';

export const inspection: Texts['inspection'] = {
  suggested: (cosmetic: string, functional: string) => `Note laut Prüfungen: ${cosmetic}, ${functional}`,
  because: (checks: string) => `Wegen: ${checks}`,
  otherGrade: 'eine andere Note braucht eine Bemerkung',
};
