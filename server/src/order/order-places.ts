import { parseDocument } from 'yaml';
import { type Span, span } from '../letter/span.ts';
import { locate } from '../letter/yaml-places.ts';
import type { OrderIssue } from './order-issues.ts';

/** An issue with its place in the order file's text. */
export interface PlacedIssue extends OrderIssue {
  readonly span: Span;
}

/** What keeps a text from being YAML at all, with places. */
export function yamlIssues(text: string): PlacedIssue[] {
  const document = parseDocument(text, { prettyErrors: false });
  return document.errors.map((e) => ({
    path: [],
    on: 'value',
    message: `This is not YAML that can be read: ${e.message.split('\n')[0] ?? ''}`,
    span: span(e.pos[0], Math.max(e.pos[0], e.pos[1])),
  }));
}

/** Finds issues in the text. What stands in the order that this one extends is marked at the top. */
export function placeIssues(text: string, issues: readonly OrderIssue[]): PlacedIssue[] {
  const document = parseDocument(text, { prettyErrors: false });
  const at = { document, base: 0, contents: document.contents };
  return issues.map((issue) => {
    for (let n = issue.path.length; n > 0; n--) {
      const place = locate(at, issue.path.slice(0, n));
      const whole = n === issue.path.length;
      const found =
        whole && issue.on === 'value' ? (place?.value ?? place?.key) : (place?.key ?? place?.value);
      if (found) return { ...issue, span: found };
    }
    const line = text.indexOf('\n');
    return { ...issue, span: span(0, line < 0 ? text.length : line) };
  });
}
