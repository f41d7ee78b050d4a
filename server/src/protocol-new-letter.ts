import type { Range } from 'vscode-languageserver-types';

/** Client to server, a request without parameters: the orders for which a letter can be begun. */
export const JUDGES = 'ex-parte/judges';

export interface JudgeChoice {
  /** The order's id, by which a new letter is asked for. */
  readonly id: string;
  readonly name: string;
  readonly court: string;
  /** Where the order comes from: `built-in`, or the file. */
  readonly from: string;
  /** The documents that the order asks for, the usual one first. */
  readonly documents: readonly { readonly id: string; readonly name: string }[];
}

/** Client to server, a request: a letter with its header and every heading that the order asks for. */
export const NEW_LETTER = 'ex-parte/newLetter';

export interface NewLetterParams {
  /** The order's id. */
  readonly judge: string;
  /** Keys of the header, `submission` among them; those that are not given are left to be filled in. */
  readonly values: Readonly<Record<string, string>>;
}

/** A letter to be written, or a sentence that says why there is none. */
export type NewLetterResult =
  | {
      readonly text: string;
      /** A name for its file, with the ending. */
      readonly name: string;
      /** Where it waits to be filled in first. */
      readonly blank: Range;
    }
  | { readonly problem: string };
