import type { Nodes, RootContent } from 'mdast';
import type { DocumentLink } from 'vscode-languageserver-types';
import { type Chunk, nodeSpan } from '../letter/chunk.ts';
import type { Letter } from '../letter/letter.ts';
import { remembered } from '../letter/memo.ts';
import { type Span, span } from '../letter/span.ts';
import { type Citation, citationsIn, labelKey } from '../rules/support/citations.ts';
import { nameOf, trimmed } from '../rules/support/exhibits.ts';
import { inLetter } from '../rules/support/per-chunk.ts';
import { toRange } from './convert.ts';

/** The files that a letter's header names: its exhibits' and the case's own order. */
export function filesNamed({ header: { values } }: Letter): string[] {
  const exhibits = (values.exhibits ?? []).flatMap(({ file }) => file ?? []);
  return [...new Set([...exhibits, ...(values.order === undefined ? [] : [values.order])])];
}

/**
 * Leads from "Ex. C" and from the header's paths to the files.
 * @param files addresses of the files that are there, by the path as the header has it
 */
export function documentLinks(letter: Letter, files: ReadonlyMap<string, string>): DocumentLink[] {
  const { header } = letter;
  const found: DocumentLink[] = [];
  const add = (at: Span | undefined, file: string | undefined, tooltip: string): void => {
    const target = file === undefined ? undefined : files.get(file);
    if (at && at.end > at.start && target) {
      found.push({ range: toRange(letter, trimmed(letter, at)), target, tooltip });
    }
  };
  add(header.valueSpan(['order']), header.values.order, "Open the case's order");
  const byLabel = new Map<string, string>();
  header.values.exhibits?.forEach(({ label, file }, i) => {
    add(header.valueSpan(['exhibits', i, 'file']), file, `Open ${nameOf(label)}`);
    if (file !== undefined) byLabel.set(labelKey(label), file);
  });
  if (byLabel.size === 0) return found;
  const linked = inLetter(letter, linkSpans);
  for (const { label, at } of citedPlaces(letter)) {
    // A link of the writer's own leads where the writer wants.
    if (linked.some((l) => at.start < l.span.end && l.span.start < at.end)) continue;
    add(at, byLabel.get(label), `Open ${nameOf(label)}`);
  }
  return found;
}

/** Each exhibit at its own place: "Exs. A and B" names two. */
function citedPlaces(letter: Letter): { label: string; at: Span }[] {
  const cited = inLetter(letter, citationsIn).filter((c) => c.certain);
  const together = new Map<number, Citation[]>();
  for (const c of cited) together.set(c.span.start, [...(together.get(c.span.start) ?? []), c]);
  return [...together.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    if (group.length === 1) return [{ label: first.label, at: first.span }];
    const words = letter.text.slice(first.span.start, first.span.end);
    return [...words.matchAll(/[\p{L}\d][\p{L}\d.-]*(?<!\.)/gu)].flatMap((m) => {
      const label = labelKey(m[0]);
      const start = first.span.start + m.index;
      return group.some((c) => c.label === label) ? [{ label, at: span(start, start + m[0].length) }] : [];
    });
  });
}

const linkSpans = remembered((chunk: Chunk): readonly { readonly span: Span }[] => {
  const walk = (node: Nodes | RootContent): { span: Span }[] =>
    node.type === 'link' || node.type === 'linkReference'
      ? [{ span: nodeSpan(chunk, node) }]
      : 'children' in node
        ? node.children.flatMap(walk)
        : [];
  return chunk.text.includes('](') || chunk.text.includes('][') ? chunk.nodes.flatMap(walk) : [];
});
