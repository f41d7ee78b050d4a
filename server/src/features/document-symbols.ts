import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type { Letter } from '../letter/letter.ts';
import type { Section } from '../letter/sections.ts';
import { type Span, span } from '../letter/span.ts';
import type { Matter } from '../order/matter.ts';
import { coverage, isCovered } from '../rules/support/coverage.ts';
import { toRange } from './convert.ts';
import { paragraphsOf, shownSections } from './coverage-words.ts';

/** The header with its keys, and the sections as a tree, each with the paragraphs that it covers. */
export function documentSymbols(letter: Letter, matter: Matter): DocumentSymbol[] {
  const header = headerSymbol(letter, matter);
  const roots: DocumentSymbol[] = header ? [header] : [];
  const open: { section: Section; symbol: DocumentSymbol }[] = [];
  for (const { section, contents } of shownSections(letter, matter.submission)) {
    const symbol: DocumentSymbol = {
      name: section.heading.trim() || 'Untitled',
      ...(contents.length > 0 ? { detail: paragraphsOf(contents) } : {}),
      kind: SymbolKind.String,
      range: toRange(letter, trimmed(letter, span(section.headingSpan.start, section.end))),
      selectionRange: toRange(letter, trimmed(letter, section.headingSpan)),
      children: [],
    };
    while (open.length > 0 && (open.at(-1)?.section.end ?? 0) <= section.headingSpan.start) open.pop();
    (open.at(-1)?.symbol.children ?? roots).push(symbol);
    open.push({ section, symbol });
  }
  return roots;
}

/** Where symbols cannot be a tree. */
export function flat(symbols: readonly DocumentSymbol[]): DocumentSymbol[] {
  return symbols.flatMap(({ children = [], ...symbol }) => [symbol, ...flat(children)]);
}

function headerSymbol(letter: Letter, { order, submission }: Matter): DocumentSymbol | undefined {
  const { header } = letter;
  if (header.state === 'absent') return undefined;
  const children = Object.keys(header.values).flatMap((key): DocumentSymbol[] => {
    const at = header.keySpan([key]);
    if (!at) return [];
    const end = Math.max(at.end, header.valueSpan([key])?.end ?? at.end);
    return [
      {
        name: key,
        kind: SymbolKind.Property,
        range: toRange(letter, trimmed(letter, span(at.start, end))),
        selectionRange: toRange(letter, at),
      },
    ];
  });
  const all = submission && !letter.cut ? coverage(letter, submission) : [];
  const missing = all.filter((c) => !isCovered(c)).map((c) => c.content.title);
  const detail =
    all.length === 0
      ? ''
      : missing.length === 0
        ? `covers all ${all.length} contents`
        : `covers ${all.length - missing.length} of ${all.length}; missing: ${missing.join(', ')}`;
  return {
    name: order ? `Header: Judge ${order.judge.surname}` : 'Header',
    ...(detail ? { detail } : {}),
    kind: SymbolKind.Namespace,
    range: toRange(letter, header.span),
    selectionRange: toRange(
      letter,
      span(header.span.start, Math.min(header.span.start + 3, header.span.end)),
    ),
    children,
  };
}

/**
 * Without the blanks at its end, so that the next section does not begin inside. A symbol's name is trimmed as well:
 * an editor shows no outline at all where the blanks behind "## " stand outside of their symbol.
 */
function trimmed(letter: Letter, { start, end }: Span): Span {
  return span(start, start + letter.text.slice(start, end).trimEnd().length);
}
