import { expect, test } from 'vitest';
import { Memo, remembered } from '../../server/src/letter/memo.ts';

interface Thing {
  readonly name: string;
  readonly memo: Memo;
}

const thing = (name: string): Thing => ({ name, memo: new Memo() });

test.each([[null], [false], [0], [''], [[]], ['words']])('what was found, %j too, is found once', (value) => {
  let times = 0;
  const find = remembered((_: Thing) => {
    times++;
    return value;
  });
  const one = thing('a');
  expect([find(one), find(one), find(one)]).toEqual([value, value, value]);
  expect(times).toBe(1);
  find(thing('a'));
  expect(times).toBe(2);
});

test('finders are kept apart, and so are objects', () => {
  const name = remembered(({ name }: Thing) => name);
  const length = remembered(({ name }: Thing) => name.length);
  const [one, other] = [thing('a'), thing('bcd')];
  for (let i = 0; i < 2; i++) {
    expect([name(one), length(one), name(other), length(other)]).toEqual(['a', 1, 'bcd', 3]);
  }
});

test('what was derived makes no two objects differ', () => {
  const [one, other] = [thing('a'), thing('a')];
  remembered(({ name }: Thing) => name)(one);
  expect(one).toEqual(other);
});

test('what fails is tried again', () => {
  let times = 0;
  const find = remembered((_: Thing) => {
    if (++times === 1) throw new Error('once');
    return times;
  });
  const one = thing('a');
  expect(() => find(one)).toThrow('once');
  expect(find(one)).toBe(2);
});
