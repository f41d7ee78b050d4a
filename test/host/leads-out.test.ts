import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { atOnce, DISK, inTurn } from '../../server/src/host/disk.ts';
import { leadsOut } from '../../server/src/host/leads-out.ts';

let home: string;
let root: string;
beforeEach(() => {
  home = realpathSync.native(mkdtempSync(join(tmpdir(), 'ex-parte-leads-')));
  root = join(home, 'root');
  mkdirSync(join(root, 'sub/deep'), { recursive: true });
  mkdirSync(join(home, 'outside'));
  writeFileSync(join(home, 'outside/there.pdf'), '');
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const link = (target: string, name: string): void => symlinkSync(target, join(root, name));
const out = (name: string): boolean => atOnce(leadsOut(join(root, name), root));

test.each([
  ['an absolute link', () => link(join(home, 'outside'), 'way')],
  ['a relative one', () => link('../outside', 'way')],
  ['one that leads on by another', () => [link('next', 'way'), link('../outside', 'next')]],
  [
    'one back from where another leads',
    () => [link('sub/on/../outside', 'way'), link('../../outside', 'sub/on')],
  ],
])('%s out is told alike, be the file there or not', async (_, make) => {
  make();
  for (const name of ['way/there.pdf', 'way/gone.pdf', 'way/gone/deeper.pdf']) {
    expect(out(name), name).toBe(true);
    expect(await inTurn(leadsOut(join(root, name), root)), name).toBe(true);
  }
});

test('so is a link out whose end is not there', () => {
  link('../gone', 'way');
  link('../outside/gone.pdf', 'a.pdf');
  expect(out('way/a.pdf')).toBe(true);
  expect(out('a.pdf')).toBe(true);
});

test('what stays in the folder does not lead out, be it there or not', () => {
  link('sub', 'way');
  link(join(root, 'sub/deep'), 'absolute');
  link('../root/sub', 'round');
  link('gone', 'nowhere');
  link('circle', 'circle');
  for (const name of [
    'a.pdf',
    'gone/a.pdf',
    'way/a.pdf',
    'absolute/a.pdf',
    'round/a.pdf',
    'nowhere',
    'circle',
  ])
    expect(out(name), name).toBe(false);
});

test.each(['//host/share', '\\\\host\\share'])('%s, another computer, is never asked for', (target) => {
  link(target, 'way');
  const asked: string[] = [];
  const noted = (path: string): string => {
    asked.push(path);
    return DISK.readlink.now(path);
  };
  const disk = { ...DISK, readlink: { ...DISK.readlink, now: noted } };
  expect(atOnce(leadsOut(join(root, 'way/a.pdf'), root, disk))).toBe(true);
  expect(asked).toEqual([join(root, 'way')]);
});
