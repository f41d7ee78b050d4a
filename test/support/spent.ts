import { readFileSync } from 'node:fs';

/** Milliseconds of processor time, used by the thread that asks or, with its helpers, by the whole process. */
export type Clock = () => number;

const milliseconds = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1_000;

export const ofThread: Clock = () => milliseconds(process.threadCpuUsage());
export const ofProcess: Clock = () => milliseconds(process.cpuUsage());

/** Milliseconds of processor time that another process has used so far; 0 where the system does not tell, or it has ended. */
export function spentBy(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Behind its name, which may hold anything: proc(5), fields 14 and 15, in hundredths of a second.
    const [user = 0, system = 0] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13)
      .map(Number);
    return (user + system) * 10;
  } catch {
    return 0;
  }
}

/** What work of this thread takes, done once, in milliseconds of processor time. */
export function took(work: () => unknown): number {
  const before = ofThread();
  work();
  return ofThread() - before;
}

/** Milliseconds that `yardstick` takes on the machine on which the limits were set, while it has nothing else to do. */
const YARDSTICK = 25;

/** A piece of work of the kind that is measured: objects made, put in order and let go. */
function yardstick(): void {
  const words = Array.from({ length: 40_000 }, (_, i) => `${(i * 7_919) % 40_009} words`);
  new Map(words.sort().map((word) => [word.replace(/\d+/, ''), word]));
}

/** How many times as long as there anything takes here and now: two threads that share a core take each other's time. */
const pace = (): number => Math.max(1, took(yardstick) / YARDSTICK);

/**
 * What a piece of work takes, in milliseconds of processor time, which a machine busy with other things does not
 * lengthen as it does the time on the wall; those of the machine on which the limits were set. What takes longer than
 * `limit` is tried again, three times in all, and the least counts: first runs compile code, and collect what others
 * left behind.
 */
export async function spent(clock: Clock, limit: number, work: () => unknown): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 3 && least > limit; tries++) {
    const before = clock();
    await work();
    const used = clock() - before;
    least = Math.min(least, used > limit ? used / pace() : used);
  }
  return least;
}
