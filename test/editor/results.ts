/** What the extension host writes for `run.mts`, anew after every test, so that a crash loses nothing. */
export interface Results {
  readonly tests: readonly Result[];
  /** The test that runs now: after a crash or a hang, the culprit. */
  readonly running: string | null;
}

export interface Result {
  readonly name: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly ms: number;
  /** What it measured. */
  readonly notes?: readonly string[];
  /** Why it failed or was skipped. */
  readonly reason?: string;
}

/** The environment variable that holds the path of the results' file. */
export const RESULTS = 'EX_PARTE_EDITOR_RESULTS';
