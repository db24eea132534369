/** Settings of a start, from the command line and the environment only (docs/operations.md lists them). */
import { resolve } from 'node:path';
import { z } from 'zod';
import { ok, refuse, type Outcome } from '../kernel/outcome.ts';
import { KEY_BYTES, KEY_ID, type Keyring } from './secrets.ts';

export const ROLES = ['all', 'web', 'worker'] as const;
export type Role = (typeof ROLES)[number];

export type Config = {
  /** `web` answers, `worker` does the jobs, `all` both. */
  readonly role: Role;
  /** Null: the embedded database below `dataDir`. */
  readonly databaseUrl: string | null;
  /** Absolute. Embedded database, files, secret key. */
  readonly dataDir: string;
  /** Absolute. Photos and papers; every process of an installation needs the same one. */
  readonly filesDir: string;
  /** Address to listen on: this machine only unless told otherwise. */
  readonly host: string;
  readonly port: number;
  /** How people reach us, no slash at the end; goes into links of mails and decides on `Secure` cookies. */
  readonly baseUrl: string;
  readonly smtpUrl: string | null;
  readonly mailFrom: string | null;
  /** Null: a key is made once and kept in the data folder (keyring.ts). */
  readonly keyring: Keyring | null;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  /** True behind a proxy of ours: then, and only then, `X-Forwarded-For` says who asks. */
  readonly trustProxy: boolean;
  /** Null: `/metrics` answers this machine only. */
  readonly metricsToken: string | null;
  /** Multiplies the rate limits: for a shop whose people all come from one address, and for benchmarks. */
  readonly limitFactor: number;
  /** Connections of this process to the database. */
  readonly connections: number;
  /** Hosts, or `host:port`, inside the network that connections may call all the same (outbound.ts). */
  readonly outboundAllow: readonly string[];
};

const url = (protocols: readonly string[], example: string) =>
  z.string().refine((text) => protocols.includes(URL.parse(text)?.protocol ?? ''), {
    error: `must look like ${example}`,
  });

const KEYS_FORM = 'must be a list of id:key, the first sealing, each key 32 bytes in base64: k2:…,k1:…';

const keyring = z.string().transform((text, ctx): Keyring => {
  const pairs = text.split(',').map((part): [string, Uint8Array] => {
    const at = part.indexOf(':');
    return [part.slice(0, at).trim(), Buffer.from(part.slice(at + 1).trim(), 'base64')];
  });
  const keys = new Map(pairs);
  const isGood = pairs.every(([id, key]) => KEY_ID.test(id) && key.length === KEY_BYTES);
  if (!isGood || keys.size !== pairs.length) ctx.addIssue({ code: 'custom', message: KEYS_FORM });
  return { current: pairs[0]?.[0] ?? '', keys };
});

const whole = (from: number, to: number) =>
  z
    .string()
    .refine((text) => /^\d+$/.test(text) && Number(text) >= from && Number(text) <= to, {
      error: `must be a whole number from ${from} to ${to}`,
    })
    .transform(Number);

const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: `must be one of ${values.join(', ')}` });

const hosts = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((one) => one.trim().toLowerCase())
      .filter(Boolean),
  )
  .refine((all) => all.every((one) => /^[\w.:[\]-]+$/.test(one)), {
    error: 'must be a list of host names, such as checks.shop.lan,10.0.0.7:8080',
  });

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const yesNo = oneOf(['true', 'false', '1', '0']).transform((text) => text === 'true' || text === '1');

