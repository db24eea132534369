/** Work of the catalogue that happens later. */
import type { Handlers } from '../../platform/jobs.ts';

/** The handlers of this module, for app/jobs.ts. */
export function catalogJobs(): Pick<Handlers, never> {
  return {};
}
