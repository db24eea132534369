import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { testDatabase } from '../../../test/harness.ts';

const world = testDatabase();

it('keeps what a published version says, and its prices', async () => {
  const { db } = world.postgres;
  await sql`
    insert into brands values ('brd_1', 'apple', 'Apple');
    insert into models values ('mdl_1', 'brd_1', 'phone', 'iphone', 'iPhone', '{}', '{}', null, 1, 'apple iphone', 'apple iphone', 'staff', true, now());
    insert into variants values ('var_1', 'mdl_1', '128 GB', 128);
    insert into price_books values ('pbk_1', 'Euro', 'EUR', now());
    insert into price_book_versions (id, book_id, number, state, created_at) values ('pbv_1', 'pbk_1', 1, 'draft', now());
    insert into prices values ('pbv_1', 'var_1', 'flawless', 10000);
    update price_book_versions set state = 'published', effective_from = now(), published_at = now();
  `.execute(db);
  for (const change of [
    sql`update prices set amount_minor = 1`,
    sql`delete from prices`,
    sql`insert into prices values ('pbv_1', 'var_1', 'good', 1)`,
    sql`update price_book_versions set floor_minor = 1`,
    sql`delete from price_book_versions`,
  ])
    await expect(change.execute(db)).rejects.toMatchObject({ code: 'RP002' });
});
