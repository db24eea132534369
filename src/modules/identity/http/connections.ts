/** Routes of what the shop connects to. What an adapter wants to know is the app's to say; secrets only go in. */
import { z } from 'zod';
import { ok, refuse, type Outcome } from '../../../kernel/outcome.ts';
import { route, type Call, type Route } from '../../../platform/http/route.ts';
import { instant } from '../../../platform/http/schemas.ts';
import type { Keyring } from '../../../platform/secrets.ts';
import { makeInboundAddress, saveConnection } from '../actions/connections.ts';
import { ADDRESS_HASH, noteHealth, openSecrets } from '../connections.ts';
import {
  CONNECTION_PORTS,
  defaultAdapter,
  withoutSecrets,
  type ConnectionPort,
  type Secrets,
} from '../rules/connections.ts';
import { readConnectionRow, type ConnectionRow } from '../store/connections.ts';

export type ConnectionTest = {
  readonly ok: boolean;
  /** One line for people. */
  readonly detail: string;
  /** What the other side really said, or null when nothing was called. */
  readonly answer: string | null;
};

/** What the app knows of an adapter. */
export type ConnectionKind = {
  readonly port: ConnectionPort;
  readonly adapter: string;
  readonly config: z.ZodType<Record<string, unknown>>;
  /** Names of its secrets; `any`: whatever its templates name. */
  readonly secrets: readonly string[] | 'any';
  readonly needs: readonly string[];
  /** Where the secrets are sent; kept ones end when it changes. */
  readonly placeOf: (config: Readonly<Record<string, unknown>>) => string;
  /** Calls it once for real. Never throws. */
  readonly test: (
    connection: { config: Readonly<Record<string, unknown>>; secrets: Secrets },
    call: Call,
    /** What to try it with, for adapters that want something. */
    sample: string | null,
  ) => Promise<ConnectionTest>;
};

export type ConnectionsConfig = {
  readonly keyring: Keyring;
  readonly baseUrl: string;
  readonly kinds: readonly ConnectionKind[];
};

const TAG = 'Connections';
const port = z.enum(CONNECTION_PORTS);
const byPort = z.object({ port });

const connectionSchema = z
  .object({
    port,
    adapter: z.string(),
    config: z.record(z.string(), z.unknown()),
    secrets_set: z
      .array(z.string())
      .meta({ description: 'Names of the secrets that are kept; never values' }),
    enabled: z.boolean(),
    changed_at: instant.nullable(),
    changed_by: z.string().nullable(),
    last_ok_at: instant.nullable(),
    last_error: z.string().nullable(),
    last_error_at: instant.nullable(),
    version: z.int(),
  })
  .meta({ id: 'Connection' });

const connectionBody = z
  .object({
    adapter: z.string().max(40),
    config: z.record(z.string().max(60), z.unknown()).default({}),
    secrets: z
      .record(z.string().regex(/^[A-Za-z0-9_]{1,40}$/), z.string().min(1).max(4000).nullable())
      .default({})
      .meta({ description: 'A value replaces, null removes, what is not named stays' }),
    enabled: z.boolean().default(true),
  })
  .strict();

const testSchema = z
  .object({ ok: z.boolean(), detail: z.string(), answer: z.string().nullable() })
  .meta({ id: 'ConnectionTest' });

function viewOf(keyring: Keyring, at: ConnectionPort, row: ConnectionRow | null) {
  const names = Object.keys(openSecrets(row, keyring)).toSorted();
  return {
    port: at,
    adapter: row?.adapter ?? defaultAdapter(at),
    config: row?.config ?? {},
    secrets_set: names,
    enabled: row?.enabled ?? false,
    changed_at: row?.changed_at ?? null,
    changed_by: row?.changed_by_name ?? null,
    last_ok_at: row?.last_ok_at ?? null,
    last_error: row?.last_error ?? null,
    last_error_at: row?.last_error_at ?? null,
    version: row?.version ?? 0,
  };
}

/** The settings as the adapter reads them; refuses with the first field it does not understand. */
function readSettings(kind: ConnectionKind, given: unknown): Outcome<Record<string, unknown>> {
  const read = kind.config.safeParse(given);
  if (read.success) return ok(read.data);
  const [first] = read.error.issues;
  return refuse('connection_invalid', first?.message ?? 'These settings cannot be read.', 'invalid', {
    field: ['config', ...(first?.path ?? [])].join('.'),
  });
}

