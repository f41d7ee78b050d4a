/** Server to client: the letters of the open folders and how each stands, sent anew when one of them changes. */
export const MATTERS = 'ex-parte/matters';

export interface MattersParams {
  /** The next to be due first, then those whose day is not known, then those whose day is past. */
  readonly letters: readonly MatterRow[];
  /** Why the list is not whole, a sentence; null where it is. */
  readonly lacks: string | null;
}

export interface MatterRow {
  readonly uri: string;
  /** The caption, else the case's number; null where the header has neither. */
  readonly matter: string | null;
  readonly case: string | null;
  /** The judge's surname; null where no order matches the header. */
  readonly judge: string | null;
  /** The day on which the letter is due, YYYY-MM-DD, and the same in words with the days that are left. */
  readonly due: { readonly date: string; readonly words: string; readonly left: number } | null;
  /** Findings at warning or above. */
  readonly gaps: number;
  /** Why the letter was not checked whole, a sentence each; empty where it was. */
  readonly reasons: readonly string[];
}
