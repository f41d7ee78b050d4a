import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { ExportParams, ExportResult } from '../../server/src/protocol-export.ts';
import { Client } from '../protocol/client.ts';
import { GOOD, Workspace } from '../protocol/letter.ts';

const workspace = new Workspace();
afterEach(() => workspace.remove());

test('an export from the editor onto a full disk says so, names the file, and leaves no half of one', async () => {
  const before = join(import.meta.dirname, 'full-disk.cjs');
  const client = await Client.start({ folder: workspace.path, pulls: true, trusted: true, before });
  workspace.write('a.md', GOOD);
  await client.open('a.md', GOOD);
  const params: ExportParams = {
    uri: client.uri('a.md'),
    to: 'docx',
    version: 'chambers',
    insist: false,
    out: null,
  };
  const result: ExportResult = await client.connection.sendRequest('ex-parte/export', params);
  expect(result).toMatchObject({
    kind: 'failed',
    reason: expect.stringMatching(/\.docx: cannot be written: the disk is full/),
  });
  expect(readdirSync(workspace.path)).toEqual(['a.md']);
  expect(await client.stop()).toBe(0);
});
