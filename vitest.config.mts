import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { ordersVitePlugin } from './schemas/orders-plugin.mts';
import { LongFirst } from './test/support/sequence.mts';

export default defineConfig({
  plugins: [
    ordersVitePlugin(),
    {
      name: 'typst-as-text',
      enforce: 'pre',
      load: (id: string) =>
        id.endsWith('.typ') ? `export default ${JSON.stringify(readFileSync(id, 'utf8'))}` : undefined,
    },
  ],
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/editor/**'],
    // What hangs is found by them, not what is slow: tests of time ask for the processor's, see `test/support/spent.ts`.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
    // The files share one loading of the program: each anew took a second for its modules, half of the time in all. So
    // a test leaves nothing behind in a module, in `globalThis` or in the environment.
    isolate: false,
    // On two cores too, where one alone would be the default: many tests wait for a program that they started.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    sequence: { sequencer: LongFirst },
    setupFiles: ['test/support/seed.ts'],
  },
});
