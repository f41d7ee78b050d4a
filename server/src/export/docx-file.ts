import { AlignmentType, Document, Footer, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import type { Plot } from '../chart/plot.ts';
import type { Block } from '../typeset/node.ts';
import type { Format } from '../typeset/typesetter.ts';
import { BlockWriter } from './docx-blocks.ts';
import type { NoteSink } from './docx-inline.ts';
import { measuresOf, PAGE, stylesOf } from './docx-styles.ts';

/** Half an inch, where Word puts a page's number unless told otherwise. */
const FOOTER = 720;

/**
 * What of a letter goes into a Word document: data alone, since this file is a bundle of its own, which shares no state
 * with the others.
 */
export interface Written {
  /** JSON arrays of blocks, in order. */
  readonly pieces: readonly string[];
  readonly plot: Plot | undefined;
  readonly format: Format;
  readonly title: string;
}

/** @returns the bytes of a .docx file, the same for the same letter */
export async function writeDocx({ pieces, plot, format, title }: Written): Promise<Uint8Array> {
  const measures = measuresOf(format);
  const notes: (readonly Block[])[] = [];
  const sink: NoteSink = { add: (blocks) => notes.push(blocks) };
  const writer = new BlockWriter(sink, measures, plot);
  const children = pieces.flatMap((json) => writer.blocks(blocksIn(json)));
  const inner = new BlockWriter({ add: () => undefined }, measures);
  const footnotes = Object.fromEntries(
    notes.map((blocks, i) => [i + 1, { children: noteOf(inner, blocks) }]),
  );
  const document = new Document({
    title,
    styles: stylesOf(format, measures),
    numbering: { config: [...writer.numberings, ...inner.numberings] },
    footnotes,
    sections: [
      {
        properties: {
          page: {
            size: PAGE,
            margin: {
              top: measures.margin,
              bottom: measures.margin,
              left: measures.margin,
              right: measures.margin,
              footer: Math.min(FOOTER, Math.round(measures.margin / 2)),
            },
          },
        },
        footers: { default: pageNumber(format) },
        children,
      },
    ],
  });
  return plain(new Uint8Array(await Packer.toArrayBuffer(document)), title);
}

function noteOf(writer: BlockWriter, blocks: readonly Block[]): Paragraph[] {
  // Word's footnotes hold paragraphs; the package's types say the same.
  return writer.blocks(blocks).filter((child): child is Paragraph => child instanceof Paragraph);
}

const pageNumber = ({ font, size }: Format): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ font, size: Math.round(size * 2), children: [PageNumber.CURRENT] })],
      }),
    ],
  });

/** `encode` wrote it as an array of blocks. */
const blocksIn = (json: string): Block[] => JSON.parse(json) as Block[];

/** Zip files hold no earlier day. */
const EPOCH = '1980-01-01T00:00:00';

/**
 * The same parts in a package without the hour of its making, the author, the editor and the program.
 * Office Open XML needs none of them.
 */
function plain(docx: Uint8Array, title: string): Uint8Array {
  const parts: Zippable = {};
  const made = unzipSync(docx);
  const counted = withCountedIds(made);
  for (const name of Object.keys(made).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))) {
    const bytes = made[name] ?? new Uint8Array();
    const content =
      name === 'docProps/core.xml'
        ? strToU8(coreOf(title))
        : name.endsWith('.xlsx')
          ? undated(bytes)
          : counted(name, bytes);
    parts[name] = [content, { mtime: EPOCH, level: 6 }];
  }
  return zipSync(parts);
}

/** A chart carries its figures as a workbook, a package of its own with the hour of its making. */
function undated(workbook: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(workbook));
  return zipSync(
    Object.fromEntries(parts.map(([name, bytes]) => [name, [bytes, { mtime: EPOCH, level: 6 }]])),
  );
}

/** Relations between parts have names drawn by lot, which are numbered instead. */
function withCountedIds(
  parts: Readonly<Record<string, Uint8Array>>,
): (name: string, bytes: Uint8Array) => Uint8Array {
  const ids = new Map<string, string>();
  for (const name of Object.keys(parts)
    .filter((n) => n.endsWith('.rels'))
    .sort()) {
    for (const [, id = ''] of strFromU8(parts[name] ?? new Uint8Array()).matchAll(/ Id="(rId[\w-]{15,})"/g)) {
      ids.set(id, `rIdPart${ids.size + 1}`);
    }
  }
  return (name, bytes) => {
    if (ids.size === 0 || !/\.(xml|rels)$/.test(name)) return bytes;
    const text = strFromU8(bytes).replace(/(?<=")rId[\w-]{15,}(?=")/g, (id) => ids.get(id) ?? id);
    return strToU8(text);
  };
}

/** Readers look for the list of types first. */
const rank = (name: string): number =>
  name === '[Content_Types].xml' ? 0 : name.startsWith('_rels/') ? 1 : 2;

const coreOf = (title: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xml(title)}</dc:title></cp:coreProperties>`;

const xml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
