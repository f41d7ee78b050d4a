import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const steps: (() => void)[] = [];

/** Does this when the process ends, whatever was given last first: a server goes before its folder. */
export function atExit(step: () => void): void {
  if (steps.length === 0) {
    process.once('exit', () => {
      for (const s of steps.reverse()) s();
    });
  }
  steps.push(step);
}

/** A fresh folder that goes when this process ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ex-parte-'));
  atExit(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));
  return folder;
}

/** Runs a script to its end, whatever that is: one line and exit code 1 where it fails, nothing left over after a signal. */
export async function runToEnd(main: () => Promise<void>): Promise<void> {
  endOnSignals();
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}

/** Lets a signal end this process by way of its exit handlers, so that nothing it started or made is left over. */
export function endOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => process.exit(130));
}
