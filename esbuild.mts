// Bundles the client, the server, the CLI and the typesetter's process into dist/, and lays the
// fonts and engines beside them. `--watch` rebuilds, readable.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { layAssets } from './assets.mts';
import { ordersPlugin } from './schemas/orders-plugin.mts';

const root = import.meta.dirname;

export interface BuildOptions {
  /** The folder to fill. */
  readonly dist?: string;
  readonly watch?: boolean;
  /** Whether source maps are written beside the bundles; what is shipped has none. */
  readonly maps?: boolean;
}

/**
 * What is loaded only when it is needed, as the code says by `import()`: bundles of their own, since what lies in a
 * bundle is read at each start. Their state is their own too, so they take and give data.
 */
const LATER: Readonly<Record<string, string>> = {
  './language-client.ts': 'language-client',
  './language-server.ts': 'language-server',
  '../../order-reader/index.ts': 'order-reader',
  './docx-file.ts': 'word',
  fflate: 'zip',
  'unpdf/pdfjs': 'pdfjs',
  '@myriaddreamin/typst-ts-web-compiler': 'typst-glue',
};

/**
 * What several bundles of one process need and must have in common: a bundle of its own too. Errors and connections are
 * told by their class.
 */
const SHARED: Readonly<Record<string, string>> = { 'vscode-languageserver/node': 'lsp' };

/** Parts of Node that take milliseconds to load, and that most runs never use: loaded when one of their names is first used. */
const SELDOM = /^(?:node:)?(crypto|worker_threads)$/;

const seldomPlugin: esbuild.Plugin = {
  name: 'ex-parte-seldom',
  setup(build) {
    build.onResolve({ filter: SELDOM }, ({ path }) => ({ path, namespace: 'seldom' }));
    build.onLoad({ filter: /.*/, namespace: 'seldom' }, async ({ path }) => {
      const name = path.replace(/^(?:node:)?/, 'node:');
      const names = Object.keys((await import(name)) as object).filter((n) => n !== 'default');
      const get = `() => process.getBuiltinModule('${name}')[n]`;
      return {
        contents: `for (const n of ${JSON.stringify(names.join(' '))}.split(' '))
          Object.defineProperty(exports, n, { enumerable: true, get: ${get} });`,
        loader: 'js',
      };
    });
  },
};

const apartPlugin: esbuild.Plugin = {
  name: 'ex-parte-apart',
  setup(build) {
    build.onResolve({ filter: /.*/ }, ({ path, kind }) => {
      if (kind === 'entry-point') return undefined;
      const name = (kind === 'dynamic-import' ? LATER[path] : undefined) ?? SHARED[path];
      return name === undefined ? undefined : { path: `./${name}.js`, external: true };
    });
  },
};

/** Builds everything; returns the files that went into the bundles, from the checkout's root. */
export async function build({
  dist = join(root, 'dist'),
  watch = false,
  maps = true,
}: BuildOptions = {}): Promise<string[]> {
  // The checkout's package.json makes every .js file a module, which the bundles are not.
  mkdirSync(dist, { recursive: true });
  writeFileSync(join(dist, 'package.json'), '{"type":"commonjs"}\n');
  layAssets(dist);

  const common: esbuild.BuildOptions = {
    bundle: true,
    platform: 'node',
    format: 'cjs',
    sourcemap: maps ? 'linked' : false,
    minify: !watch,
    logLevel: 'warning',
    loader: { '.typ': 'text' },
    // The engine's glue asks for its own address, which a CommonJS bundle does not have; it is given bytes.
    define: { 'import.meta.url': '""' },
    // The same program as modules: what is in closures, as the other build has it, is read twice at each start.
    alias: { yaml: join(root, 'node_modules/yaml/browser/dist/index.js') },
    plugins: [ordersPlugin(), apartPlugin],
    supported: { 'dynamic-import': false },
  };
  const bundles: esbuild.BuildOptions[] = [
    {
      ...common,
      entryPoints: {
        client: join(root, 'client/src/extension.ts'),
        'language-client': join(root, 'client/src/connection/language-client.ts'),
      },
      outdir: dist,
      target: 'node22',
      external: ['vscode'],
    },
    {
      ...common,
      entryPoints: {
        server: join(root, 'server/src/server.ts'),
        lsp: 'vscode-languageserver/node',
        'language-server': join(root, 'server/src/host/language-server.ts'),
        cli: join(root, 'server/src/cli.ts'),
        typesetter: join(root, 'server/src/host/typeset/process.ts'),
        'parent-watch': join(root, 'server/src/host/typeset/parent-watch.ts'),
        zip: 'fflate',
        'typst-glue': '@myriaddreamin/typst-ts-web-compiler',
        'pdf-worker': join(root, 'server/src/host/pdf-worker.ts'),
        'order-reader': join(root, 'server/src/order-reader/index.ts'),
        word: join(root, 'server/src/export/docx-file.ts'),
        pdfjs: 'unpdf/pdfjs',
      },
      outdir: dist,
      plugins: [...(common.plugins ?? []), seldomPlugin],
      target: 'node20',
    },
    {
      ...common,
      entryPoints: {
        'page-view': join(root, 'client/src/page-view/view/main.ts'),
        'page-view-style': join(root, 'client/src/page-view/view/style.css'),
      },
      outdir: dist,
      platform: 'browser',
      format: 'iife',
      target: 'chrome128',
      // It is put into a page that reaches no files.
      sourcemap: false,
    },
  ];

  const inputs: string[] = [];
  for (const options of bundles) {
    if (watch) await (await esbuild.context(options)).watch();
    else inputs.push(...Object.keys((await esbuild.build({ ...options, metafile: true })).metafile.inputs));
  }
  return inputs;
}

if (import.meta.main) {
  await build({ watch: process.argv.includes('--watch') });
}
