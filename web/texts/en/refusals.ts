/** English is what the server says itself: nothing is put in its place. */
import type { Refusals } from '../refusals.ts';

export const refusals: Refusals = {};
