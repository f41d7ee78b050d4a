import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compiledCode } from '../../client/src/connection/compiled.ts';
import { Client } from '../protocol/client.ts';
import { GOOD, Workspace } from '../protocol/letter.ts';

let storage: string;
beforeEach(() => {
  storage = mkdtempSync(join(tmpdir(), 'ex-parte-compiled-'));
});
afterEach(() => rmSync(storage, { recursive: true, force: true }));

test('the compiled code of another version is removed', () => {
  expect(existsSync(compiledCode(join(storage, 'not yet'), '1.0.0'))).toBe(false);
  const old = compiledCode(storage, '1.0.0');
  mkdirSync(join(old, 'v24'), { recursive: true });
  expect(compiledCode(storage, '1.0.0')).toBe(old);
  expect(existsSync(old)).toBe(true);
  expect(existsSync(compiledCode(storage, '1.1.0'))).toBe(false);
  expect(existsSync(old)).toBe(false);
});

test('the server leaves its code there when it ends, and nothing of a letter', async () => {
  const words = 'Zanzibar Quokka Holdings would pay $913,577';
  const folder = new Workspace();
  process.env.NODE_COMPILE_CACHE = compiledCode(storage, '1.0.0');
  try {
    const client = await Client.start({ folder: folder.path, pulls: true, trusted: true });
    await client.open('letter.md', `${GOOD}\n${words}.\n`);
    await client.diagnostics('letter.md');
    expect(await client.stop()).toBe(0);
  } finally {
    delete process.env.NODE_COMPILE_CACHE;
    folder.remove();
  }
  const files = readdirSync(storage, { recursive: true, encoding: 'utf8' })
    .map((name) => join(storage, name))
    .filter((file) => statSync(file).isFile());
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) {
    const bytes = readFileSync(file);
    for (const part of ['Zanzibar', 'Quokka', '913,577']) {
      for (const encoding of ['latin1', 'utf16le'] as const) {
        expect(bytes.includes(Buffer.from(part, encoding))).toBe(false);
      }
    }
  }
});
