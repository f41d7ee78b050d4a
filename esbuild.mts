// Bundles the client, the server, the CLI and the typesetter's process into dist/, and lays the
// fonts and engines beside them. `--watch` rebuilds; `--minify` is what the package ships.
import { copyFileSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as esbuild from 'esbuild';
import { ordersPlugin } from './schemas/orders-plugin.mts';

const root = import.meta.dirname;
const dist = join(root, 'dist');
const watch = process.argv.includes('--watch');
const minify = process.argv.includes('--minify');

/** Copies a file that changes only with a dependency's version; the engines are too big to copy each time. */
function lay(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  if (existsSync(to) && statSync(to).size === statSync(from).size) return;
  copyFileSync(from, to);
}

// The checkout's package.json makes every .js file a module, which the bundles are not.
mkdirSync(dist, { recursive: true });
writeFileSync(join(dist, 'package.json'), '{"type":"commonjs"}\n');

const modules = join(root, 'node_modules');
const tinos = join(modules, '@expo-google-fonts/tinos');
for (const face of ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic']) {
  lay(join(tinos, face, `Tinos_${face}.ttf`), join(dist, 'fonts', `Tinos_${face}.ttf`));
}
lay(
  join(modules, '@myriaddreamin/typst-ts-web-compiler/pkg/typst_ts_web_compiler_bg.wasm'),
  join(dist, 'typst.wasm'),
);
const native = join(
  modules,
  '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu/typst-ts-node-compiler.linux-x64-gnu.node',
);
if (existsSync(native)) lay(native, join(dist, 'native', `typst-${process.platform}-${process.arch}.node`));

const common: esbuild.BuildOptions = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  sourcemap: minify ? false : 'linked',
  minify,
  logLevel: 'warning',
  loader: { '.typ': 'text' },
  // The engine's glue asks for its own address, which a CommonJS bundle does not have; it is given bytes.
  define: { 'import.meta.url': '""' },
  plugins: [ordersPlugin()],
};
const bundles: esbuild.BuildOptions[] = [
  {
    ...common,
    entryPoints: { client: join(root, 'client/src/extension.ts') },
    outdir: dist,
    target: 'node22',
    external: ['vscode'],
  },
  {
    ...common,
    entryPoints: {
      server: join(root, 'server/src/server.ts'),
      cli: join(root, 'server/src/cli.ts'),
      typesetter: join(root, 'server/src/host/typeset/process.ts'),
    },
    outdir: dist,
    target: 'node20',
  },
];
for (const options of bundles) {
  if (watch) await (await esbuild.context(options)).watch();
  else await esbuild.build(options);
}
