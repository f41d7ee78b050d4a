/**
 * Blanks out what a PDF says of the program that made it. The blanks keep each object where the file's
 * table says it is. The format needs none of these entries (ISO 32000-1, 14.3.3; the first two must agree in PDF/A).
 */
export function withoutTool(pdf: Uint8Array): Uint8Array {
  const found = new Uint8Array(pdf);
  blank(found, /\/Creator \(Typst [\d.]+\)/);
  blank(found, /<xmp:CreatorTool>Typst [\d.]+<\/xmp:CreatorTool>/);
  blank(found, /<stEvt:softwareAgent>Typst [\d.]+<\/stEvt:softwareAgent>/);
  blank(found, / x:xmptk="xmp-writer"/);
  return found;
}

/** What the file itself says it is. */
export const standardOf = (pdf: Uint8Array): 'PDF/A-2b' | 'PDF 1.7' =>
  /<pdfaid:part>2<\/pdfaid:part>/.test(latin(pdf)) ? 'PDF/A-2b' : 'PDF 1.7';

function blank(bytes: Uint8Array, what: RegExp): void {
  const found = what.exec(latin(bytes));
  if (found) bytes.fill(0x20, found.index, found.index + found[0].length);
}

const decoder = new TextDecoder('latin1');
/** One character a byte, so that places in the text are places in the file. */
const latin = (bytes: Uint8Array): string => decoder.decode(bytes);
