import type { Letter } from '../../letter/letter.ts';
import { perProse } from '../../letter/prose.ts';
import { BOLD_LINE, type PlacedProse, RUN_IN, type Section } from '../../letter/sections.ts';
import { matches } from '../../order/cues.ts';
import { type HeadingWords, headingWords } from '../../order/heading.ts';
import type { Content, Submission } from '../../order/order.ts';

/** Which sections cover a content. `parts`: several together do; `missing` names what they leave out. */
export interface Coverage {
  readonly content: Content;
  readonly sections: readonly Section[];
  readonly missing: readonly string[];
}

const computed = new WeakMap<Letter, WeakMap<Submission, readonly Coverage[]>>();

/** How a submission's contents are covered, in the order's sequence. */
export function coverage(letter: Letter, submission: Submission): readonly Coverage[] {
  let bySubmission = computed.get(letter);
  if (!bySubmission) {
    bySubmission = new WeakMap();
    computed.set(letter, bySubmission);
  }
  let found = bySubmission.get(submission);
  if (!found) {
    found = submission.contents.map((content) => coverContent(letter, submission, content));
    bySubmission.set(submission, found);
  }
  return found;
}

export const isCovered = (c: Coverage): boolean => c.sections.length > 0 && c.missing.length === 0;

function coverContent(letter: Letter, submission: Submission, content: Content): Coverage {
  const topics = headingTopics(submission);
  const said = letter.sections.filter((s) => s.covers.includes(content.id));
  if (said.length > 0) return { content, sections: said, missing: [] };
  const whole = letter.sections.filter((s) => topics(s.heading).whole.has(content.id));
  if (whole.length > 0) return { content, sections: whole, missing: [] };
  const byPart = content.parts.map((part, i) => ({
    part,
    sections: letter.sections.filter((s) => topics(s.heading).parts.has(`${content.id} ${i}`)),
  }));
  const wanted = byPart.filter((p) => !p.part.optional);
  if (!wanted.some((p) => p.sections.length > 0)) return { content, sections: [], missing: [] };
  const sections = [...new Set(byPart.flatMap((p) => p.sections))];
  sections.sort((a, b) => a.headingSpan.start - b.headingSpan.start);
  return {
    content,
    sections,
    missing: wanted.filter((p) => p.sections.length === 0).map((p) => p.part.name),
  };
}

interface Topics {
  readonly whole: ReadonlySet<string>;
  /** `content-id part-index`. */
  readonly parts: ReadonlySet<string>;
}

const topicsOf = new WeakMap<Submission, Map<string, Topics>>();
const MOST_HEADINGS = 20_000;

/** Which contents a heading's words cover; remembered, since headings outlive keystrokes. */
function headingTopics(submission: Submission): (heading: string) => Topics {
  let known = topicsOf.get(submission);
  if (!known || known.size > MOST_HEADINGS) {
    known = new Map();
    topicsOf.set(submission, known);
  }
  const table = known;
  return (heading) => {
    let topics = table.get(heading);
    if (!topics) {
      topics = topicsFor(headingWords(heading), submission);
      table.set(heading, topics);
    }
    return topics;
  };
}

function topicsFor(words: HeadingWords, submission: Submission): Topics {
  const whole = submission.contents.filter((c) => matches(words, c.cues)).map((c) => c.id);
  const parts = submission.contents.flatMap((c) =>
    c.parts.flatMap((part, i) => (matches(words, part.cues) ? [`${c.id} ${i}`] : [])),
  );
  return { whole: new Set(whole), parts: new Set(parts) };
}

/** The contents that a heading covers by its words alone. */
export function contentsOfHeading(heading: string, submission: Submission): string[] {
  return [...headingTopics(submission)(heading).whole];
}

/** The words of a section that are its own or its subsections': no headings, no comments, no signature. */
export function sectionText(letter: Letter, submission: Submission, section: Section): string {
  let known = textOf.get(section);
  if (known?.submission !== submission) {
    known = { submission, text: readSection(letter, submission, section) };
    textOf.set(section, known);
  }
  return known.text;
}

