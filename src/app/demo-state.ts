/** SQL of the demo's progress: one row while it is made and afterwards. */
import { sql } from 'kysely';
import type { Reader } from '../platform/postgres.ts';

export type DemoState = {
  readonly state: 'running' | 'done' | 'failed';
  readonly done: number;
  readonly of: number;
  /** Who can sign in and with which password, sealed. */
  readonly sealed: string | null;
  readonly failure: string | null;
  /** Of the set-up token it was asked for with: its holder may see who can sign in. */
  readonly token_hash: string | null;
};

export async function demoState(reader: Reader): Promise<DemoState | null> {
  const found =
    await sql<DemoState>`select state, done, "of", sealed, failure, token_hash from demo_runs where id = 1`.execute(
      reader,
    );
  return found.rows[0] ?? null;
}

export async function saveDemoState(reader: Reader, state: DemoState): Promise<void> {
  await sql`
    insert into demo_runs (id, state, done, "of", sealed, failure, token_hash) values (1, ${state.state}, ${state.done}, ${state.of}, ${state.sealed}, ${state.failure}, ${state.token_hash})
    on conflict (id) do update set state = excluded.state, done = excluded.done, "of" = excluded."of", sealed = excluded.sealed, failure = excluded.failure,
      token_hash = excluded.token_hash`.execute(reader);
}
