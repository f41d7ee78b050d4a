// Entry of a thread in the typesetter's process. The engine is synchronous: while it is at work, or hangs, the process
// hears of nothing, not even that the server was killed. This thread looks, and ends the process for both.
import { workerData } from 'node:worker_threads';

/** Milliseconds between two looks. */
const LOOK = 1_000;

/** Whether the process that started this one is no more: on POSIX an orphan gets another parent at once. */
function isOrphan(parent: number): boolean {
  if (process.ppid !== parent) return true;
  try {
    process.kill(parent, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

setInterval(() => {
  if (isOrphan(workerData)) process.kill(process.pid, 'SIGKILL');
}, LOOK);
