import type { Gauge } from './branches.ts';

export interface Search {
  /** What changes are made from; what reaches something new is added. */
  readonly corpus: string[];
  readonly gauge: Gauge;
  /** Another case. */
  next(): string;
  run(text: string): Promise<void>;
  /** Whether to go on. */
  goesOn(): boolean;
}

/** Runs cases and keeps those that reach what no case did before. */
export async function search({ next, goesOn, ...rest }: Search): Promise<void> {
  while (goesOn()) await meet(next(), rest);
}

/** Runs a case, and keeps it if it reaches something new. */
export async function meet(
  text: string,
  { corpus, gauge, run }: Pick<Search, 'corpus' | 'gauge' | 'run'>,
): Promise<void> {
  await run(text);
  const { fresh, keep } = gauge.look();
  if (fresh === 0) return;
  keep();
  corpus.push(text);
}
