import fc from 'fast-check';

/** Texts of an arbitrary, one after the other, without end. */
export function* samples(arbitrary: fc.Arbitrary<string>, seed: number): Generator<string, never> {
  for (let round = seed; ; round++) yield* fc.sample(arbitrary, { seed: round, numRuns: 100 });
}
