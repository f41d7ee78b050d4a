/** Milliseconds of processor time, used by the thread that asks or, with its helpers, by the whole process. */
export type Clock = () => number;

const milliseconds = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1_000;

export const ofThread: Clock = () => milliseconds(process.threadCpuUsage());
export const ofProcess: Clock = () => milliseconds(process.cpuUsage());

/**
 * What a piece of work takes, in milliseconds of processor time, which a machine busy with other things does not
 * lengthen as it does the time on the wall. What takes longer than `limit` is tried again, three times in all, and
 * the least counts: first runs compile code, and collect what others left behind.
 */
export async function spent(clock: Clock, limit: number, work: () => unknown): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 3 && least > limit; tries++) {
    const before = clock();
    await work();
    least = Math.min(least, clock() - before);
  }
  return least;
}
