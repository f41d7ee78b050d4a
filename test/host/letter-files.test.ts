import { mkdirSync, mkdtempSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Missed, markdownBelow } from '../../server/src/host/letter-files.ts';
import { OrderStore } from '../../server/src/host/orders.ts';
import { workspaceOf } from '../../server/src/host/workspace.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'ex-parte-links-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

test('a link that is removed while its folder is searched stops nothing', async () => {
  writeFileSync(join(dir, 'a.md'), '');
  symlinkSync(tmpdir(), join(dir, 'b'));
  writeFileSync(join(dir, 'c.md'), '');
  const missed: Missed[] = [];
  const found: string[] = [];
  for await (const path of markdownBelow(dir, (what) => missed.push(what))) {
    found.push(path);
    // The folder's entries are read by now, and the link is the next.
    if (path.endsWith('a.md')) unlinkSync(join(dir, 'b'));
  }
  expect(found).toEqual([join(dir, 'a.md'), join(dir, 'c.md')]);
  expect(missed).toEqual([]);
});

test('a folder .ex-parte that is a link to nowhere marks its workspace, whose orders cannot be read', () => {
  mkdirSync(join(dir, 'case/letters'), { recursive: true });
  symlinkSync(join(dir, 'drive'), join(dir, 'case/.ex-parte'));
  const root = workspaceOf(join(dir, 'case/letters'));
  expect(root).toBe(join(dir, 'case'));
  const { broken } = new OrderStore({ workspaces: [root], given: [], trusted: true }).set();
  expect(broken).toMatchObject([{ folder: true, reason: expect.stringContaining('leads out of') }]);
});
