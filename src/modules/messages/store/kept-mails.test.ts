import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { must, testDatabase } from '../../../../test/harness.ts';
import { ok } from '../../../kernel/outcome.ts';
import { keysOfMails } from './kept-mails.ts';

const world = testDatabase();

it('names the bytes of mails as they came, and no others', async () => {
  await sql`
    insert into inbound_messages (id, source, message_id, from_address, raw_key, received_at)
    values ('inb_1', 'imap', '<1@x>', 'a@b.example', 'ab/mail', ${world.clock.now()})`.execute(
    world.postgres.db,
  );
  const named = await world.postgres.transact(async (tx) =>
    ok(await keysOfMails(tx, ['ab/mail', 'cd/none'])),
  );
  expect(must(named)).toEqual(['ab/mail']);
});
