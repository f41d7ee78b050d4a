import { type Document, isScalar, type Pair, type Scalar, visit } from 'yaml';
import type { HeaderIssue } from './header-issues.ts';
import { span } from './span.ts';

/**
 * `{ amount: $60,000 }` is `{ amount: $60, 000: null }` to YAML (flow mappings part at commas). Such sums are put
 * together again in `document`, so that the rules read what the writer meant, and each is an issue with the edit that
 * puts it in quotes. `base`: where the header's YAML, `source`, begins in the letter.
 */
export function joinCutSums(document: Document, source: string, base: number): HeaderIssue[] {
  const issues: HeaderIssue[] = [];
  visit(document, {
    Map(_, map) {
      if (!map.flow) return;
      for (let i = 0; i < map.items.length; i++) {
        const head = map.items[i]?.value;
        if (!isScalar(head) || !head.range || !/^\$? ?\d{1,3}$/.test(sourceOf(head))) continue;
        let last: Scalar | undefined;
        let parts = 0;
        for (let tail = tailOf(map.items[i + 1]); tail; tail = tailOf(map.items[i + 1 + parts])) {
          last = tail;
          parts++;
        }
        if (!last?.range) continue;
        const at = span(base + head.range[0], base + last.range[1]);
        const sum = source.slice(head.range[0], last.range[1]);
        map.items.splice(i + 1, parts);
        head.value = sum;
        issues.push({
          message: `A sum with a comma in it is cut in two here: write it without commas, or in quotes.`,
          span: at,
          mend: { title: 'Put the sum in quotes', span: at, text: `"${sum}"` },
        });
      }
    },
  });
  return issues;
}

const sourceOf = (scalar: Scalar): string => scalar.source ?? String(scalar.value);

/** The further digits of a sum, taken for a key without a value. */
function tailOf(pair: Pair | undefined): Scalar | undefined {
  if (!pair || !isScalar(pair.key)) return undefined;
  const value = pair.value;
  const empty = value === null || (isScalar(value) && value.value === null && !value.source);
  return empty && /^\d{3}(\.\d{2})?$/.test(sourceOf(pair.key)) ? pair.key : undefined;
}
