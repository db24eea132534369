/** `npm run check`: types, lint, format and the rules of the house, side by side; all that CI checks but the tests. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { root } from './build.ts';

export type Check = { readonly name: string; readonly command: readonly string[] };
export type Ran = { readonly name: string; readonly passed: boolean; readonly seconds: number };

/** Runs one of the packages' programs by its entry, with this very Node. */
export function program(path: string, ...args: string[]): string[] {
  return [process.execPath, join(root, 'node_modules', path), ...args];
}

const types = (project: string): Check[] =>
  existsSync(join(root, project))
    ? [{ name: `types of ${project}`, command: program('typescript/bin/tsc', '-p', project) }]
    : [];

/** Without the architecture test, which the test run has anyway. */
export const CHECKS: readonly Check[] = [
  ...types('tsconfig.json'),
  ...types('web/console/tsconfig.json'),
  ...types('web/widget/tsconfig.json'),
  { name: 'lint', command: program('oxlint/bin/oxlint', '--type-aware', '--deny-warnings', '--quiet') },
  { name: 'format', command: program('prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.') },
];

const ARCHITECTURE: Check = {
  name: 'architecture',
  command: program('vitest/vitest.mjs', 'run', '--project=pure', 'test/architecture.test.ts'),
};

function run(check: Check): Promise<Ran> {
  const began = performance.now();
  return new Promise((done) => {
    const [file = '', ...args] = check.command;
    const child = spawn(file, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.once('close', (code) => {
      const ran = { name: check.name, passed: code === 0, seconds: (performance.now() - began) / 1000 };
      console.log(`${ran.passed ? 'ok    ' : 'FAILED'} ${ran.name} (${ran.seconds.toFixed(1)} s)`);
      if (!ran.passed) console.log(said.trimEnd());
      done(ran);
    });
  });
}

/** Runs them, a few at a time, and prints what the failed ones said. */
export async function runChecks(checks: readonly Check[]): Promise<Ran[]> {
  const waiting = [...checks];
  const ran: Ran[] = [];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) ran.push(await run(next));
  };
  await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, worker));
  return ran;
}

if (import.meta.main) {
  const ran = await runChecks([...CHECKS, ARCHITECTURE]);
  process.exitCode = ran.every((one) => one.passed) ? 0 : 1;
}
