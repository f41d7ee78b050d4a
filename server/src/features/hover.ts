import type { Hover } from 'vscode-languageserver-types';
import { saysAt } from '../../../schemas/describe.ts';
import type { CheckResult } from '../check/result.ts';
import type { Letter } from '../letter/letter.ts';
import { span } from '../letter/span.ts';
import { cite } from '../order/cite.ts';
import { usesOf } from '../order/key-uses.ts';
import type { Matter } from '../order/matter.ts';
import { cited, formOf } from '../order/requirements.ts';
import { coverage } from '../rules/support/coverage.ts';
import { toRange } from './convert.ts';
import { wantingOf } from './coverage-words.ts';
import { dateHover } from './dates.ts';
import { headerCursor } from './header-cursor.ts';

/**
 * What the order, the header's table of keys or the calendar has to say of the place.
 * @param result of the check of this very text; null while there is none
 */
export function hover(
  letter: Letter,
  matter: Matter,
  offset: number,
  today: string,
  result: CheckResult | null,
): Hover | null {
  return (
    dateHover(letter, matter, offset, today) ??
    judgeHover(letter, matter, offset) ??
    keyHover(letter, matter, offset) ??
    headingHover(letter, matter, offset, result)
  );
}

const touches = (at: { start: number; end: number } | undefined, offset: number): boolean =>
  at !== undefined && offset >= at.start && offset <= at.end;

/** On the judge: what the order asks for, and what no document can violate. */
function judgeHover(letter: Letter, { order, submission }: Matter, offset: number): Hover | null {
  const value = letter.header.valueSpan(['judge']);
  if (!value || !touches(value, offset) || !order || !submission) return null;
  const lines = [`**${order.judge.name}**, ${order.court}`, '', `${order.title}. ${order.source}`, ''];
  lines.push(`**${capital(submission.name)}**`, '', ...formOf(submission).map((f) => `- ${cited(f)}`));
  const covered = new Map(coverage(letter, submission).map((c) => [c.content.id, c.sections.length > 0]));
  for (const c of submission.contents)
    lines.push(`- ${covered.get(c.id) ? '✓ ' : letter.cut ? '' : '○ '}${c.asks} (${cite(c.paragraph)})`);
  if (order.shown?.length) lines.push('', '**Also**', '');
  for (const s of order.shown ?? []) lines.push(`- ${s.say} (${cite(s.paragraph)})`);
  return { contents: { kind: 'markdown', value: lines.join('\n') }, range: toRange(letter, value) };
}

/** On a key, at any depth and while the YAML is broken: what it holds, and which paragraphs look at it. */
function keyHover(letter: Letter, { order, submission }: Matter, offset: number): Hover | null {
  const { yaml, state } = letter.header;
  if (state === 'absent' || offset < yaml.start || offset > yaml.end) return null;
  let start = offset;
  let end = offset;
  while (start > yaml.start && WORD.test(letter.text[start - 1] ?? '')) start--;
  while (end < yaml.end && WORD.test(letter.text[end] ?? '')) end++;
  if (!/^["']?[ \t]*:/.test(letter.text.slice(end, end + 4))) return null;
  const cursor = headerCursor(letter.text.slice(yaml.start, end));
  if (cursor?.kind !== 'key') return null;
  const key = letter.text.slice(start, end);
  const path = [...cursor.path, key];
  const says = saysAt(path);
  if (says === undefined) return null;
  const lines = [`**${key}**: ${says}`];
  const uses = order && submission && path.length === 1 ? usesOf(key, order, submission) : [];
  if (uses.length > 0 && order) {
    lines.push('', `What Judge ${order.judge.surname}’s order asks that hangs on it:`, '');
    lines.push(...uses.map((u) => `- ${cited(u)}`));
  }
  return {
    contents: { kind: 'markdown', value: lines.join('\n') },
    range: toRange(letter, span(start, end)),
  };
}

const WORD = /[\w-]/;

/** On a heading: what the order asks for there, and what is still wanting. */
function headingHover(
  letter: Letter,
  { submission }: Matter,
  offset: number,
  result: CheckResult | null,
): Hover | null {
  const section = letter.sections.find((s) => touches(s.headingSpan, offset));
  if (!section || !submission) return null;
  const here = coverage(letter, submission).filter((c) => c.sections.includes(section));
  if (here.length === 0) return null;
  const lines = here.flatMap(({ content }) => {
    const asks = `**${content.title}** (${cite(content.paragraph)}): the order asks for ${content.asks}.`;
    const parts = content.detail?.map((d) => d.say) ?? [];
    const wanted = parts.length > 0 ? [`It looks for ${parts.join(' and for ')}.`] : [];
    const lacks = result ? wantingOf(result, content).map((f) => `Still wanting: ${f.message}`) : [];
    return [asks, ...wanted, ...lacks];
  });
  return {
    contents: { kind: 'markdown', value: lines.join('\n\n') },
    range: toRange(letter, section.headingSpan),
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
