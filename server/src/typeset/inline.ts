import type { FootnoteDefinition, PhrasingContent, RootContent } from 'mdast';
import type { Chunk } from '../letter/chunk.ts';
import { plainText } from './flatten.ts';
import { htmlParts } from './html.ts';
import type { Block, Inline } from './node.ts';
import type { Named } from './notes.ts';
import { originOf } from './origin.ts';
import { trim } from './trim.ts';
import { pushMarked, pushText } from './words.ts';

/** Takes note of each word that gets a mark. */
export interface Marks {
  /** Tells the index of the chunk whose words come next. */
  enter(index: number): void;
  /** @returns the mark's number. `offset` is the word's, UTF-16, in the chunk's text. */
  add(chunk: Chunk, offset: number, inNote: boolean): number;
}

/** What a chunk is drawn with. */
export interface Setting {
  readonly chunk: Chunk;
  /** Names a footnote, which gives it a number. */
  readonly name: (identifier: string) => Named | undefined;
  readonly marks: Marks | undefined;
  /** 0 in the body, 1 in a footnote, 2 in a footnote's footnote. */
  readonly noteDepth: number;
  /** How many cells stand side by side. */
  readonly columns: number;
  /** Draws a footnote's text with a setting of its own. */
  readonly drawNote: (setting: Setting, definition: FootnoteDefinition) => Block[];
}

type Origin = (at: number) => number;

/** Emphasis within emphasis beyond this goes on as text: the engine allows about 80 nested calls. */
const DEEPEST = 6;
/** Footnotes in footnotes. */
const DEEPEST_NOTE = 2;

/** The words of a paragraph, a heading or a cell; empty when it prints nothing. */
export function drawLine(setting: Setting, nodes: readonly PhrasingContent[]): Inline[] {
  const out: Inline[] = [];
  for (const node of nodes) drawInline(setting, node, out, 0);
  return trim(out);
}

/** A code block, its lines and blanks kept. */
export function drawCode(setting: Setting, node: RootContent, value: string): Inline[] {
  const line: Inline[] = [];
  const origin = setting.marks && originOf(setting.chunk, node, value);
  let at = 0;
  for (const text of value.split('\n')) {
    if (at > 0) line.push(['br']);
    verbatim(setting, text, line, origin && shifted(origin, at));
    at += text.length + 1;
  }
  return line.some((item) => typeof item !== 'string' || item.trim()) ? line : [];
}

/** @param lines whether line ends are kept */
export function drawHtml(
  setting: Setting,
  node: RootContent,
  value: string,
  out: Inline[],
  lines: boolean,
): Inline[] {
  const origin = setting.marks && originOf(setting.chunk, node, value);
  for (const part of htmlParts(value, lines)) {
    if (part.text === '\n') out.push(['br']);
    else verbatim(setting, part.text, out, origin && shifted(origin, part.at));
  }
  return out;
}

function drawInline(setting: Setting, node: PhrasingContent, out: Inline[], depth: number): void {
  switch (node.type) {
    case 'text':
      drawText(setting, node, node.value, out);
      break;
    case 'inlineCode':
      verbatim(setting, node.value, out, setting.marks && originOf(setting.chunk, node, node.value));
      break;
    case 'break':
      out.push(['br']);
      break;
    case 'emphasis':
    case 'strong':
    case 'link':
    case 'linkReference': {
      if (depth >= DEEPEST) {
        drawText(setting, node, plainText(node), out);
        break;
      }
      const marked = node.type === 'emphasis' || node.type === 'strong';
      const inside: Inline[] = marked ? [] : out;
      for (const child of node.children) drawInline(setting, child, inside, depth + 1);
      if (marked && inside.length > 0) out.push([node.type === 'strong' ? 's' : 'e', inside]);
      break;
    }
    case 'html':
      drawHtml(setting, node, node.value, out, false);
      break;
    case 'image':
    case 'imageReference':
      drawText(setting, node, node.alt ?? '', out);
      break;
    case 'footnoteReference':
      drawNoteMark(setting, node.identifier, out);
      break;
    default:
      // Syntax that letters are not parsed with: its text is printed all the same.
      drawText(setting, node, plainText(node), out);
  }
}

/** Runs of blanks and line ends are one space. */
function drawText(setting: Setting, node: PhrasingContent, value: string, out: Inline[]): void {
  const text = wellFormed(value);
  if (setting.marks) {
    pushMarked(out, text, setting.columns, true, mark(setting, originOf(setting.chunk, node, value)));
  } else pushText(out, text.replace(/[ \t\r\n]+/g, ' '), setting.columns);
}

function verbatim(setting: Setting, value: string, out: Inline[], origin?: Origin): void {
  const text = wellFormed(value.replace(/[\r\n]/g, ' '));
  if (origin) pushMarked(out, text, setting.columns, false, mark(setting, origin));
  else pushText(out, text, setting.columns);
}

/** A footnote is printed where it is first named; later marks only repeat its number. */
function drawNoteMark(setting: Setting, identifier: string, out: Inline[]): void {
  if (setting.noteDepth >= DEEPEST_NOTE) return;
  const named = setting.name(identifier);
  if (!named) return;
  const { number, first } = named;
  if (!first) {
    out.push(['r', number]);
    return;
  }
  const inside: Setting = { ...setting, chunk: first.chunk, noteDepth: setting.noteDepth + 1, columns: 1 };
  out.push(['n', number, setting.drawNote(inside, first.definition)]);
}

const mark = (setting: Setting, origin: Origin) => (at: number) =>
  setting.marks?.add(setting.chunk, origin(at), setting.noteDepth > 0) ?? 0;

const shifted =
  (origin: Origin, by: number): Origin =>
  (at) =>
    origin(by + at);

/** Half of a surrogate pair has no place in JSON, and line separators of other kinds stretch lines. */
const wellFormed = (text: string): string =>
  text.replace(/[\ud800-\udfff]/gu, '\ufffd').replace(/[\v\f\x85\u2028\u2029]/g, ' ');
