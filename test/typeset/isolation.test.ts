import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Engine, EngineError } from '../../server/src/host/typeset/engine.ts';
import { startEngine } from '../../server/src/host/typeset/start.ts';
import { dist, hasPoppler, poppler, prepareAssets } from './support.ts';

/** Even code of the template's own could reach nothing but the files that it was given. */
describe.each(['native', 'wasm'] as const)('the %s engine', (name) => {
  let engine: Engine;
  let secret: string;
  beforeAll(async () => {
    prepareAssets();
    secret = join(mkdtempSync(join(tmpdir(), 'ex-parte-')), 'secret.txt');
    writeFileSync(secret, 'secret');
    // The WebAssembly engine tells the console of each file that it was refused.
    vi.spyOn(console, 'error').mockImplementation(() => {});
    engine = await startEngine(dist, name);
    engine.setFile('/given.txt', 'given');
  });
  afterAll(() => {
    rmSync(dirname(secret), { recursive: true });
    vi.restoreAllMocks();
  });
  const compile = (code: string) => {
    engine.setFile('/main.typ', code);
    return engine.compile('/main.typ');
  };

  test('reads what it was given', () => {
    compile('#assert.eq(read("given.txt"), "given")').free();
  });

  test.each([
    ['a file by its path', () => `#read(${JSON.stringify(secret)})`],
    [
      'a file by a path that climbs',
      () => `#read(${JSON.stringify(`${'../'.repeat(8)}${relative('/', secret)}`)})`,
    ],
    ['a picture', () => `#image(${JSON.stringify(secret.replace('.txt', '.png'))})`],
    ['a package', () => '#import "@preview/cetz:0.3.4": canvas'],
    ['a local package', () => '#import "@local/x:1.0.0": y'],
    ['a file that was taken away', () => '#read("gone.txt")'],
  ])('does not read %s', (_, code) => {
    engine.setFile('/gone.txt', 'x');
    engine.removeFile('/gone.txt');
    expect(() => compile(code())).toThrow(EngineError);
  });

  test.skipIf(!hasPoppler)('has no fonts of the system', () => {
    const compiled = compile(
      '#set text(font: ("DejaVu Sans", "Liberation Serif", "Times New Roman", "Arial", "Noto Sans", "Tinos"), fallback: false)\nText',
    );
    expect(poppler('pdffonts', compiled.pdf())).toMatch(/\+Tinos-Regular /);
    compiled.free();
  });
});
