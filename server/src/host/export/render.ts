import { dirname } from 'node:path';
import { docxOf } from '../../export/docx.ts';
import { addressed, messageOf } from '../../export/eml.ts';
import { base64 } from '../../export/mime.ts';
import { standardOf, withoutTool } from '../../export/pdf-bytes.ts';
import type { Letter } from '../../letter/letter.ts';
import { deadlinesOf } from '../../order/deadlines.ts';
import { calendarOf } from '../../order/ics.ts';
import type { Matter } from '../../order/matter.ts';
import type { Target } from '../../protocol-export.ts';
import { sourceOf } from '../pages.ts';
import { countPages } from '../pdf.ts';
import { readExhibits } from './exhibits.ts';
import type { Piece, Rendered } from './export.ts';
import { ExportError, Refusal } from './refusal.ts';

interface Pdf extends Rendered {
  readonly pages: number;
  readonly exhibitPages: number;
}

/** Makes the bytes of each kind of file. */
export const renderers: Record<Exclude<Target, 'ics'>, (piece: Piece) => Promise<Rendered>> = {
  pdf: renderPdf,
  eml: renderMail,
  docx: renderWord,
};

/**
 * The letter, and behind it its exhibits. Its pages must be as many as were counted.
 * @throws ExportError
 */
export async function renderPdf(piece: Piece): Promise<Pdf> {
  const { letter, matter, place, title, date, typesetter, signal } = piece;
  const where = { dir: dirname(place.file), root: place.root };
  const { placed, absent } = await readExhibits(letter, where, piece.leaveOut);
  const source = sourceOf(letter, matter);
  const { pages } = await typesetter.layout(place.id, source, signal);
  const meta = { title, date, archival: placed.length === 0, exhibits: placed };
  const bytes = withoutTool(await typesetter.pdf(place.id, source, meta, signal));
  const exhibitPages = placed.reduce((sum, e) => sum + e.pages, 0);
  const count = await countPages(new Uint8Array(bytes));
  const found = 'pages' in count ? count.pages : 0;
  if (found !== pages + exhibitPages + placed.length) {
    throw new ExportError(
      `the PDF came out with ${found} pages where ${pages + exhibitPages + placed.length} were counted, so it was not written; please report this`,
    );
  }
  const behind =
    placed.length > 0
      ? `, and ${plural(exhibitPages, 'page')} of exhibits behind ${plural(placed.length, 'slip sheet')}`
      : '';
  return {
    bytes,
    pages,
    exhibitPages,
    what: `${standardOf(bytes)}, ${plural(pages, 'page')}${behind}`,
    notes: absent.length > 0 ? [`Not in it, since the header names no file: ${absent.join(', ')}.`] : [],
  };
}

async function renderMail(piece: Piece): Promise<Rendered> {
  const { letter, matter, date } = piece;
  const envelope = addressed(letter, matter);
  if ('problem' in envelope) throw new Refusal(envelope.problem);
  const pdf = await renderPdf(piece);
  const attached = {
    fileName: piece.fileName('pdf'),
    base64: base64(pdf.bytes),
    pages: pdf.pages,
    exhibitPages: pdf.exhibitPages,
  };
  const text = messageOf(letter, matter, envelope, attached, date);
  const left = envelope.left;
  return {
    bytes: new TextEncoder().encode(text),
    what: `unsent e-mail to ${[...envelope.to, ...envelope.cc].join(', ')} with ${pdf.what}`,
    notes: [
      ...pdf.notes,
      ...(left.length > 0 ? [`Not of your own side, so not copied: ${left.join(', ')}.`] : []),
    ],
  };
}

/** The letter for colleagues to mark up; exhibits go into the PDF. */
async function renderWord({ letter, matter, title }: Piece): Promise<Rendered> {
  const bytes = await docxOf(sourceOf(letter, matter), title);
  const exhibits = letter.header.values.exhibits?.length ?? 0;
  return {
    bytes,
    what: 'Word document',
    notes: exhibits > 0 ? ['The exhibits are not in it: they go into the PDF.'] : [],
  };
}

/** Every deadline and the conference. @throws Refusal when no date is known */
export function calendar(letter: Letter, matter: Matter): Rendered {
  const text = calendarOf(letter, matter, deadlinesOf(letter, matter));
  const events = text.split('BEGIN:VEVENT').length - 1;
  if (events === 0) throw new Refusal('no date is known; give the header a `conference` date');
  return { bytes: new TextEncoder().encode(text), what: `calendar, ${events} dates`, notes: [] };
}

const plural = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;
