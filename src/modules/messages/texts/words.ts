/** What a language has to bring: a text for every event, and the few words around them. */
import type { Texts } from '../rules.ts';

export type Words = {
  readonly texts: Texts;
  readonly words: {
    readonly hello: string;
    readonly regards: string;
    readonly reference: string;
    readonly questions: string;
    /** Stands for the price of a device that has none yet. */
    readonly to_follow: string;
    readonly bank: string;
    readonly paypal: string;
    readonly store_credit: string;
    readonly cash: string;
  };
};
