import type { IParagraphStyleOptions, IStylesOptions } from 'docx';
import type { Format } from '../typeset/typesetter.ts';

/** What the PDF's template measures, in Word's units (twips: 20 to a point), so that pages come out alike. */
export interface Measures {
  /** Twips of a line of text set single: 1.149 em, as Times New Roman has it. */
  readonly line: number;
  /** Twips behind a paragraph. */
  readonly gap: number;
  readonly isSpaced: boolean;
  /** Twips between the margins. */
  readonly textWidth: number;
  /** Twips. */
  readonly margin: number;
}

const PITCH = 1.149;
/** Word counts multiples of a line in 240ths. */
const LINE = 240;
export const PAGE = { width: 12_240, height: 15_840 } as const;

export function measuresOf({ size, spacing, margin }: Format): Measures {
  const line = Math.round(PITCH * size * 20);
  const isSpaced = spacing >= 1.5;
  const edge = Math.round(margin * 1440);
  return { line, gap: isSpaced ? 0 : line, isSpaced, textWidth: PAGE.width - 2 * edge, margin: edge };
}

/** The styles that a partner's Word shows: each paragraph's look hangs on one of them. */
export function stylesOf(format: Format, measures: Measures): IStylesOptions {
  const { line, gap } = measures;
  const double = Math.round(format.spacing * LINE);
  const single = { line: LINE, lineRule: 'auto' as const };
  const run = { font: format.font, size: Math.round(format.size * 2), color: '000000' };
  const between = gap || Math.round((format.spacing - 1) * line);
  const heading = (level: number) => ({
    run: {
      ...run,
      size: Math.round(format.size * 2 * (level === 1 ? 7 / 6 : 1)),
      bold: level <= 3,
      italics: level >= 3,
    },
    paragraph: {
      keepNext: true,
      keepLines: true,
      spacing: {
        ...single,
        before: Math.max(0, Math.round(1.2 * line) - between),
        after: Math.round(0.6 * line),
      },
    },
  });
  const note = Math.round((format.size * 2 * 10) / 12);
  const style = (
    id: string,
    name: string,
    paragraph: IParagraphStyleOptions['paragraph'],
  ): IParagraphStyleOptions => ({
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    ...(paragraph ? { paragraph } : {}),
  });
  return {
    default: {
      document: { run, paragraph: { spacing: { line: double, lineRule: 'auto', before: 0, after: gap } } },
      heading1: heading(1),
      heading2: heading(2),
      heading3: heading(3),
      heading4: heading(4),
      heading5: heading(5),
      heading6: heading(6),
      footnoteText: {
        run: { ...run, size: note },
        paragraph: { spacing: { ...single, before: 0, after: 0 } },
      },
      footnoteReference: { run: { superScript: true } },
    },
    paragraphStyles: [
      style('Quote', 'Quote', { indent: { left: 720, right: 720 }, spacing: { ...single, after: line } }),
      style('Code', 'Code', { spacing: { ...single, after: gap } }),
      style('TableText', 'Table Text', { spacing: { ...single, before: 0, after: 0 } }),
      style('Footer', 'footer', { spacing: { ...single, before: 0, after: 0 } }),
    ],
  };
}
