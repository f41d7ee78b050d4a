import { FootnoteReferenceRun, type ParagraphChild, TextRun } from 'docx';
import type { Block, Inline, Part } from '../typeset/node.ts';

/** How words stand in what surrounds them. */
export interface Face {
  readonly bold?: boolean;
  readonly italics?: boolean;
}

/** Gathers the footnotes of a document, in the order of their marks. */
export interface NoteSink {
  /** @returns the footnote's id, from 1; undefined within a footnote, where Word has none */
  add(blocks: readonly Block[]): number | undefined;
}

/** The words of a paragraph, as they stand in the PDF. */
export function runsOf(line: readonly Inline[], sink: NoteSink, face: Face = {}): ParagraphChild[] {
  return line.flatMap((item) => runOf(item, sink, face));
}

function runOf(item: Inline, sink: NoteSink, face: Face): ParagraphChild[] {
  if (typeof item === 'string') return [new TextRun({ text: allowed(item), ...face })];
  switch (item[0]) {
    case 'e':
      return runsOf(item[1], sink, { ...face, italics: !face.italics });
    case 's':
      return runsOf(item[1], sink, { ...face, bold: true });
    case 'br':
      return [new TextRun({ break: 1 })];
    case 'w':
    case 'l':
    case 'b':
      return [new TextRun({ text: allowed(joined(item[1])), ...face })];
    case 'n': {
      const id = sink.add(item[2]);
      if (id !== undefined) return [new FootnoteReferenceRun(id)];
      // A footnote of a footnote: its text goes on in the one that names it, for nothing may vanish.
      const inside = item[2].flatMap((block) => (block[0] === 'p' || block[0] === 'i' ? block[1] : []));
      return [raised(item[1]), ...runsOf([' [', ...inside, ']'], sink, face)];
    }
    case 'r':
      return [raised(item[1])];
    case 'z':
    case 'm':
      return [];
  }
}

const raised = (mark: number): TextRun => new TextRun({ text: String(mark), superScript: true });

/** XML 1.0 has no place for most control characters, not even escaped. They print nothing. */
const allowed = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');

const joined = (parts: readonly Part[]): string =>
  parts.map((part) => (typeof part === 'string' ? part : part[0])).join('');
