import type { Root } from 'mdast';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';

/** Tables and footnotes only: GFM's autolinks cost more than all the rest and letters do not need them. */
function letterSyntax(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), gfmTable(), gfmFootnote()];
  data.fromMarkdownExtensions = [
    ...(data.fromMarkdownExtensions ?? []),
    gfmTableFromMarkdown(),
    gfmFootnoteFromMarkdown(),
  ];
}

const processor = unified().use(remarkParse).use(letterSyntax).freeze();

/** Parses a whole Markdown text at once; `parseBody` must agree with it. */
export const parseMarkdown = (text: string): Root =>
  // The parser leaves out a byte order mark at the start, and counts from behind it: one of ours is for it.
  processor.parse(text.startsWith('\ufeff') ? `\ufeff${text}` : text);
