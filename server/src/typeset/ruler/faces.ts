import { ADVANCES, CHARACTERS, UNITS } from './advances-table.ts';

/** The faces of the family that letters are set in, in the order of the table. */
export const faceOf = ({ bold, italic }: { readonly bold: boolean; readonly italic: boolean }): number =>
  (bold ? 2 : 0) + (italic ? 1 : 0);

const faces: readonly Float64Array[] = ADVANCES.map((line) => {
  const em = new Float64Array(0x2040).fill(Number.NaN);
  line.split(' ').forEach((width, i) => {
    em[CHARACTERS.charCodeAt(i)] = Number(width) / UNITS;
  });
  return em;
});

/** Em that a character (a UTF-16 unit) takes, the same beside any other; NaN where it is not in the table. */
export const advance = (code: number, face: number): number => faces[face]?.[code] ?? Number.NaN;

/** Em that a text takes on one line; NaN where one of its characters is not in the table. */
export function widthOfText(text: string, face: number): number {
  let em = 0;
  for (let i = 0; i < text.length; i++) em += advance(text.charCodeAt(i), face);
  return em;
}
