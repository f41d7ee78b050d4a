import { stripTypeScriptTypes } from 'node:module';
import { expect, test } from 'vitest';
import { random } from '../../support/edits.ts';
import type { Gauge } from './branches.ts';
import { instrumented } from './instrument.ts';
import { mutate } from './mutate.ts';
import { search } from './search.ts';
import { smallest } from './smallest.ts';

/** Reaches what lies within only by way of what lies around it. */
const TOY = `
  function reach(text: string): number {
    if (!text.includes('a')) return 0;
    for (const _ of text) if (text.includes('aa')) return text.includes('aab') ? 3 : 2;
    return 1;
  }
  return reach(given);`;

/** Its branches, counted as those of the program are. */
function toy(): { gauge: Gauge; reach(text: string): number; branches: number } {
  const ran: number[] = [];
  let branches = 0;
  const source = instrumented(`function whole(given: string) {${TOY}}`, () => branches++)
    .replace(/^const __ran = [^;]*;/, '')
    .replace('function whole(given: string) {', '');
  const body = stripTypeScriptTypes(`function whole(given, __ran) {${source}`);
  const whole: (given: string, __ran: number[]) => number = new Function(`return ${body}`)();
  const seen = new Set<number>();
  return {
    branches,
    reach: (text) => {
      ran.length = 0;
      for (let i = 0; i < branches; i++) ran.push(0);
      return whole(text, ran);
    },
    gauge: {
      look: () => {
        const met = [...ran.keys()].filter((i) => (ran[i] ?? 0) > 0 && !seen.has(i));
        return {
          fresh: met.length,
          keep: () => {
            for (const i of met) seen.add(i);
          },
        };
      },
    },
  };
}

test('a search keeps what reaches a new branch, and comes to what lies behind it', async () => {
  const { gauge, reach, branches } = toy();
  expect(branches).toBeGreaterThan(6);
  const corpus = ['x'];
  const [chance, reached] = [random(7), new Set<number>()];
  let cases = 0;
  await search({
    corpus,
    gauge,
    next: () => mutate({ random: chance, corpus, words: ['a', 'b', '\n'] }),
    run: async (text) => {
      reached.add(reach(text));
    },
    goesOn: () => cases++ < 3_000,
  });
  expect(reached).toEqual(new Set([0, 1, 2, 3]));
  expect(corpus.length).toBeGreaterThan(3);
  expect(corpus.length).toBeLessThan(10);
  expect(corpus.map(reach)).toContain(3);
});

test('what does not hold is made as small as it becomes', () => {
  expect(smallest(`${'x'.repeat(50)}ab${'y'.repeat(31)}`, (text) => text.includes('ab'), 500)).toBe('ab');
});
