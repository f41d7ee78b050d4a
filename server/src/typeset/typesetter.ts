import type { Chunk } from '../letter/chunk.ts';

/** How a submission is set. Lengths in the units that orders use. */
export interface Format {
  /** A family that is bundled; `Times New Roman` is set in the metric-compatible Tinos. */
  readonly font: string;
  /** Points. */
  readonly size: number;
  /** Lines: 1 is single, 2 is double. */
  readonly spacing: number;
  /** Inches, on all four sides. */
  readonly margin: number;
}

/** What is typeset: the body's chunks in order. The header is not printed. */
export interface Source {
  readonly chunks: readonly Chunk[];
  readonly format: Format;
}

/** Where a top-level block begins. */
export interface BlockStart {
  /** Index into `Source.chunks`. */
  readonly chunk: number;
  /** Index into that chunk's `nodes`. */
  readonly node: number;
  /** From 1. */
  readonly page: number;
  /** Points from the top of the page. */
  readonly y: number;
}

export interface Layout {
  readonly pages: number;
  /** Every printed top-level block, in order. Blocks that print nothing have none. */
  readonly starts: readonly BlockStart[];
}

/** The first words of a page: an offset (UTF-16) into the chunk's text. */
export interface PageStart {
  readonly chunk: number;
  readonly offset: number;
}

/**
 * Typesets letters. `id` names a document between calls, so that only what changed need be sent.
 * Every method rejects with a TypesetError when the engine failed, and with an AbortError when `signal`
 * fires or a newer call of the same method for the same `id` supersedes it.
 */
export interface Typesetter {
  /** The number of pages alone: half the work of `layout`, for each key pressed. */
  count(id: string, source: Source, signal?: AbortSignal): Promise<number>;
  layout(id: string, source: Source, signal?: AbortSignal): Promise<Layout>;
  /** Where page `page` (from 1) begins, to the word; null when the source has fewer pages. */
  pageStart(id: string, source: Source, page: number, signal?: AbortSignal): Promise<PageStart | null>;
  pdf(id: string, source: Source, meta: PdfMeta, signal?: AbortSignal): Promise<Uint8Array>;
  /** Forgets a document. */
  close(id: string): void;
  dispose(): Promise<void>;
}

export interface PdfMeta {
  readonly title: string;
  /** ISO date printed nowhere, but wanted by PDF/A. */
  readonly date: string;
  /**
   * Asks for PDF/A-2b, which holds no pages of other PDFs. An engine that cannot make it makes PDF 1.7;
   * the file itself says which it is.
   */
  readonly archival?: boolean;
  /** What follows the letter, each behind a slip sheet of one page. */
  readonly exhibits?: readonly Exhibit[];
}

/** A PDF whose pages are placed behind the letter as they are. */
export interface Exhibit {
  /** As the slip sheet names it: `Exhibit A`. */
  readonly label: string;
  readonly title: string;
  readonly pdf: Uint8Array;
  /** How many it has. */
  readonly pages: number;
}

/** The typesetter could not do its work; `reason` is a sentence for the writer. */
export class TypesetError extends Error {
  readonly reason: string;
  constructor(reason: string) {
    super(reason);
    this.name = 'TypesetError';
    this.reason = reason;
  }
}
