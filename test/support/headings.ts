import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A heading with the contents that a careful lawyer would say it covers, before a judge. */
export interface HeadingRow {
  readonly order: string;
  /** The document that the order asks for; the usual one where it is not said. */
  readonly submission: string | undefined;
  readonly heading: string;
  readonly covers: readonly string[];
}

const fixtures = join(import.meta.dirname, '../fixtures');

/** Those written out one by one; the second set was written after the cues, to measure them. */
function singleRows(): HeadingRow[] {
  return ['headings', 'headings-holdout'].flatMap((set) =>
    readdirSync(join(fixtures, set)).flatMap((file) => {
      const rows: { heading: string; covers: string[] }[] = JSON.parse(
        readFileSync(join(fixtures, set, file), 'utf8'),
      );
      const order = file.replace(/\.json$/, '');
      return rows.map(({ heading, covers }) => ({ order, submission: undefined, heading, covers }));
    }),
  );
}

const GROUP = /^\[([a-z]+)(?::(\S+))? (\S+)\]$/;

/** Rounds in groups; their README tells the format. */
function rounds(): HeadingRow[] {
  const folder = join(fixtures, 'headings-rounds');
  const files = readdirSync(folder).filter((f) => f.endsWith('.txt'));
  return files.flatMap((file) => {
    const rows: HeadingRow[] = [];
    let group: RegExpExecArray | undefined;
    for (const line of readFileSync(join(folder, file), 'utf8').split('\n')) {
      const opened = GROUP.exec(line);
      if (opened) group = opened;
      else if (line.trim() !== '') {
        const [, order = '', submission, covers = ''] = group ?? [];
        rows.push({
          order,
          submission,
          heading: /^(?:\*\*|#)/.test(line) ? line : `## ${line}`,
          covers: covers === '-' ? [] : covers.split('+'),
        });
      }
    }
    return rows;
  });
}

export const headingRows: readonly HeadingRow[] = [...singleRows(), ...rounds()];
