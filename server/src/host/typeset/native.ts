import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Compiled, type Engine, EngineError, readPlaces } from './engine.ts';
import type { NodeCompiler, NodeCompilerClass, NodeTypstDocument } from './native-binding.ts';

/**
 * Compiles for which a remembered result stays though it was not used. A letter over its limit is set in up to four ways
 * at a key, each of which is to find what it left at the key before; more only takes memory.
 */
const KEEP = 4;

/** Where the compiler believes its files to be. Nothing is there: it sees what is mapped, and no more. */
const ROOT = resolve('/nowhere.ex-parte');

/**
 * Loads the native engine.
 * @param dist the folder that holds `native/` and `fonts/`
 * @throws EngineError when there is none for this platform, or it does not load
 */
export function nativeEngine(dist: string, fonts: readonly Uint8Array[]): Engine {
  const compiler = create(dist, fonts);
  const at = (path: string): string => join(ROOT, path);
  return {
    name: 'native',
    counts: true,
    setFile: (path, contents) => compiler.mapShadow(at(path), Buffer.from(contents)),
    removeFile: (path) => compiler.unmapShadow(at(path)),
    compile: (main) => compile(compiler, at(main)),
    evict: () => compiler.evictCache(KEEP),
  };
}

function create(dist: string, fonts: readonly Uint8Array[]): NodeCompiler {
  const path = join(dist, 'native', `typst-${process.platform}-${process.arch}.node`);
  if (!existsSync(path))
    throw new EngineError(`no native typesetter for ${process.platform}-${process.arch}`);
  const binding = load(path);
  // The binding adds the fonts of the system to ours, and the same letter must have the same pages on
  // every system: it is shown a font configuration that has none, which also makes it start sooner.
  const before = process.env.FONTCONFIG_FILE;
  process.env.FONTCONFIG_FILE = join(dist, 'fonts', 'none.conf');
  try {
    return binding.create({
      workspace: ROOT,
      fontArgs: [{ fontBlobs: fonts.map((font) => Buffer.from(font)) }],
    });
  } catch (error) {
    throw new EngineError('the native typesetter did not start', { cause: error });
  } finally {
    if (before === undefined) delete process.env.FONTCONFIG_FILE;
    else process.env.FONTCONFIG_FILE = before;
  }
}

function load(path: string): NodeCompilerClass {
  const holder: { exports: { NodeCompiler?: NodeCompilerClass } } = { exports: {} };
  try {
    // Not require(): this runs as a bundle and from source, and bundlers rewrite it.
    process.dlopen(holder, path);
  } catch (error) {
    throw new EngineError('the native typesetter does not load here', { cause: error });
  }
  const { NodeCompiler: found } = holder.exports;
  if (!found) throw new EngineError('the native typesetter has another interface than expected');
  return found;
}

function compile(compiler: NodeCompiler, main: string): Compiled {
  const outcome = compiler.compile({ mainFilePath: main });
  const document: NodeTypstDocument | null = outcome.result;
  if (!document) {
    const error = outcome.takeError();
    throw new EngineError(error ? messages(compiler.fetchDiagnostics(error)) : 'no document came out');
  }
  return {
    pages: document.numOfPages,
    places: () => readPlaces(compiler.query(document, { selector: '<layout>', field: 'value' })),
    vector: () => compiler.vector(document),
    pdf: (archival) => compiler.pdf(document, archival ? { pdfStandard: 'a-2b' } : {}),
    free: () => {}, // collected with the object
  };
}

const messages = (diagnostics: readonly { message?: unknown }[]): string =>
  diagnostics.map(({ message }) => String(message)).join('; ');

/** The fonts in `dist/fonts`. @throws when one cannot be read */
export const readFonts = (dist: string, names: readonly string[]): Uint8Array[] =>
  names.map((name) => readFileSync(join(dist, 'fonts', name)));
