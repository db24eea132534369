import { describe, expect, it } from 'vitest';
import type { TimelineRow } from '../../../modules/cases/store/case-view.ts';
import { sayIn } from '../texts.ts';
import { chapters, milesOf } from './story.ts';

const say = sayIn('en');

function row(text: string, at: string, more: Partial<TimelineRow> = {}): TimelineRow {
  return {
    id: `${text}${at}`, at: new Date(at), kind: 'move', actor_kind: 'staff', actor_id: null, actor_name: null, on_behalf: false,
    item_id: 'itm_1', item_number: 'S1', text, reason: 'an internal reason', data: {}, ...more,
  }; // prettier-ignore
}

describe('chapters', () => {
  it('tells one line for items that moved together, and names none when all did', () => {
    const at = '2026-11-05T10:00:00Z';
    const rows = [row('receive', at, { item_id: 'itm_2', item_number: 'S2' }), row('receive', at)];
    expect(chapters(rows, say, 2)).toMatchObject([{ text: 'We received it', items: [] }]);
    expect(chapters(rows, say, 3)).toMatchObject([{ items: ['S2', 'S1'] }]);
  });

  it('never tells the reason staff wrote', () => {
    const told = chapters([row('hold_general', '2026-11-05T10:00:00Z')], say, 1);
    expect(JSON.stringify(told)).not.toContain('internal reason');
  });

  it('leaves out moves nobody wrote words for', () => {
    expect(chapters([row('secret_move', '2026-11-05T10:00:00Z')], say, 1)).toEqual([]);
  });

  it('shows notes to the customer as they were written', () => {
    const note = row('See you <b>soon</b>', '2026-11-05T10:00:00Z', { kind: 'note', item_number: null });
    expect(chapters([note], say, 1)).toMatchObject([{ kind: 'note', text: 'See you <b>soon</b>' }]);
  });

  it('puts a move that set off another before it, though both have one instant', () => {
    const at = '2026-11-05T10:00:00Z';
    const received = row('receive', at, {
      data: { from: 'in_transit/moving', to: 'being_inspected/pre_check' },
    });
    const back = row('withdraw_noted', at, {
      data: { from: 'being_inspected/pre_check', to: 'on_hold/return' },
    });
    const order = chapters([received, back], say, 1).map((one) => one.text);
    expect(order).toEqual(['It goes back to you, as you asked', 'We received it']);
  });
});

describe('milesOf', () => {
  it('has come to the check while testing', () => {
    expect(
      milesOf({ stage: 'being_inspected', status: 'testing' }, 'mail_in').map((one) => one.state),
    ).toEqual(['did', 'did', 'now', 'todo']);
  });

  it('speaks of a visit in the store', () => {
    expect(milesOf({ stage: 'leads', status: 'active' }, 'in_store')[1]).toEqual({
      text: 'my.mile.visit',
      state: 'now',
    });
  });

  it('is all done when paid, and empty when it goes back', () => {
    expect(
      milesOf({ stage: 'completed', status: 'paid' }, 'mail_in').every((one) => one.state === 'did'),
    ).toBe(true);
    expect(milesOf({ stage: 'on_hold', status: 'return' }, 'mail_in')).toEqual([]);
  });
});