/** A section is of one version of one letter, in which two rules read it. */
const textOf = new WeakMap<Section, { readonly submission: Submission; readonly text: string }>();

function readSection(letter: Letter, submission: Submission, section: Section): string {
  const covers = headingTopics(submission);
  const end = contentEnd(letter, submission, section);
  const texts: string[] = [];
  for (const { prose, piece } of behind(letter, section.contentStart)) {
    const start = prose.span.start + piece.start;
    if (start >= end) break;
    if (prose.kind === 'heading') continue;
    // The paragraph that a run-in opens: what follows the bold words.
    if (start < section.contentStart) {
      texts.push(prose.text.slice(prose.bold).replace(/^[\s.:;\u2013\u2014-]+/, ''));
      continue;
    }
    // A bold line that titles another of the order's contents is a heading, else it is words.
    const bold = prose.bold > 0 ? prose.text.slice(0, prose.bold) : '';
    const title = bold !== '' && covers(bold).whole.size > 0;
    texts.push(title ? prose.text.slice(prose.bold) : prose.text);
  }
  return texts.join('\n').trim();
}

/**
 * Where a section's words end: at the signature, and for a bold heading at the next bold words that title
 * one of the order's contents, since there is no telling which of the two stands above the other.
 */
export function contentEnd(letter: Letter, submission: Submission, section: Section): number {
  const covers = headingTopics(submission);
  let end = section.end;
  for (const { prose, piece } of behind(letter, section.contentStart)) {
    const start = prose.span.start + piece.start;
    if (start < section.contentStart) continue;
    if (start >= end) break;
    if (prose.kind === 'paragraph' && !prose.inList && !prose.inQuote && isClosing(prose)) {
      end = start;
      break;
    }
  }
  if (section.level !== BOLD_LINE && section.level !== RUN_IN) return end;
  const { sections } = letter;
  for (
    let i = firstOf(sections, (s) => s.headingSpan.start >= section.contentStart);
    i < sections.length;
    i++
  ) {
    const next = sections[i];
    if (!next || next.headingSpan.start >= end) break;
    if (covers(next.heading).whole.size > 0) return next.headingSpan.start;
  }
  return end;
}

/** The blocks that end behind a place, in the text's order. */
function* behind({ proses }: Letter, offset: number): Generator<PlacedProse> {
  const first = firstOf(proses, ({ prose, piece }) => prose.span.end + piece.start > offset);
  for (let i = first; i < proses.length; i++) {
    const placed = proses[i];
    if (placed) yield placed;
  }
}

/** The index of the first for which `is` holds, where it holds for all behind that too; else their number. */
function firstOf<T>(all: readonly T[], is: (one: T) => boolean): number {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = all[middle];
    if (one !== undefined && is(one)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Formulas that stand alone at the head of their line, a comma or a point behind them at most. */
const FORMULAS = [
  'respectfully submitted',
  'respectfully yours',
  'respectfully',
  'very truly yours',
  'yours very truly',
  'yours truly',
  'yours sincerely',
  'sincerely yours',
  'sincerely',
  'best regards',
  'kind regards',
  'regards',
  'cordially',
  'encl',
  'encls',
  'enclosure',
  'enclosures',
  'attachments',
];
/** Openings that say so whatever follows. */
const OPENINGS = [
  'dated:',
  '/s/',
  'cc:',
  'c.c.:',
  'bcc:',
  'respectfully submitted, ',
  'enclosures:',
  'encl.:',
];

/** Whether a paragraph opens the end of a letter: a closing formula, a signature, copies, enclosures. */
export const isClosing = perProse(({ text }) => {
  const line = (text.trimStart().split('\n')[0] ?? '').trim().toLowerCase();
  if (line.length > 120) return false;
  if (OPENINGS.some((o) => line.startsWith(o))) return true;
  const bare = line.replace(/[,.:;]+$/, '').replace(/\s*\(\d+\)$/, '');
  // "Sincerely yours to command:" is a formula too.
  if (/[,:]$/.test(line) && line.split(/\s+/).length <= 6 && FORMULAS.some((f) => line.startsWith(`${f} `)))
    return true;
  return FORMULAS.includes(bare);
});
