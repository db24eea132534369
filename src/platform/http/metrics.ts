/** Numbers for Prometheus: requests, pool, event loop; the queue when asked. */
import { sql } from 'kysely';
import { Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { Postgres } from '../postgres.ts';

export type Metrics = {
  readonly registry: Registry;
  /** One request: the route's pattern, not the path, so that there are few series. */
  readonly observe: (method: string, route: string, status: number, seconds: number) => void;
};

const BUCKETS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.3, 1, 3, 10];

/** Makes a process's metrics. `machine`: also Node's own (event loop, memory), once per process. */
export function makeMetrics(postgres: Postgres, machine = false): Metrics {
  const registry = new Registry();
  if (machine) collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the request’s arrival to its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers: [registry],
  });
  gaugePool(registry, postgres);
  gaugeJobs(registry, postgres);
  return {
    registry,
    observe: (method, route, status, seconds) => durations.observe({ method, route, status }, seconds),
  };
}

function gaugePool(registry: Registry, postgres: Postgres): void {
  new Gauge({
    name: 'postgres_connections',
    help: 'Connections of this process, and callers that wait for one',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      const { pool } = postgres;
      this.set({ state: 'idle' }, pool.idleCount);
      this.set({ state: 'busy' }, pool.totalCount - pool.idleCount);
      this.set({ state: 'waiting' }, pool.waitingCount);
    },
  });
}

type Counted = { task: string; state: string; n: number };

function gaugeJobs(registry: Registry, postgres: Postgres): void {
  new Gauge({
    name: 'jobs',
    help: 'Jobs in the queue by name and state; failed ones have no tries left',
    labelNames: ['task', 'state'],
    registers: [registry],
    async collect() {
      this.reset();
      const { rows } = await sql<Counted>`
        select task_identifier as task, count(*) as n,
               case when locked_by is not null then 'running' when attempts >= max_attempts then 'failed'
                    when run_at > now() then 'later' else 'due' end as state
          from graphile_worker.jobs group by 1, 3`
        .execute(postgres.db)
        // The numbers of the process itself must stay readable while the database is away.
        .catch(() => ({ rows: [] }));
      for (const row of rows) this.set({ task: row.task, state: row.state }, row.n);
    },
  });
}
