/** The schema as one readable text, from the catalogue (no pg_dump is at hand): `db/schema.sql`, checked by a test. */
import type pg from 'pg';

const TABLES = `
  select c.relname as name, string_agg(
      format('  %s %s%s%s', quote_ident(a.attname), format_type(a.atttypid, a.atttypmod),
        case when a.attnotnull then ' not null' else '' end,
        case when a.attidentity <> '' then ' generated always as identity'
             when a.attgenerated <> '' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
             when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end),
      E',\\n' order by a.attnum) as body
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
   group by c.oid, c.relname order by c.relname`;

// Not-null constraints are rows of their own from PostgreSQL 18 on; the columns say it already.
const CONSTRAINTS = `
  select t.relname as name, format('  constraint %s %s', quote_ident(k.conname), pg_get_constraintdef(k.oid, true)) as body
    from pg_constraint k join pg_class t on t.oid = k.conrelid
   where k.connamespace = 'public'::regnamespace and k.contype in ('p', 'u', 'f', 'c', 'x')
   order by t.relname, array_position(array['p', 'u', 'x', 'f', 'c'], k.contype::text), k.conname`;

const INDEXES = `
  select t.relname as name, pg_get_indexdef(i.indexrelid) as body
    from pg_index i join pg_class t on t.oid = i.indrelid join pg_class x on x.oid = i.indexrelid
   where t.relnamespace = 'public'::regnamespace
     and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
   order by t.relname, x.relname`;

const TRIGGERS = `
  select t.relname as name, pg_get_triggerdef(g.oid, true) as body
    from pg_trigger g join pg_class t on t.oid = g.tgrelid
   where t.relnamespace = 'public'::regnamespace and not g.tgisinternal order by t.relname, g.tgname`;

const OWNED = `not exists (select 1 from pg_depend d where d.objid = o.oid and d.deptype = 'e')`;

const FUNCTIONS = `
  select o.proname as name, pg_get_functiondef(o.oid) as body
    from pg_proc o where o.pronamespace = 'public'::regnamespace and o.prokind in ('f', 'p') and ${OWNED}
   order by o.proname, pg_get_function_identity_arguments(o.oid)`;

const VIEWS = `
  select o.relname as name, pg_get_viewdef(o.oid, true) as body, o.relkind as kind
    from pg_class o where o.relnamespace = 'public'::regnamespace and o.relkind in ('v', 'm') and ${OWNED}
   order by o.relname`;

const SEQUENCES = `
  select sequencename as name, format('create sequence %I as %s start %s increment %s;', sequencename, data_type, start_value, increment_by) as body
    from pg_sequences where schemaname = 'public' order by sequencename`;

const EXTENSIONS = `select extname as name, '' as body from pg_extension where extname <> 'plpgsql' order by extname`;

type Part = { name: string; body: string; kind?: string };

/** Writes the public schema of a database as SQL-like text, in a stable order; the same text means the same schema. */
export async function schemaSnapshot(pool: pg.Pool): Promise<string> {
  const read = async (text: string) => (await pool.query<Part>(text)).rows;
  const tables = await read(TABLES);
  const constraints = byTable(await read(CONSTRAINTS));
  const indexes = byTable(await read(INDEXES));
  const triggers = byTable(await read(TRIGGERS));
  const parts = [
    '-- The schema as the migrations leave it. Written by `npm run reprise -- schema`, never by hand.',
    ...(await read(EXTENSIONS)).map((one) => `create extension ${one.name};`),
    ...(await read(SEQUENCES)).map((one) => one.body),
    ...tables.map((table) => {
      const inside = [table.body, ...(constraints.get(table.name) ?? [])].join(',\n');
      const after = [...(indexes.get(table.name) ?? []), ...(triggers.get(table.name) ?? [])];
      return [`create table ${table.name} (\n${inside}\n);`, ...after.map((line) => `${line};`)].join('\n');
    }),
    ...(await read(VIEWS)).map(
      (one) => `create ${one.kind === 'm' ? 'materialized ' : ''}view ${one.name} as\n${one.body}`,
    ),
    ...(await read(FUNCTIONS)).map((one) => `${one.body.trimEnd()};`),
  ];
  return `${parts.join('\n\n')}\n`;
}

function byTable(parts: readonly Part[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const one of parts) found.set(one.name, [...(found.get(one.name) ?? []), one.body]);
  return found;
}
