import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Made } from '../../features/submission.ts';
import { TARGETS, type Target } from '../../protocol-export.ts';
import type { Opened, Place } from '../checker.ts';
import { exhibitFiles } from '../exhibits.ts';
import { sourceOf } from '../pages.ts';

interface Kept {
  readonly file: string;
  readonly what: string;
  /** Of the letter, as `stampOf` made it. */
  readonly stamp: string;
  /** Of the file that was made. */
  readonly fileStamp: string | null;
}

/** What was exported of each letter since the server started; of its words only a digest is kept. */
export class MadeFiles {
  readonly #kept = new Map<string, Map<Target, Kept>>();

  /** @param stamp what `stampOf` said of the letter when its export began */
  async keep(uri: string, to: Target, file: string, what: string, stamp: string): Promise<void> {
    const files = this.#kept.get(uri) ?? new Map<Target, Kept>();
    files.set(to, { file, what, stamp, fileStamp: await fileStamp(file) });
    this.#kept.set(uri, files);
  }

  /** The files that are still as they were made. */
  async of(uri: string, stamp: string): Promise<Partial<Record<Target, Made>>> {
    const found: Partial<Record<Target, Made>> = {};
    const files = this.#kept.get(uri);
    for (const to of TARGETS) {
      const kept = files?.get(to);
      if (!kept || kept.fileStamp === null || (await fileStamp(kept.file)) !== kept.fileStamp) continue;
      const { file, what } = kept;
      found[to] = { uri: pathToFileURL(file).href, name: basename(file), what, fresh: kept.stamp === stamp };
    }
    return found;
  }
}

/** Stands for all that an export is made of: the text, the order with its addresses, the format, the exhibits' files. */
export async function stampOf({ letter, matter }: Opened, place: Place): Promise<string> {
  const hash = createHash('sha256').update(letter.text);
  hash.update(JSON.stringify([sourceOf(letter, matter).format, matter.order, matter.submission?.id]));
  const dir = place.file === undefined ? undefined : dirname(place.file);
  for (const file of exhibitFiles(letter, { dir })) hash.update(`${file} ${await fileStamp(file)}\n`);
  return hash.digest('hex');
}

const fileStamp = (file: string): Promise<string | null> =>
  stat(file).then(
    ({ mtimeMs, size }) => `${mtimeMs} ${size}`,
    () => null,
  );
