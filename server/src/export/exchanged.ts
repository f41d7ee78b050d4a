import { dollars, movesOf } from '../chart/moves.ts';
import { blockMarks, CHART, isChartLine } from '../letter/block-marks.ts';
import type { Letter } from '../letter/letter.ts';
import { type Span, span } from '../letter/span.ts';
import { citationsIn, labelKey } from '../rules/support/citations.ts';
import { sumsIn } from '../rules/support/money.ts';

/** What of a letter goes to the other side. */
export interface Exchanged {
  readonly text: string;
  /** What does not, in order. */
  readonly leftOut: readonly Span[];
}

/** Why it cannot be told what must stay out; `line` from 1. Rather no export than one that says too much. */
export interface Unclear {
  readonly line: number;
  readonly problem: string;
}

const OPENS = /^ {0,3}:::[ \t]*confidential[ \t]*$/i;
const CLOSES = /^ {0,3}:::[ \t]*$/;
const COMMENT = /<!--[ \t\r\n]*confidential[ \t\r\n]*-->/gi;
const ANY_COMMENT = /<!--[\s\S]*?(?:-->|$)/g;
/** A mark with too few colons: two of them would hide nothing, and nothing else would say so. */
const NEARLY = /^[ \t>*-]*::?[ \t]*confidential[ \t]*$/i;

/**
 * Takes out the blocks between `:::confidential` and `:::`, and the sections that hold a comment
 * `<!-- confidential -->`, heading and subsections included. It looks at lines, not at Markdown: a mark in a
 * code block counts, for it may be meant.
 */
export function exchangedOf(letter: Letter): Exchanged | Unclear {
  const fenced = fencedBlocks(letter);
  if ('problem' in fenced) return fenced;
  const sections = confidentialSections(letter, fenced);
  if ('problem' in sections) return sections;
  const leftOut = merged([...fenced, ...sections]);
  let text = '';
  let done = 0;
  for (const { start, end } of leftOut) {
    // A blank line stands in its place, so that what was apart stays apart.
    text += `${letter.text.slice(done, start)}\n`;
    done = end;
  }
  text += letter.text.slice(done);
  return (
    hints(letter, leftOut) ??
    orphanedNote(letter, leftOut) ??
    chartTellsMore(letter, leftOut, text) ?? { text, leftOut }
  );
}

/**
 * The picture of the negotiation shows every sum of the header, those too that are told to the judge alone: it
 * goes to the other side only where the words beside it name each of them.
 */
function chartTellsMore(letter: Letter, leftOut: readonly Span[], text: string): Unclear | undefined {
  const chart = blockMarks(letter).find(({ name, span: at }) => name === CHART && !isIn(leftOut, at.start));
  if (!chart) return undefined;
  // What a comment names is printed nowhere.
  const printed = text.slice(letter.body.start).replace(ANY_COMMENT, ' ');
  const named = new Set(sumsIn(printed).map(({ value }) => value));
  const more = movesOf(letter.header.values).find(({ amount }) => amount !== undefined && !named.has(amount));
  if (more?.amount === undefined) return undefined;
  return {
    line: lineAt(letter, chart.span.start),
    problem: `the chart shows ${dollars(more.amount)}, which the words for the other side do not name; put it between :::confidential and :::`,
  };
}

function fencedBlocks(letter: Letter): Span[] | Unclear {
  const found: Span[] = [];
  let open: { at: number; line: number } | undefined;
  for (const { at, end, line, words } of linesOf(letter)) {
    const isNearly = NEARLY.test(words);
    if ((!isNearly && !words.includes(':::')) || isChartLine(words)) continue;
    if (OPENS.test(words)) {
      if (open) return { line, problem: `a confidential block begins in the one of line ${open.line}` };
      open = { at, line };
    } else if (CLOSES.test(words)) {
      if (!open) return { line, problem: '::: closes no confidential block' };
      found.push(span(open.at, end));
      open = undefined;
    } else {
      return { line, problem: 'write :::confidential, or ::: alone, on a line of its own at the margin' };
    }
  }
  return open ? { line: open.line, problem: 'no ::: closes this confidential block' } : found;
}

