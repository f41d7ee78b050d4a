import { describe, expect, test } from 'vitest';
import { headerCursor } from '../../server/src/features/header-cursor.ts';
import { took } from '../support/spent.ts';

/** `kind path: typed`, of a header up to its `|`. */
function at(yaml: string): string {
  const cursor = headerCursor(yaml.slice(0, yaml.indexOf('|')));
  if (!cursor) return 'nothing';
  const beside = cursor.beside.length > 0 ? ` beside ${cursor.beside.join(' ')}` : '';
  return `${cursor.kind} ${cursor.path.join('.')}: ${cursor.typed}${beside}`;
}

describe('keys', () => {
  test.each([
    ['ju|', 'key : ju'],
    ['judge: reznik\nca|', 'key : ca beside judge'],
    ['attendees:\n  - |', 'key attendees.0: '],
    ['attendees:\n  -|', 'key attendees.0: '],
    ['attendees:\n- na|', 'key attendees.0: na'],
    ['attendees:\n  - name: A. Ruiz\n    ro|', 'key attendees.0: ro beside name'],
    ['attendees:\n  - name: A. Ruiz\n    role: party\n  - |', 'key attendees.1: '],
    ['attendees:\n  - name: A. Ruiz\njudge: x\n  |', 'nothing'],
    ['leave:\n  pa|', 'key leave: pa'],
    ['leave: { pages: 12, |', 'key leave:  beside pages'],
    ['attendees:\n  - { name: Dana Ruiz, ro|', 'key attendees.0: ro beside name'],
    ['attendees: [{ name: A }, { na|', 'key attendees.1: na'],
    ['attendees:\n  - { name: A,\n      ro|', 'key attendees.0: ro beside name'],
    ['negotiations:\n  - date: 2024-05-01\n    by: plaintiff\njud|', 'key : jud beside negotiations'],
    ['to: [a@b.example\nju|', 'key : ju beside to'],
    ['caption: "A v. B\nju|', 'key : ju beside caption'],
  ])('%s', (yaml, expected) => {
    // A line that is no key of any place is a value there, which has no choices.
    expect(at(yaml).replace(/^value judge: $/, 'nothing')).toBe(expected);
  });
});

describe('values', () => {
  test.each([
    ['judge: |', 'value judge: '],
    ['judge: rez|', 'value judge: rez'],
    ['judge:|', 'nothing'],
    ['to:\n  - |', 'value to.0: '],
    ['to:\n  - a@b.example\n  - c@|', 'value to.1: c@'],
    ['to: [a@b.example, c|', 'value to.1: c'],
    ['attendees:\n  - { name: Dana Ruiz, role: |', 'value attendees.0.role: '],
    ['attendees:\n  - name: Dana\n    role: coun|', 'value attendees.0.role: coun'],
    ['attendees:\n  - name: "Ruiz, Dana"\n    role: |', 'value attendees.0.role: '],
    ['exhibits:\n  - { label: A, file: "a, b.pdf" }\n  - { label: B, file: |', 'value exhibits.1.file: '],
    ['conference: 2024-|', 'value conference: 2024-'],
    ['# a comment: |', 'nothing'],
    ['caption: "A v. |', 'value caption: "A v. '],
  ])('%s', (yaml, expected) => {
    expect(at(yaml)).toBe(expected);
  });
});

test('is in no time on long headers', () => {
  const yaml = `${'negotiations: [{ a: b, '.repeat(2_000)}\n${'  - { x: "y", '.repeat(20_000)}`;
  expect(took(() => headerCursor(yaml))).toBeLessThan(500);
});
