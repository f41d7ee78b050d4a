// What the docs tell to press, to type and to open is there.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { packagedReadme } from '../packaging/readme.mts';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'SECURITY.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((f) => f.endsWith('.md') && !f.startsWith('samples'))
    .map((f) => `docs/${f}`),
];

const links = (text: string): string[] =>
  [...text.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, to]) => (to && !/^(https?:|#)/.test(to) ? [to] : []));

/** As the packaging reads it: files, and whole folders. */
const shipped = read('.vscodeignore')
  .split('\n')
  .filter((line) => line.startsWith('!'))
  .map((line) => line.slice(1).replace(/\/\*\*$/, ''));
const isShipped = (path: string): boolean => shipped.some((s) => path === s || path.startsWith(`${s}/`));

test.each(pages)('%s: its links lead to files, and in the package to what is shipped', (page) => {
  for (const link of links(read(page).replaceAll(/^```[\s\S]*?^```/gm, ''))) {
    const to = join(dirname(page), link.replace(/#.*$/, ''));
    expect(existsSync(join(root, to)), `${link} leads to nothing`).toBe(true);
    // VS Code resolves no relative link of a README in a package.
    if (page.startsWith('docs/') && isShipped(page)) {
      expect(isShipped(to), `${link} is not in the package`).toBe(true);
    }
  }
});

test.each(pages)('%s: every command that it names is there, by its whole title', (page) => {
  const titles = manifest.contributes.commands.map((c) => `${c.category}: ${c.title}`);
  const named = [...read(page).matchAll(/\*\*(Ex Parte: [^*]+)\*\*/g)].map((m) =>
    m[1]?.replaceAll('\n', ' '),
  );
  expect(named.filter((n) => !titles.includes(n ?? ''))).toEqual([]);
});

test.each(pages)('%s: every script, setting and key that it names is there', (page) => {
  const text = read(page);
  const scripts = [...text.matchAll(/npm run ([\w:]+)/g)].map((m) => m[1] ?? '');
  expect(scripts.filter((s) => !(s in manifest.scripts))).toEqual([]);
  const settings = [...text.matchAll(/exParte\.\w+/g)].map(([name]) => name);
  const known = Object.keys(manifest.contributes.configuration.properties);
  expect(settings.filter((s) => !known.includes(s))).toEqual([]);
  const keys = [...text.matchAll(/\bCtrl\+Alt\+\w/g)].map(([key]) => key.toLowerCase());
  const bound = manifest.contributes.keybindings.map((k) => k.key);
  expect(keys.filter((k) => !bound.includes(k))).toEqual([]);
});

test('the README of the package shows nothing broken, and has lost no words', () => {
  const whole = read('README.md');
  const packaged = packagedReadme(whole);
  expect(packaged).not.toMatch(/!\[/);
  expect(links(packaged)).toEqual([]);
  expect(packaged).toContain('[Node](https://nodejs.org)');
  for (const [, words] of whole.matchAll(/(?<!!)\[([^\]]*)\]\(/g)) expect(packaged).toContain(words);
});

test('whatever the packaging is told to ship exists', () => {
  for (const path of shipped.filter((s) => s !== 'dist')) {
    expect(statSync(join(root, path)), relative(root, path)).toBeTruthy();
  }
});
