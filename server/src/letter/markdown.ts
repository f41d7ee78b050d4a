import type { RootContent } from 'mdast';
import type { Chunk, Piece } from './chunk.ts';
import { remembered } from './memo.ts';
import { freshPieces, parseChunk, unparsed } from './parse-runs.ts';
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
  if (bare.length > MOST_RUNS) return { bare, pieces: [{ chunk: unparsed(text.slice(from)), start: from }] };
  if (bare.filter(({ chunk }) => mayDefine(chunk)).length > MOST_DEFINING)
    return { bare, pieces: bare.map((piece) => (mayDefine(piece.chunk) ? asItStands(piece) : piece)) };
  const defined = definitions(bare);
  if (defined.size === 0) return { pieces: bare, bare };
  const names = [...defined.keys()].join('\0');
  const pieces = bare.map((piece) => withLead(piece, names, defined));
  const led = pieces.filter(({ chunk }, i) => chunk !== bare[i]?.chunk);
  if (led.length <= MOST_NAMING) return { bare, pieces };
  return {
    bare,
    pieces: pieces.map((piece, i) => (piece.chunk === bare[i]?.chunk ? piece : asItStands(piece))),
  };
}

/** Paragraphs, headings and the like: with more of them, several hundred pages, nothing is read as Markdown. */
const MOST_RUNS = 10_000;

/**
 * Runs that hold definitions of links or footnotes, and others that name them: each is parsed on its own, which takes
 * longest of all, and no letter has a third as many. With more of them they are not read as Markdown, which is told.
 */
const MOST_DEFINING = 500;
const MOST_NAMING = 1_500;

const mayDefine = remembered((chunk: Chunk): boolean => chunk.text.includes(']:'));

const asItStands = ({ chunk, start }: Piece): Piece => ({ chunk: unparsedOf(chunk), start });
const unparsedOf = remembered((chunk: Chunk): Chunk => unparsed(chunk.text));

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
const led = new WeakMap<Chunk, { readonly names: string; readonly lead: string; readonly chunk: Chunk }>();

function withLead(piece: Piece, names: string, defined: Defined): Piece {
  const { chunk, start } = piece;
  if (!chunk.text.includes('[')) return piece;
  let known = led.get(chunk);
  if (known?.names !== names) {
    const lead = leadFor(chunk, defined);
    // Another name defined elsewhere leaves most chunks as they were.
    const same = known?.lead === lead ? known.chunk : undefined;
    known = { names, lead, chunk: same ?? (lead ? parseChunk(chunk.text, lead) : chunk) };
    led.set(chunk, known);
  }
  return known.chunk === chunk ? piece : { chunk: known.chunk, start };
}

interface Definition {
  /** As it is written, but for capitals and runs of space. */
  readonly identifier: string;
  readonly footnote: boolean;
  readonly home: Chunk;
}

/** By `keyOf`; of a name that is defined twice the first definition holds. */
type Defined = ReadonlyMap<string, Definition>;

const keyOf = (identifier: string, footnote: boolean): string =>
  `${footnote ? 'note' : 'link'} ${fold(identifier)}`;

const definitionsOf = remembered((chunk: Chunk): readonly Definition[] =>
  mayDefine(chunk) ? collect(chunk) : [],
);

function definitions(pieces: readonly Piece[]): Defined {
  const all = new Map<string, Definition>();
  for (const { chunk } of pieces) {
    for (const d of definitionsOf(chunk)) {
      const key = keyOf(d.identifier, d.footnote);
      if (!all.has(key)) all.set(key, d);
    }
  }
  return all;
}

function collect(chunk: Chunk): Definition[] {
  const found: Definition[] = [];
  const walk = (node: RootContent): void => {
    if (node.type === 'definition' || node.type === 'footnoteDefinition') {
      found.push({ identifier: node.identifier, footnote: node.type === 'footnoteDefinition', home: chunk });
    }
    if ('children' in node) for (const child of node.children) walk(child);
  };
  for (const node of chunk.nodes) walk(node);
  return found;
}

/** What stands between brackets: whatever a chunk names is among it. A bracket behind a backslash is none. */
const LABEL = /\[((?:[^[\]\\]|\\[\s\S])+)(?=\])/g;
/** A label that goes on with the next line of a quotation does not hold its mark. */
const NEXT_LINE = /[\r\n]+[ \t>]*/g;

const keysNamed = remembered((chunk: Chunk): ReadonlySet<string> => {
  const keys = new Set<string>();
  for (const [, label = ''] of chunk.text.matchAll(LABEL)) {
    const name = label.replace(NEXT_LINE, ' ');
    keys.add(keyOf(name, false));
    if (name.startsWith('^')) keys.add(keyOf(name.slice(1), true));
  }
  return keys;
});

/** Copies of the definitions that a chunk may name: footnotes first, so that the link's line ends them. */
function leadFor(chunk: Chunk, defined: Defined): string {
  const named = [...keysNamed(chunk)].flatMap((key) => {
    const d = defined.get(key);
    return d && d.home !== chunk ? [d] : [];
  });
  if (named.length === 0) return '';
  const notes = named.filter((d) => d.footnote).map((d) => `[^${d.identifier}]: x\n\n`);
  const links = named.filter((d) => !d.footnote).map((d) => `[${d.identifier}]: x\n\n`);
  return `${notes.join('')}${links.join('')}<!---->\n\n`;
}

/** Labels match without regard to case and runs of space (CommonMark, "matches"). */
const fold = (s: string): string => s.replace(/\s+/g, ' ').trim().toLowerCase().toUpperCase();
