import type { Example } from './rule.ts';

/** A header with all that the rules can ask for; an example changes single lines of it. */
const HEADER = [
  'judge: hartwell',
  'case: 3:25-cv-00417-KLM',
  'caption: Ostrander v. Pelham Marine, Inc.',
  'party: Dana Ostrander',
  'role: plaintiff',
  'dated: 2025-09-02',
  'conference: 2025-09-16 10:00',
  'from: a.writer@ostranderlaw.example',
  'to: Hartwell_Settlement@wawd.uscourts.gov',
];

/** The header's lines, as an example changes them. */
function headerOf(changes: readonly string[]): string[] {
  const lines = [...HEADER];
  for (const line of changes) {
    const key = /^-?(\w+)/.exec(line)?.[1];
    const at = key && !line.startsWith(' ') ? lines.findIndex((l) => l.startsWith(`${key}:`)) : -1;
    if (line.startsWith('-')) lines.splice(at, at < 0 ? 0 : 1);
    else if (at >= 0) lines[at] = line;
    else lines.push(line);
  }
  return lines;
}

export const sampleLetter = ({ header = [], body }: Example): string =>
  `---\n${headerOf(header).join('\n')}\n---\n\n${body}`;

/** What of a sample letter a reader has to see: the lines that are the example's own, and the one that is marked. */
export function excerpt({ header = [], body, whole }: Example, marks?: string): string {
  if (whole !== undefined) return whole;
  const own = header.filter((line) => !line.startsWith('-'));
  const unseen = marks && ![...own, body].some((text) => text.includes(marks)) ? marks : undefined;
  const marked = headerOf(header).filter((line) => unseen !== undefined && line.includes(unseen));
  const lines = [...marked, ...own];
  return [...(lines.length > 0 ? ['---', ...lines, '---', ''] : []), body].join('\n');
}
