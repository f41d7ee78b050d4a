import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const json = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'));

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly license?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
}
const packages: [string, Locked][] = Object.entries(
  json('package-lock.json').packages as Record<string, Locked>,
).filter(([path]) => path !== '');

/** The linter's programs for other systems, which not every registry has: optional, for development, without a hash. */
const isLinter = (path: string): boolean => /^node_modules\/@biomejs\/cli-/.test(path);
/** Signs packages for the Marketplace, under a licence of its own; it is used to publish, and not shipped. */
const isSigner = (path: string): boolean => /^node_modules\/@vscode\/vsce-sign/.test(path);

const REGISTRY = 'https://registry.npmjs.org/';

describe('the lockfile', () => {
  test('pins each package to a version and its contents, all from the registry', () => {
    expect(packages.length).toBeGreaterThan(100);
    const loose = packages.filter(
      ([path, p]) =>
        !isLinter(path) &&
        (!p.version ||
          !p.integrity?.startsWith('sha512-') ||
          p.link ||
          !(p.resolved ?? REGISTRY).startsWith(REGISTRY)),
    );
    expect(loose.map(([path]) => path)).toEqual([]);
  });

  test('names a licence that allows passing on, for each', () => {
    const free =
      /^\(?(?:MIT|MIT-0|ISC|BSD-[23]-Clause|0BSD|Apache-2\.0|BlueOak-1\.0\.0|CC0-1\.0|CC-BY-[34]\.0|PSF-2\.0|Python-2\.0|OFL-1\.1|Unlicense|Zlib|MPL-2\.0|WTFPL|Artistic-2\.0)\b/;
    expect(
      packages
        .filter(([path, p]) => !isSigner(path) && !free.test(p.license ?? ''))
        .map(([path, p]) => `${path}: ${p.license}`),
    ).toEqual([]);
  });

  test('has no package with a script of its own but those that are known', () => {
    // Node's package lays its program into place, esbuild checks its own, fsevents and the signer build for a desktop.
    const scripts = packages
      .filter(([, p]) => p.hasInstallScript)
      .map(([path]) => path.split('node_modules/').at(-1));
    const known = ['node', 'esbuild', 'fsevents', '@vscode/vsce-sign', 'keytar'];
    expect(scripts.filter((name) => !known.includes(name ?? ''))).toEqual([]);
  });
});

test('nothing of ours runs when the package is installed', () => {
  const { scripts } = json('package.json') as { scripts: Record<string, string> };
  expect(
    Object.keys(scripts).filter((name) =>
      /^(?:pre|post)?(?:install|prepare|publish|pack)$|^dependencies$/.test(name),
    ),
  ).toEqual([]);
});

test('what ships is of the size that is stated, within a tenth', () => {
  const page = readFileSync(join(root, 'docs/reliability.md'), 'utf8');
  const [, table = ''] = /\| what ships \| MB \|\n\| --- \| --- \|\n((?:\|.*\n)+)/.exec(page) ?? [];
  const stated = [...table.matchAll(/^\| `([^`]+)` \| ([\d.]+) \|$/gm)];
  expect(stated.length).toBeGreaterThan(5);
  for (const [, name = '', mb = ''] of stated) {
    const file = join(root, 'dist', name);
    // The native engine lies only where there is one for the platform.
    if (name.startsWith('native/') && !existsSync(file)) continue;
    const real = statSync(file).size / 1e6;
    expect(Math.abs(real - Number(mb)), `${name}: ${real.toFixed(1)} MB`).toBeLessThanOrEqual(
      real / 10 + 0.05,
    );
  }
});

test('what ships asks Node for no network, but for the pipes of the language protocol', () => {
  const network = ['http', 'https', 'http2', 'dgram', 'dns', 'dns/promises', 'tls', 'inspector'];
  expect(network.every((name) => builtinModules.includes(name))).toBe(true);
  const all = new Set<string>();
  for (const bundle of readdirSync(join(root, 'dist')).filter((name) => name.endsWith('.js'))) {
    const code = readFileSync(join(root, 'dist', bundle), 'utf8');
    const calls = code.matchAll(/\b(?:require|getBuiltinModule)\(["'`](?:node:)?([\w/]+)["'`]\)/g);
    const asked = [...calls].map((m) => m[1] ?? '');
    for (const name of asked) all.add(name);
    // `net` is the language protocol's, for named pipes; a trace shows that it is not used (confidential.test.ts).
    expect(
      asked.filter((name) => network.includes(name)),
      bundle,
    ).toEqual([]);
  }
  expect([...all]).toEqual(
    expect.arrayContaining(['fs', 'path', 'child_process', 'worker_threads', 'crypto']),
  );
});
