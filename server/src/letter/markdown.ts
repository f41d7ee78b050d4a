import type { RootContent } from 'mdast';
import type { Chunk, Piece } from './chunk.ts';
import { remembered } from './memo.ts';
import { freshPieces, parseChunk } from './parse-runs.ts';
import { type Span, span } from './span.ts';
import { resplitBody, splitBody } from './split.ts';

export interface Body {
  /** What was parsed, each chunk behind the definitions that it names. */
  readonly pieces: readonly Piece[];
  /** The same runs parsed alone. */
  readonly bare: readonly Piece[];
}

/** An earlier version, whose chunks are taken over where their text did not change. */
export interface Earlier {
  readonly text: string;
  /** Where its body began. */
  readonly from: number;
  readonly bare: readonly Piece[];
}

/**
 * Parses `text` from `from` on. Definitions of links and footnotes reach across chunks, so a chunk that
 * names one from elsewhere is parsed behind a copy of it (`Chunk.lead`).
 */
export function parseBody(text: string, from: number, previous?: Earlier): Body {
  const bare = previous ? again(text, from, previous) : freshPieces(text, splitBody(text, from));
  const defined = definitions(bare);
  if (defined.length === 0) return { pieces: bare, bare };
  const names = defined.map((d) => `${d.footnote ? '^' : ''}${d.label}`).join('\0');
  return { bare, pieces: bare.map((piece) => withLead(piece, names, defined)) };
}

/** Offsets are taken from the body's start: an edit of the header moves the body and leaves it as it is. */
function again(text: string, from: number, previous: Earlier): Piece[] {
  const before = previous.bare.map(({ chunk, start }) =>
    span(start - previous.from, start - previous.from + chunk.text.length),
  );
  const { kept, changed, rest, by } = resplitBody(
    text.slice(from),
    previous.text.slice(previous.from),
    before,
  );
  const found = previous.bare
    .slice(0, kept)
    .map((piece) => (from === previous.from ? piece : moved(piece, from - previous.from)));
  // The run before a change is cut again, and mostly comes out as it was.
  const replaced = new Map(previous.bare.slice(kept, rest).map(({ chunk }) => [chunk.text, chunk]));
  let unknown: Span[] = [];
  const read = (): void => {
    for (const piece of freshPieces(text, unknown)) found.push(piece);
    unknown = [];
  };
  for (const run of changed) {
    const [start, end] = [run.start + from, run.end + from];
    const same = replaced.get(text.slice(start, end));
    if (!same) {
      unknown.push(span(start, end));
      continue;
    }
    read();
    found.push({ chunk: same, start });
  }
  read();
  for (const piece of previous.bare.slice(rest)) found.push(moved(piece, by + from - previous.from));
  return found;
}

const moved = ({ chunk, start }: Piece, by: number): Piece => ({ chunk, start: start + by });

/** What a chunk was parsed as behind definitions, for as long as the letter defines the same names. */
/** Whether a chunk can name a definition at all. */
const hasBracket = remembered((chunk: Chunk): boolean => chunk.text.includes('['));

const led = new WeakMap<Chunk, { readonly names: string; readonly lead: string; readonly chunk: Chunk }>();

function withLead(piece: Piece, names: string, defined: readonly Definition[]): Piece {
  const { chunk, start } = piece;
  if (!hasBracket(chunk)) return piece;
  let known = led.get(chunk);
  if (known?.names !== names) {
    const lead = leadFor(chunk.text, chunk, defined);
    // Another name defined elsewhere leaves most chunks as they were.
    const same = known?.lead === lead ? known.chunk : undefined;
    known = { names, lead, chunk: same ?? (lead ? parseChunk(chunk.text, lead) : chunk) };
    led.set(chunk, known);
  }
  return known.chunk === chunk ? piece : { chunk: known.chunk, start };
}

interface Definition {
  readonly label: string;
  readonly footnote: boolean;
  readonly home: Chunk;
}

const definitionsOf = remembered((chunk: Chunk): readonly Definition[] =>
  chunk.text.includes(']:') ? collect(chunk) : [],
);

function definitions(pieces: readonly Piece[]): Definition[] {
  const all = new Map<string, Definition>();
  for (const { chunk } of pieces) {
    for (const d of definitionsOf(chunk)) {
      const key = `${d.footnote ? '^' : ''}${d.label}`;
      if (!all.has(key)) all.set(key, d);
    }
  }
  return [...all.values()];
}

function collect(chunk: Chunk): Definition[] {
  const found: Definition[] = [];
  const walk = (node: RootContent): void => {
    if (node.type === 'definition' || node.type === 'footnoteDefinition') {
      found.push({
        label: node.label ?? node.identifier,
        footnote: node.type === 'footnoteDefinition',
        home: chunk,
      });
    }
    if ('children' in node) for (const child of node.children) walk(child);
  };
  for (const node of chunk.nodes) walk(node);
  return found;
}

/** Copies of the definitions that `source` may name: footnotes first, so that the link's line ends them. */
function leadFor(source: string, chunk: Chunk, defined: readonly Definition[]): string {
  const flat = fold(source);
  const named = defined.filter(
    (d) => d.home !== chunk && flat.includes(fold(d.footnote ? `[^${d.label}` : d.label)),
  );
  if (named.length === 0) return '';
  const notes = named.filter((d) => d.footnote).map((d) => `[^${d.label}]: x\n\n`);
  const links = named.filter((d) => !d.footnote).map((d) => `[${d.label}]: x\n\n`);
  return `${notes.join('')}${links.join('')}<!---->\n\n`;
}

/** Labels match without regard to case and runs of space (CommonMark, "matches"). */
const fold = (s: string): string => s.replace(/\s+/g, ' ').toLowerCase().toUpperCase();
