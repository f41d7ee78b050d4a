import type { Letter } from '../letter/letter.ts';
import { type Span, span } from '../letter/span.ts';
import { usesOf } from '../order/key-uses.ts';
import type { Matter } from '../order/matter.ts';
import { coverage } from '../rules/support/coverage.ts';
import { trimmed } from '../rules/support/exhibits.ts';

/** Where "go to definition" leads from a place in a letter. */
export interface Definition {
  /** The words that lead there. */
  readonly origin: Span;
  /** A field of the order (see `OrderPage.lines`). */
  readonly field: string;
}

/** From a heading, a content in a comment, the judge or a header's key to where the order speaks of it. */
export function definitionAt(letter: Letter, matter: Matter, offset: number): Definition | undefined {
  const { submission } = matter;
  if (!matter.order || !submission) return undefined;
  return (
    inComment(letter, submission.id, offset) ??
    inHeader(letter, matter, offset) ??
    onHeading(letter, matter, offset)
  );
}

/** The sections of a letter that answer to a field of its order, and what calls for it in the header. */
export function sectionsFor(letter: Letter, { submission }: Matter, field: string): Span[] {
  const [document, contents, id] = field.split(' ');
  if (!submission || document !== submission.id || contents !== 'contents') return [];
  return coverage(letter, submission)
    .filter((c) => c.content.id === id)
    .flatMap((c) => c.sections.map((s) => s.headingSpan));
}

/** Every section that covers what the heading at a place covers; on the judge, all that cover anything. */
export function referencesAt(letter: Letter, { submission }: Matter, offset: number): Span[] {
  if (!submission) return [];
  const all = coverage(letter, submission);
  const judge = letter.header.valueSpan(['judge']);
  const here =
    judge && holds(judge, offset)
      ? all
      : all.filter((c) => c.sections.some((s) => holds(s.headingSpan, offset)));
  const sections = [...new Set(here.flatMap((c) => c.sections))];
  return sections.map((s) => s.headingSpan).sort((a, b) => a.start - b.start);
}

const holds = ({ start, end }: Span, offset: number): boolean => offset >= start && offset <= end;

/** `<!-- covers: history, terms -->`, the word under the cursor. */
function inComment({ lines, text }: Letter, document: string, offset: number): Definition | undefined {
  const line = lines.lineOf(offset);
  const start = lines.offset({ line, character: 0 });
  const comment = /<!--\s*covers\s*:(?<ids>[^>]*)/.exec(lines.text(line));
  const ids = comment?.groups?.ids;
  if (!comment || ids === undefined) return undefined;
  const from = start + comment.index + comment[0].length - ids.length;
  for (const m of ids.matchAll(/[\w-]*\w/g)) {
    const origin = span(from + m.index, from + m.index + m[0].length);
    if (holds(origin, offset)) {
      return { origin, field: `${document} contents ${text.slice(origin.start, origin.end)}` };
    }
  }
  return undefined;
}

function inHeader(letter: Letter, { order, submission }: Matter, offset: number): Definition | undefined {
  const { header } = letter;
  if (!order || !submission || offset > header.span.end) return undefined;
  for (const key of Object.keys(header.values)) {
    const name = header.keySpan([key]);
    const value = header.valueSpan([key]);
    // A value in several lines reaches to the next key.
    const origin = [name, value && trimmed(letter, value)].find((s) => s && holds(s, offset));
    if (!origin) continue;
    if (key === 'judge' || key === 'court') return { origin, field: 'judge' };
    if (key === 'submission') return { origin, field: submission.id };
    const [use] = usesOf(key, order, submission);
    if (!use) return undefined;
    return { origin, field: OF_ORDER.test(use.field) ? use.field : `${submission.id} ${use.field}` };
  }
  return undefined;
}

/** Fields of the order rather than of one of its documents. */
const OF_ORDER = /^(?:exchange|attendance|deadlines)\b/;

function onHeading(letter: Letter, { submission }: Matter, offset: number): Definition | undefined {
  const section = letter.sections.find((s) => holds(s.headingSpan, offset));
  if (!section || !submission) return undefined;
  const covered = coverage(letter, submission).find((c) => c.sections.includes(section));
  return covered && { origin: section.headingSpan, field: `${submission.id} contents ${covered.content.id}` };
}
