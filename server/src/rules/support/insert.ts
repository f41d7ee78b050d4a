import { nodeSpan } from '../../letter/chunk.ts';
import type { Letter } from '../../letter/letter.ts';
import { BOLD_LINE, RUN_IN, type Section } from '../../letter/sections.ts';
import { span } from '../../letter/span.ts';
import type { Content, Submission } from '../../order/order.ts';
import { contentEnd, coverage, isClosing, isCovered } from './coverage.ts';
import type { TextEdit } from './rule.ts';

/**
 * The edit that writes a missing section where the order's sequence has it: behind the section that comes
 * before it there, else in front of the one that comes after, else before the signature. The new heading
 * looks like those that are there.
 */
export function insertSection(letter: Letter, submission: Submission, content: Content): TextEdit {
  const at = place(letter, submission, content);
  return { span: span(at.offset, at.offset), text: written(letter, at, [content]) };
}

/** One edit for each place where sections are missing, each holding them in the order's sequence. */
export function insertAllMissing(letter: Letter, submission: Submission): TextEdit[] {
  const places = new Map<number, { at: Place; contents: Content[] }>();
  for (const c of coverage(letter, submission)) {
    if (isCovered(c)) continue;
    const at = place(letter, submission, c.content);
    const group = places.get(at.offset) ?? { at, contents: [] };
    group.contents.push(c.content);
    places.set(at.offset, group);
  }
  return [...places.values()].map(({ at, contents }) => ({
    span: span(at.offset, at.offset),
    text: written(letter, at, contents),
  }));
}

interface Place {
  readonly offset: number;
  /** The section whose heading the new one follows in style. */
  readonly like: Section | undefined;
}

function place(letter: Letter, submission: Submission, content: Content): Place {
  const all = coverage(letter, submission);
  const index = all.findIndex((c) => c.content === content);
  for (let i = index - 1; i >= 0; i--) {
    const last = all[i]?.sections.at(-1);
    if (last) return { offset: contentEnd(letter, submission, last), like: last };
  }
  for (let i = index + 1; i < all.length; i++) {
    const first = all[i]?.sections[0];
    if (first) return { offset: lineStart(letter, first.headingSpan.start), like: first };
  }
  const closing = letter.proses.findLast(({ prose, piece }, i) => {
    if (prose.inList || prose.inQuote || !isClosing(prose)) return false;
    const rest = letter.sections.some((s) => s.headingSpan.start > prose.span.start + piece.start);
    return !rest && i > 0 && !/^(cc|encl|c\.c)/i.test(prose.text);
  });
  const offset = closing ? closing.prose.span.start + closing.piece.start : letter.text.length;
  return { offset, like: letter.sections.find((s) => s.level >= 2 && s.level <= 6) };
}

function lineStart(letter: Letter, offset: number): number {
  return letter.lines.offset({ line: letter.lines.lineOf(offset), character: 0 });
}

function written(letter: Letter, { offset, like }: Place, contents: readonly Content[]): string {
  const eol = letter.text.includes('\r\n') ? '\r\n' : '\n';
  const sections = contents.map((c) => sectionMarkdown(c, like?.level ?? 2).replaceAll('\n', eol));
  const before = letter.text.slice(0, offset);
  const isParted = before.endsWith('\n') && before.slice(wordsEnd(before)).split('\n').length > 2;
  const lead = before === '' || isParted ? '' : before.endsWith('\n') ? eol : eol + eol;
  const open = closingOf(letter, offset);
  const tail = letter.text.slice(offset).trim() === '' ? eol : eol + eol;
  const close = open === '' ? lead : `${before.endsWith('\n') ? '' : eol}${open}${eol}${eol}`;
  return `${close}${sections.join(eol + eol)}${tail}`;
}

/**
 * Where the blanks at the end begin, as Markdown has them: a form feed is a word, and its line goes on with the block
 * above. A search by pattern would begin at each blank, and take ever longer with their number.
 */
function wordsEnd(text: string): number {
  let end = text.length;
  while (end > 0 && ' \t\r\n'.includes(text[end - 1] ?? '')) end--;
  return end;
}

/** What closes a fence or a comment that the letter opens last and leaves open: in there a heading is none. */
function closingOf({ pieces }: Letter, offset: number): string {
  const last = pieces.at(-1);
  const node = last?.chunk.nodes.at(-1);
  if (!last || !node || (node.type !== 'code' && node.type !== 'html')) return '';
  const at = nodeSpan(last.chunk, node);
  if (offset <= last.start + at.start) return '';
  const source = last.chunk.text.slice(at.start, at.end);
  if (node.type === 'html') return closingOfHtml(source);
  const fence = /^(`{3,}|~{3,})/.exec(source)?.[1];
  if (!fence) return '';
  const end =
    source
      .trimEnd()
      .split(/\r\n?|\n/)
      .slice(1)
      .at(-1)
      ?.trim() ?? '';
  return end.startsWith(fence) && [...end].every((c) => c === fence[0]) ? '' : fence;
}

/** How HTML begins that no blank line ends, what ends it, and what closes it (CommonMark 4.6, kinds 1 and 3 to 5). */
const ENDLESS: readonly (readonly [begins: RegExp, ends: RegExp, close: string])[] = [
  [/^<(script|pre|style|textarea)(?=[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i, '</$1>'],
  [/^<\?/, /\?>/, '?>'],
  [/^<!\[CDATA\[/, /\]\]>/, ']]>'],
  [/^<![A-Za-z]/, />/, '>'],
];

function closingOfHtml(source: string): string {
  if (source.lastIndexOf('<!--') > source.lastIndexOf('-->')) return '-->';
  const html = source.trimStart();
  for (const [begins, ends, close] of ENDLESS) {
    const [opened] = begins.exec(html) ?? [];
    if (opened !== undefined) return ends.test(html) ? '' : opened.replace(begins, close);
  }
  return '';
}

/** A section of the order's as it is inserted: its heading and the blanks to fill in. */
export function sectionMarkdown(content: Content, level: number): string {
  const template = content.template ?? `[${content.asks}]`;
  if (level === RUN_IN) return `**${content.title}.** ${template}`;
  const heading = level === BOLD_LINE ? `**${content.title}**` : `${'#'.repeat(level)} ${content.title}`;
  return `${heading}\n\n${template}`;
}
