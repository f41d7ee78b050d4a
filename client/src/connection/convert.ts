// What the editor and the server write differently.
import { Range, Uri } from 'vscode';

/** An address: the two may write one file differently (a drive's colon, a space). */
export const toServer = (uri: Uri): string => uri.toString();
export const fromServer = (uri: string): Uri => Uri.parse(uri);

/** A place, zero-based in UTF-16 on both sides. */
interface Place {
  readonly line: number;
  readonly character: number;
}

export const rangeFrom = ({ start, end }: { readonly start: Place; readonly end: Place }): Range =>
  new Range(start.line, start.character, end.line, end.character);
