/** What a file's bytes told: its pages, or why they could not be counted, as the end of a sentence. */
export type PageCount = { readonly pages: number } | { readonly problem: string };

/** What files that are taken for PDFs begin with; `[bytes, what it is]`. */
export const OTHER_FORMATS: readonly (readonly [string, string])[] = [
  ['\x89PNG', 'a PNG image'],
  ['\xff\xd8\xff', 'a JPEG image'],
  ['GIF8', 'a GIF image'],
  ['II*\0', 'a TIFF image'],
  ['MM\0*', 'a TIFF image'],
  ['PK\x03\x04', 'a Word document or another zip file'],
  ['\xd0\xcf\x11\xe0', 'an older Word or Outlook document'],
  ['{\\rtf', 'an RTF document'],
];

/** Readers accept a PDF's first line within so many bytes, and its last within so many (PDF 1.7, Annex H). */
const EDGE = 1024;

/** Counts the pages of a PDF. Never rejects: what cannot be read is a problem in words. */
export async function countPages(bytes: Uint8Array): Promise<PageCount> {
  const head = latin(bytes.subarray(0, EDGE));
  if (!head.includes('%PDF-')) {
    const other = OTHER_FORMATS.find(([mark]) => head.startsWith(mark));
    return { problem: other ? `is no PDF but ${other[1]}` : 'is no PDF' };
  }
  if (!hasEnd(bytes)) return { problem: 'is damaged: it is cut off before its end' };
  // Loaded only where there is an exhibit: the library is larger than all the rest of the server.
  const { getDocument } = await import('unpdf/pdfjs');
  const task = getDocument({ data: bytes, verbosity: 0, isEvalSupported: false, useSystemFonts: false });
  try {
    const { numPages } = await task.promise;
    return numPages > 0 ? { pages: numPages } : { problem: 'is damaged: it has no pages' };
  } catch (error) {
    const encrypted = error instanceof Error && error.name === 'PasswordException';
    return { problem: encrypted ? 'is encrypted: it opens only with a password' : 'is damaged' };
  } finally {
    await task.destroy();
  }
}

/**
 * Whether the end of the file is there. The library rebuilds what it can of a file that was cut off, and
 * would count the pages that are left as if they were all.
 */
export function hasEnd(bytes: Uint8Array): boolean {
  let end = bytes.length;
  // Some programs fill up the last block with blanks or zeros.
  while (end > 0 && (bytes[end - 1] ?? 0) <= 32) end--;
  const tail = latin(bytes.subarray(Math.max(0, end - EDGE), end));
  return tail.includes('%%EOF') || tail.includes('startxref');
}

const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
