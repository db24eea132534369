/** Rows for the bench, made by SQL: cases ready to be moved, and a board of a million items. */
import pg from 'pg';

/** Cases of one item each, created and confirmed through the history (the triggers move them). Gives their ids. */
export async function fillCases(
  url: string,
  prefix: string,
  count: number,
): Promise<{ caseId: string; itemId: string }[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(
      `insert into customers (id, email, name, locale, created_at) values ('cus_bench', 'bench@customers.example', 'Bench', 'en', now()) on conflict do nothing`,
    );
    const name = (kind: string) =>
      `'${kind}_' || rpad('${prefix}' || lpad(g::text, 8, '0'), 18, '0') || lpad(g::text, 8, '0')`;
    await client.query(
      `insert into cases (id, kind, channel, reference, customer_id, locale, currency, contact, address, source, silence, created_at)
       select ${name('cas')}, 'offer', 'mail_in', 'B' || upper('${prefix}') || lpad(g::text, 9, '0'), 'cus_bench', 'en', 'EUR',
              '{"name":"Bench","email":"bench@customers.example"}', '{"line1":"A 1","postal_code":"1","city":"B","country":"NL"}', 'api', 'send_back', now()
         from generate_series(1, $1::int) g`,
      [count],
    );
    await client.query(
      `insert into items (id, case_id, position, workflow_id, workflow_version, category, title, price_minor, currency, created_at)
       select ${name('itm')}, ${name('cas')}, 0, 'buyback_mail_in', 1, 'phone', 'Bench phone', 20000, 'EUR', now() from generate_series(1, $1::int) g`,
      [count],
    );
    for (const [seq, move, from, to] of [
      [1, 'create', null, 'new'],
      [2, 'confirm', 'new', 'active'],
    ] as const)
      await client.query(
        `insert into item_events (id, case_id, item_id, seq, move, from_stage, from_status, to_stage, to_status, to_open, next_actor, due_at, actor_kind, at, request_id)
         select 'evt_' || $2::int || substr(${name('x')}, 3), ${name('cas')}, ${name('itm')}, $2::int, $3, $4, $5, 'leads', $6, true, 'customer', now() + interval '10 days', 'system', now(), 'bench'
           from generate_series(1, $1::int) g`,
        [count, seq, move, from === null ? null : 'leads', from, to],
      );
    await client.query('commit');
    await client.query('analyze');
    const rows = await client.query<{ id: string; case_id: string }>(
      `select id, case_id from items where id like 'itm_${prefix}%' order by id`,
    );
    return rows.rows.map((r) => ({ caseId: r.case_id, itemId: r.id }));
  } finally {
    await client.end();
  }
}

/** Items straight into the table (triggers off: nobody moves a million by hand), spread over the stages as a shop has them. */
export async function fillBoard(url: string, from: number, to: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`set session_replication_role = replica`);
    await client.query(
      `insert into customers (id, email, name, locale, created_at) values ('cus_bench', 'bench@customers.example', 'Bench', 'en', now()) on conflict do nothing`,
    );
    await client.query(
      `insert into cases (id, kind, channel, reference, customer_id, locale, currency, contact, source, silence, created_at)
       select 'cas_board' || lpad(g::text, 21, '0'), 'offer', 'mail_in', 'W' || lpad(g::text, 12, '0'), 'cus_bench', 'en', 'EUR',
              jsonb_build_object('name', 'Person ' || g, 'email', 'p' || g || '@customers.example'), 'api', 'send_back', now() - g * interval '10 s'
         from generate_series($1::int, $2::int) g`,
      [from, to],
    );
    await client.query(
      `insert into items (id, case_id, position, workflow_id, workflow_version, stage, status, seq, is_open, next_actor, due_at, entered_at, category, title, price_minor, currency, created_at)
       select 'itm_board' || lpad(g::text, 21, '0'), 'cas_board' || lpad(g::text, 21, '0'), 0, 'buyback_mail_in', 1,
              case when g % 10 < 7 then 'completed' when g % 10 = 7 then 'being_inspected' when g % 10 = 8 then 'leads' else 'payout_processing' end,
              case when g % 10 < 7 then 'paid' when g % 10 = 7 then 'testing' when g % 10 = 8 then 'active' else 'ready' end,
              5, g % 10 >= 7, case when g % 10 < 7 then 'nobody' else 'bench' end, case when g % 10 < 7 then null else now() - g * interval '9 s' + interval '30 days' end,
              now() - g * interval '9 s', 'phone', 'Apple iPhone 13, 128 GB', 20000, 'EUR', now() - g * interval '10 s'
         from generate_series($1::int, $2::int) g`,
      [from, to],
    );
    await client.query('analyze items');
    await client.query('analyze cases');
  } finally {
    await client.end();
  }
}
