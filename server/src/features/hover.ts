import type { Hover } from 'vscode-languageserver-types';
import { saysAt } from '../../../schemas/describe.ts';
import type { Letter } from '../letter/letter.ts';
import { cite } from '../order/cite.ts';
import type { Matter } from '../order/matter.ts';
import { coverage } from '../rules/support/coverage.ts';
import { toRange } from './convert.ts';
import { dateHover } from './dates.ts';

/** What the order, the header's table of keys or the calendar has to say of the place. */
export function hover(letter: Letter, matter: Matter, offset: number, today: string): Hover | null {
  return (
    dateHover(letter, matter, offset, today) ??
    judgeHover(letter, matter, offset) ??
    keyHover(letter, offset) ??
    headingHover(letter, matter, offset)
  );
}

const touches = (at: { start: number; end: number } | undefined, offset: number): boolean =>
  at !== undefined && offset >= at.start && offset <= at.end;

/** On the judge: what the order asks for, and what no document can violate. */
function judgeHover(letter: Letter, { order, submission }: Matter, offset: number): Hover | null {
  const value = letter.header.valueSpan(['judge']);
  if (!value || !touches(value, offset) || !order || !submission) return null;
  const lines = [`**${order.judge.name}**, ${order.court}`, '', `${order.title}. ${order.source}`, ''];
  const say = (what: string, paragraph: string): void => void lines.push(`- ${what} (${cite(paragraph)})`);
  const { recipient, marking, service, filing, pages, exhibitPages, hardCopy } = submission;
  lines.push(`**${submission.name}**`, '');
  if (recipient)
    say(`to ${recipient.addresses.join(', ') || recipient.name || 'the Court'}`, recipient.paragraph);
  if (marking) say(`marked “${marking.words}”`, marking.paragraph);
  if (service?.rule === 'forbidden' || service?.rule === 'promised')
    say('not for the other side', service.paragraph);
  if (filing?.rule === 'forbidden') say('not filed', filing.paragraph);
  if (pages) say(`at most ${pages.max} pages`, pages.paragraph);
  if (exhibitPages) say(`at most ${exhibitPages.max} pages of exhibits`, exhibitPages.paragraph);
  if (hardCopy) say(`over ${hardCopy.over} pages of exhibits: ${hardCopy.say}`, hardCopy.paragraph);
  const covered = new Map(coverage(letter, submission).map((c) => [c.content.id, c.sections.length > 0]));
  for (const c of submission.contents) say(`${covered.get(c.id) ? '✓' : '○'} ${c.asks}`, c.paragraph);
  if (order.shown?.length) lines.push('', '**Also**', '');
  for (const s of order.shown ?? []) say(s.say, s.paragraph);
  return { contents: { kind: 'markdown', value: lines.join('\n') }, range: toRange(letter, value) };
}

/** On a top-level key: what it holds. */
function keyHover(letter: Letter, offset: number): Hover | null {
  for (const key of Object.keys(letter.header.values)) {
    const at = letter.header.keySpan([key]);
    if (!at || !touches(at, offset)) continue;
    return {
      contents: { kind: 'markdown', value: `**${key}**: ${saysAt([key]) ?? ''}` },
      range: toRange(letter, at),
    };
  }
  return null;
}

/** On a heading: what the order asks for there. */
function headingHover(letter: Letter, { submission }: Matter, offset: number): Hover | null {
  const section = letter.sections.find((s) => touches(s.headingSpan, offset));
  if (!section || !submission) return null;
  const here = coverage(letter, submission).filter((c) => c.sections.includes(section));
  if (here.length === 0) return null;
  const lines = here.map(
    ({ content }) => `**${content.title}** (${cite(content.paragraph)}): the order asks for ${content.asks}.`,
  );
  return {
    contents: { kind: 'markdown', value: lines.join('\n\n') },
    range: toRange(letter, section.headingSpan),
  };
}
