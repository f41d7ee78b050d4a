// The servers that the extension has started, seen from outside.
import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { extension, until } from './editor.ts';

/** The process ids of the servers that this extension host has started. */
export function servers(): number[] {
  return execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((m) => Number(m?.[2]) === process.pid && m?.[3]?.includes('dist/server.js'))
    .map((m) => Number(m?.[1]));
}

/** Kills the server, does what is to be done while there is none, and waits for the next. */
export async function killServer(meanwhile: () => Promise<void> = async () => {}): Promise<void> {
  const before = servers();
  assert.equal(before.length, 1, `servers: ${before.join(', ')}`);
  for (const pid of before) process.kill(pid, 'SIGKILL');
  await meanwhile();
  await until(
    'another server to run',
    () => servers().filter((pid) => !before.includes(pid)).length,
    (count) => count === 1,
  );
  const { running } = await extension();
  await until('the client to be connected', running, (connected) => connected);
}
