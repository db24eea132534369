/** `reprise schema`: the schema of a migrated database, as it is kept in db/schema.sql. */
import { schemaSnapshot } from '../../platform/schema-snapshot.ts';
import type { Desk } from './desk.ts';

export async function schema(desk: Desk): Promise<number> {
  desk.say((await schemaSnapshot(desk.postgres.pool)).trimEnd());
  return 0;
}
