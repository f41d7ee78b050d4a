import {
  joinAddresses,
  joinHyphens,
  joinTornWords,
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
  joinHyphens,
  joinAddresses,
  withoutNoteMarks,
  joinTornWords,
];

export const clean = (text: string): Mapped => STEPS.reduce((m, step) => step(m), mapped(text));
