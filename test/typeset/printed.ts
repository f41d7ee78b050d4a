import type { Nodes } from 'mdast';
import type { Chunk } from '../../server/src/letter/chunk.ts';
import type { Typesetter } from '../../server/src/typeset/typesetter.ts';
import { poppler, sourceOf } from './support.ts';

/** The words of a Markdown text in order, without blanks. Code of its own, so that it errs in its own ways. */
export function words(chunks: readonly Chunk[]): string {
  const of = (node: Nodes): string => {
    if (node.type === 'html') return node.value.replace(/<!--[\s\S]*?-->|<br\s*\/?>/gi, '');
    if ('value' in node) return node.value;
    if ('alt' in node) return node.alt ?? '';
    return 'children' in node ? node.children.map(of).join('') : '';
  };
  return bare(chunks.flatMap((chunk) => chunk.nodes.map(of)).join(''));
}

/** Without blanks and invisible characters. Poppler composes accents, and so must the other side. */
export const bare = (text: string): string =>
  text.replace(/[\s\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]/gu, '').normalize('NFC');

/** What stands on the pages of a letter, the number at each foot taken off. */
export async function printed(
  typesetter: Typesetter,
  markdown: string,
): Promise<{ text: string; chunks: readonly Chunk[] }> {
  const source = sourceOf(markdown);
  const pdf = await typesetter.pdf('a', source, { title: 'Letter', date: '2025-01-02' });
  const pages = poppler('pdftotext', pdf, '-raw').split('\f').slice(0, -1);
  return {
    chunks: source.chunks,
    text: bare(pages.map((page, i) => page.trimEnd().replace(new RegExp(`${i + 1}$`), '')).join('')),
  };
}
