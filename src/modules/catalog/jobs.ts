/** Work of the catalogue that happens later. */
import type { Actor } from '../../kernel/actor.ts';
import type { Handlers, JobRun } from '../../platform/jobs.ts';
import { runImport } from './actions/run-import.ts';

declare module '../../platform/jobs.ts' {
  interface JobPayloads {
    /** Checks a price list, or applies it. */
    'catalog.import': {
      import_id: string;
      apply: boolean;
      effective_from: string | null;
      missing: 'keep' | 'drop';
    };
  }
}

type Payload = {
  import_id: string;
  apply: boolean;
  effective_from: string | null;
  missing: 'keep' | 'drop';
};

/** A refusal ends the import as `failed`, with its reason on it; only a broken machine is tried again. */
async function importJob(payload: Payload, run: JobRun): Promise<void> {
  const actor: Actor = { kind: 'system' };
  const outcome = await runImport(
    { postgres: run.postgres, ctx: { ...run.ctx(), actor } },
    {
      importId: payload.import_id,
      apply: payload.apply,
      effectiveFrom: payload.effective_from === null ? null : new Date(payload.effective_from),
      missing: payload.missing,
    },
  );
  if (!outcome.ok)
    run.log.warn({ import: payload.import_id, code: outcome.code }, 'a price import was refused');
}

/** The handlers of this module, for app/jobs.ts. */
export function catalogJobs(): Pick<Handlers, 'catalog.import'> {
  return { 'catalog.import': importJob };
}
