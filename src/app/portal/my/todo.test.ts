import { describe, expect, it } from 'vitest';
import { todoOf, type TodoView } from './todo.ts';

type Item = TodoView['items'][number];
const NOW = new Date('2026-11-19T09:00:00Z');
const day = (n: number) => new Date(NOW.getTime() + n * 86_400_000);

function item(place: string, more: Partial<Item> = {}): Item {
  const [stage = '', status = ''] = place.split('/');
  return {
    title: 'iPhone 16',
    stage,
    status,
    next_actor: 'help_desk',
    due_at: day(3),
    price_minor: 10_000,
    quote_valid_until: day(14),
    holds: [],
    ...more,
  };
}
const hold = (id: string, reason: string, step: string, released_at: string | null = null) => ({
  id,
  reason,
  step,
  due_at: day(30).toISOString(),
  released_at,
});
const list = (items: Item[], channel = 'mail_in', visit_on: string | null = null) =>
  todoOf({ channel, visit_on, items }, NOW);

describe('todoOf', () => {
  it('asks for one confirmation of all devices, by the day the price ends', () => {
    const { todos } = list([item('leads/new'), item('leads/new', { quote_valid_until: day(2) })]);
    expect(todos).toEqual([
      { kind: 'confirm', devices: ['iPhone 16', 'iPhone 16'], by: day(2), href: '/my/confirm' },
    ]);
  });

  it('asks for nothing while a price is still being worked out', () => {
    const { todos, next } = list([item('leads/new'), item('leads/new', { price_minor: null })]);
    expect(todos).toEqual([]);
    expect(next).toEqual({ turn: 'us', by: null });
  });

  it('tells who sends from who brings', () => {
    expect(list([item('leads/active')]).todos[0]?.kind).toBe('send');
    const bring = list([item('leads/active')], 'in_store', '2026-11-24').todos[0];
    expect(bring).toMatchObject({ kind: 'bring', by: new Date('2026-11-24T12:00:00Z') });
  });

  it('puts the revised offer first, then proof, lock and payment', () => {
    const both = [hold('hld_l', 'activation_lock', 'waiting'), hold('hld_p', 'proof_of_purchase', 'waiting')];
    const { todos } = list([
      item('payout_processing/failed'),
      item('on_hold/activation_lock', { holds: both }),
      item('not_as_described/revised_offer'),
    ]);
    expect(todos.map((one) => one.href)).toEqual([
      '/my/answer',
      '/my/proof/hld_p',
      '/my/lock/hld_l',
      '/my/payout',
    ]);
  });

  it.each(['to_contact', 'answered', 'approved', 'rejected'])('does not ask at step %s', (step) => {
    const held = item('on_hold/proof_of_purchase', { holds: [hold('hld_1', 'proof_of_purchase', step)] });
    expect(list([held]).todos).toEqual([]);
  });

  it('forgets a released hold and a device that goes back', () => {
    const released = [hold('hld_1', 'proof_of_purchase', 'waiting', NOW.toISOString())];
    const open = [hold('hld_2', 'proof_of_purchase', 'waiting')];
    expect(list([item('on_hold/general', { holds: released })]).todos).toEqual([]);
    expect(list([item('on_hold/return', { holds: open })]).todos).toEqual([]);
  });

  it('leads to a message where the shop asks for something of its own', () => {
    const held = item('on_hold/general', { holds: [hold('hld_9', 'charger', 'waiting')] });
    expect(list([held]).todos[0]).toMatchObject({ kind: 'question', href: '/my/ask?hold=hld_9' });
  });

  it('says who acts next and by when, and shows no day that has passed', () => {
    expect(list([item('being_inspected/testing')]).next).toEqual({ turn: 'us', by: day(3) });
    expect(list([item('being_inspected/testing', { due_at: day(-1) })]).next.by).toBeNull();
    expect(list([item('completed/paid', { next_actor: 'nobody', due_at: null })]).next.turn).toBe('nobody');
    expect(list([item('leads/active', { due_at: day(-1) })]).todos[0]?.by).toBeNull();
  });
});
