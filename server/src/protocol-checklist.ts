import type { Range, TextEdit } from 'vscode-languageserver-types';

/** Server to client: all that the order asks of a letter and how each stands, sent after each check of it. */
export const CHECKLIST = 'ex-parte/checklist';

export interface ChecklistParams {
  readonly uri: string;
  /** The version of the document that was checked; ranges and edits are of it. */
  readonly version: number;
  /** Findings at warning or above, as in the status. */
  readonly gaps: number;
  /** Why the check is incomplete, one sentence each; empty otherwise. */
  readonly reasons: readonly string[];
  readonly groups: readonly ChecklistGroup[];
}

export interface ChecklistGroup {
  readonly id: string;
  readonly title: string;
  /** A few words beside the title, such as "3 of 5 covered". */
  readonly summary: string;
  readonly items: readonly ChecklistItem[];
}

/**
 * `met`: the letter holds what is asked. `missing`: it does not. `notice`: something to look at. `unchecked`: it
 * could not be held against the letter, or is silenced. `told`: no document can violate it, or a mere fact.
 * `past`, `soon` (seven days or fewer) and `ahead` are a deadline's.
 */
export type ItemState = 'met' | 'missing' | 'notice' | 'unchecked' | 'told' | 'past' | 'soon' | 'ahead';

export interface ChecklistItem {
  /** The same for the same thing after every check. */
  readonly id: string;
  readonly state: ItemState;
  /** The state in a word or two, for the eye and for screen readers; empty where the label says it. */
  readonly word: string;
  readonly label: string;
  /** A few words beside the label. */
  readonly note: string;
  /** The rest, a sentence a line. */
  readonly detail: readonly string[];
  /** Where it stands in the letter; null where the letter has no place for it. */
  readonly range: Range | null;
  readonly fix: { readonly title: string; readonly edits: readonly TextEdit[] } | null;
  /** Single findings, where there is more than one. */
  readonly items: readonly ChecklistItem[];
}