function kindOf(config: ConnectionsConfig, at: ConnectionPort, adapter: string): Outcome<ConnectionKind> {
  const kind = config.kinds.find((one) => one.port === at && one.adapter === adapter);
  return kind
    ? ok(kind)
    : refuse('adapter_unknown', 'There is no such connection.', 'invalid', { field: 'adapter' });
}

function unknownSecret(kind: ConnectionKind, given: Record<string, unknown>) {
  const { secrets } = kind;
  const name = secrets === 'any' ? undefined : Object.keys(given).find((one) => !secrets.includes(one));
  return name === undefined && !(ADDRESS_HASH in given)
    ? null
    : refuse('secret_unknown', 'This connection has no such secret.', 'invalid', {
        field: `secrets.${name ?? ADDRESS_HASH}`,
      });
}

function readAndSave(config: ConnectionsConfig): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/connections',
      tag: TAG,
      summary: 'What the shop is connected to, and how it went last',
      access: { staff: 'settings.view' },
      response: z.object({ items: z.array(connectionSchema), next_cursor: z.null() }),
      act: async (_, call) => {
        const items = [];
        for (const one of CONNECTION_PORTS)
          items.push(viewOf(config.keyring, one, await readConnectionRow(call.db, one)));
        return ok({ items, next_cursor: null });
      },
    }),
    route({
      method: 'put',
      path: '/api/connections/{port}',
      tag: TAG,
      summary: 'Connect, change or switch off',
      description:
        'Secrets are kept sealed and never shown. When the address they are sent to changes, kept ones are dropped and must be typed again.',
      access: { staff: 'settings.edit' },
      ifMatch: 'required',
      params: byPort,
      body: connectionBody,
      response: connectionSchema,
      change: async (tx, { params, body, version }, call) => {
        const kind = kindOf(config, params.port, body.adapter);
        if (!kind.ok) return kind;
        const settings = readSettings(kind.value, body.config);
        if (!settings.ok) return settings;
        const no = unknownSecret(kind.value, body.secrets);
        if (no) return no;
        const { needs, placeOf } = kind.value;
        const { adapter, secrets, enabled } = body;
        return await saveConnection(tx, call.ctx, config.keyring, {
          port: params.port,
          adapter,
          config: settings.value,
          secrets,
          needs,
          placeOf,
          enabled,
          version,
        });
      },
      view: (row) => viewOf(config.keyring, row.port, row),
    }),
  ];
}

function testAndAddress(config: ConnectionsConfig): Route[] {
  return [
    route({
      method: 'post',
      path: '/api/connections/{port}/test',
      tag: TAG,
      summary: 'Try a saved connection once, for real, and see the answer',
      access: { staff: 'settings.edit' },
      limit: 'heavy',
      idempotent: false,
      timeoutMs: 90_000,
      params: byPort,
      body: z.object({ sample: z.string().trim().max(100).nullish() }).strict(),
      response: testSchema,
      act: async ({ params, body }, call) => {
        const row = await readConnectionRow(call.db, params.port);
        const kind = kindOf(config, params.port, row?.adapter ?? defaultAdapter(params.port));
        if (!kind.ok) return kind;
        const settings = readSettings(kind.value, row?.config ?? {});
        if (!settings.ok) return settings;
        const secrets = openSecrets(row, config.keyring);
        const said = await kind.value.test(
          { config: settings.value, secrets },
          call,
          body.sample ? body.sample : null,
        );
        const clean = (text: string) => withoutSecrets(text, secrets).slice(0, 4000);
        const shown = {
          ok: said.ok,
          detail: clean(said.detail),
          answer: said.answer === null ? null : clean(said.answer),
        };
        if (row)
          await call.postgres.transact(async (tx) =>
            ok(await noteHealth(tx, call.ctx.now, row, shown.ok ? null : shown.detail)),
          );
        return ok(shown);
      },
    }),
    route({
      method: 'post',
      path: '/api/connections/inbound_mail/address',
      tag: TAG,
      summary:
        'Make the secret address a mail provider posts to; it is shown once and replaces the one before',
      access: { staff: 'settings.edit' },
      idempotent: false,
      response: z.object({ url: z.string(), connection: connectionSchema }),
      change: (tx, _, call) => makeInboundAddress(tx, call.ctx, config.keyring),
      view: ({ row, token }) => ({
        url: `${config.baseUrl}/api/inbound-mail/${token}`,
        connection: viewOf(config.keyring, 'inbound_mail', row),
      }),
    }),
  ];
}

export function connectionRoutes(config: ConnectionsConfig): Route[] {
  return [...testAndAddress(config), ...readAndSave(config)];
}
