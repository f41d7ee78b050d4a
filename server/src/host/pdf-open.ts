import { EDGE, hasEnd, latin, OTHER_FORMATS } from './pdf-format.ts';

/** Why a file could not be read, as the end of a sentence. */
export interface PdfProblem {
  readonly problem: string;
}

/** A PDF that was opened; the library's own. */
export type OpenPdf = Awaited<ReturnType<typeof import('unpdf/pdfjs')['getDocument']>['promise']>;

/** Opens a PDF, has it used, and closes it. Never rejects: what cannot be read is a problem in words. */
export async function withPdf<T extends object>(
  bytes: Uint8Array,
  use: (file: OpenPdf) => Promise<T | PdfProblem>,
): Promise<T | PdfProblem> {
  const head = latin(bytes.subarray(0, EDGE));
  if (!head.includes('%PDF-')) {
    const other = OTHER_FORMATS.find(([mark]) => head.startsWith(mark));
    return { problem: other ? `is no PDF but ${other[1]}` : 'is no PDF' };
  }
  if (!hasEnd(bytes)) return { problem: 'is damaged: it is cut off before its end' };
  const { getDocument } = await import('unpdf/pdfjs');
  const task = getDocument({ data: bytes, verbosity: 0, isEvalSupported: false, useSystemFonts: false });
  try {
    return await use(await task.promise);
  } catch (error) {
    const encrypted = error instanceof Error && error.name === 'PasswordException';
    return { problem: encrypted ? 'is encrypted: it opens only with a password' : 'is damaged' };
  } finally {
    await task.destroy();
  }
}
