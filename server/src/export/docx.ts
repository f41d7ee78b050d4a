import { plotIn } from '../typeset/charts.ts';
import { encode } from '../typeset/encode.ts';
import type { Source } from '../typeset/typesetter.ts';

/**
 * The letter as a Word document: the very tree that the PDF is drawn from, so no word is in one and not in
 * the other. Styles, lists, tables, footnotes and page numbers are Word's own.
 * @returns the same bytes for the same letter
 */
export async function docxOf(source: Source, title: string): Promise<Uint8Array> {
  const { format, chunks } = source;
  // The package that writes Word is a sixth of the server, and most sessions never make a Word document.
  const { writeDocx } = await import('./docx-file.ts');
  return writeDocx({
    pieces: encode(chunks).pieces.map(({ json }) => json),
    plot: chunks.map(plotIn).find((found) => found !== undefined),
    format,
    title,
  });
}
