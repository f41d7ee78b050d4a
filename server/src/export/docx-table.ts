import { AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableRow, WidthType } from 'docx';
import type { Align, Block, Cell, Inline } from '../typeset/node.ts';
import { type NoteSink, runsOf } from './docx-inline.ts';

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '999999' };
const STRONG = { style: BorderStyle.SINGLE, size: 8, color: 'auto' };
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const ALIGNMENTS = { l: AlignmentType.LEFT, c: AlignmentType.CENTER, r: AlignmentType.RIGHT } as const;

/** A table's columns share the page by their longest cells, within these numbers of characters. */
const NARROWEST = 8;
const WIDEST = 40;

/** @param textWidth twips between the margins */
export function tableOf(
  [, aligns, head, rows, repeats]: Extract<Block, readonly ['t', ...unknown[]]>,
  sink: NoteSink,
  textWidth: number,
): Table {
  const widths = widthsOf(aligns.length, [head, ...rows], textWidth);
  const row = (cells: readonly Cell[], isHead: boolean): TableRow =>
    new TableRow({
      tableHeader: isHead && repeats,
      children: aligns.map((align, i) => cellOf(cells[i] ?? [], align, isHead, widths[i] ?? 0, sink)),
    });
  return new Table({
    width: { size: widths.reduce((sum, w) => sum + w, 0), type: WidthType.DXA },
    columnWidths: widths,
    borders: {
      top: STRONG,
      bottom: LINE,
      left: NONE,
      right: NONE,
      insideHorizontal: LINE,
      insideVertical: NONE,
    },
    rows: [...(head.length > 0 ? [row(head, true)] : []), ...rows.map((cells) => row(cells, false))],
  });
}

function cellOf(cell: Cell, align: Align, isHead: boolean, width: number, sink: NoteSink): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { left: 80, right: 80, top: 50, bottom: 50 },
    children: [
      new Paragraph({
        style: 'TableText',
        alignment: ALIGNMENTS[align],
        children: runsOf(cell, sink, isHead ? { bold: true } : {}),
      }),
    ],
  });
}

function widthsOf(columns: number, rows: readonly (readonly Cell[])[], textWidth: number): number[] {
  const lengths = Array.from({ length: columns }, (_, i) =>
    Math.min(WIDEST, Math.max(NARROWEST, ...rows.map((row) => lengthOf(row[i] ?? [])))),
  );
  const all = lengths.reduce((sum, length) => sum + length, 0);
  return lengths.map((length) => Math.floor((textWidth * length) / all));
}

function lengthOf(line: readonly Inline[]): number {
  let length = 0;
  for (const item of line) {
    if (typeof item === 'string') length += item.length;
    else if (item[0] === 'e' || item[0] === 's') length += lengthOf(item[1]);
    else if (item[0] === 'w' || item[0] === 'l') length += item[1].length;
  }
  return length;
}
