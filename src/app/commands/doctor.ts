/** `reprise doctor`: what must hold, checked on the live database (reliability.md, "Invariants"). */
import { caseFaults } from '../../modules/cases/doctor.ts';
import { moneyFaults } from '../../modules/money/doctor.ts';
import { workflowFaults } from '../../modules/cases/rules/workflows.ts';
import type { Desk } from './desk.ts';

const UNSAFE: Readonly<Record<string, string>> = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
};

async function settingFaults(desk: Desk): Promise<string[]> {
  const found = await desk.postgres.pool.query<{ name: string; setting: string }>(
    'select name, setting from pg_settings where name = any($1)',
    [Object.keys(UNSAFE)],
  );
  return found.rows
    .filter((r) => r.setting === UNSAFE[r.name])
    .map((r) => `${r.name} is ${r.setting}: acknowledged rows may be lost in a power cut`);
}

/** Prints every fault; 0 when there is none. */
export async function doctor(desk: Desk): Promise<number> {
  const faults = [
    ...(await settingFaults(desk)),
    ...workflowFaults().map((f) => `${f.workflow}: ${f.fault.where}: ${f.fault.why}`),
    ...(await caseFaults(desk.postgres.db)).map((f) => `${f.invariant} ${f.id}: ${f.what}`),
    ...(await moneyFaults(desk.postgres.db)).map((f) => `${f.invariant} ${f.id}: ${f.what}`),
  ];
  for (const fault of faults) desk.say(`✗ ${fault}`);
  desk.say(faults.length === 0 ? 'All invariants hold.' : `${faults.length} faults.`);
  return faults.length === 0 ? 0 : 1;
}
