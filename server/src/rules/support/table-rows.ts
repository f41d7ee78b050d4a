import { type Chunk, nodeSpan } from '../../letter/chunk.ts';
import { type Prose, proses } from '../../letter/prose.ts';

/** The rows of a chunk's tables, each as the words of its cells. */
export function rowsIn(chunk: Chunk): Prose[][] {
  if (!chunk.text.includes('|')) return [];
  const cells = proses(chunk).filter((p) => p.kind === 'cell');
  if (cells.length === 0) return [];
  return chunk.nodes.flatMap((node) =>
    node.type !== 'table'
      ? []
      : node.children.map((row) => {
          const { start, end } = nodeSpan(chunk, row);
          return cells.filter((c) => c.span.start >= start && c.span.end <= end);
        }),
  );
}
