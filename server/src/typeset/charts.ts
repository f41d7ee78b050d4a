import type { PhrasingContent } from 'mdast';
import type { Plot } from '../chart/plot.ts';
import { isChartLine } from '../letter/block-marks.ts';
import type { Chunk } from '../letter/chunk.ts';
import { Memo, remembered } from '../letter/memo.ts';
import type { Block } from './node.ts';

/** The pictures of chunks that ask for one. */
const plots = new WeakMap<Chunk, Plot>();
/** The copies of chunks that have one: the same picture, the same copy. */
const copies = new WeakMap<Chunk, { readonly plot: Plot; readonly copy: Chunk }>();

/** Whether a chunk may ask for a picture. */
const mayAsk = remembered((chunk: Chunk): boolean => /:::[ \t]*negotiation-chart/i.test(chunk.text));

/**
 * The chunk to typeset in the place of one that asks for the picture of the negotiation. A copy, so that
 * what was worked out of the chunk under an earlier header is not taken for it.
 * @param plotOf the same plot each time, for the same header; undefined where there is nothing to show
 */
export function withChart(chunk: Chunk, plotOf: () => Plot | undefined): Chunk {
  if (!mayAsk(chunk)) return chunk;
  const plot = plotOf();
  if (!plot) return chunk;
  const known = copies.get(chunk);
  if (known?.plot === plot) return known.copy;
  const copy = { ...chunk, memo: new Memo() };
  plots.set(copy, plot);
  copies.set(chunk, { plot, copy });
  return copy;
}

/** The picture as the template reads it; nothing where the header has nothing to show. */
export function drawChart(chunk: Chunk): Block[] {
  const plot = plots.get(chunk);
  return plot ? [['g', plot.width, plot.height, plot.says, plot.marks]] : [];
}

/** The picture that a chunk was given, for what is no PDF. */
export const plotIn = (chunk: Chunk): Plot | undefined => plots.get(chunk);

/** A paragraph cut where the picture stands: `true` in its place. */
export function aroundCharts(
  nodes: readonly PhrasingContent[],
): readonly (readonly PhrasingContent[] | true)[] {
  if (!nodes.some((node) => node.type === 'text' && node.value.includes(':::'))) return [nodes];
  const parts: (PhrasingContent[] | true)[] = [[]];
  const add = (node: PhrasingContent): void => {
    const last = parts.at(-1);
    if (Array.isArray(last)) last.push(node);
    else parts.push([node]);
  };
  nodes.forEach((node, i) => {
    if (node.type !== 'text') {
      add(node);
      return;
    }
    const lines = node.value.split('\n');
    // Words of another kind beside it are on the same line, unless a break parts them.
    const opens = i === 0 || nodes[i - 1]?.type === 'break';
    const closes = i === nodes.length - 1 || nodes[i + 1]?.type === 'break';
    let kept: string[] = [];
    const flush = (): void => {
      if (kept.length > 0) add({ ...node, value: kept.join('\n') });
      kept = [];
    };
    lines.forEach((line, n) => {
      const whole = (n > 0 || opens) && (n < lines.length - 1 || closes);
      if (whole && isChartLine(line)) {
        flush();
        parts.push(true);
      } else kept.push(line);
    });
    flush();
  });
  return parts.filter((part) => part === true || part.length > 0);
}
