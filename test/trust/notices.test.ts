import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { build } from '../../esbuild.mts';
import { nativeEngines, WASM_PACKAGE } from '../../packaging/engines.mts';
import { notices, packageFolder } from '../../packaging/notices.mts';
import { shippedPackages } from '../../packaging/package.mts';
import { FONT_FILES } from '../../server/src/typeset/fonts.ts';

const root = join(import.meta.dirname, '../..');

/** The folders of the packages of which code is in a bundle, as its source map says. */
function bundled(dist: string): string[] {
  const maps = readdirSync(dist).filter((name) => name.endsWith('.js.map'));
  const sources = maps.flatMap((name) => {
    const map = JSON.parse(readFileSync(join(dist, name), 'utf8')) as { sources: string[] };
    return map.sources.map((source) => relative(root, resolve(dist, source)));
  });
  return [...new Set(sources.flatMap((source) => packageFolder(source) ?? []))];
}

test('the licences of all that is shipped are shipped with it', { timeout: 120_000 }, async () => {
  const dist = mkdtempSync(join(tmpdir(), 'ex-parte-notices-'));
  try {
    const text = notices(shippedPackages(await build({ dist })));
    const found = bundled(dist);
    expect(found.length).toBeGreaterThan(50);
    const laid = [WASM_PACKAGE, ...FONT_FILES.map((f) => f.pkg), ...nativeEngines().map((n) => n.package)];
    const folders = [...found, ...laid.map((name) => `node_modules/${name}`)];
    const rule = '-'.repeat(80);
    for (const folder of folders) {
      const manifest = readPackage(folder);
      // A native engine for another platform is shipped from there.
      if (!manifest) continue;
      const head = `${rule}\n${manifest.name} ${manifest.version} (${manifest.license})\n${rule}\n\n`;
      const at = text.indexOf(head);
      expect(at, head).toBeGreaterThanOrEqual(0);
      const own = text.slice(at + head.length).split(rule)[0] ?? '';
      expect(own, head).toMatch(/permission|licen[cs]e/i);
      expect(own.length, head).toBeGreaterThan(300);
    }
  } finally {
    rmSync(dist, { recursive: true, force: true });
  }
});

function readPackage(folder: string): { name: string; version: string; license: string } | undefined {
  try {
    return JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  } catch {
    return undefined;
  }
}
