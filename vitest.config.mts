import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { ordersVitePlugin } from './schemas/orders-plugin.mts';

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
    testTimeout: 30_000,
    hookTimeout: 60_000,
    setupFiles: ['test/support/seed.ts'],
  },
});
