import { dirname } from 'node:path';
import { check } from '../../server/src/check/check.ts';
import type { CheckResult } from '../../server/src/check/result.ts';
import { gatherExhibits } from '../../server/src/host/exhibits.ts';
import { gatherPages } from '../../server/src/host/pages.ts';
import { createTypesetter } from '../../server/src/host/typeset/create.ts';
import { parseLetter } from '../../server/src/letter/letter.ts';
import { openMatter } from '../../server/src/order/matter.ts';
import type { Fix } from '../../server/src/rules/support/rule.ts';
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

export { sampleLetter } from '../../server/src/rules/support/sample.ts';

export function applyFix(text: string, fix: Fix): string {
  return [...fix.edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((t, e) => t.slice(0, e.span.start) + e.text + t.slice(e.span.end), text);
}
