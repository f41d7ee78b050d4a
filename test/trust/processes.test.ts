import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { processesIn } from './processes.ts';
import { canTrace, processArgs } from './trace.ts';

test('what was interrupted is put together, and threads count for their process', () => {
  const log = [
    '7 execve("/bin/a", ["a", "--one"], 0x1 /* 2 vars */) = 0',
    '8 openat(AT_FDCWD, "/tmp/of a thread", O_WRONLY|O_CREAT <unfinished ...>',
    '7 clone3({flags=CLONE_VM|CLONE_THREAD} => {parent_tid=[8]}, 88) = 8',
    '9 execve("/bin/b", ["b", "--two"], 0x1 /* 2 vars */ <unfinished ...>',
    '7 vfork( <unfinished ...>',
    '9 <... execve resumed>) = 0',
    '7 <... vfork resumed>) = 9',
    '8 <... openat resumed>, 0666) = 3',
    '9 openat(AT_FDCWD, "/tmp/in vain", O_WRONLY|O_CREAT <unfinished ...>',
    '9 <... openat resumed>, 0666) = -1 EACCES (Permission denied)',
    '9 connect(4, {sa_family=AF_INET, sin_port=htons(9), sin_addr=inet_addr("10.0.0.1")}, 16 <unfinished ...>',
    '7 mkdir("/dev/shm/x", 0777) = 0',
  ].join('\n');
  const [a, b, ...others] = processesIn(log);
  expect(a).toMatchObject({ command: ['a', '--one'], network: [], written: ['/tmp/of a thread'] });
  expect(b).toMatchObject({ command: ['b', '--two'], written: [] });
  expect(b?.network.join()).toContain('10.0.0.1');
  expect(others).toEqual([]);
});

test('what a ring does is not seen, and that is told', () => {
  expect(() =>
    processesIn('7 io_uring_setup(64, {flags=IORING_SETUP_SQPOLL|0x10000, sq_thread_cpu=0}) = 12'),
  ).toThrow('not all can be traced');
});

test.skipIf(!canTrace)('a trace tells what a process did from what its child did', () => {
  const folder = mkdtempSync(join(tmpdir(), 'trace-'));
  const log = join(folder, 'log');
  const child = `require('net').connect(9, '127.0.0.1').on('error', () => {}); require('fs').mkdirSync('made')`;
  const script = `require('child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(child)}, 'its-child']); require('fs').promises.writeFile('written', '')`;
  try {
    const env = { ...process.env, UV_USE_IO_URING: '0' };
    spawnSync('strace', [...processArgs(log), process.execPath, '-e', script], { cwd: folder, env });
    const all = processesIn(readFileSync(log, 'utf8'));
    const [parent, made] = [false, true].map((is) => all.find((p) => p.command.includes('its-child') === is));
    expect(parent).toMatchObject({ network: [], written: ['written'] });
    expect(made).toMatchObject({ written: ['made'] });
    expect(made?.network.join()).toMatch(/connect\(.*127\.0\.0\.1/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
