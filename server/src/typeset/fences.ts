import type { PhrasingContent } from 'mdast';

/** A line that opens or closes a confidential block: `:::confidential`, `:::`. It is never printed. */
const FENCE = /[ \t]*:::[ \t]*(?:confidential[ \t]*)?/i;
const FIRST = new RegExp(`^${FENCE.source}(?=\\r?\\n|$)(?:\\r?\\n)?`, 'i');
const LATER = new RegExp(`(?:\\r?\\n|\\r)${FENCE.source}(?=[\\r\\n]|$)`, 'gi');

/** Whether the text of one line is a fence. */
export const isFence = (line: string): boolean => new RegExp(`^${FENCE.source}$`, 'i').test(line);

/**
 * A paragraph without its fence lines: those that stand in it with no blank line between, too. The nodes
 * are the same where there are none, which is nearly always.
 */
export function withoutFences(nodes: readonly PhrasingContent[]): readonly PhrasingContent[] {
  if (!nodes.some((node) => node.type === 'text' && node.value.includes(':::'))) return nodes;
  return nodes.map((node, i) => {
    if (node.type !== 'text' || !node.value.includes(':::')) return node;
    const before = nodes[i - 1];
    const after = nodes[i + 1];
    let { value } = node;
    // Only where the text's end is a line's end can a fence stand there.
    const endsLine = after === undefined || after.type === 'break';
    const tail = endsLine ? '' : '\u0000';
    value += tail;
    if (before === undefined || before.type === 'break') value = value.replace(FIRST, '');
    value = value.replace(LATER, '');
    return { ...node, value: tail ? value.slice(0, -1) : value };
  });
}
