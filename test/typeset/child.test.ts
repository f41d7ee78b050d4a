import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { ChildBackend, type ChildOptions } from '../../server/src/host/typeset/child.ts';
import { forkAhead } from '../../server/src/host/typeset/fork.ts';
import { TypesetError } from '../../server/src/typeset/typesetter.ts';

/** A process in the typesetter's place: its count is its own id, and a format of its own tells it what to do. */
const STAND_IN = `
process.send({ engine: 'wasm' });
process.on('disconnect', () => process.exit());
process.on('message', ({ seq, want, format }) => {
  if (want === 'close') return;
  const reply = { seq, memory: 1 };
  if (format === 'breaks') {
    process.send({ ...reply, error: 'it is broken', fatal: true });
    setTimeout(() => process.exit(3), 50);
  } else if (format === 'twice') {
    process.send({ ...reply, value: process.pid });
    process.send({ ...reply, value: process.pid + 1 });
  } else if (format === 'threads') process.send({ ...reply, value: Number(process.env.RAYON_NUM_THREADS) });
  else if (format !== 'waits') process.send({ ...reply, value: process.pid });
});
`;

let dist: string;
const open: ChildBackend[] = [];
beforeAll(() => {
  dist = mkdtempSync(join(tmpdir(), 'ex-parte-child-'));
  writeFileSync(join(dist, 'package.json'), '{"type":"commonjs"}');
  writeFileSync(join(dist, 'typesetter.js'), STAND_IN);
});
afterEach(() => Promise.all(open.splice(0).map((backend) => backend.dispose())));
afterAll(() => rmSync(dist, { recursive: true, force: true }));

function start(options: Partial<ChildOptions> = {}): ChildBackend {
  const backend = new ChildBackend({ dist, patience: 20_000, ...options });
  open.push(backend);
  return backend;
}

const count = (backend: ChildBackend, format = 'answers', letter = 1): Promise<number> =>
  backend.typeset(
    'count',
    () => ({ letter, format, meta: '', order: [1], added: [] }),
    () => true,
  );

test('the engine is held to one thread, without which a page that nobody changed has now one key, now another', async () => {
  expect(await count(start(), 'threads')).toBe(1);
});

test('what waits behind a broken engine is asked of a new process, which the end of the old one leaves alone', async () => {
  const backend = start();
  const first = await count(backend);
  const broken = count(backend, 'breaks');
  const next = count(backend);
  await expect(broken).rejects.toThrow('The letter could not be typeset: it is broken.');
  const second = await next;
  expect(second).not.toBe(first);
  await sleep(200);
  expect(await count(backend)).toBe(second);
});

test('whoever asks in answer to a failure is answered by the new process', async () => {
  const backend = start();
  const broken = await count(backend, 'breaks').catch((error: unknown) => error);
  expect(broken).toBeInstanceOf(TypesetError);
  const { pid } = backend;
  expect(await count(backend)).toBe(pid);
});

test('an answer that comes twice is heard once', async () => {
  const backend = start();
  const [a, b, c] = await Promise.all([count(backend, 'twice'), count(backend), count(backend)]);
  expect([b, c]).toEqual([a, a]);
});

test('closing a letter whose process has just died is no failure', async () => {
  const backend = start();
  const first = await count(backend);
  process.kill(first, 'SIGKILL');
  // It is not known here yet that it has.
  backend.close(1);
  await expect.poll(() => backend.pid).toBeUndefined();
  expect(await count(backend)).not.toBe(first);
});

test('closing several letters whose process has just died is none either', async () => {
  const backend = start();
  const [first] = await Promise.all([1, 2, 3].map((letter) => count(backend, 'answers', letter)));
  process.kill(first ?? 0, 'SIGKILL');
  // It is gone before this thread hears of it, so that each write fails.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  for (const letter of [1, 2, 3]) backend.close(letter);
  await expect.poll(() => backend.pid).toBeUndefined();
});

test('disposed of, it starts no process any more', async () => {
  const backend = start({ fatigue: () => ({ after: () => 'spent' }) });
  const first = await count(backend);
  expect(backend.pid).not.toBe(first);
  const waiting = expect(count(backend, 'waits')).rejects.toMatchObject({ name: 'AbortError' });
  const queued = expect(count(backend)).rejects.toMatchObject({ name: 'AbortError' });
  await backend.dispose();
  await Promise.all([waiting, queued]);
  backend.start();
  backend.close(1);
  await expect(count(backend)).rejects.toThrow('The typesetter was closed.');
  await sleep(100);
  expect(backend.pid).toBeUndefined();
});

test('disposed of while it replaces a broken process, it leaves none behind', async () => {
  const backend = start();
  await count(backend, 'breaks').catch(() => {});
  const { pid } = backend;
  await backend.dispose();
  expect(backend.pid).toBeUndefined();
  expect(() => process.kill(pid ?? 0, 0)).toThrow();
});

test('a process that was started ahead is asked, and another where it has died meanwhile', async () => {
  const ahead = forkAhead(dist);
  expect(await count(start({ ahead }))).toBe(ahead.child.pid);
  const dead = forkAhead(dist);
  const ended = once(dead.child, 'exit');
  dead.child.kill('SIGKILL');
  await ended;
  const another = await count(start({ ahead: dead }));
  expect(another).not.toBe(dead.child.pid);
});

test('what a process said before anyone heard it counts', async () => {
  const broken = mkdtempSync(join(tmpdir(), 'ex-parte-child-'));
  try {
    writeFileSync(
      join(broken, 'typesetter.js'),
      "process.send({ failed: 'a font is gone' }); process.on('message', () => process.exit(1));",
    );
    const ahead = forkAhead(broken);
    await once(ahead.child, 'message');
    await expect(count(start({ ahead, dist: broken }))).rejects.toThrow(
      'could not be started: a font is gone',
    );
  } finally {
    rmSync(broken, { recursive: true, force: true });
  }
});
