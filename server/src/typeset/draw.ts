import type { FootnoteDefinition, RootContent, Table } from 'mdast';
import { isChartLine } from '../letter/block-marks.ts';
import { nodeSpan } from '../letter/chunk.ts';
import { aroundCharts, drawChart } from './charts.ts';
import { isFence, withoutFences } from './fences.ts';
import { leaves } from './flatten.ts';
import { drawCode, drawHtml, drawLine, type Setting } from './inline.ts';
import type { Align, Block, Cell, Inline, Item } from './node.ts';
import { trim } from './trim.ts';

/**
 * Containers narrow the line and deepen the engine's calls, of which it allows about 80. Beyond this
 * much nesting (a quotation counts twice, it is indented on both sides) only the text goes on.
 */
const DEEPEST = 6;
const QUOTE_DEPTH = 2;
/** Text of at least this many characters without a forced line break is running prose. */
const PROSE = 90;

/** A footnote's text, its first paragraph on the line of its number. */
export function drawNote(setting: Setting, { children }: FootnoteDefinition): Block[] {
  return children.flatMap((node, i) => drawBlock(setting, node, 0, i === 0));
}

export function drawBlocks(
  setting: Setting,
  nodes: readonly RootContent[],
  depth = 0,
  tight = false,
): Block[] {
  return nodes.flatMap((node) => drawBlock(setting, node, depth, tight));
}

/**
 * A node that prints nothing gives no block; one that is nested too deep gives its leaves.
 * @param tight whether it stands in a list without blank lines
 */
export function drawBlock(setting: Setting, node: RootContent, depth = 0, tight = false): Block[] {
  switch (node.type) {
    case 'paragraph':
      return aroundCharts(node.children).flatMap((part) =>
        part === true
          ? drawChart(setting.chunk)
          : paragraph(drawLine(setting, withoutFences(part)), depth === 0 && setting.noteDepth === 0, tight),
      );
    case 'heading': {
      const line = drawLine(setting, node.children);
      return line.length === 0 ? [] : [['h', node.depth, line]];
    }
    case 'list': {
      if (depth + 1 > DEEPEST) return drawLeaves(setting, node, depth);
      const loose = node.spread || node.children.some((item) => item.spread);
      const items: Item[] = node.children.map((item) =>
        drawBlocks(setting, item.children, depth + 1, !loose),
      );
      if (!node.ordered) return [['u', !loose, items]];
      return [['o', !loose, items, node.start ?? 1, afterNumber(setting, node)]];
    }
    case 'blockquote': {
      if (depth + QUOTE_DEPTH > DEEPEST) return drawLeaves(setting, node, depth);
      const inside = drawBlocks(setting, node.children, depth + QUOTE_DEPTH);
      return inside.length === 0 ? [] : [['q', inside]];
    }
    case 'table':
      return [table(setting, node), ...(endsInChart(node) ? drawChart(setting.chunk) : [])];
    case 'code': {
      const line = drawCode(setting, node, node.value);
      if (line.length === 0) return [];
      return [contains(line, 'b') ? ['i', line] : ['k', line]];
    }
    case 'html':
      return paragraph(trim(drawHtml(setting, node, node.value, [], true)), false, tight);
    case 'thematicBreak':
      return [['x']];
    case 'definition':
    case 'footnoteDefinition':
    case 'yaml':
      return [];
    case 'listItem':
    case 'tableRow':
    case 'tableCell':
      return drawLeaves(setting, node, depth);
    default:
      return paragraph(drawLine(setting, [node]), false, tight);
  }
}

/** @param mayIndent whether it stands on its own, so that it is indented when it is prose */
function paragraph(line: readonly Inline[], mayIndent: boolean, tight: boolean): Block[] {
  if (line.length === 0) return [];
  // A monstrous word stands in paragraphs of its own, and paragraphs hold none.
  if (tight || contains(line, 'b')) return [['i', line]];
  return [['p', line, mayIndent && isProse(line)]];
}

function drawLeaves(setting: Setting, node: RootContent, depth: number): Block[] {
  return leaves(node).flatMap((leaf) => drawBlock(setting, leaf, depth));
}

/** The writer's `1.` or `1)`, which the tree does not keep. */
function afterNumber({ chunk }: Setting, node: RootContent): string {
  const at = nodeSpan(chunk, node).start;
  return /^\d+\)/.test(chunk.text.slice(at, at + 12)) ? ')' : '.';
}

function table(setting: Setting, node: Table): Block {
  const columns = Math.max(1, node.align?.length ?? 0, ...node.children.map((row) => row.children.length));
  const narrow = { ...setting, columns };
  const rows = node.children.map((row) => {
    const cells: Cell[] = row.children.map((cell) => drawLine(narrow, cell.children));
    while (cells.length < columns) cells.push([]);
    return cells;
  });
  const aligns = Array.from({ length: columns }, (_, i): Align => {
    const align = node.align?.[i];
    return align === 'right' ? 'r' : align === 'center' ? 'c' : 'l';
  });
  const [head = [], ...body] = rows.filter((row) => !isFenceRow(row));
  // A head that comes again on the next page would print its footnotes again.
  return ['t', aligns, head, body, !head.some((cell) => contains(cell, 'n'))];
}

/** A fence right below a table is read as its last row, and so is the line that asks for the picture. */
const isFenceRow = ([first = [], ...rest]: readonly Cell[]): boolean =>
  first.length === 1 &&
  typeof first[0] === 'string' &&
  (isFence(first[0]) || isChartLine(first[0])) &&
  rest.every((c) => c.length === 0);

const endsInChart = ({ children }: Table): boolean =>
  children.some(({ children: [first, ...rest] }) => {
    const [words, ...more] = first?.children ?? [];
    const alone = more.length === 0 && rest.every((cell) => cell.children.length === 0);
    return alone && words?.type === 'text' && isChartLine(words.value);
  });

const contains = (line: readonly Inline[], tag: string): boolean =>
  line.some(
    (item) =>
      typeof item !== 'string' &&
      (item[0] === tag || ((item[0] === 'e' || item[0] === 's') && contains(item[1], tag))),
  );

function isProse(line: readonly Inline[]): boolean {
  let length = 0;
  const count = (items: readonly Inline[]): boolean =>
    items.every((item) => {
      if (typeof item === 'string') length += item.length;
      else if (item[0] === 'br') return false;
      else if (item[0] === 'e' || item[0] === 's') return count(item[1]);
      else if (item[0] === 'w' || item[0] === 'l') length += item[1].length;
      return true;
    });
  return count(line) && length >= PROSE;
}
