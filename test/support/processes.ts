import { execFileSync } from 'node:child_process';

/** Whether a process is there; one that has ended is, until whoever started it has heard of that. */
export function isAlive(pid: number | undefined): boolean {
  if (pid === undefined) return false;
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** The processes that one started itself and that have not ended, by `ps`. */
export function childrenOf(pid: number | undefined): number[] {
  const rows = execFileSync('ps', ['-eo', 'pid=,ppid=,stat='], { encoding: 'utf8' }).trim().split('\n');
  return rows.flatMap((row) => {
    const [child, parent, state] = row.trim().split(/\s+/);
    return Number(parent) === pid && !state?.startsWith('Z') ? [Number(child)] : [];
  });
}
