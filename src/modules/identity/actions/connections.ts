/** Connecting the shop to something outside. Secrets go in and never come out again. */
import { actorId, type Ctx } from '../../../kernel/actor.ts';
import { ok, refuse, type Outcome } from '../../../kernel/outcome.ts';
import type { Tx } from '../../../platform/postgres.ts';
import { hashToken, newToken, seal, type Keyring } from '../../../platform/secrets.ts';
import { ADDRESS_HASH, openSecrets } from '../connections.ts';
import { requirePermission } from '../rules.ts';
import {
  isAdapterOf,
  mergeSecrets,
  type ConnectionPort,
  type Secrets,
  type SecretsChange,
} from '../rules/connections.ts';
import {
  lockConnection,
  readConnectionRow,
  writeConnection,
  type ConnectionRow,
} from '../store/connections.ts';

export type SaveConnection = {
  readonly port: ConnectionPort;
  readonly adapter: string;
  /** Checked by the adapter's own schema before it comes here. */
  readonly config: Readonly<Record<string, unknown>>;
  readonly secrets: SecretsChange;
  /** Secrets without which it cannot be switched on. */
  readonly needs: readonly string[];
  /** Where the secrets are sent, from the settings: kept secrets stay only while this is the same. */
  readonly placeOf: (config: Readonly<Record<string, unknown>>) => string;
  readonly enabled: boolean;
  /** 0 when it was never saved; null: whatever it is. */
  readonly version: number | null;
};

function stale(version: number) {
  return refuse('stale_version', 'Somebody changed this connection meanwhile. Look again.', 'stale', {
    more: { version },
  });
}

function sealed(secrets: Secrets, keyring: Keyring): string | null {
  return Object.keys(secrets).length > 0 ? seal(JSON.stringify(secrets), keyring) : null;
}

/**
 * Saves a connection. Refuses `permission_missing`, `adapter_unknown`, `secret_missing` (when it is switched on
 * without one it needs; also when its address changed, because then the kept ones are dropped), `stale_version`.
 */
export async function saveConnection(
  tx: Tx,
  ctx: Ctx,
  keyring: Keyring,
  input: SaveConnection,
): Promise<Outcome<ConnectionRow>> {
  const no = requirePermission(ctx.actor, 'settings.edit');
  if (no) return no;
  if (!isAdapterOf(input.port, input.adapter))
    return refuse('adapter_unknown', 'There is no such connection.', 'invalid', { field: 'adapter' });
  const row = await lockConnection(tx, input.port);
  const version = row?.version ?? 0;
  if (input.version !== null && input.version !== version) return stale(version);
  const isSamePlace =
    row?.adapter === input.adapter && input.placeOf(row.config) === input.placeOf(input.config);
  const secrets = mergeSecrets(openSecrets(row, keyring), input.secrets, isSamePlace);
  const missing = input.needs.find((name) => !secrets[name]);
  if (input.enabled && missing)
    return refuse(
      'secret_missing',
      isSamePlace || !row ? 'This is needed to connect.' : 'The address changed: type this again.',
      'invalid',
      { field: `secrets.${missing}` },
    );
  return await write(tx, ctx, keyring, { ...input, secrets }, version);
}

async function write(
  tx: Tx,
  ctx: Ctx,
  keyring: Keyring,
  it: Pick<SaveConnection, 'port' | 'adapter' | 'config' | 'enabled'> & { secrets: Secrets },
  version: number,
): Promise<Outcome<ConnectionRow>> {
  const { port, adapter, config, enabled } = it;
  const done = await writeConnection(
    tx,
    {
      port,
      adapter,
      config: { ...config },
      sealed: sealed(it.secrets, keyring),
      enabled,
      changed_by: ctx.actor.kind === 'staff' ? actorId(ctx.actor) : null,
      changed_at: ctx.now,
    },
    version,
  );
  const fresh = done ? await readConnectionRow(tx, port) : null;
  return fresh ? ok(fresh) : stale(version);
}

/**
 * Makes the secret address that a mail provider posts to, and switches it on; an earlier address ends. The token is
 * given once, only its hash is kept. Refuses `permission_missing`.
 */
export async function makeInboundAddress(
  tx: Tx,
  ctx: Ctx,
  keyring: Keyring,
): Promise<Outcome<{ row: ConnectionRow; token: string }>> {
  const no = requirePermission(ctx.actor, 'settings.edit');
  if (no) return no;
  const row = await lockConnection(tx, 'inbound_mail');
  const token = newToken(ctx.random);
  const saved = await write(
    tx,
    ctx,
    keyring,
    {
      port: 'inbound_mail',
      adapter: 'address',
      config: {},
      secrets: { [ADDRESS_HASH]: hashToken(token) },
      enabled: true,
    },
    row?.version ?? 0,
  );
  return saved.ok ? ok({ row: saved.value, token }) : saved;
}
