import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Lane, Told } from '../../server/src/host/cli/lane.ts';
import { Lanes } from '../../server/src/host/cli/lanes.ts';
import type { Input } from '../../server/src/host/letter-files.ts';
import { checkJson, checkOne } from './json.ts';
import { Folder, run, SAMPLES } from './run.ts';

const folder = new Folder();
afterAll(() => folder.remove());

const inputs = Array.from({ length: 60 }, (_, i): Input => ({ name: `${i}.md`, text: '' }));

/** Answers at once, in the order asked; from `last` letters on it is gone. */
function lane(last = Number.POSITIVE_INFINITY): Lane & { readonly checked: string[]; ended: boolean } {
  const checked: string[] = [];
  return {
    checked,
    ended: false,
    async check({ name }, turn): Promise<Told> {
      await new Promise((resolve) => setImmediate(resolve));
      if (checked.length >= last) throw new Error('the thread ended');
      checked.push(name);
      return { code: 0, json: turn };
    },
    async end() {
      this.ended = true;
    },
  };
}

async function share(lanes: Lanes): Promise<unknown[]> {
  const outcomes: Promise<Told>[] = [];
  for (const input of inputs) outcomes.push((await lanes.give(input)).outcome);
  await lanes.end();
  return (await Promise.all(outcomes)).map((told) => ('json' in told ? told.json : undefined));
}

const turns = inputs.map((_, i) => i);

describe('letters are shared out', () => {
  test('among the threads that many letters are worth, each letter once', async () => {
    const own = lane();
    const started: ReturnType<typeof lane>[] = [];
    const start = () => {
      const thread = lane();
      started.push(thread);
      return thread;
    };
    expect(await share(new Lanes(own, { most: 2, start }))).toEqual(turns);
    expect(started).toHaveLength(2);
    for (const { checked, ended } of started) expect([checked.length > 5, ended]).toEqual([true, true]);
    const all = [own, ...started].flatMap(({ checked }) => checked);
    expect(all.sort()).toEqual(inputs.map(({ name }) => name).sort());
  });

  test('a few letters start no thread', async () => {
    const own = lane();
    const lanes = new Lanes(own, {
      most: 7,
      start: () => {
        throw new Error('started');
      },
    });
    for (const input of inputs.slice(0, 16)) await (await lanes.give(input)).outcome;
    expect(own.checked).toHaveLength(16);
  });

  test('what a thread that ended had in hand is checked here', async () => {
    const own = lane();
    const thread = lane(3);
    expect(await share(new Lanes(own, { most: 1, start: () => thread }))).toEqual(turns);
    expect(thread.checked).toHaveLength(3);
    expect(own.checked).toHaveLength(57);
  });

  test('what fails in this thread fails', async () => {
    await expect(share(new Lanes(lane(5)))).rejects.toThrow('the thread ended');
  });
});

describe('a folder of forty letters', () => {
  const good = readFileSync(join(SAMPLES, 'reznik-good.md'), 'utf8');
  const names = Array.from({ length: 40 }, (_, i) => `${String(i).padStart(2, '0')}.md`);
  names.forEach((name, i) => {
    folder.write(`forty/${name}`, `${good}\n${'[Amount] and more.\n\n'.repeat(i)}`);
  });

  test('is printed in its order, each letter as if it were alone', async () => {
    const { letters, code } = await checkJson([join(folder.path, 'forty')], { patience: 60_000 });
    expect(code).toBe(1);
    expect(letters.map(({ file }) => file)).toEqual(names.map((n) => join(folder.path, 'forty', n)));
    letters.forEach(({ findings, status }, i) => {
      expect(status).toBe('complete');
      expect(findings.filter(({ rule }) => rule === 'placeholder')).toHaveLength(i);
    });
    for (const i of [17, 38]) {
      const { letter } = await checkOne([join(folder.path, 'forty', names[i] ?? '')]);
      expect(letters[i]).toEqual(letter);
    }
  });

  test('is summed up', async () => {
    const { stdout } = await run(['check', '--today', '2024-05-01', join(folder.path, 'forty')], {
      patience: 60_000,
    });
    expect(stdout).toContain('40 letters checked, 1 in order: 780 warnings');
  });
});
