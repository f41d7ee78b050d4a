import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TypstCompiler } from '@myriaddreamin/typst-ts-web-compiler';
import { type Compiled, type Engine, EngineError, readPlaces } from './engine.ts';

const PAGED = 0;
const VECTOR = 0;
const PDF = 1;
const FULL_DIAGNOSTICS = 3;
/** Compiles after which what was remembered of them is dropped, all at once: this engine can do no other. */
const COMPILES = 8;
const encoder = new TextEncoder();

/**
 * Starts the WebAssembly engine; its module exists once in a process.
 * @param dist the folder that holds `typst.wasm`
 * @throws EngineError
 */
export async function wasmEngine(dist: string, fonts: readonly Uint8Array[]): Promise<Engine> {
  const compiler = await create(dist, fonts);
  let compiles = 0;
  return {
    name: 'wasm',
    counts: false,
    setFile: (path, contents) =>
      void compiler.map_shadow(path, typeof contents === 'string' ? encoder.encode(contents) : contents),
    removeFile: (path) => void compiler.unmap_shadow(path),
    compile: (main) => compile(compiler, main),
    evict: () => {
      if (++compiles % COMPILES === 0) compiler.reset();
    },
  };
}

async function create(dist: string, fonts: readonly Uint8Array[]): Promise<TypstCompiler> {
  try {
    // Where the native engine runs, nobody reads it.
    const { initSync, TypstCompilerBuilder, TypstFontResolverBuilder } = await import(
      '@myriaddreamin/typst-ts-web-compiler'
    );
    initSync({ module: readFileSync(join(dist, 'typst.wasm')) });
    const resolver = new TypstFontResolverBuilder();
    for (const font of fonts) resolver.add_raw_font(font);
    const builder = new TypstCompilerBuilder();
    builder.set_dummy_access_model();
    const compiler = await builder.build();
    compiler.set_fonts(await resolver.build());
    return compiler;
  } catch (error) {
    throw new EngineError('the WebAssembly typesetter did not start', { cause: error });
  }
}

function compile(compiler: TypstCompiler, main: string): Compiled {
  const world = guard(() => compiler.snapshot(null, main, null));
  const outcome: unknown = guard(() => world.compile(PAGED, FULL_DIAGNOSTICS));
  if (hasError(outcome)) {
    throw new EngineError(outcome.diagnostics.map(({ message }) => String(message)).join('; '));
  }
  return {
    pages: undefined,
    places: () => readPlaces(JSON.parse(guard(() => world.query(PAGED, '<layout>', 'value')))),
    vector: () => {
      const artifact: unknown = guard(() => world.get_artifact(VECTOR, FULL_DIAGNOSTICS));
      if (!hasBytes(artifact)) throw new EngineError('no pages came out');
      return artifact.result;
    },
    // This engine takes no options: it makes PDF 1.7.
    pdf: () => {
      const artifact: unknown = guard(() => world.get_artifact(PDF, FULL_DIAGNOSTICS));
      if (!hasBytes(artifact)) throw new EngineError('no PDF came out');
      return artifact.result;
    },
    free: () => world.free(),
  };
}

/** What the engine throws is a trap: its memory may then be in any state. */
function guard<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new EngineError(`the engine trapped: ${String(error).split('\n', 1)[0]}`, {
      cause: error,
      fatal: true,
    });
  }
}

const hasError = (outcome: unknown): outcome is { diagnostics: readonly { message?: unknown }[] } =>
  typeof outcome === 'object' && outcome !== null && 'hasError' in outcome && outcome.hasError === true;

const hasBytes = (artifact: unknown): artifact is { result: Uint8Array } =>
  typeof artifact === 'object' &&
  artifact !== null &&
  'result' in artifact &&
  artifact.result instanceof Uint8Array;
