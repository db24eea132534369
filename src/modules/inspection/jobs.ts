/** Asking a provider about a device: the only place that does. A question is answered once, whoever asks it twice. */
import { MINUTE } from '../../kernel/time.ts';
import type { Handlers, JobRun } from '../../platform/jobs.ts';
import { forbidInsideTransaction } from '../../platform/postgres.ts';
import type { DeviceAnswer, DeviceCheckPort } from '../../ports/device-check.ts';
import { keepAnswer, type ProviderAnswer } from './actions/pre-check.ts';
import { brandOf } from './rules/pre-check.ts';
import { forgottenQuestions, readCheck, readSubject } from './store/pre-check.ts';

export type InspectionJobs = {
  /** The provider that is connected now; null when there is none any more. */
  readonly provider: (run: JobRun) => Promise<DeviceCheckPort | null>;
};

type Names = 'inspection.ask_provider' | 'inspection.stop_waiting';

/** The handlers of this module's checks. */
export function checkJobs(jobs: InspectionJobs): Pick<Handlers, Names> {
  return {
    'inspection.ask_provider': (payload, run) => askProvider(jobs, payload.check_id, run),
    'inspection.stop_waiting': (_, run) => stopWaiting(jobs, run),
  };
}

function silence(detail: string, evidence: Readonly<Record<string, unknown>> = {}): ProviderAnswer {
  return { verdict: 'unknown', lock: null, detail, evidence: { code: 'provider_silent', ...evidence } };
}

/** A question without answer is closed after this long: longer than all tries together. */
const PATIENCE = 15 * MINUTE;

async function stopWaiting(jobs: InspectionJobs, run: JobRun): Promise<void> {
  const before = new Date(run.ctx().now.getTime() - PATIENCE);
  for (const id of await forgottenQuestions(run.postgres.db, before))
    await answer(jobs, id, silence('Nobody answered in time.'), run);
}

/** Throws to be tried again later; the last try ends in an answer, and that answer is never clean. */
async function askProvider(jobs: InspectionJobs, checkId: string, run: JobRun): Promise<void> {
  const { db } = run.postgres;
  const check = await readCheck(db, checkId);
  const subject = check && (await readSubject(db, check.item_id));
  if (!check || !subject || check.verdict !== 'asked') return;
  const port = await jobs.provider(run);
  if (!port) return await answer(jobs, checkId, silence('The provider was switched off.'), run);
  forbidInsideTransaction('the device check');
  const number = (name: string): string | null => {
    const value = check.evidence[name];
    return typeof value === 'string' ? value : null;
  };
  const said = await port
    .ask({
      checkId,
      imei: number('imei'),
      imei2: number('imei2'),
      serial: number('serial'),
      brand: brandOf(subject),
      model: subject.model ?? subject.title,
    })
    .catch((error: unknown): DeviceAnswer => {
      run.log.error({ error, check: checkId }, 'the device check threw');
      return { state: 'later', detail: 'The provider could not be asked.', evidence: {} };
    });
  if (said.state === 'answered') {
    const { verdict, lock, detail, model, evidence } = said;
    const code = `provider_${verdict}`;
    return await answer(
      jobs,
      checkId,
      { verdict, lock, detail, evidence: { ...evidence, code, model } },
      run,
    );
  }
  if (!run.lastAttempt) throw new Error(`${said.detail} (try ${run.attempt})`);
  await answer(jobs, checkId, silence(said.detail, said.evidence), run);
}

async function answer(
  jobs: InspectionJobs,
  checkId: string,
  said: ProviderAnswer,
  run: JobRun,
): Promise<void> {
  const kept = await run.postgres.transact((tx) => keepAnswer(tx, run.ctx(), checkId, said));
  if (!kept.ok) throw new Error(`${kept.code}: ${kept.why}`);
}
