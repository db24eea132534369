/** What every adapter of the chat must keep, whatever stands behind it. */
import { expect, it } from 'vitest';
import type { ChatDelivery, ChatLine, ChatPort } from './chat.ts';

export const LINE: ChatLine = {
  channel: '#cs-handling',
  text: 'RP-7K3Q9 | RP-7K3Q9-1 | Proof of Purchase approved',
  idempotencyKey: 'cht_01k9q3v5t8w2x4y6z8a0b2c4d6',
};

const STATES: readonly ChatDelivery['state'][] = ['sent', 'kept', 'refused', 'later', 'unknown'];

/** Ends in time in one of the states, with a line for people, whatever it is told to say. */
export function keepsTheContract(port: () => ChatPort | Promise<ChatPort>, withinMs: number): void {
  it.each<[string, Partial<ChatLine>]>([
    ['a line', {}],
    ['nothing', { text: '' }],
    ['mark-up and controls', { text: '<!channel> & \u0000\r\n{"a":1}' }],
    ['a channel that is none', { channel: 'a b\r\nX: y' }],
    ['far too much', { text: 'x'.repeat(50_000) }],
    ['half a character', { text: '\ud83d' }],
  ])('takes or refuses %s', async (_, part) => {
    const begun = performance.now();
    const said = await (await port()).post({ ...LINE, ...part });
    expect(performance.now() - begun).toBeLessThan(withinMs);
    expect(STATES).toContain(said.state);
    expect(said.detail).not.toBe('');
    expect(said.detail).not.toMatch(/\p{Cc}/u);
    expect(said.detail.length).toBeLessThanOrEqual(300);
  });

  it('gives equal lines equal answers', async () => {
    const at = await port();
    const first = await at.post(LINE);
    expect((await at.post(LINE)).state).toBe(first.state);
  });
}
