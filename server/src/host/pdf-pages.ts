import { EDGE, hasEnd, latin, OTHER_FORMATS } from './pdf-format.ts';

/** What a file's bytes told: its pages, or why they could not be counted, as the end of a sentence. */
export type PageCount = { readonly pages: number } | { readonly problem: string };

/** Counts the pages of a PDF. Never rejects: what cannot be read is a problem in words. */
export async function pagesOf(bytes: Uint8Array): Promise<PageCount> {
  const head = latin(bytes.subarray(0, EDGE));
  if (!head.includes('%PDF-')) {
    const other = OTHER_FORMATS.find(([mark]) => head.startsWith(mark));
    return { problem: other ? `is no PDF but ${other[1]}` : 'is no PDF' };
  }
  if (!hasEnd(bytes)) return { problem: 'is damaged: it is cut off before its end' };
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
