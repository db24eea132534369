/** Words of the suggested grade. */
import type { Texts } from '../en.ts';

export const inspection: Texts['inspection'] = {
  suggested: (cosmetic: string, functional: string) =>
    `Kwaliteit volgens de controles: ${cosmetic}, ${functional}`,
  because: (checks: string) => `Vanwege: ${checks}`,
  otherGrade: 'geef je een andere, zet er dan een opmerking bij',
};
