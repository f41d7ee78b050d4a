import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  HeadingLevel,
  type ILevelsOptions,
  LevelFormat,
  Paragraph,
} from 'docx';
import type { Plot } from '../chart/plot.ts';
import type { Block, Item } from '../typeset/node.ts';
import { chartOf } from './docx-chart.ts';
import { type NoteSink, runsOf } from './docx-inline.ts';
import type { Measures } from './docx-styles.ts';
import { tableOf } from './docx-table.ts';

const LEVELS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;
const BULLETS = ['\u2022', '\u2023', '\u2013'];
/** Twips, as in the PDF: a list's indent, and the room of its marks. */
const INDENT = 360;
const HANGING = 300;
const QUOTE = 720;

/** A kind of list as Word wants it declared. */
export interface Numbering {
  readonly reference: string;
  readonly levels: ILevelsOptions[];
}

/** Where a block stands. */
interface Place {
  /** Lists around it. */
  readonly depth: number;
  /** Twips from the margin. */
  readonly left: number;
  readonly quoted: boolean;
}

/** Makes Word's paragraphs, lists and tables of what the PDF is drawn from. */
export class BlockWriter {
  readonly numberings: Numbering[] = [];
  readonly #sink: NoteSink;
  readonly #measures: Measures;
  readonly #plot: Plot | undefined;

  /** @param plot what stands where the letter asks for the picture of the negotiation */
  constructor(sink: NoteSink, measures: Measures, plot?: Plot) {
    this.#sink = sink;
    this.#measures = measures;
    this.#plot = plot;
  }

  blocks(blocks: readonly Block[], place: Place = { depth: 0, left: 0, quoted: false }): FileChild[] {
    return blocks.flatMap((block) => this.#block(block, place));
  }

  #block(block: Block, place: Place): FileChild[] {
    const own = {
      ...(place.quoted ? { style: 'Quote' } : {}),
      ...(place.left > 0 && !place.quoted ? { indent: { left: place.left } } : {}),
    };
    switch (block[0]) {
      case 'p':
        return [
          new Paragraph({
            ...own,
            ...(block[2] && this.#measures.isSpaced ? { indent: { firstLine: 720 } } : {}),
            children: runsOf(block[1], this.#sink),
          }),
        ];
      case 'i':
        return [new Paragraph({ ...own, spacing: { after: 0 }, children: runsOf(block[1], this.#sink) })];
      case 'h':
        return [
          new Paragraph({
            heading: LEVELS[block[1] - 1] ?? LEVELS[5],
            children: runsOf(block[2], this.#sink),
          }),
        ];
      case 'u':
        return this.#list(block[1], block[2], place, (level) => ({
          format: LevelFormat.BULLET,
          text: BULLETS[level % BULLETS.length] ?? '\u2022',
        }));
      case 'o':
        return this.#list(block[1], block[2], place, (level) => ({
          format: LevelFormat.DECIMAL,
          text: `%${level + 1}${block[4]}`,
          start: block[3],
        }));
      case 'q':
        return this.blocks(block[1], { ...place, left: place.left + QUOTE, quoted: true });
      case 't':
        return [tableOf(block, this.#sink, this.#measures.textWidth)];
      case 'k':
        return [new Paragraph({ ...own, style: 'Code', children: runsOf(block[1], this.#sink) })];
      case 'g':
        return this.#plot ? [chartOf(this.#plot)] : [];
      case 'x':
        return [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            indent: { left: 3100, right: 3100 },
            border: { bottom: { style: BorderStyle.SINGLE, size: 4, space: 1, color: 'auto' } },
          }),
        ];
    }
  }

  /** Each list has a numbering of its own, so that each begins where the writer began it. */
  #list(
    tight: boolean,
    items: readonly Item[],
    { depth, left }: Place,
    level: (depth: number) => Pick<ILevelsOptions, 'format' | 'text' | 'start'>,
  ): FileChild[] {
    const reference = `list-${this.numberings.length + 1}`;
    const inner = left + INDENT + HANGING;
    const levels: ILevelsOptions[] = Array.from({ length: depth + 1 }, (_, i) => ({
      level: i,
      ...level(i),
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: inner, hanging: HANGING } } },
    }));
    this.numberings.push({ reference, levels });
    return items.flatMap((item, i) => {
      const [first, ...rest] = item;
      const isText = first?.[0] === 'p' || first?.[0] === 'i';
      const last = i === items.length - 1 && depth === 0;
      const head = new Paragraph({
        numbering: { reference, level: depth },
        ...(tight && !(last && rest.length === 0) ? { spacing: { after: 0 } } : {}),
        children: isText ? runsOf(first[1], this.#sink) : [],
      });
      const tail = isText || !first ? rest : item;
      return [head, ...this.blocks(tail, { depth: depth + 1, left: inner, quoted: false })];
    });
  }
}
