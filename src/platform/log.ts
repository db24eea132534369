/** One JSON line per event, with the request's id; secrets are cut out before they are written. */
import { pino, type DestinationStream, type Logger as PinoLogger } from 'pino';

/** What the program logs with. */
export type Logger = PinoLogger;

/** Names whose values never reach the log, at any of three depths. */
const SECRET_NAMES = [
  'authorization',
  'cookie',
  'set-cookie',
  'password',
  'token',
  'secret',
  'iban',
  'databaseUrl',
  'smtpUrl',
  'metricsToken',
  'keyring',
];
const paths = SECRET_NAMES.flatMap((name) =>
  ['', '*.', '*.*.'].map((depth) => `${depth}["${name}"]`.replace('.[', '[')),
);

/** `user:password@` of addresses, and tokens in links (`/l/…`): they hide inside messages, where no name tells. */
const IN_TEXT: readonly [RegExp, string][] = [
  [/\b([a-z+]+:\/\/[^\s:/@]+):[^\s@]+@/gi, '$1:***@'],
  [/(\/l\/)[\w-]{20,}/g, '$1***'],
];

/** Cuts passwords and link tokens out of a text, such as the path of a request or the message of an error. */
export function redactText(text: string): string {
  return IN_TEXT.reduce((left, [pattern, to]) => left.replace(pattern, to), text);
}

/** Makes the process's logger. `to` is for tests; otherwise standard output. */
export function makeLog(level: string, to?: DestinationStream): Logger {
  const options = {
    level,
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths, censor: '***' },
    serializers: { err: describeError, error: describeError },
    hooks: { streamWrite: redactText },
  };
  return to ? pino(options, to) : pino(options);
}

function describeError(error: unknown): unknown {
  return error instanceof Error ? pino.stdSerializers.err(error) : error;
}

/** The log of one request: every line carries its id, which the screen shows as well. */
export function requestLog(log: Logger, requestId: string): Logger {
  return log.child({ request_id: requestId });
}
