import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';

const here = import.meta.dirname;
const out = join(here, '../../out/editor');

/**
 * Bundles every `suite/*.test.ts` whose name holds `part`, and the runner, into one file for the extension
 * host; returns its path.
 */
export async function bundleSuite(part = ''): Promise<string> {
  const files = readdirSync(join(here, 'suite')).filter((f) => f.endsWith('.test.ts') && f.includes(part));
  const outfile = join(out, 'suite.cjs');
  mkdirSync(out, { recursive: true });
  await esbuild.build({
    stdin: {
      contents: [...files.map((f) => `import './suite/${f}';`), `export { run } from './runner.ts';`].join(
        '\n',
      ),
      resolveDir: here,
      loader: 'ts',
    },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    external: ['vscode'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return outfile;
}

// By itself: for the debugger, which then starts VS Code with the bundle.
if (import.meta.main) await bundleSuite();
