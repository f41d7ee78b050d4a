// Lays what the typesetter needs beside its bundle: fonts and engines. The build and the tests use it.
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { nativeEngines, WASM_PACKAGE } from './packaging/engines.mts';
import { FONT_FILES, fontName } from './server/src/typeset/fonts.ts';

const root = import.meta.dirname;
const modules = join(root, 'node_modules');

/** Copies a file that changes only with a dependency's version; the engines are too big to copy each time. */
function lay(from: string, to: string): void {
  if (existsSync(to) && statSync(to).size === statSync(from).size) return;
  mkdirSync(dirname(to), { recursive: true });
  // Whole or not at all: tests in several processes may lay the same files.
  const part = `${to}.${process.pid}`;
  copyFileSync(from, part);
  renameSync(part, to);
}

/** @param dist the folder to fill with `fonts/`, `typst.wasm` and, where there is one, `native/` */
export function layAssets(dist: string = join(root, 'dist')): void {
  // A font of an earlier build would be shipped, and never used.
  const wanted = new Set([...FONT_FILES.map(fontName), 'none.conf']);
  const fonts = join(dist, 'fonts');
  for (const name of existsSync(fonts) ? readdirSync(fonts) : []) {
    if (!wanted.has(name) && name.endsWith('.ttf')) rmSync(join(fonts, name), { force: true });
  }
  for (const font of FONT_FILES) lay(join(modules, font.pkg, font.path), join(dist, 'fonts', fontName(font)));
  lay(join(root, 'server/src/host/typeset/none.conf'), join(dist, 'fonts/none.conf'));
  lay(join(modules, WASM_PACKAGE, 'pkg/typst_ts_web_compiler_bg.wasm'), join(dist, 'typst.wasm'));
  for (const { file, name } of nativeEngines()) if (file) lay(file, join(dist, 'native', name));
}
