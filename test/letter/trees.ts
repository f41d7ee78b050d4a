import type { Nodes, RootContent } from 'mdast';
import { nodeSpan } from '../../server/src/letter/chunk.ts';
import { type Body, parseBody } from '../../server/src/letter/markdown.ts';
import { parseMarkdown } from '../../server/src/letter/parser.ts';

/** A tree without positions, but for each node's own span, so that both ways of parsing can be compared. */
function bare(node: Nodes, span: (n: Nodes) => { start: number; end: number }): unknown {
  const { position: _, ...rest } = node;
  const children = 'children' in node ? node.children.map((c) => bare(c, span)) : undefined;
  return { ...rest, data: undefined, children, ...span(node) };
}

/** The trees of a text's blocks, read at once. */
export const whole = (text: string) =>
  parseMarkdown(text).children.map((n) =>
    bare(n, (x) => ({ start: x.position?.start.offset ?? 0, end: x.position?.end.offset ?? 0 })),
  );

/** The same, read chunk by chunk. */
export const chunked = (text: string) => treesOf(parseBody(text, 0));

export const runsOfBody = ({ bare }: Body) =>
  bare.map(({ chunk, start }) => ({ start, end: start + chunk.text.length }));

export const treesOf = ({ pieces }: Body) =>
  pieces.flatMap(({ chunk, start }) =>
    chunk.nodes.map((n: RootContent) =>
      bare(n, (x) => {
        const s = nodeSpan(chunk, x);
        return { start: s.start + start, end: s.end + start };
      }),
    ),
  );