function confidentialSections(letter: Letter, fenced: readonly Span[]): Span[] | Unclear {
  const found: Span[] = [];
  for (const { index } of letter.text.matchAll(COMMENT)) {
    if (index < letter.body.start || fenced.some((s) => index >= s.start && index < s.end)) continue;
    const section = letter.sections.findLast((s) => s.headingSpan.start <= index);
    if (!section || section.end <= index) {
      return { line: lineAt(letter, index), problem: 'the comment stands under no heading' };
    }
    const start = letter.text.lastIndexOf('\n', section.headingSpan.start - 1) + 1;
    found.push(span(Math.max(start, letter.body.start), section.end));
  }
  return found;
}

/** A comment that stays behind and speaks of confidentiality is a mark that was mistyped. */
function hints(letter: Letter, leftOut: readonly Span[]): Unclear | undefined {
  for (const { 0: comment, index } of letter.text.matchAll(ANY_COMMENT)) {
    const isOther = /^<!--\s*(?:ex-parte-disable|covers)\b/i.test(comment);
    if (isOther || !/confid/i.test(comment) || isIn(leftOut, index) || index < letter.body.start) continue;
    return { line: lineAt(letter, index), problem: 'write the comment as <!-- confidential -->' };
  }
  return undefined;
}

/** A footnote that is defined in what is left out, and named in what stays. */
function orphanedNote(letter: Letter, leftOut: readonly Span[]): Unclear | undefined {
  const label = /\[\^([^\][\s]+)\](:?)/g;
  const kept = new Set<string>();
  const lost = new Set<string>();
  const matches = [...letter.text.matchAll(label)].filter(({ index }) => index >= letter.body.start);
  for (const { 1: name = '', 2: colon, index } of matches) {
    if (colon) (isIn(leftOut, index) ? lost : kept).add(name.toLowerCase());
  }
  const orphan = matches.find(({ 1: name = '', 2: colon, index }) => {
    const key = name.toLowerCase();
    return !colon && !isIn(leftOut, index) && lost.has(key) && !kept.has(key);
  });
  if (!orphan) return undefined;
  return {
    line: lineAt(letter, orphan.index),
    problem: `footnote ${orphan[1]} is named here, but its text is confidential`,
  };
}

/**
 * Labels, as the header writes them, of exhibits that what stays does not cite: what is left out may speak of
 * them in words that are not known for a citation.
 */
export function exhibitsLeftOut({ header: { values } }: Letter, exchanged: Letter): Set<string> {
  const cited = new Set(exchanged.pieces.flatMap(({ chunk }) => citationsIn(chunk).map((c) => c.label)));
  const listed = (values.exhibits ?? []).map((e) => e.label);
  return new Set(listed.filter((label) => !cited.has(labelKey(label))));
}

const isIn = (spans: readonly Span[], at: number): boolean => spans.some((s) => at >= s.start && at < s.end);
const lineAt = (letter: Letter, offset: number): number => letter.lines.lineOf(offset) + 1;

function merged(spans: Span[]): Span[] {
  const out: Span[] = [];
  for (const next of spans.sort((a, b) => a.start - b.start)) {
    const last = out.at(-1);
    if (last && next.start <= last.end) out[out.length - 1] = span(last.start, Math.max(last.end, next.end));
    else out.push(next);
  }
  return out;
}

function* linesOf({ text, body }: Letter) {
  let line = text.slice(0, body.start).split(/\r\n|\r|\n/).length;
  for (let at = body.start; at < text.length; line++) {
    const [ending = ''] = /\r\n|\r|\n|$/.exec(text.slice(at, at + 100_000)) ?? [];
    const stop = ending === '' ? text.length : text.indexOf(ending, at);
    yield { at, end: stop + ending.length, line, words: text.slice(at, stop) };
    at = stop + ending.length;
  }
}
