import { hasEnd, OTHER_FORMATS } from '../pdf-format.ts';

/** The text of a PDF, or why there is none, as the end of a sentence. */
export type PdfText = { readonly text: string; readonly pages: number } | { readonly problem: string };

/** Longer files are no orders, and would take long to read. */
const MOST_PAGES = 80;
/** Fewer letters than this a page: pictures of pages, with at best a stamp in text. */
const LEAST = 60;

/** Reads the words of a PDF, page by page. Never rejects. */
export async function pdfText(bytes: Uint8Array): Promise<PdfText> {
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  if (!head.includes('%PDF-')) {
    const other = OTHER_FORMATS.find(([mark]) => head.startsWith(mark));
    return { problem: other ? `is no PDF but ${other[1]}` : 'is no PDF' };
  }
  if (!hasEnd(bytes)) return { problem: 'is damaged: it is cut off before its end' };
  const { getDocument } = await import('unpdf/pdfjs');
  const task = getDocument({ data: bytes, verbosity: 0, isEvalSupported: false, useSystemFonts: false });
  try {
    const file = await task.promise;
    if (file.numPages > MOST_PAGES) {
      return {
        problem: `has ${file.numPages} pages, more than any settlement conference order: give the order alone`,
      };
    }
    const pages: string[] = [];
    for (let n = 1; n <= file.numPages; n++) {
      const { items } = await (await file.getPage(n)).getTextContent();
      pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
    }
    const text = pages.join('\n\n');
    if (text.replace(/[^\p{L}]/gu, '').length < LEAST * file.numPages) {
      return {
        problem:
          'is a scan without text: run it through text recognition (OCR) first, or type the order into a text file',
      };
    }
    return { text, pages: file.numPages };
  } catch (error) {
    const encrypted = error instanceof Error && error.name === 'PasswordException';
    return {
      problem: encrypted
        ? 'is encrypted: save a copy that opens without a password'
        : 'is damaged and cannot be read',
    };
  } finally {
    await task.destroy();
  }
}
