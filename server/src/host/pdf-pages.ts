import { type PdfProblem, withPdf } from './pdf-open.ts';

/** What a file's bytes told: its pages, or why they could not be counted, as the end of a sentence. */
export type PageCount = { readonly pages: number } | PdfProblem;

/** Counts the pages of a PDF. Never rejects: what cannot be read is a problem in words. */
export const pagesOf = (bytes: Uint8Array): Promise<PageCount> =>
  withPdf(bytes, async ({ numPages }) =>
    numPages > 0 ? { pages: numPages } : { problem: 'is damaged: it has no pages' },
  );
