/** Which processes are alive, told apart from later ones that were given the same number. */
import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';

/** A process for sure: its number, when it began (in the machine's own counting), and on which boot. */
export type ProcessMark = { readonly pid: number; readonly began: string };

/** True when a process with this number exists, whoever owns it. */
export function pidExists(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * When a process began, as text that differs for any other process of the same number: boot id and clock ticks on
 * Linux, the start time of `ps` elsewhere. Null when there is no such process (a zombie counts as none).
 */
export function beganAt(pid: number): string | null {
  if (process.platform !== 'linux') return beganByPs(pid);
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold blanks and brackets itself, so fields are counted after the last one.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return null;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${fields[19]}`;
  } catch {
    return null;
  }
}

function beganByPs(pid: number): string | null {
  if (!pidExists(pid)) return null;
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null;
  }
}

/** The mark of a process that runs now, or null. */
export function markOf(pid: number): ProcessMark | null {
  const began = beganAt(pid);
  return began === null ? null : { pid, began };
}

/** True while that very process runs. */
export function isAlive(mark: ProcessMark): boolean {
  return beganAt(mark.pid) === mark.began;
}

/** The space process numbers count in: a container has its own, where ours mean nothing. */
export function pidSpace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return process.platform;
  }
}

/** True when the process is a PostgreSQL server on this cluster folder, not a stranger with a reused number. */
export function isServerOf(pid: number, cluster: string): boolean {
  try {
    if (process.platform !== 'linux') {
      const command = execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
      return /postgres/.test(command) && command.includes(cluster);
    }
    const args = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return basename(args[0] ?? '') === 'postgres' && args.includes(cluster);
  } catch {
    return false;
  }
}
