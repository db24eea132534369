/** `npm start`: reads the settings, starts the program, says where it is, stops when told. */
import process from 'node:process';
import { readConfig, type Config } from '../platform/config.ts';
import { makeLog } from '../platform/log.ts';
import { startProgram, type Program } from './program.ts';

function fail(words: string): never {
  process.stderr.write(`${words}\n`);
  process.exit(1);
}

/** What a failed start means in words, where a person can do something about it. */
function wordsOf(error: unknown, config: Config): string {
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    return `Port ${config.port} is taken by another program. Choose another one: PORT=3001 npm start`;
  if (error instanceof Error && 'code' in error && error.code === 'EACCES')
    return `Port ${config.port} may not be opened by this user. Choose one above 1023: PORT=3000 npm start`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** What a person at the terminal needs to know; the log itself is JSON on the same stream, a line each. */
function greet(program: Program, baseUrl: string): void {
  const lines = [
    '',
    '  Reprise is running.',
    '',
    `  First page   ${baseUrl}/`,
    `  Staff        ${baseUrl}/console/`,
    `  Demo shop    ${baseUrl}/shop`,
    `  API          ${baseUrl}/reference`,
  ];
  if (program.setupToken)
    lines.push('', `  Set it up at ${baseUrl}/console/setup with this token:`, `  ${program.setupToken}`);
  process.stdout.write(`${lines.join('\n')}\n\n`);
}

const config = readConfig(process.argv.slice(2), process.env, process.cwd());
if (!config.ok) fail(config.why);
const log = makeLog(config.value.logLevel);

// The signals are heard before anything is started, so that a stop in mid-start leaves nothing behind.
const starting = startProgram({ config: config.value, log });
let stopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    starting
      .then((program) => (program.ok ? program.value.stop() : undefined))
      .then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ err: error }, 'the stop failed');
          process.exit(1);
        },
      );
  });

const program = await starting.catch((error: unknown) => fail(wordsOf(error, config.value)));
if (!program.ok) fail(program.why);
if (program.value.port !== null && !stopping) greet(program.value, config.value.baseUrl);
