/** Demo data as a job, so that the first page can offer it and show how far it is. */
import type { FileStore } from '../modules/cases/http/stored-files.ts';
import { z } from 'zod';
import { makeDemo } from '../../db/demo.ts';
import type { Ctx } from '../kernel/actor.ts';
import { ok, refuse, type Outcome } from '../kernel/outcome.ts';
import { setupTokenFault, setUpNeeded } from '../modules/identity/actions/set-up.ts';
import { route, type Route } from '../platform/http/route.ts';
import { enqueue, type Handlers } from '../platform/jobs.ts';
import type { Postgres, Tx } from '../platform/postgres.ts';
import { hashToken, sameSecret, seal, unseal, type Keyring } from '../platform/secrets.ts';
import { demoState, saveDemoState, type DemoState } from './demo-state.ts';

declare module '../platform/jobs.ts' {
  interface JobPayloads {
    'demo.fill': Record<string, never>;
  }
}

/** Asks for demo data. Needs the set-up token. Refuses `already_set_up`, `demo_running`, and what the token says. */
export async function askForDemo(tx: Tx, ctx: Ctx, token: string): Promise<Outcome<DemoState>> {
  if (!(await setUpNeeded(tx))) return refuse('already_set_up', 'This shop is set up already.', 'conflict');
  const fault = await setupTokenFault(tx, ctx, token);
  if (fault) return fault;
  const before = await demoState(tx);
  if (before?.state === 'running')
    return refuse('demo_running', 'Demo data is being made already.', 'conflict');
  const state: DemoState = {
    state: 'running',
    done: 0,
    of: 500,
    sealed: null,
    failure: null,
    token_hash: hashToken(token),
  };
  await saveDemoState(tx, state);
  await enqueue(tx, 'demo.fill', {}, { key: 'demo.fill', maxAttempts: 1 });
  return ok(state);
}

async function fill(postgres: Postgres, ctx: Ctx, files: FileStore): Promise<void> {
  const { keyring } = files;
  const token_hash = (await demoState(postgres.db))?.token_hash ?? null;
  const made = await makeDemo({
    postgres,
    ...files,
    now: ctx.now,
    onProgress: async (done, of) => {
      if (done % 5 === 0)
        await saveDemoState(postgres.db, {
          state: 'running',
          done,
          of,
          sealed: null,
          failure: null,
          token_hash,
        });
    },
  });
  if (!made.ok)
    return await saveDemoState(postgres.db, {
      state: 'failed',
      done: 0,
      of: 0,
      sealed: null,
      failure: made.why,
      token_hash,
    });
  const { cases, password, people } = made.value;
  const sealed = seal(
    JSON.stringify({ password, people: people.map(({ name, email, role }) => ({ name, email, role })) }),
    keyring,
  );
  await saveDemoState(postgres.db, {
    state: 'done',
    done: cases,
    of: cases,
    sealed,
    failure: null,
    token_hash,
  });
}

export function demoJobs(files: FileStore): Pick<Handlers, 'demo.fill'> {
  return {
    'demo.fill': async (_, run) => {
      try {
        await fill(run.postgres, run.ctx(), files);
      } catch (error) {
        await saveDemoState(run.postgres.db, {
          state: 'failed',
          done: 0,
          of: 0,
          sealed: null,
          failure: 'Demo data could not be made; the log says why.',
          token_hash: null,
        });
        throw error;
      }
    },
  };
}

const person = z.object({ name: z.string(), email: z.string(), role: z.string() });
const progress = z.object({
  state: z.enum(['none', 'running', 'done', 'failed']),
  done: z.int(),
  of: z.int(),
  failure: z.string().nullable(),
  password: z.string().nullable(),
  people: z.array(person),
});
const accounts = z.object({ password: z.string(), people: z.array(person) });

/** The demo's one password is shown to whoever holds the set-up token, and to nobody else. */
export function demoRoutes(keyring: Keyring): Route[] {
  return [
    route({
      method: 'post',
      path: '/api/setup/demo',
      tag: 'Session',
      summary: 'Fill an empty installation with demo data',
      access: 'public',
      limit: 'sign_in',
      body: z.object({ token: z.string().max(100) }),
      status: 202,
      response: z.object({ state: z.string(), done: z.int(), of: z.int() }),
      change: (tx, { body }, call) => askForDemo(tx, call.ctx, body.token.trim()),
      view: ({ state, done, of }) => ({ state, done, of }),
    }),
    route({
      method: 'post',
      path: '/api/setup/demo/progress',
      tag: 'Session',
      summary: 'How far the demo data is; at the end, who can sign in',
      access: 'public',
      idempotent: false,
      limit: 'read',
      body: z.object({ token: z.string().max(100) }),
      response: progress,
      act: async ({ body }, call) => {
        const state = await demoState(call.db);
        const nothing = { password: null, people: [] };
        if (!state) return ok({ state: 'none' as const, done: 0, of: 0, failure: null, ...nothing });
        const { done, of, failure } = state;
        if (state.state !== 'done' || !state.sealed)
          return ok({ state: state.state, done, of, failure, ...nothing });
        const given = hashToken(body.token.trim());
        if (!state.token_hash || !sameSecret(given, state.token_hash))
          return refuse(
            'setup_token_unknown',
            'This is not the token the demo was asked for with.',
            'forbidden',
            { field: 'token' },
          );
        return ok({
          state: 'done' as const,
          done,
          of,
          failure,
          ...accounts.parse(JSON.parse(unseal(state.sealed, keyring))),
        });
      },
    }),
  ];
}
