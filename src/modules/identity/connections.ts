/** A connection as jobs use it: its adapter, settings and opened secrets; and how it went last. */
import type { Reader, Tx } from '../../platform/postgres.ts';
import { hashToken, sameSecret, unseal, type Keyring } from '../../platform/secrets.ts';
import { defaultAdapter, type ConnectionPort, type Secrets } from './rules/connections.ts';
import { readConnectionRow, writeHealth, type ConnectionRow } from './store/connections.ts';

export type Connection = {
  readonly port: ConnectionPort;
  readonly adapter: string;
  readonly config: Readonly<Record<string, unknown>>;
  /** Opened: never log them, never send them to a screen. */
  readonly secrets: Secrets;
  /** False while the default adapter serves: nothing is called. */
  readonly enabled: boolean;
  /** 0 while nobody has saved it. */
  readonly version: number;
};

/**
 * Opens what is sealed in a row. What cannot be opened any more (its key is gone) counts as not there: the owner sees
 * that it is missing and types it again, instead of a page that fails.
 */
export function openSecrets(row: Pick<ConnectionRow, 'sealed'> | null, keyring: Keyring): Secrets {
  if (!row?.sealed) return {};
  try {
    return JSON.parse(unseal(row.sealed, keyring)) as Secrets;
  } catch {
    return {};
  }
}

/**
 * What the shop has connected to a port. Nothing saved, or switched off: the default adapter, `enabled` false. Reads
 * one row; callers in jobs need not remember it.
 */
export async function loadConnection(
  reader: Reader,
  keyring: Keyring,
  port: ConnectionPort,
): Promise<Connection> {
  const row = await readConnectionRow(reader, port);
  if (!row?.enabled)
    return {
      port,
      adapter: defaultAdapter(port),
      config: {},
      secrets: {},
      enabled: false,
      version: row?.version ?? 0,
    };
  return {
    port,
    adapter: row.adapter,
    config: row.config,
    secrets: openSecrets(row, keyring),
    enabled: true,
    version: row.version,
  };
}

/** Name of the adapter that is connected to a port and calls somebody, or null; for actions, which open no secrets. */
export async function connectedAdapter(reader: Reader, port: ConnectionPort): Promise<string | null> {
  const row = await readConnectionRow(reader, port);
  return row?.enabled && row.adapter !== defaultAdapter(port) ? row.adapter : null;
}

/** Notes how a call went, shown in the settings: null when it went well, else one line that holds no secret. */
export async function noteHealth(
  tx: Tx,
  now: Date,
  connection: Pick<Connection, 'port' | 'version'>,
  error: string | null,
): Promise<void> {
  const line = error === null ? null : error.replace(/\p{Cc}+/gu, ' ').slice(0, 300);
  await writeHealth(tx, { port: connection.port, version: connection.version, now, error: line });
}

/** Name under which the hash of an inbound address's secret is sealed. */
export const ADDRESS_HASH = 'address_hash';

/** True when `token` is the secret of the inbound address that is connected now. */
export function opensInboundAddress(connection: Connection, token: string): boolean {
  const hash = connection.secrets[ADDRESS_HASH];
  return connection.adapter === 'address' && hash !== undefined && sameSecret(hash, hashToken(token));
}
