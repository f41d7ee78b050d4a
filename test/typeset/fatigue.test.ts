import { expect, test } from 'vitest';
import { Fatigue } from '../../server/src/host/typeset/fatigue.ts';

const MB = 1024 * 1024;

test('a process that grows is tired, then spent', () => {
  const fatigue = new Fatigue();
  expect([150, 400, 501, 999, 1_001].map((mb) => fatigue.after(mb * MB))).toEqual([
    'fresh',
    'fresh',
    'tired',
    'tired',
    'spent',
  ]);
});

test('a huge letter does not have its process replaced at each key', () => {
  const fatigue = new Fatigue();
  expect([1_200, 1_300, 2_300, 2_500, 3_700].map((mb) => fatigue.after(mb * MB))).toEqual([
    'fresh',
    'fresh',
    'fresh',
    'tired',
    'spent',
  ]);
});
