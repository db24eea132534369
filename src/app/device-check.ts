/** What checking devices needs of the app: the provider an owner connected. */
import { httpDeviceCheckConfig } from '../adapters/device-check/http-config.ts';
import { httpDeviceCheck } from '../adapters/device-check/http.ts';
import { manualDeviceCheck } from '../adapters/device-check/manual.ts';
import { ok } from '../kernel/outcome.ts';
import { loadConnection, noteHealth, type Connection } from '../modules/identity/connections.ts';
import type { InspectionJobs } from '../modules/inspection/jobs.ts';
import type { JobRun } from '../platform/jobs.ts';
import { outbound } from '../platform/outbound.ts';
import type { DeviceCheckPort } from '../ports/device-check.ts';
import type { JobDeps } from './job-deps.ts';

/** Notes in the settings how each call went; an answer nobody understands is a fault of the connection too. */
function watched(port: DeviceCheckPort, connection: Connection, run: JobRun): DeviceCheckPort {
  return {
    ask: async (question) => {
      const said = await port.ask(question);
      const isFine = said.state === 'answered' && said.verdict !== 'unknown';
      const noted = await run.postgres.transact(async (tx) => {
        await noteHealth(tx, run.ctx().now, connection, isFine ? null : said.detail);
        return ok(null);
      });
      if (!noted.ok) run.log.warn({ code: noted.code }, 'how the device check went could not be noted');
      return said;
    },
  };
}

/** A connection whose settings cannot be read asks nobody: everything stays unknown, and the log says why. */
export function deviceChecks({ config, keyring, log }: JobDeps): InspectionJobs {
  return {
    provider: async (run): Promise<DeviceCheckPort | null> => {
      const connection = await loadConnection(run.postgres.db, keyring, 'device_check');
      if (!connection.enabled) return null;
      if (connection.adapter !== 'http') return manualDeviceCheck();
      const settings = httpDeviceCheckConfig.safeParse(connection.config);
      if (!settings.success) {
        log.error({ issues: settings.error.issues }, 'the connection for device checks cannot be read');
        return null;
      }
      const call = outbound({ allow: config.outboundAllow });
      const port = httpDeviceCheck({ config: settings.data, secrets: connection.secrets, call });
      return watched(port, connection, run);
    },
  };
}
