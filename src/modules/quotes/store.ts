/** SQL of quotes. */
import { sql } from 'kysely';
import type { Reader, Tx } from '../../platform/postgres.ts';

/** Where the answer to a revised offer came from; `silence`: the clock gave it. */
export type AnsweredHow = 'portal' | 'counter' | 'phone' | 'mail' | 'silence';

export type QuoteTable = {
  id: string;
  case_id: string;
  item_id: string;
  number: number;
  kind: 'quote' | 'manual' | 'revision';
  state: 'offered' | 'accepted' | 'declined' | 'superseded' | 'expired' | 'awaited';
  price_version_id: string | null;
  question_set_id: string | null;
  variant_id: string | null;
  questions: unknown;
  answers: unknown;
  lines: unknown;
  price_minor: number | null;
  currency: string;
  valid_until: Date;
  reasons?: string[];
  note?: string | null;
  free_price?: boolean;
  free_price_reason?: string | null;
  follows_id?: string | null;
  inspection_id?: string | null;
  made_by_kind: string;
  made_by_id: string | null;
  answered_by_kind?: string | null;
  answered_by_id?: string | null;
  answered_at?: Date | null;
  answered_how?: AnsweredHow | null;
  made_at: Date;
};

declare module '../../platform/postgres.ts' {
  interface Tables {
    quotes: QuoteTable;
  }
}

/** Writes quotes; JSON columns are given as plain values. */
export async function insertQuotes(tx: Tx, rows: readonly QuoteTable[]): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insertInto('quotes')
    .values(
      rows.map((r) => ({
        ...r,
        questions: JSON.stringify(r.questions),
        answers: JSON.stringify(r.answers),
        lines: JSON.stringify(r.lines),
      })),
    )
    .execute();
}

export type QuoteRow = Required<QuoteTable>;

/** The newest quote of every item of a case (revisions apart). */
export async function currentQuotes(reader: Reader, caseId: string): Promise<QuoteRow[]> {
  const found = await sql<QuoteRow>`
    select distinct on (item_id) * from quotes where case_id = ${caseId} and kind in ('quote', 'manual') order by item_id, number desc`.execute(
    reader,
  );
  return found.rows;
}

/** Ends quotes in a state, with who answered. */
export async function answerQuotes(
  tx: Tx,
  which: { itemIds: readonly string[]; kind: QuoteRow['kind'] },
  state: QuoteRow['state'],
  by: { kind: string; id: string | null; at: Date; how?: AnsweredHow | null },
): Promise<{ item_id: string; price_minor: number | null }[]> {
  const found = await sql<{ item_id: string; price_minor: number | null }>`
    update quotes set state = ${state}, answered_by_kind = ${by.kind}, answered_by_id = ${by.id}, answered_at = ${by.at},
           answered_how = ${by.how ?? null}
     where item_id = any(${[...which.itemIds]}::text[]) and kind = ${which.kind} and state in ('offered', 'awaited')
    returning item_id, price_minor`.execute(tx);
  return found.rows;
}
