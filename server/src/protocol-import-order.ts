/** Client to server, a request: reads an order's text, for a new order file and a letter. */
export const IMPORT_ORDER = 'ex-parte/import-order';

export interface ImportOrderParams {
  /** The order's file: PDF with text, Markdown, HTML or plain text. */
  readonly file: string;
  /** The folder in which the order file will lie. */
  readonly folder: string;
}

/** What was read, or why nothing was, in a sentence. */
export type ImportOrderResult =
  | {
      /** The name of the order file, such as `stanwick.yaml`. */
      readonly name: string;
      readonly yaml: string;
      /** The text as it was read, to stand beside the order file under `textName`. */
      readonly text: string;
      readonly textName: string;
      readonly letter: string;
      /** A name for the letter's file, with the ending. */
      readonly letterName: string;
      /** How many questions are open. */
      readonly questions: number;
    }
  | { readonly problem: string };
