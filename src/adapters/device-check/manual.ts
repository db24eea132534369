/** Nobody is connected: people look and say. Whatever is asked, nothing is known. */
import type { DeviceCheckPort } from '../../ports/device-check.ts';

export function manualDeviceCheck(): DeviceCheckPort {
  return {
    ask: () =>
      Promise.resolve({
        state: 'answered',
        verdict: 'unknown',
        lock: null,
        model: null,
        detail: 'No provider is connected: look it up by hand.',
        evidence: {},
      }),
  };
}
