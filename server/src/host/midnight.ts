/** Timers stand still while a machine sleeps: the clock is looked at again after so many ms at the most. */
const LONGEST = 60_000;

/** Calls `turned` just after each midnight of the machine's, or soon after it wakes on a later day. */
export function atMidnight(turned: () => void): void {
  const now = new Date();
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
  const left = midnight.getTime() - now.getTime();
  const day = now.getDate();
  const timer = setTimeout(
    () => {
      if (new Date().getDate() !== day) turned();
      atMidnight(turned);
    },
    Math.min(left, LONGEST),
  );
  // Nothing is kept alive for it.
  timer.unref();
}
