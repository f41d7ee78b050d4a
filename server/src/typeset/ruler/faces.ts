import { ADVANCES, CHARACTERS, UNITS } from './advances-table.ts';

/** The faces of the family that letters are set in, in the order of the table. */
export const faceOf = ({ bold, italic }: { readonly bold: boolean; readonly italic: boolean }): number =>
  (bold ? 2 : 0) + (italic ? 1 : 0);

const faces: readonly ReadonlyMap<string, number>[] = ADVANCES.map((line) => {
  const widths = line.split(' ');
  return new Map(Array.from(CHARACTERS, (char, i) => [char, Number(widths[i]) / UNITS]));
});

/** Em that a character takes, which is the same beside any other; NaN where it is not in the table. */
export const advance = (char: string, face: number): number => faces[face]?.get(char) ?? Number.NaN;
