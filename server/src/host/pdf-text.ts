import { type PdfProblem, withPdf } from './pdf-open.ts';

/** The text of a PDF, or why there is none, as the end of a sentence. */
export type PdfText = { readonly text: string } | PdfProblem;

/** Longer files are no orders, and would take long to read. */
const MOST_PAGES = 80;
/** Fewer letters than this a page: pictures of pages, with at best a stamp in text. */
const LEAST = 60;
/** Characters. An order has some thousands a page; a file that unpacks to more is none. */
const LONGEST = 2_000_000;

/** Reads the words of a PDF, page by page. Never rejects. */
export const textOf = (bytes: Uint8Array): Promise<PdfText> =>
  withPdf(bytes, async (file): Promise<PdfText> => {
    if (file.numPages > MOST_PAGES) {
      return {
        problem: `has ${file.numPages} pages, more than any settlement conference order: give the order alone`,
      };
    }
    const pages: string[] = [];
    let length = 0;
    for (let n = 1; n <= file.numPages; n++) {
      const { items } = await (await file.getPage(n)).getTextContent();
      const page = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
      length += page.length;
      if (length > LONGEST)
        return { problem: 'holds more text than any settlement conference order: give the order alone' };
      pages.push(page);
    }
    const text = pages.join('\n\n');
    if (text.replace(/[^\p{L}]/gu, '').length < LEAST * file.numPages) {
      return {
        problem:
          'is a scan without text: run it through text recognition (OCR) first, or type the order into a text file',
      };
    }
    return { text };
  });
