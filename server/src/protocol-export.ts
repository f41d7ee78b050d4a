// What the client asks of the server to send a letter off: its exports, and the steps that lead there.
import type { Version } from './export/names.ts';
import type { Standing, Told } from './export/standing.ts';

/** The kinds of file that a letter is made into, by their extensions. */
export const TARGETS = ['pdf', 'docx', 'eml', 'ics'] as const;
export type Target = (typeof TARGETS)[number];

/** Client to server, a request: makes a file of a letter as it stands in the editor. Cancelling it leaves nothing behind. */
export const EXPORT = 'ex-parte/export';

export interface ExportParams {
  readonly uri: string;
  readonly to: Target;
  readonly version: Version;
  /** Whether to export though errors stand. */
  readonly insist: boolean;
  /** URI of the file; null for a name that says what it is, beside the letter. */
  readonly out: string | null;
}

export type ExportResult = Exported | Refused | Failed;

export interface Exported {
  readonly kind: 'exported';
  readonly uri: string;
  /** Whether an earlier export of the same letter was there. */
  readonly replaced: boolean;
  /** What was made: "PDF/A-2b, 7 pages". */
  readonly what: string;
  /** What the writer should know of it, in sentences. */
  readonly notes: readonly string[];
  readonly standing: Standing;
  /** So many comments that are notes to oneself are left in the letter's own file. */
  readonly comments: number;
}

/** The letter does not allow it as it stands. */
export interface Refused {
  readonly kind: 'refused';
  /** A clause that begins in lower case. */
  readonly reason: string;
  readonly told: readonly Told[];
  readonly mayInsist: boolean;
}

/** It could not be made, and nothing was written. */
export interface Failed {
  readonly kind: 'failed';
  /** Names the file that is at fault. */
  readonly reason: string;
  /** URI of the file that could not be written, so that another can be asked for; null where that is no help. */
  readonly target: string | null;
}

/** Client to server, a request: what is left to do for a letter, as its order has it. */
export const SUBMISSION = 'ex-parte/submission';

export interface SubmissionParams {
  readonly uri: string;
}

/** The answer; null where the document is no letter, or not open. */
export interface SubmissionResult {
  /** Stands for the letter, its order and its exhibits: another stamp, another letter. */
  readonly stamp: string;
  /** Such as "ex parte letter to Judge Doe". */
  readonly title: string;
  /** When it is due, in words; null where that is not known. */
  readonly due: string | null;
  readonly steps: readonly SubmissionStep[];
}

export type StepId = 'findings' | 'left' | 'pdf' | 'hard-copy' | 'delivery' | 'email' | 'calendar';

/** `blocked`: something else has to be mended first, see `detail`. */
export type StepState = 'done' | 'open' | 'blocked';

export interface SubmissionStep {
  readonly id: StepId;
  readonly state: StepState;
  /** What is to be done, in a few words. */
  readonly title: string;
  /** A sentence on how it stands. */
  readonly detail: string;
  /** The file that was made; null where none was, or where it is gone. */
  readonly file: string | null;
  /** Of the first place that has to be mended, from 1; null without one. */
  readonly line: number | null;
}
