/** Words of the suggested grade. */

export const inspection = {
  suggested: (cosmetic: string, functional: string) => `Grade the checks ask for: ${cosmetic}, ${functional}`,
  because: (checks: string) => `Because of: ${checks}`,
  otherGrade: 'another grade needs a remark',
};
