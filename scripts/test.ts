/**
 * `npm test`: builds, checks, runs every test, browser journeys included, and ends with `N passed, N failed`.
 * `--fast` leaves the browser out; anything else is handed on to Vitest, such as a path.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, root } from './build.ts';
import { CHECKS, program, runChecks } from './check.ts';
import { lastLine, tally, type Tally } from './report.ts';

async function runTests(args: readonly string[]): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'reprise-report-'));
  const file = join(folder, 'report.json');
  const [node = '', ...command] = program(
    'vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
  );
  const exitCode = await new Promise<number>((done) => {
    const child = spawn(node, [...command, `--outputFile.json=${file}`, ...args], {
      cwd: root,
      stdio: 'inherit',
    });
    child.once('close', (code) => done(code ?? 1));
  });
  try {
    return tally(JSON.parse(readFileSync(file, 'utf8')) as Parameters<typeof tally>[0], exitCode);
  } catch {
    return tally(null, exitCode || 1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A build that fails counts as one failure; the rest still runs, so that one line tells all. */
async function tryBuild(): Promise<number> {
  try {
    await build();
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
}

const given = process.argv.slice(2);
const projects = given.includes('--fast') ? ['--project=pure', '--project=database'] : [];
const rest = given.filter((one) => one !== '--fast');
const unbuilt = await tryBuild();
const checks = await runChecks(CHECKS);
const tests = await runTests([...projects, ...rest]);
const broken = unbuilt + checks.filter((one) => !one.passed).length;
const total = { ...tests, failed: tests.failed + broken };
console.log(lastLine(total));
process.exitCode = total.failed === 0 ? 0 : 1;
