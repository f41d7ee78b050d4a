// The built-in orders are YAML for people and JSON for the bundle: this plugin (esbuild's and Vite's)
// turns `schemas/orders/*.yaml` into the module `ex-parte:orders`, so that starting up parses no YAML
// and a new file in that folder is a new built-in judge with no second list to keep.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';
import { parse } from 'yaml';
import { orderSchema } from './order.ts';

const folder = join(import.meta.dirname, 'orders');
const NAME = 'ex-parte:orders';

/**
 * The module's source: the default export maps an order's id (its file name) to its data, which is held against the
 * schema here, so that no start has to. @throws ZodError, which ends the build
 */
function source(): string {
  const orders = Object.fromEntries(
    readdirSync(folder)
      .filter((f) => f.endsWith('.yaml'))
      .sort()
      .map((f) => [
        f.slice(0, -'.yaml'.length),
        orderSchema.parse(parse(readFileSync(join(folder, f), 'utf8'))),
      ]),
  );
  // A text of JSON is read sooner than the same as code.
  return `export default JSON.parse(${JSON.stringify(JSON.stringify(orders))})`;
}

export function ordersPlugin(): Plugin {
  return {
    name: 'ex-parte-orders',
    setup(build) {
      build.onResolve({ filter: new RegExp(`^${NAME}$`) }, () => ({ path: NAME, namespace: 'ex-parte' }));
      build.onLoad({ filter: /.*/, namespace: 'ex-parte' }, () => ({
        contents: source(),
        loader: 'js',
        watchDirs: [folder],
      }));
    },
  };
}

/** The same module for Vite (the tests run from the sources). */
export function ordersVitePlugin() {
  return {
    name: 'ex-parte-orders',
    resolveId: (id: string) => (id === NAME ? `\0${NAME}` : undefined),
    load: (id: string) => (id === `\0${NAME}` ? source() : undefined),
  };
}
