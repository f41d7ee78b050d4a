// One batch of one property in a process of its own, so that a hang or a crash costs only that batch.
import { properties } from './properties/index.ts';

/** What a worker is asked for. */
export interface Batch {
  readonly id: string;
  readonly seed: number;
  readonly cases: number;
  readonly within: number;
}

process.on('message', (batch: Batch) => {
  const found = properties.find((p) => p.id === batch.id);
  if (!found) throw new Error(`there is no property ${batch.id}`);
  found.try(batch).then(
    (tried) => process.send?.(tried),
    (error: unknown) => process.send?.({ cases: 0, failure: `the batch itself failed: ${String(error)}` }),
  );
});
