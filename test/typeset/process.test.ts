import { execFileSync, fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ChildBackend } from '../../server/src/host/typeset/child.ts';
import { createTypesetter, type TypesetterOptions } from '../../server/src/host/typeset/create.ts';
import { LetterTypesetter } from '../../server/src/host/typeset/letters.ts';
import { TypesetError, type Typesetter } from '../../server/src/typeset/typesetter.ts';
import { isAlive } from '../support/processes.ts';
import { generateLetter } from './generate.ts';
import { dist, prepareProcess, sourceOf } from './support.ts';

const until = async (condition: () => boolean): Promise<void> => {
  for (let i = 0; i < 200 && !condition(); i++) await sleep(50);
  expect(condition()).toBe(true);
};

describe.each(['native', 'wasm'] as const)('the process with the %s engine', (engine) => {
  const open: Typesetter[] = [];
  const start = (options: Partial<TypesetterOptions> = {}): Typesetter => {
    const typesetter = createTypesetter({ dist, mode: 'process', engine, ...options });
    open.push(typesetter);
    return typesetter;
  };
  const startBackend = (patience = 20_000): { backend: ChildBackend; typesetter: Typesetter } => {
    const backend = new ChildBackend({ dist, engine, patience });
    const typesetter = new LetterTypesetter(backend);
    open.push(typesetter);
    return { backend, typesetter };
  };
  beforeAll(() => prepareProcess());
  afterEach(() => Promise.all(open.splice(0).map((typesetter) => typesetter.dispose())));

  test('answers as the engine in this process does, through edits', async () => {
    const typesetter = start();
    const inProcess = start({ mode: 'in-process' });
    for (let seed = 0; seed < (engine === 'native' ? 6 : 2); seed++) {
      const source = sourceOf(`${generateLetter(3, 12)}\n\n${generateLetter(seed, 3)}`);
      const layout = await inProcess.layout('a', source);
      expect(await typesetter.layout('a', source)).toEqual(layout);
      expect(await typesetter.count('a', source)).toEqual(layout.pages);
      const meta = { title: 'Letter', date: '2025-01-02' };
      expect(
        Buffer.compare(await typesetter.pdf('a', source, meta), await inProcess.pdf('a', source, meta)),
      ).toBe(0);
    }
  });

  test('keeps several letters apart, and forgets one that is closed', async () => {
    const typesetter = start();
    const long = sourceOf('word '.repeat(5_000));
    const short = sourceOf('word');
    const [pages, one] = await Promise.all([
      typesetter.count('long', long),
      typesetter.count('short', short),
    ]);
    expect(pages).toBeGreaterThan(5);
    expect(one).toBe(1);
    typesetter.close('long');
    expect(await typesetter.count('short', short)).toBe(1);
    expect(await typesetter.count('long', long)).toBe(pages);
  });

  test('a newer call of a method takes the place of the older one; a signal cancels', async () => {
    const typesetter = start();
    const long = sourceOf('word '.repeat(20_000));
    const older = typesetter.count('a', long);
    const other = typesetter.layout('a', sourceOf('x'));
    const newer = typesetter.count('a', sourceOf('y'));
    await expect(older).rejects.toMatchObject({ name: 'AbortError' });
    expect(await newer).toBe(1);
    expect((await other).pages).toBe(1);
    const controller = new AbortController();
    const cancelled = typesetter.count('a', long, controller.signal);
    controller.abort();
    await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
    await expect(typesetter.count('a', long, AbortSignal.abort())).rejects.toMatchObject({
      name: 'AbortError',
    });
  });

  test('killed in the middle of its work, it says so and is started again', async () => {
    const { backend, typesetter } = startBackend();
    const source = sourceOf('word '.repeat(3_000));
    const pages = await typesetter.count('a', source);
    const { pid } = backend;
    const pending = typesetter.count('a', sourceOf('other '.repeat(60_000)));
    const waiting = typesetter.layout('a', source);
    process.kill(pid ?? 0, 'SIGKILL');
    await expect(pending).rejects.toThrow(TypesetError);
    await expect(pending).rejects.toThrow(/stopped \(SIGKILL\); it is started again/);
    expect((await waiting).pages).toBe(pages);
    expect(await typesetter.count('a', source)).toBe(pages);
    expect(backend.pid).not.toBe(pid);
  });

  test('killed while it rests, the next call starts it again', async () => {
    const { backend, typesetter } = startBackend();
    expect(await typesetter.count('a', sourceOf('x'))).toBe(1);
    const { pid } = backend;
    process.kill(pid ?? 0, 'SIGKILL');
    await until(() => backend.pid === undefined);
    expect(await typesetter.count('a', sourceOf('x'))).toBe(1);
  });

  test('a process that has grown too big is replaced, between answers', async () => {
    const backend = new ChildBackend({
      dist,
      engine,
      patience: 20_000,
      fatigue: () => ({ after: () => 'spent' }),
    });
    const typesetter = new LetterTypesetter(backend);
    open.push(typesetter);
    const pids = new Set<number | undefined>();
    for (let i = 1; i <= 3; i++) {
      expect(await typesetter.count('a', sourceOf('word '.repeat(1_500 * i)))).toBeGreaterThan(i);
      pids.add(backend.pid);
    }
    expect(pids.size).toBe(3);
  });

  test('a compile that takes too long is given up', async () => {
    const { backend, typesetter } = startBackend(1);
    const { pid } = backend;
    await expect(typesetter.count('a', sourceOf('word '.repeat(100_000)))).rejects.toThrow(
      /gave no answer in/,
    );
    expect(pid === undefined || !isAlive(pid)).toBe(true);
  });

  test('ends when it is disposed of, and what is pending rejects', async () => {
    const { backend, typesetter } = startBackend();
    await typesetter.count('a', sourceOf('x'));
    const { pid } = backend;
    const pending = typesetter.count('a', sourceOf('word '.repeat(60_000)));
    const rejected = expect(pending).rejects.toMatchObject({ name: 'AbortError' });
    await typesetter.dispose();
    await rejected;
    expect(isAlive(pid)).toBe(false);
  });

  test('ends when its parent goes', async () => {
    const script = join(dist, `parent-${engine}.cjs`);
    writeFileSync(
      script,
      `const { fork } = require('node:child_process');
       const child = fork(${JSON.stringify(join(dist, 'typesetter.js'))}, [${JSON.stringify(dist)}], { serialization: 'advanced', env: { ...process.env, EX_PARTE_ENGINE: '${engine}' } });
       child.once('message', () => process.send(child.pid));`,
    );
    const parent = fork(script, { execArgv: [] });
    const pid = await new Promise<number>((resolve) => parent.once('message', (m) => resolve(Number(m))));
    expect(isAlive(pid)).toBe(true);
    parent.kill('SIGKILL');
    await until(() => !isAlive(pid));
  });
});

test('a folder without engines gives a reason, not a hang', async () => {
  prepareProcess();
  const typesetter = createTypesetter({ dist: join(dist, 'nothing'), mode: 'process' });
  await expect(typesetter.count('a', sourceOf('x'))).rejects.toThrow(TypesetError);
  const inProcess = createTypesetter({ dist: join(dist, 'nothing'), mode: 'in-process' });
  await expect(inProcess.count('a', sourceOf('x'))).rejects.toThrow(
    /font that letters are set in is missing/,
  );
});

test('does not keep a program alive that forgets to dispose of it', () => {
  prepareProcess();
  const script = join(dist, 'forgetful.cjs');
  writeFileSync(
    script,
    `const { ChildBackend } = require('./child.js');
     const backend = new ChildBackend({ dist: __dirname, patience: 20000 });
     const edition = { letter: 1, format: '{"fonts":["Tinos"],"size":12,"spacing":1,"margin":1}', meta: 'null', order: [], added: [] };
     backend.typeset('count', () => edition, () => true).then((pages) => console.log('pages', pages));`,
  );
  expect(execFileSync(process.execPath, [script], { encoding: 'utf8', timeout: 20_000 })).toBe('pages 1\n');
});
