/** What a language has to bring for the kit. */

/** Devices that are signed out and erased the same way. */
export const SYSTEMS = ['apple', 'apple_watch', 'mac', 'samsung', 'android', 'windows', 'watch'] as const;
export type System = (typeof SYSTEMS)[number];

export type Step = { readonly title: string; readonly body: string };

export type KitWords = {
  readonly title: string;
  readonly reference: string;
  readonly shipBy: string;
  readonly shipByNote: string;
  readonly inside: string;
  readonly insideNote: string;
  readonly backUp: Step;
  readonly signOut: Step;
  readonly systems: Readonly<Record<System, { readonly name: string; readonly how: string }>>;
  readonly empty: Step;
  readonly pack: Step;
  readonly send: Step;
  readonly next: Step;
  readonly questions: string;
  readonly from: string;
  readonly to: string;
  readonly postage: string;
  readonly contents: { readonly one: string; readonly many: string };
  readonly labelShipBy: string;
  readonly cut: string;
  readonly slip: string;
  readonly slipNote: string;
  readonly returnTo: string;
};
