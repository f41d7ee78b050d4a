import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Client } from './client.ts';
import { isPartial, of } from './letter.ts';

test('50 MB are opened and typed in: told as not checked whole each time', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ex-parte-large-'));
  const client = await Client.start({ folder, pulls: true });
  try {
    const lines = 'Lorem ipsum dolor sit amet.\n\n'.repeat(50_000_000 / 29);
    await client.open('large.md', `---\njudge: reznik\n---\n\n${lines}`);
    expect(isPartial(await client.diagnostics('large.md'))).toBe(true);
    const at = { line: 4, character: 0 };
    await client.edit('large.md', [{ range: { start: at, end: at }, text: 'We met [Amount] times. ' }]);
    const items = await client.diagnostics('large.md');
    expect(isPartial(items)).toBe(true);
    expect(of(items, 'placeholder')).toHaveLength(1);
  } finally {
    await client.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
