import { dirname } from 'node:path';
import { check } from '../../server/src/check/check.ts';
import type { CheckResult } from '../../server/src/check/result.ts';
import { gatherExhibits } from '../../server/src/host/exhibits.ts';
import { gatherPages } from '../../server/src/host/pages.ts';
import { createTypesetter } from '../../server/src/host/typeset/create.ts';
import { parseLetter } from '../../server/src/letter/letter.ts';
import { openMatter } from '../../server/src/order/matter.ts';
import type { Example, Fix } from '../../server/src/rules/support/rule.ts';
import { allOrders } from './orders.ts';

export interface Checker {
  /** `file` is where the letter lies, for its exhibits. */
  check(text: string, today?: string, file?: string): Promise<CheckResult>;
  stop(): Promise<void>;
}

/** Checks texts with the built-in orders and the invented one, pages typeset in this process. */
export async function startChecker(): Promise<Checker> {
  const typesetter = createTypesetter({ mode: 'in-process' });
  return {
    async check(text, today = '2025-09-02', file = undefined) {
      const letter = parseLetter(text);
      const matter = openMatter(letter, allOrders);
      const pages = await gatherPages(typesetter, 'test', letter, matter);
      const exhibits = await gatherExhibits(letter, { dir: file && dirname(file) });
      return check({ letter, matter, pages, exhibits, today });
    },
    stop: () => typesetter.dispose(),
  };
}

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

export function sampleLetter({ header = [], body }: Example): string {
  const lines = [...HEADER];
  for (const line of header) {
    const key = /^-?(\w+)/.exec(line)?.[1];
    const at = key && !line.startsWith(' ') ? lines.findIndex((l) => l.startsWith(`${key}:`)) : -1;
    if (line.startsWith('-')) lines.splice(at, at < 0 ? 0 : 1);
    else if (at >= 0) lines[at] = line;
    else lines.push(line);
  }
  return `---\n${lines.join('\n')}\n---\n\n${body}`;
}

export function applyFix(text: string, fix: Fix): string {
  return [...fix.edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((t, e) => t.slice(0, e.span.start) + e.text + t.slice(e.span.end), text);
}
