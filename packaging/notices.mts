// The licences of what is bundled, from what the bundler says it has put into the bundles.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly author?: string | { readonly name: string };
}

/** `a/b/node_modules/@x/y/z.js` is of the package at `a/b/node_modules/@x/y`. */
export const packageFolder = (input: string): string | undefined =>
  /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input.replaceAll('\\', '/'))?.[1];

/** The texts of a package's own licence files, a font's among them. */
function texts(folder: string, { name, license, author }: Manifest): string {
  const files = readdirSync(folder).filter((f) => /^(licen[cs]e|copying|notice)/i.test(f));
  const own = files.sort().map((f) => readFileSync(join(folder, f), 'utf8').trim());
  if (own.length > 0) return own.join('\n\n');
  const standard = join(import.meta.dirname, `${license}.txt`);
  if (!existsSync(standard)) throw new Error(`${name} (${license}) ships no licence: add ${standard}`);
  const by = typeof author === 'object' ? author.name : author;
  return `${by ? `Copyright ${by}\n\n` : ''}${readFileSync(standard, 'utf8').trim()}`;
}

/** @param folders of packages, from the checkout's root */
export function notices(folders: Iterable<string>): string {
  const parts = [...new Set(folders)].map((folder) => {
    const path = join(root, folder);
    const manifest = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as Manifest;
    const head = `${manifest.name} ${manifest.version} (${manifest.license ?? 'no licence named'})`;
    return { head, text: texts(path, manifest) };
  });
  parts.sort((a, b) => (a.head < b.head ? -1 : 1));
  const rule = '-'.repeat(80);
  return [
    'Ex Parte contains the following software and fonts, each under its own licence.',
    ...parts.map(({ head, text }) => `${rule}\n${head}\n${rule}\n\n${text}`),
  ].join('\n\n');
}
