/** What every adapter of the device check must keep, whatever its provider does. */
import { expect, it } from 'vitest';
import type { DeviceCheckPort, DeviceQuestion } from './device-check.ts';

export const QUESTION: DeviceQuestion = {
  checkId: 'chk_test',
  imei: '490154203237518',
  imei2: null,
  serial: 'C02XK1ABJG5H',
  brand: 'Apple',
  model: 'iPhone 15',
};

/** `port` stands before a provider that says nothing we understand: it must end in time, throw nothing, call nothing clean. */
export function keepsTheContract(
  port: () => DeviceCheckPort | Promise<DeviceCheckPort>,
  withinMs: number,
): void {
  it.each<[string, Partial<DeviceQuestion>]>([
    ['a phone', {}],
    ['a phone with two IMEIs', { imei2: '356938035643809' }],
    ['a laptop', { imei: null }],
    ['nothing at all', { imei: null, serial: null }],
    ['words that would break a request', { brand: '"}\r\nX: y', model: '{imei}&a=b#' }],
  ])('says nothing clean of %s, and in time', async (_, part) => {
    const begun = performance.now();
    const said = await (await port()).ask({ ...QUESTION, ...part });
    expect(performance.now() - begun).toBeLessThan(withinMs);
    expect(['answered', 'later']).toContain(said.state);
    if (said.state === 'answered') {
      expect(said.verdict).toBe('unknown');
      expect(said.lock === null || said.lock === 'unknown').toBe(true);
    }
    expect(JSON.stringify(said.evidence).length).toBeLessThan(20_000);
    expect(said.detail).not.toBe('');
  });
}
