import { withoutSplicedNotes } from './footnotes.ts';
import {
  joinAddresses,
  joinHyphens,
  joinTornWords,
  withoutIndents,
  withoutNoteMarks,
  withoutPageNumbers,
  withoutStamps,
} from './joins.ts';
import { type Mapped, mapped } from './mapped.ts';
import { plainCharacters, withoutEmptyBoxes, withoutMarkdown } from './marks.ts';
import { withoutLineNumbers } from './pleading.ts';
import { withoutSlips } from './slips.ts';

/** The steps from a text as it came to words that can be read, in their sequence. */
const STEPS: readonly ((m: Mapped) => Mapped)[] = [
  plainCharacters,
  withoutEmptyBoxes,
  withoutMarkdown,
  withoutSlips,
  withoutStamps,
  withoutLineNumbers,
  withoutPageNumbers,
  withoutIndents,
  joinHyphens,
  joinAddresses,
  withoutSplicedNotes,
  withoutNoteMarks,
  joinTornWords,
  withoutIndents,
];

export const clean = (text: string): Mapped => STEPS.reduce((m, step) => step(m), mapped(text));
