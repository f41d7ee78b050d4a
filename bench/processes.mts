// What a process and those below it hold in memory, as Linux tells it.
import { readFileSync } from 'node:fs';

/** MiB at most (`VmHWM`), each process by itself, summed; undefined where there is no /proc. */
export const peakOf = (pid: number): number | undefined => total(pid, 'VmHWM');

/** MiB now. */
export const heldBy = (pid: number): number | undefined => total(pid, 'VmRSS');

/** Below this one, the processes that it started. */
export const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);

function total(pid: number, field: string): number | undefined {
  try {
    const sum = (p: number): number => childrenOf(p).reduce((n, child) => n + sum(child), own(p, field));
    return sum(pid) / 1_024;
  } catch {
    return undefined;
  }
}

function own(pid: number, field: string): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1] ?? 0);
}
