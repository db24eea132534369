import { describe, expect, it } from 'vitest';
import { CHECKLISTS, openChecks } from './rules.ts';

describe('a checklist', () => {
  it('has no check twice', () => {
    for (const checks of Object.values(CHECKLISTS))
      expect(new Set(checks.map((c) => c.id)).size).toBe(checks.length);
  });
  it('names what is still open', () => {
    const all = Object.fromEntries(CHECKLISTS.phone.map((c) => [c.id, { result: 'pass' as const }]));
    expect(openChecks('phone', all)).toEqual([]);
    expect(openChecks('phone', { ...all, touch: undefined })).toEqual(['touch']);
  });
});
