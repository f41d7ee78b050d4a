/** Starts after a death within as many milliseconds, before it is left to the writer. */
const MOST = 4;
const WINDOW = 180_000;

/** What is shown when the server is no longer started by itself. */
export const GAVE_UP =
  'Ex Parte ended again and again and is not started by itself any more, so no letter is checked. To start it, press Ctrl+Shift+P (on a Mac Cmd+Shift+P) and choose “Ex Parte: Start Again”, or click “Letter not checked” in the status bar.';

/** What the library may do, in its own values: after an error `goOn`, after an end `again` or `stop`. */
export interface Actions<E, C> {
  readonly goOn: E;
  readonly again: C;
  readonly stop: C;
}

/**
 * What follows when the connection with the server fails or ends.
 * @param now milliseconds of a clock
 */
export function endings<E, C>(actions: Actions<E, C>, now: () => number) {
  let deaths: readonly number[] = [];
  return {
    // What could not be sent or read means that the server is gone or going, which its end tells: it is started again
    // then. The library's own handler would take the first such error, as of a key pressed while the server dies,
    // for a reason to stop, and no letter would be checked any more.
    error: () => ({ action: actions.goOn, handled: true }),
    closed: (): { action: C; message?: string } => {
      const at = now();
      deaths = [...deaths.filter((before) => at - before < WINDOW), at];
      if (deaths.length <= MOST) return { action: actions.again };
      // Whoever starts it then begins anew.
      deaths = [];
      return { action: actions.stop, message: GAVE_UP };
    },
  };
}
