/** What money looks like on the wire; the console's types come from here. */
import { z } from 'zod';
import { instant, moneySchema } from '../../../platform/http/schemas.ts';
import { PAYOUT_KINDS, PAYOUT_STATES } from '../rules/payouts.ts';
import { ACCOUNTS, LEDGER_KINDS } from '../rules/postings.ts';

export const payoutKind = z.enum(PAYOUT_KINDS).meta({ examples: ['bank'] });
export const payoutState = z.enum(PAYOUT_STATES).meta({ examples: ['ready'] });

export const payoutView = z
  .object({
    id: z.string(),
    number: z.int().meta({ description: 'Counts the payouts of one case', examples: [1] }),
    name: z.string().meta({ description: 'Reference and number', examples: ['V261121004711/1'] }),
    case_id: z.string(),
    reference: z.string(),
    customer_name: z.string().nullable(),
    kind: payoutKind,
    masked: z.string().meta({ examples: ['NL•• •••• •••• 4300'] }),
    holder: z.string().nullable(),
    amount: moneySchema,
    state: payoutState,
    created_at: instant,
    not_before: instant
      .nullable()
      .meta({ description: 'An account the customer changed is paid from here on' }),
    needs_release: z.boolean().meta({ description: 'Above the limit: two persons are needed' }),
    released_by: z.string().nullable(),
    items: z.array(z.object({ number: z.string(), title: z.string(), amount: moneySchema })),
    transaction_reference: z.string().nullable(),
    failure: z.string().nullable(),
    batch_id: z.string().nullable(),
    batch_number: z.string().nullable(),
    in_open_batch: z.boolean(),
    version: z.int(),
  })
  .meta({ id: 'Payout' });

export const settledView = z.object({ id: z.string(), case_id: z.string(), state: payoutState });

export const failedEntry = z.object({ payout_id: z.string(), code: z.string(), why: z.string() });

export const methodBody = z.strictObject({
  kind: payoutKind,
  holder: z.string().max(200).nullish(),
  iban: z.string().max(60).nullish(),
  paypal_email: z.string().max(300).nullish(),
});

export const methodView = z.object({
  kind: payoutKind,
  holder: z.string().nullable(),
  masked: z.string(),
  version: z.int(),
});

export const batchView = z
  .object({
    batch_id: z.string(),
    number: z.string().meta({ examples: ['B00001'] }),
    state: z.enum(['open', 'closed', 'empty']),
    count: z.int().meta({ description: 'Payouts taken so far' }),
    total: moneySchema,
    pending: z.int().meta({ description: 'Payouts still to take; the file is there when none is left' }),
    refused: z.int(),
    sha256: z.string().nullable(),
    file: z.string().nullable().meta({ description: 'Where the file is, once it is there' }),
    created_by: z.string(),
    created_at: instant,
    closed_at: instant.nullable(),
  })
  .meta({ id: 'PayoutBatch' });

export const batchEntry = z.object({
  payout_id: z.string(),
  case_id: z.string(),
  name: z.string(),
  amount: moneySchema,
  state: z.enum(['pending', 'taken', 'refused']),
  code: z.string().nullable(),
  why: z.string().nullable(),
});

export const ledgerEntry = z
  .object({
    id: z.string(),
    at: instant,
    kind: z.enum(LEDGER_KINDS),
    about: z.string(),
    note: z.string().nullable(),
    case_id: z.string().nullable(),
    reference: z.string().nullable(),
    item_number: z.string().nullable(),
    actor: z.object({ kind: z.string(), id: z.string().nullable() }),
    lines: z.array(
      z.object({
        account: z.enum(ACCOUNTS),
        debit: moneySchema.nullable(),
        credit: moneySchema.nullable(),
      }),
    ),
  })
  .meta({ id: 'LedgerEntry' });

export const balanceView = z.object({
  account: z.enum(ACCOUNTS),
  debit: moneySchema,
  credit: moneySchema,
  balance: moneySchema.meta({ description: 'Debit less credit' }),
});

export const creditView = z.object({
  balances: z.array(moneySchema),
  lines: z.array(
    z.object({
      id: z.string(),
      at: instant,
      kind: z.enum(LEDGER_KINDS),
      amount: moneySchema.meta({ description: 'Above zero: given; below: spent' }),
      note: z.string().nullable(),
      case_id: z.string().nullable(),
    }),
  ),
});
