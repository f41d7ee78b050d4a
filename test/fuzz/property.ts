import fc from 'fast-check';

/** How many cases of a property are tried, and from which seed. */
export interface Trial {
  readonly seed: number;
  readonly cases: number;
  /** Milliseconds after which no further case is begun. */
  readonly within?: number;
}

/** What a trial found. `failure` says with which seed and path it comes again, and the smallest case. */
export interface Tried {
  readonly cases: number;
  readonly failure?: string;
}

/** Something that holds of every case. */
export interface Property {
  readonly id: string;
  /** For the docs: what is thrown at it, and what holds. */
  readonly says: string;
  /** Cases in each run of the tests, which all properties together have some seconds for. */
  readonly short: number;
  /** Cases in each round of the long run: the dearer, the fewer. */
  readonly round: number;
  try(trial: Trial): Promise<Tried>;
}

interface Told<T> {
  readonly id: string;
  readonly says: string;
  readonly short: number;
  readonly round: number;
  readonly arbitrary: fc.Arbitrary<T>;
  /** Whether a failure is told as it was found: where a case takes seconds, making it smaller takes hours. */
  readonly asFound?: boolean;
  /** Throws where it does not hold. */
  readonly holds: (value: T) => void | Promise<void>;
  /** Ends what `holds` keeps running from case to case. */
  readonly after?: () => Promise<void>;
}

export function property<T>({ arbitrary, holds, asFound = false, after, ...rest }: Told<T>): Property {
  return {
    ...rest,
    async try({ seed, cases, within }) {
      const run = fc.asyncProperty(arbitrary, async (value) => {
        await holds(value);
      });
      const details = await fc
        .check(run, {
          seed,
          numRuns: cases,
          endOnFailure: asFound,
          ...(within === undefined ? {} : { interruptAfterTimeLimit: within }),
        })
        .finally(after);
      const failure = details.failed
        ? `${wordsOf(details.errorInstance)}\n${fc.defaultReportMessage(details)}`
        : undefined;
      return { cases: details.numRuns, ...(failure === undefined ? {} : { failure }) };
    },
  };
}

/** What did not hold, and where: the report of the cases names neither. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const [at] = /^\s+at .*server.src.*$/m.exec(error.stack ?? '') ?? [];
  return at ? `${error.message}\n${at}` : error.message;
}
