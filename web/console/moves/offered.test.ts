import { describe, expect, it } from 'vitest';
import type { MoveOffer } from '../../contract/cases.ts';
import { canStart, offered } from './offered.ts';

function move(id: string, part: Partial<MoveOffer> = {}): MoveOffer {
  return { move: id, to: 'a/b', form: null, reason: 'none', refused: null, ...part };
}
const no = (code: string) => ({ code, why: 'because' });

describe('moves as a screen shows them', () => {
  it('puts what goes on first and what ends last', () => {
    const { open } = offered([move('withdraw'), move('cancel'), move('pass')]);
    expect(open.map((m) => m.move)).toEqual(['pass', 'withdraw', 'cancel']);
  });

  it('keeps the ways into a hold together, and the refused ones apart with their reason', () => {
    const { holds, refused } = offered([
      move('hold_general'),
      move('pass', { refused: no('grade_missing') }),
    ]);
    expect(holds.map((m) => m.move)).toEqual(['hold_general']);
    expect(refused.map((m) => m.refused?.code)).toEqual(['grade_missing']);
  });

  it('lets a form begin whose own fact is what is missing, and nothing else', () => {
    expect(canStart(move('release', { form: 'release_hold', refused: no('hold_open') }))).toBe(true);
    expect(canStart(move('release', { form: 'release_hold', refused: no('legal_hold') }))).toBe(false);
    expect(canStart(move('pass', { refused: no('hold_open') }))).toBe(false);
  });

  it('leaves out what belongs to another role', () => {
    const { open, refused } = offered([move('pass', { refused: no('permission_missing') })]);
    expect(open).toEqual([]);
    expect(refused).toEqual([]);
  });
});
