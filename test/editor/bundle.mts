import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';

const here = import.meta.dirname;
const out = join(here, '../../out/editor');

/**
 * Bundles every `suite/*.test.ts` whose name holds `part`, and the runner, into one file for the extension
 * host; returns its path.
 */
export const bundleSuite = (part = ''): Promise<string> => bundle('suite', part);

/** The same of what is tried with the installed package. */
export const bundlePackaged = (): Promise<string> => bundle('packaged', '');

/** The suites' files whose names hold `part`. */
export const suites = (part: string): string[] => testsIn('suite', part);

const testsIn = (folder: string, part: string): string[] =>
  readdirSync(join(here, folder))
    .filter((f) => f.endsWith('.test.ts') && f.includes(part))
    .sort();

async function bundle(folder: string, part: string): Promise<string> {
  const files = testsIn(folder, part);
  const outfile = join(out, `${folder}.cjs`);
  mkdirSync(out, { recursive: true });
  await esbuild.build({
    stdin: {
      contents: [
        ...files.map((f) => `import './${folder}/${f}';`),
        `export { run } from './runner.ts';`,
        'export function activate() {}',
      ].join('\n'),
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
