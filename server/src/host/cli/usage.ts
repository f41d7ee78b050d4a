/** A command line that cannot be carried out: one line for the person who typed it, exit code 2. */
export class UsageError extends Error {}

export const HELP = `Ex Parte holds confidential settlement letters against the judge's order.

  ex-parte check [--format pretty|json] [--today YYYY-MM-DD] [--orders DIR]... FILE|DIR|-...
  ex-parte orders [--format json] [--orders DIR]... [JUDGE]
  ex-parte orders --test DIR [--today YYYY-MM-DD] [--orders DIR]...
  ex-parte deadlines [--format pretty|json|ics] [--today YYYY-MM-DD] [--orders DIR]... FILE
  ex-parte export --to pdf|docx|eml|ics [--version chambers|exchanged] [--force] [-o OUT] FILE
  ex-parte new JUDGE [--set key=value]... [--submission NAME] [--orders DIR]... [-o OUT]
  ex-parte import-order [--format yaml|facts] [--letter LETTER] FILE [-o OUT]

check   exit code 0: nothing to mend; 1: findings; 2: a letter could not be checked whole.
        A directory is searched for .md files whose header names a judge; - is standard input. Links to folders
        elsewhere are not followed, and what was not searched is said on standard error.
orders  the orders that are known, or one of them, resolved.
        --test holds the sample letters in DIR against the orders: each says in a comment what is to be found,
        <!-- expect: missing-section(history), page-limit --> or <!-- expect: nothing -->.
deadlines  the dates that the order sets for a letter, with their arithmetic; ics is a calendar file.
export  what goes to chambers, beside the letter unless -o says where; refused while errors stand, unless
        --force. Version exchanged leaves out what is marked :::confidential ... ::: or <!-- confidential -->.
new     a letter with its header and every heading that the order asks for.
import-order  reads the text of an order (PDF with text, Markdown, HTML, plain text) into an order file; every value
        carries the words that it was read from, and what is in doubt is a question at the end. --letter also
        writes a letter whose header is filled; facts prints what was read as JSON.

A folder .ex-parte/orders beside the letters adds orders of your own.
`;

/** The text of an error for one line: no stack, no line breaks. */
export function oneLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/\s*\n\s*/g, ' ');
}

/** What the operating system said, in words. */
export function why(error: unknown): string {
  const code = (error as { code?: string } | null)?.code;
  switch (code) {
    case 'ENOENT':
      return 'there is no such file or directory';
    case 'EACCES':
    case 'EPERM':
      return 'permission is denied';
    case 'ENOSPC':
      return 'the disk is full';
    case 'EROFS':
      return 'the disk can only be read';
    case 'EISDIR':
      return 'it is a directory';
    default:
      return oneLine(error);
  }
}
