/** Why a row of a price list was not taken, or was taken together with others: codes and what they mean. */

export const REFUSED = {
  broken_line: 'The row has more or fewer columns than the headings.',
  not_selected: 'The list’s own column says that this is another kind of price.',
  other_currency: 'The row is in another currency, and no rate is given for it.',
  currency_unknown: 'The currency is not a code of three letters.',
  brand_missing: 'Neither the brand column nor the name says who made it.',
  model_missing: 'The row names no model.',
  unknown_model: 'The catalogue does not have this model.',
  ambiguous_model: 'The name fits several models: year, generation or size is missing.',
  storage_missing: 'The row does not say which storage.',
  storage_conflict: 'Name and storage column say different storages.',
  unknown_variant: 'The catalogue’s model has no such storage or size.',
  ambiguous_variant: 'The name fits several sizes of the model.',
  condition_missing: 'The row names no condition.',
  condition_unknown: 'The condition’s word is not known: say in the mapping what it means.',
  condition_skipped: 'The mapping leaves this condition out.',
  price_missing: 'The row has no price.',
  price_unreadable: 'The price is not one clear amount.',
  price_negative: 'The price is below zero.',
  price_zero: 'The price is zero.',
  price_absurd: 'The price is beyond what such a device can cost.',
} as const;
export type RefusedReason = keyof typeof REFUSED;

export const MERGED = {
  doubled_same: 'The same price stands in another row.',
  doubled_median: 'Several rows of one day name different prices: their median counts.',
  older: 'A newer row names the price.',
} as const;
export type MergedReason = keyof typeof MERGED;

/** The sentence of a code. */
export function reasonText(code: string): string {
  const all: Readonly<Record<string, string>> = { ...REFUSED, ...MERGED };
  return all[code] ?? code;
}
