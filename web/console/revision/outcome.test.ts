import { describe, expect, it } from 'vitest';
import { outcomeOf } from './outcome.ts';

const AT = '2026-11-21T10:00:00.000Z';
const one = (state: string, how: string | null = 'portal', number = 2) => ({
  id: 'quo_2',
  state,
  number,
  answered: state === 'offered' ? null : { by: 'customer', name: null, how, at: AT },
});

describe('what became of a revised offer', () => {
  it.each([
    ['offered', null, 'offered'],
    ['accepted', 'counter', 'accepted'],
    ['accepted', 'silence', 'lapsed_accepted'],
    ['declined', 'phone', 'declined'],
    ['declined', 'silence', 'lapsed_declined'],
    ['expired', null, 'expired'],
  ])('%s by %s is %s', (state, how, outcome) => {
    expect(outcomeOf(one(state, how), [{ number: 2 }], null)).toBe(outcome);
  });

  it('was disputed, replaced, or taken back, when it was superseded', () => {
    const gone = one('superseded');
    expect(outcomeOf(gone, [{ number: 2 }, { number: 3 }], { quote_id: 'quo_2' })).toBe('disputed');
    expect(outcomeOf(gone, [{ number: 2 }, { number: 3 }], { quote_id: 'quo_3' })).toBe('superseded');
    expect(outcomeOf(gone, [{ number: 2 }], null)).toBe('withdrawn');
  });
});
