import { type Document, isPair, isScalar, Scalar, visit } from 'yaml';
import type { HeaderIssue } from './header-issues.ts';
import { span } from './span.ts';

/**
 * A value that begins with an asterisk is an alias in YAML, and one of something that is not there cannot be
 * read. Such aliases are told, and left empty in the document so that all else is read.
 * @returns the issues, and the top-level keys in whose values they stand
 */
export function unresolvedAliases(
  document: Document,
  base: number,
): { readonly issues: HeaderIssue[]; readonly keys: ReadonlySet<string> } {
  const issues: HeaderIssue[] = [];
  const keys = new Set<string>();
  visit(document, {
    Alias(_, node, path) {
      if (node.resolve(document)) return undefined;
      const [start = 0, end = start] = node.range ?? [];
      const place = span(base + start, base + end);
      const top = path.find((p) => isPair(p));
      if (isPair(top) && isScalar(top.key)) keys.add(String(top.key.value));
      const words = `*${node.source}`;
      issues.push({
        message: `A value that begins with * stands for another that is marked &${node.source}, and the header has none: put it in quotes.`,
        span: place,
        mend: { title: `Change to "${words}"`, span: place, text: JSON.stringify(words) },
      });
      const empty = new Scalar(null);
      empty.range = node.range ?? null;
      return empty;
    },
  });
  return { issues, keys };
}
