import { CLOSE } from './lines.ts';

/** Points of a column, or that it is as wide as its widest cell. */
export type Column = number | 'natural';

/**
 * Shares a table's width among columns that are as wide as what is in them, as the engine does where they do not
 * fit side by side (Typst's `shrink_auto_columns`): those that take less than their fair share keep it, the others
 * share the rest. Null where it cannot be told.
 * @param widest points that each cell asks for, row by row; NaN where that is not known
 * @param width points of the table at most
 */
export function columnWidths(
  widest: readonly (readonly number[])[],
  columns: number,
  width: number,
): readonly Column[] | null {
  const asked = Array.from({ length: columns }, (_, x) => Math.max(0, ...widest.map((row) => row[x] ?? 0)));
  const sum = asked.reduce((a, b) => a + b, 0);
  if (Number.isNaN(sum) || isClose(sum, width)) return null;
  if (sum < width) return asked.map(() => 'natural');
  const large = new Set(asked.keys());
  let rest = width;
  for (;;) {
    const fair = rest / large.size;
    if ([...large].some((x) => isClose(asked[x] ?? 0, fair))) return null;
    const small = [...large].filter((x) => (asked[x] ?? 0) < fair);
    if (small.length === 0) return asked.map((_, x) => (large.has(x) ? fair : 'natural'));
    for (const x of small) {
      large.delete(x);
      rest -= asked[x] ?? 0;
    }
  }
}

const isClose = (a: number, b: number): boolean => Math.abs(a - b) <= CLOSE;
