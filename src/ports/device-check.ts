/** What we ask of the world about a device: is it reported lost or stolen, is it locked, what is it? */

export type DeviceQuestion = {
  /** Ours, the same for every try. */
  readonly checkId: string;
  readonly imei: string | null;
  readonly imei2: string | null;
  readonly serial: string | null;
  /** As declared; empty when nobody knows. */
  readonly brand: string;
  readonly model: string;
};

/** `unknown` is never clean: a provider that is silent, broken or not understood has said nothing. */
export type DeviceVerdict = 'clean' | 'hit' | 'unknown';

/**
 * `answered`: this is what there is to know; asking again now would not help. `later`: not now, try again. Either
 * keeps what came back as evidence, cut to a size worth keeping and without our own keys in it.
 */
export type DeviceAnswer =
  | {
      readonly state: 'answered';
      readonly verdict: DeviceVerdict;
      /** The owner's lock: `hit` means on; null when the provider says nothing about it. */
      readonly lock: DeviceVerdict | null;
      /** The model in the provider's words, or null. */
      readonly model: string | null;
      readonly detail: string;
      readonly evidence: Readonly<Record<string, unknown>>;
    }
  | {
      readonly state: 'later';
      readonly detail: string;
      readonly evidence: Readonly<Record<string, unknown>>;
    };

/** Never throws and always ends in time. */
export type DeviceCheckPort = { readonly ask: (question: DeviceQuestion) => Promise<DeviceAnswer> };
