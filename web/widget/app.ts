/** What a step of the widget is given and what it gives. */
import type { Problem, Shop } from './api.ts';
import type { State } from './state.ts';
import type { TextKey } from './texts/en.ts';

/** What the loader hands over. */
export type Handed = {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  readonly card: HTMLElement;
  readonly lang: string;
  readonly api: string;
  readonly picture: (category: string) => Node;
  /** Names of phone, tablet, laptop, watch. */
  readonly categories: readonly string[];
};

export type Say = (key: TextKey, values?: Readonly<Record<string, string | number>>) => string;

/** What one step shows. */
export type View = {
  readonly title: string;
  readonly lead?: string;
  readonly body: readonly (Node | string | null | false)[];
  /** The heading stands inside the body, such as on the price. */
  readonly ownHeading?: boolean;
};

export type Step = (app: App) => View | Promise<View>;

export type App = Handed & {
  readonly state: State;
  readonly shop: Shop;
  readonly say: Say;
  readonly money: (minor: number) => string;
  readonly date: (iso: string) => string;
  readonly get: <T>(path: string) => Promise<T>;
  readonly post: <T>(path: string, body: unknown, extra?: { token?: string; key?: string }) => Promise<T>;
  /** Shows another step; the one left can be gone back to. */
  readonly go: (step: string) => void;
  /** Goes on to `step`, or back to whoever asked for the change. */
  readonly next: (step: string) => void;
  /** Changes an answer, then returns here. */
  readonly change: (step: string) => void;
  /** The same because of a refusal, which is then shown there, at its field. */
  readonly amend: (step: string, problem: Problem) => void;
  /** Tells the shop's page. */
  readonly tell: (name: string, detail: unknown) => void;
  /** Begins anew. */
  readonly reset: (keepLines: boolean) => void;
  /** Runs something that may fail; failures are shown above the buttons, with a way to try again. */
  readonly attempt: (work: () => Promise<void>) => void;
};
