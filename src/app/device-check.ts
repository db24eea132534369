/** What checking devices needs of the app: the provider an owner connected, and what follows from a hit. */
import { httpDeviceCheckConfig } from '../adapters/device-check/http-config.ts';
import { httpDeviceCheck } from '../adapters/device-check/http.ts';
import { manualDeviceCheck } from '../adapters/device-check/manual.ts';
import { ok } from '../kernel/outcome.ts';
import type { InspectionJobs } from '../modules/inspection/jobs.ts';
import { readConnection } from '../modules/inspection/store/connection.ts';
import { outbound } from '../platform/outbound.ts';
import { unseal } from '../platform/secrets.ts';
import type { DeviceCheckPort } from '../ports/device-check.ts';
import type { JobDeps } from './job-deps.ts';

/** A connection whose settings cannot be read asks nobody: everything stays unknown, and the log says why. */
export function deviceChecks({ config, keyring, log }: JobDeps): InspectionJobs {
  return {
    provider: async (reader): Promise<DeviceCheckPort | null> => {
      const row = await readConnection(reader);
      if (!row) return null;
      if (row.adapter !== 'http') return manualDeviceCheck();
      const settings = httpDeviceCheckConfig.safeParse(row.config);
      if (!settings.success) {
        log.error({ issues: settings.error.issues }, 'the connection for device checks cannot be read');
        return null;
      }
      const secrets = row.sealed ? (JSON.parse(unseal(row.sealed, keyring)) as Record<string, string>) : {};
      return httpDeviceCheck({
        config: settings.data,
        secrets,
        call: outbound({ allow: config.outboundAllow }),
      });
    },
    checked: () => Promise.resolve(ok(null)),
  };
}
