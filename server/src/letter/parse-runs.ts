import type { RootContent } from 'mdast';
import type { Chunk, Piece } from './chunk.ts';
import { Memo } from './memo.ts';
import { parseMarkdown } from './parser.ts';
import { plainBlock } from './plain.ts';
import type { Span } from './span.ts';
import { isTooDeep } from './too-deep.ts';

/**
 * Characters of runs that are parsed in one go. The parser sets itself up anew for each text, which takes longer than
 * a short paragraph; what is parsed after an edit is short anyway.
 */
const TOGETHER = 2_000;

/** Chunks of the runs of a text, in their order. Each parses alone as it does beside the others (`splitBody`). */
export function freshPieces(text: string, runs: readonly Span[]): Piece[] {
  let group: Group | undefined;
  return runs.map(({ start, end }) => {
    const own = text.slice(start, end);
    const plain = plainBlock(own);
    if (plain) {
      group = undefined;
      return { chunk: { text: own, nodes: [plain], lead: 0, memo: new Memo() }, start };
    }
    // What holds definitions is read alone: its neighbours must not find them twice, here and in their lead (`withLead`).
    if (own.includes(']:') || isTooDeep(own)) {
      group = undefined;
      return { chunk: parseChunk(own, ''), start };
    }
    if (!group?.takes(start, end)) group = new Group(text, start);
    return { chunk: group.add(own), start };
  });
}

/** Neighbouring runs, parsed together once the nodes of one are asked for. */
class Group {
  readonly #text: string;
  readonly #from: number;
  #end: number;
  readonly #ends: number[] = [];
  #parsed: RootContent[][] | undefined;

  constructor(text: string, from: number) {
    this.#text = text;
    this.#from = from;
    this.#end = from;
  }

  takes(start: number, end: number): boolean {
    return !this.#parsed && start === this.#end && end - this.#from <= TOGETHER;
  }

  /** The chunk of the next run: its nodes' places count from the first run's start, which its lead tells. */
  add(text: string): Chunk {
    const index = this.#ends.length;
    const lead = this.#end - this.#from;
    this.#end += text.length;
    this.#ends.push(lead + text.length);
    let group: Group | undefined = this;
    let nodes: readonly RootContent[] | undefined;
    return {
      text,
      lead,
      memo: new Memo(),
      get nodes() {
        nodes ??= group?.nodesOf(index) ?? [];
        group = undefined;
        return nodes;
      },
    };
  }

  nodesOf(index: number): readonly RootContent[] {
    this.#parsed ??= this.#parse();
    return this.#parsed[index] ?? [];
  }

  #parse(): RootContent[][] {
    const found = this.#ends.map((): RootContent[] => []);
    let at = 0;
    for (const node of parseMarkdown(this.#text.slice(this.#from, this.#end)).children) {
      const start = node.position?.start.offset ?? 0;
      while (start >= (this.#ends[at] ?? Number.POSITIVE_INFINITY)) at++;
      found[at]?.push(node);
    }
    return found;
  }
}

/** Parsed when its nodes are first asked for: a chunk that names a definition is wanted behind its lead only. */
export function parseChunk(text: string, lead: string): Chunk {
  if (isTooDeep(text)) return unparsed(text);
  const plain = plainBlock(text, lead);
  if (plain) return { text, nodes: [plain], lead: 0, memo: new Memo() };
  let nodes: readonly RootContent[] | undefined;
  return {
    text,
    lead: lead.length,
    memo: new Memo(),
    get nodes() {
      nodes ??= parseBehind(text, lead);
      return nodes;
    },
  };
}

/** A chunk that is not read as Markdown. */
export const unparsed = (text: string): Chunk => ({
  text,
  nodes: [verbatim(text)],
  lead: 0,
  verbatim: true,
  memo: new Memo(),
});

function parseBehind(text: string, lead: string): readonly RootContent[] {
  const { children } = parseMarkdown(lead + text);
  return lead ? children.filter((node) => (node.position?.start.offset ?? 0) >= lead.length) : children;
}

function verbatim(text: string): RootContent {
  const point = (offset: number) => ({ line: 1, column: offset + 1, offset });
  const position = { start: point(0), end: point(text.length) };
  return { type: 'paragraph', position, children: [{ type: 'text', value: text, position }] };
}
