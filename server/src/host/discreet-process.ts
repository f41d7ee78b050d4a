import { writeSync } from 'node:fs';
import { faultLine, faultOf } from '../fault.ts';

const STDERR = 2;

/**
 * Has this process end on an error that nobody caught as it would by itself, but without printing the error's message:
 * it may quote the letter, and what is printed comes into the log of whoever started the process.
 * @param name of the process, for the log
 */
export function endDiscreetly(name: string): void {
  // A promise that was rejected, and not caught, comes here too.
  process.on('uncaughtException', (error: unknown) => {
    try {
      // At once: what is written to a stream may be lost with the process.
      writeSync(STDERR, `${faultLine(`${name} ended by a fault of its own.`, error)}\n`);
    } catch {
      // Nobody reads it any more.
    }
    process.exit(1);
  });
}

const METHODS = ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const;

/**
 * Has the console print of what it is given only what quotes nothing. The program prints nothing itself; libraries
 * do, such as the error of a listener.
 */
export function printDiscreetly(on: Pick<Console, (typeof METHODS)[number]>): void {
  for (const method of METHODS) {
    const print = on[method].bind(on);
    on[method] = (...given: readonly unknown[]) =>
      print(...given.map((it) => (it instanceof Error ? faultOf(it) : typeof it)));
  }
}
