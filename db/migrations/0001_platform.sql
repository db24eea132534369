-- What the machine itself keeps: answers to repeated requests, living workers, recurring work.

-- One row per Idempotency-Key: written in the same transaction as the effect, so both exist or neither does.
create table idempotency_keys (
  -- Hash of caller, route and key: the key itself is not kept, because the stored answer is sealed with it.
  id text primary key,
  request_hash text not null,
  status integer,
  sealed_body bytea,
  headers jsonb,
  created_at timestamptz not null,
  finished_at timestamptz
);
create index idempotency_keys_age on idempotency_keys (created_at);

-- Worker processes and their last sign of life; who is silent for too long loses its jobs (platform/worker.ts).
create table job_workers (
  id text primary key,
  host text not null,
  process_id integer not null,
  started_at timestamptz not null,
  seen_at timestamptz not null
);

-- Work that recurs: whichever process moves the mark forward first starts the run.
create table recurring_jobs (
  name text primary key,
  last_started_at timestamptz not null
);
