/** `npm start`: reads the settings, starts the program, says where it is, stops when told. */
import process from 'node:process';
import { readConfig } from '../platform/config.ts';
import { makeLog } from '../platform/log.ts';
import { startProgram, type Program } from './program.ts';

function fail(words: string): never {
  process.stderr.write(`${words}\n`);
  process.exit(1);
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
    lines.push(
      '',
      `  Set it up at ${baseUrl}/console/setup with this token (used once):`,
      `  ${program.setupToken}`,
    );
  process.stdout.write(`${lines.join('\n')}\n\n`);
}

const config = readConfig(process.argv.slice(2), process.env, process.cwd());
if (!config.ok) fail(config.why);
const log = makeLog(config.value.logLevel);
const program = await startProgram({ config: config.value, log }).catch((error: unknown) =>
  fail(error instanceof Error ? (error.stack ?? error.message) : String(error)),
);
if (!program.ok) fail(program.why);
if (program.value.port !== null) greet(program.value, config.value.baseUrl);

let stopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    program.value.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'the stop failed');
        process.exit(1);
      },
    );
  });