const variables = z.object({
  REPRISE_ROLE: oneOf(ROLES).default('all'),
  DATABASE_URL: url(['postgres:', 'postgresql:'], 'postgres://user:password@host:5432/database').optional(),
  REPRISE_DATA: z.string().default('./data'),
  FILES_DIR: z.string().min(1).optional(),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, { error: 'must be an address or host name, such as 0.0.0.0' })
    .default('127.0.0.1'),
  PORT: whole(0, 65_535).default(3000),
  BASE_URL: url(['http:', 'https:'], 'https://shop.example').optional(),
  SMTP_URL: url(['smtp:', 'smtps:'], 'smtp://user:password@host:587').optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*\S+@\S+\.?[^\r\n]*$/, { error: 'must be an address: Shop <desk@shop.example>' })
    .optional(),
  REPRISE_SECRET_KEYS: keyring.optional(),
  LOG_LEVEL: oneOf(LEVELS).default('info'),
  TRUST_PROXY: yesNo.default(false),
  METRICS_TOKEN: z.string().min(16, { error: 'must have at least 16 characters' }).optional(),
  DATABASE_CONNECTIONS: whole(2, 500).default(10),
  RATE_LIMIT_FACTOR: whole(1, 1_000_000).default(1),
  OUTBOUND_ALLOW: hosts.default([]),
});

/** Options of the command line and the variable each one stands for. */
const FLAGS: Readonly<Record<string, string>> = {
  role: 'REPRISE_ROLE',
  data: 'REPRISE_DATA',
  port: 'PORT',
  host: 'HOST',
};

/**
 * Reads the settings: `--role=web` wins over REPRISE_ROLE, an empty variable counts as absent, paths are relative to
 * `cwd`. Refuses `config_invalid` with one line for each wrong variable; values are never repeated, they may be secret.
 */
export function readConfig(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  cwd: string,
): Outcome<Config> {
  const flags = readFlags(argv);
  if (!flags.ok) return flags;
  const given = Object.fromEntries(
    Object.entries({ ...env, ...flags.value }).filter(([, value]) => value?.trim()),
  );
  const read = variables.safeParse(given);
  if (!read.success) return invalid(read.error.issues.map((one) => `${one.path.join('.')} ${one.message}`));
  const it = read.data;
  if (it.SMTP_URL && !it.MAIL_FROM)
    return invalid(['MAIL_FROM must be set when SMTP_URL is: the address mails come from']);
  return ok({
    role: it.REPRISE_ROLE,
    databaseUrl: it.DATABASE_URL ?? null,
    dataDir: resolve(cwd, it.REPRISE_DATA),
    filesDir: it.FILES_DIR ? resolve(cwd, it.FILES_DIR) : resolve(cwd, it.REPRISE_DATA, 'files'),
    host: it.HOST,
    port: it.PORT,
    baseUrl: (it.BASE_URL ?? `http://localhost:${it.PORT}`).replace(/\/+$/, ''),
    smtpUrl: it.SMTP_URL ?? null,
    mailFrom: it.MAIL_FROM ?? null,
    keyring: it.REPRISE_SECRET_KEYS ?? null,
    logLevel: it.LOG_LEVEL,
    trustProxy: it.TRUST_PROXY,
    metricsToken: it.METRICS_TOKEN ?? null,
    limitFactor: it.RATE_LIMIT_FACTOR,
    connections: it.DATABASE_CONNECTIONS,
    outboundAllow: it.OUTBOUND_ALLOW,
  });
}

function readFlags(argv: readonly string[]): Outcome<Record<string, string>> {
  const found: Record<string, string> = {};
  const unknown: string[] = [];
  for (const argument of argv) {
    const [, name = '', value = ''] = /^--([a-z-]+)=(.*)$/.exec(argument) ?? [];
    const variable = FLAGS[name];
    if (variable) found[variable] = value;
    else
      unknown.push(
        `${argument.split('=')[0]} is no option; there are ${Object.keys(FLAGS)
          .map((one) => `--${one}=…`)
          .join(', ')}`,
      );
  }
  return unknown.length > 0 ? invalid(unknown) : ok(found);
}

function invalid(lines: readonly string[]) {
  return refuse('config_invalid', `The settings are wrong:\n  ${lines.join('\n  ')}`, 'invalid', {
    more: { lines: [...lines] },
  });
}
