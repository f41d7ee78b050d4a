import type { Places } from '../../typeset/decode.ts';

/** A Typst compiler that sees only the files it was given: no disk, no packages, no network, no system fonts. */
export interface Engine {
  readonly name: 'native' | 'wasm';
  /** Whether a page count comes without asking the template, so that the template may leave its list out. */
  readonly counts: boolean;
  /** Makes `path` (absolute, `/`) readable with these contents. */
  setFile(path: string, contents: string | Uint8Array): void;
  removeFile(path: string): void;
  /** @throws EngineError with what the compiler said, when `main` does not compile */
  compile(main: string): Compiled;
  /** Drops what was remembered of earlier compiles and not needed for the last few. */
  evict(): void;
}

export interface Compiled {
  /** Only where the engine `counts`. */
  readonly pages: number | undefined;
  /** What the template says of itself under the label `layout`. */
  places(): Places;
  /** All pages as vectors, for `readVector`. @throws EngineError */
  vector(): Uint8Array;
  /**
   * @param archival asks for PDF/A-2b, of an engine that can make it
   * @throws EngineError
   */
  pdf(archival?: boolean): Uint8Array;
  /** Lets go of the document. */
  free(): void;
}

/** The engine refused, or trapped; the message is the compiler's. */
export class EngineError extends Error {
  /** The engine is broken and must not be used again. */
  readonly fatal: boolean;
  constructor(message: string, options: ErrorOptions & { fatal?: boolean } = {}) {
    super(message, options);
    this.name = 'EngineError';
    this.fatal = options.fatal ?? false;
  }
}

export function readPlaces(answer: unknown): Places {
  const places: unknown = Array.isArray(answer) ? answer[0] : undefined;
  if (!isPlaces(places)) throw new EngineError('the template said nothing of its layout');
  return places;
}

export const isPlaces = (value: unknown): value is Places =>
  typeof value === 'object' &&
  value !== null &&
  'pages' in value &&
  typeof value.pages === 'number' &&
  'blocks' in value &&
  Array.isArray(value.blocks) &&
  'marks' in value &&
  Array.isArray(value.marks);
