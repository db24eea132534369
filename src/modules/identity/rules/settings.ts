/** What an owner can set about the shop, what holds when nothing is set, and what is refused. */
import { refuse, type Refusal } from '../../../kernel/outcome.ts';

export const PAYOUT_METHODS = ['bank', 'paypal', 'store_credit', 'cash'] as const;
export type PayoutMethod = (typeof PAYOUT_METHODS)[number];

/** What an unanswered revised offer means. */
export const SILENCES = ['send_back', 'accept', 'hold'] as const;
export type Silence = (typeof SILENCES)[number];

export type ShopSettings = {
  /** How long a quoted price is locked. */
  readonly quote_valid_days: number;
  readonly confirm_days: number;
  readonly ship_by_days: number;
  readonly visit_days: number;
  readonly pre_check_days: number;
  readonly inspect_days: number;
  readonly revised_offer_days: number;
  readonly payout_days: number;
  readonly send_back_days: number;
  /** Items of one case are paid together, or each as soon as it is ready. */
  readonly pay_items: 'together' | 'as_ready';
  /** What silence means unless the seller chooses, and what they may choose from. */
  readonly silence: Silence;
  readonly silence_choices: readonly Silence[];
  readonly payout_methods: {
    readonly mail_in: readonly PayoutMethod[];
    readonly in_store: readonly PayoutMethod[];
  };
  /** Payouts above this many minor units need two persons; null: none do. */
  readonly payout_release_above_minor: number | null;
  /** Who approves a proof of purchase is not who asked for it (source text 001, four eyes). */
  readonly ownership_four_eyes: boolean;
  /** Where the team's chat hears of it. */
  readonly chat_channel: string;
  /** Money permissions count only for people with a second factor. */
  readonly two_factor_for_money: boolean;
};

export const DEFAULT_SETTINGS: ShopSettings = {
  quote_valid_days: 14,
  confirm_days: 3,
  ship_by_days: 14,
  visit_days: 14,
  pre_check_days: 1,
  inspect_days: 2,
  revised_offer_days: 14,
  payout_days: 1,
  send_back_days: 2,
  pay_items: 'together',
  silence: 'send_back',
  silence_choices: ['send_back', 'accept', 'hold'],
  payout_methods: {
    mail_in: ['bank', 'paypal', 'store_credit'],
    in_store: ['bank', 'paypal', 'store_credit', 'cash'],
  },
  payout_release_above_minor: null,
  ownership_four_eyes: false,
  chat_channel: '#cs-handling',
  two_factor_for_money: false,
};

/** The settings that count: what the shop stored over the defaults. */
export function settingsOf(stored: Partial<ShopSettings>): ShopSettings {
  return { ...DEFAULT_SETTINGS, ...stored };
}

/** Null when the settings fit together, else `settings_contradict` with the field. */
export function settingsFault(settings: ShopSettings): Refusal | null {
  const no = (field: string, why: string): Refusal =>
    refuse('settings_contradict', why, 'invalid', { field: `settings.${field}` });
  if (!settings.silence_choices.includes(settings.silence))
    return no('silence', 'What silence means must be one of the choices the seller has.');
  if (settings.payout_methods.mail_in.includes('cash'))
    return no('payout_methods.mail_in', 'Cash can only be paid in a store.');
  if (settings.quote_valid_days < settings.confirm_days)
    return no('confirm_days', 'A quote must stay valid at least as long as the customer has to confirm it.');
  return null;
}
