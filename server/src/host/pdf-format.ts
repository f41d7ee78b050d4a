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
export const EDGE = 1024;

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

export const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
