import { realpath } from 'node:fs/promises';
import type { Letter } from '../../letter/letter.ts';
import { nameOf } from '../../rules/support/exhibits.ts';
import type { Exhibit } from '../../typeset/typesetter.ts';
import { type ExhibitPlace, exhibitFiles, gatherExhibits, LARGEST } from '../exhibits.ts';
import { holdFile, Unsteady } from '../held-file.ts';
import { countPages } from '../pdf.ts';
import { ExportError } from './refusal.ts';

/** The exhibits that go into the PDF, and the names of those that have no file to place. */
export interface Enclosed {
  readonly placed: readonly Exhibit[];
  readonly absent: readonly string[];
}

/**
 * Reads the files of the header's exhibits.
 * @param leaveOut labels of exhibits that do not go along
 * @throws ExportError naming the exhibit that cannot be read, is encrypted, damaged or outside the workspace
 */
export async function readExhibits(
  letter: Letter,
  place: ExhibitPlace,
  leaveOut: ReadonlySet<string> = new Set(),
): Promise<Enclosed> {
  const listed = letter.header.values.exhibits ?? [];
  const facts = await gatherExhibits(letter, place);
  const infos = facts.state === 'known' ? facts.value : [];
  const files = exhibitFiles(letter, place);
  const placed: Exhibit[] = [];
  const absent: string[] = [];
  let next = 0;
  for (const [index, { label, title = '', file }] of listed.entries()) {
    const name = nameOf(label);
    if (file === undefined) {
      if (!leaveOut.has(label)) absent.push(name);
      continue;
    }
    const problem = infos[index]?.problem;
    // An address names no path, so none stands for it in the list of files.
    const path = /^[a-z][a-z0-9+.-]+:\/\//i.test(file) ? undefined : files[next++];
    if (leaveOut.has(label)) continue;
    if (problem || path === undefined)
      throw new ExportError(`${name} (${file}) ${problem ?? 'is no file'}; mend or replace it`);
    placed.push({ label: name, title, ...(await read(name, file, path, place)) });
  }
  return { placed, absent };
}

/** Looks again at what is read, since the file may have changed after it was looked at. */
async function read(
  name: string,
  file: string,
  path: string,
  { dir, root = dir }: ExhibitPlace,
): Promise<{ pdf: Uint8Array; pages: number }> {
  try {
    const held = await holdFile(path, { realRoot: await realpath(root ?? '') });
    if (!held) throw new ExportError(`${name} (${file}) lies outside the workspace`);
    const pdf = await held.read(LARGEST).finally(() => held.close());
    // The reader keeps the buffer that it is given.
    const count = await countPages(new Uint8Array(pdf));
    if ('problem' in count) throw new ExportError(`${name} (${file}) ${count.problem}; mend or replace it`);
    return { pdf, pages: count.pages };
  } catch (error) {
    if (error instanceof ExportError) throw error;
    if (error instanceof Unsteady)
      throw new ExportError(`${name} (${file}) ${error.message.replace(/^it /, '')}; export again`);
    const { code } = error as NodeJS.ErrnoException;
    throw new ExportError(`${name} (${file}) cannot be read (${code ?? 'unknown reason'})`);
  }
}
