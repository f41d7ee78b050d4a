import { dirname, join } from 'node:path';
import type { Severities } from '../../check/check.ts';
import { leftoversOf, notesIn } from '../../custody/leftovers.ts';
import { exchangedOf, exhibitsLeftOut } from '../../export/exchanged.ts';
import { fileNameOf, titleOf, type Version } from '../../export/names.ts';
import { addressesOf, type Standing } from '../../export/standing.ts';
import type { Letter } from '../../letter/letter.ts';
import type { Matter } from '../../order/matter.ts';
import type { Target } from '../../protocol-export.ts';
import { nameOf } from '../../rules/support/exhibits.ts';
import { TypesetError, type Typesetter } from '../../typeset/typesetter.ts';
import { type Checker, LONGEST, type Place } from '../checker.ts';
import { isEarlierExport } from './earlier.ts';
import { ExportError, Refusal } from './refusal.ts';
import { refuseWhere } from './refuse.ts';
import { calendar, renderers } from './render.ts';
import { writeWhole } from './write.ts';

export interface ExportRequest {
  readonly text: string;
  /** The letter must lie in a file: its exhibits are named from there, and the export goes beside it. */
  readonly place: Place & { readonly file: string };
  readonly to: Target;
  readonly version: Version;
  /** Whether to export though errors stand. */
  readonly force: boolean;
  /** A path; without it, a name that says what it is, beside the letter. */
  readonly out?: string | undefined;
  /** YYYY-MM-DD. */
  readonly today: string;
  /** How gravely the writer wants each rule taken. */
  readonly severities?: Severities;
  readonly signal?: AbortSignal;
}

export interface ExportOutcome {
  readonly file: string;
  /** Whether an earlier export of the same letter was there. */
  readonly replaced: boolean;
  /** What was made: "PDF/A-2b, 7 pages". */
  readonly what: string;
  /** What the writer should know of it, in sentences. */
  readonly notes: readonly string[];
  /** What still stands against the letter; its errors were overridden. */
  readonly standing: Standing;
  /** So many comments that are notes to oneself are left in the letter's own file. */
  readonly comments: number;
}

/** What is exported: the letter as this version has it, with what the whole of it was found to be. */
export interface Piece {
  readonly letter: Letter;
  readonly matter: Matter;
  readonly place: Place & { readonly file: string };
  readonly version: Version;
  readonly title: string;
  /** ISO date that the document bears. */
  readonly date: string;
  /** Labels of exhibits that do not go along. */
  readonly leaveOut: ReadonlySet<string>;
  /** How many passages the exchanged version is without. */
  readonly blocksOut: number;
  readonly typesetter: Typesetter;
  readonly fileName: (extension: string) => string;
  readonly signal?: AbortSignal | undefined;
}

export interface Rendered {
  readonly bytes: Uint8Array;
  readonly what: string;
  readonly notes: readonly string[];
}

/**
 * Makes what goes to chambers and writes it.
 * @throws Refusal when the letter does not allow it as it stands, ExportError or WriteError when it fails
 */
export async function exportLetter(
  checker: Checker,
  typesetter: Typesetter,
  request: ExportRequest,
): Promise<ExportOutcome> {
  const { text, place, to, version, force, today, severities, signal } = request;
  if (text.length > LONGEST) throw new ExportError('the file is too long for a letter');
  const opened = checker.open(text, place);
  const result = await checker.check(opened, place, {
    today,
    ...(severities ? { severities } : {}),
    ...(signal ? { signal } : {}),
  });
  const standing = refuseWhere(result, opened.letter, to, force);
  const piece = pieceOf(checker, typesetter, opened, request);
  const target = request.out ?? join(dirname(place.file), piece.fileName(to));
  try {
    const { bytes, what, notes } =
      to === 'ics' ? calendar(opened.letter, opened.matter) : await renderers[to](piece);
    signal?.throwIfAborted();
    const replaced = await writeWhole(target, bytes, (old) => isEarlierExport(old, to, bytes), { signal });
    return {
      file: target,
      replaced,
      what,
      notes: [
        ...notes,
        ...notesOf(piece),
        ...(to === 'eml' ? addressesOf(result).doubts.map(({ message }) => message) : []),
        ...leftoversOf(opened.letter, result),
      ],
      standing,
      comments: notesIn(opened.letter).length,
    };
  } catch (error) {
    if (error instanceof TypesetError) throw new ExportError(error.reason);
    throw error;
  } finally {
    if (version === 'exchanged') typesetter.close(piece.place.id);
  }
}

function pieceOf(
  checker: Checker,
  typesetter: Typesetter,
  opened: { readonly letter: Letter; readonly matter: Matter },
  { place, version, today, signal, to }: ExportRequest,
): Piece {
  const { matter } = opened;
  let { letter } = opened;
  let leaveOut: ReadonlySet<string> = new Set();
  let blocksOut = 0;
  if (version === 'exchanged') {
    if (to === 'eml' || to === 'ics')
      throw new Refusal(`--version exchanged is for pdf and docx: ${to} goes to chambers or to you`);
    const rule = matter.submission?.service?.rule;
    if (rule === 'forbidden' || rule === 'promised') {
      throw new Refusal('the order keeps this document from the other side, so no version is exchanged');
    }
    const exchanged = exchangedOf(letter);
    if ('problem' in exchanged) {
      const { line, problem } = exchanged;
      throw new Refusal(`line ${line}: ${problem}`, {
        told: [{ rule: 'confidential', line, message: problem }],
      });
    }
    letter = checker.open(exchanged.text, place).letter;
    blocksOut = exchanged.leftOut.length;
    // Where nothing is kept back, no exhibit can belong to what is.
    if (blocksOut > 0) leaveOut = exhibitsLeftOut(opened.letter, letter);
  }
  return {
    letter,
    matter,
    place: version === 'exchanged' ? { ...place, id: `${place.id} exchanged` } : place,
    version,
    title: titleOf(letter, matter, version),
    date: letter.header.values.dated ?? today,
    leaveOut,
    blocksOut,
    typesetter,
    fileName: (extension) => fileNameOf(letter, matter, version, extension),
    signal,
  };
}

function notesOf({ leaveOut, version, blocksOut }: Piece): string[] {
  const notes: string[] = [];
  if (leaveOut.size > 0) {
    notes.push(
      `Left out, since what the other side gets does not cite ${leaveOut.size === 1 ? 'it' : 'them'}: ${[...leaveOut].map(nameOf).join(', ')}.`,
    );
  }
  if (version === 'exchanged') {
    notes.push(
      blocksOut > 0
        ? `Left out as confidential: ${blocksOut} ${blocksOut === 1 ? 'passage' : 'passages'}; read it through before it goes.`
        : 'Nothing is marked as confidential, so all of it goes to the other side.',
    );
  }
  return notes;
}
