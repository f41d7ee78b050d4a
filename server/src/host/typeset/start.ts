import { FONT_FILES, fontName } from '../../typeset/fonts.ts';
import { type Engine, EngineError } from './engine.ts';
import { nativeEngine, readFonts } from './native.ts';
import { wasmEngine } from './wasm.ts';

export type EngineName = 'native' | 'wasm';

/**
 * Starts the engine asked for, or else the native one where it loads and WebAssembly where it does not.
 * @param dist the folder that holds `fonts/`, `native/` and `typst.wasm`
 * @throws EngineError when none starts
 */
export async function startEngine(dist: string, only?: EngineName): Promise<Engine> {
  let fonts: Uint8Array[];
  try {
    fonts = readFonts(dist, FONT_FILES.map(fontName));
  } catch (error) {
    throw new EngineError('a font that letters are set in is missing', { cause: error });
  }
  if (only !== 'wasm') {
    try {
      return nativeEngine(dist, fonts);
    } catch (error) {
      if (only === 'native' || !(error instanceof EngineError)) throw error;
      // Most platforms have none; WebAssembly gives the same pages, later.
    }
  }
  return wasmEngine(dist, fonts);
}
