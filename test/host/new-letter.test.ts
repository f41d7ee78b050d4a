import { expect, test } from 'vitest';
import { judgesOf, newLetterFor } from '../../server/src/host/new-letter.ts';
import { isLetter } from '../../server/src/letter/frontmatter.ts';
import { LineIndex } from '../../server/src/letter/lines.ts';
import { firstBlank } from '../../server/src/order/new-letter.ts';
import { run } from '../cli/run.ts';
import { allOrders } from '../support/orders.ts';

test('every order is offered once, its usual document first', () => {
  const judges = judgesOf(allOrders);
  expect(judges.map((j) => j.id)).toEqual(['hartwell', 'moses', 'percy', 'reznik', 'spero']);
  expect(judges.at(-1)?.documents.map((d) => d.id)).toEqual([
    'statement',
    'confidential-letter',
    'joint-agenda',
  ]);
});

test.each(['moses', 'percy', 'reznik', 'spero'])('for %s it is what the terminal writes', async (judge) => {
  const values = {
    caption: 'Ames v. Boll',
    case: '1:25-cv-00001',
    role: 'plaintiff',
    conference: '2025-09-16',
  };
  const made = newLetterFor(allOrders, { judge, values });
  if ('problem' in made) throw new Error(made.problem);
  const set = Object.entries(values).flatMap(([k, v]) => ['--set', `${k}=${v}`]);
  expect((await run(['new', judge, ...set])).stdout).toBe(made.text);
  expect(isLetter(made.text)).toBe(true);
  expect(made.name).toMatch(/^Ames v Boll - settlement (letter|conference statement) to Judge \w+\.md$/);
  const line = new LineIndex(made.text).text(made.blank.start.line);
  expect(line).toBe('party:');
});

test('a header with nothing left open leads to the first blank of the body', () => {
  const text = '---\njudge: percy\ncase: 1:25-cv-1\n---\n\n[Date]\n\nDear [Name]:\n';
  const { start, end } = firstBlank(text);
  expect(text.slice(start, end)).toBe('[Date]');
  const filled = text.replace(/\[|\]/g, '');
  expect(firstBlank(filled).start).toBe(firstBlank(filled).end);
});

test('another document of the order than the usual one is named in the header', () => {
  const made = newLetterFor(allOrders, { judge: 'spero', values: { submission: 'confidential-letter' } });
  expect('text' in made && made.text).toContain('\nsubmission: confidential-letter\n');
});

test.each([
  [{ judge: 'nobody', values: {} }, /no order by a judge named nobody/],
  [{ judge: 'reznik', values: { conference: '2025-02-30' } }, /conference has no such day/],
  [{ judge: 'reznik', values: { submission: 'ode' } }, /no document named ode/],
])('%j is refused in a sentence', (params, says) => {
  expect(newLetterFor(allOrders, params)).toMatchObject({ problem: expect.stringMatching(says) });
});

test('names of files hold nothing that a file system refuses', () => {
  const made = newLetterFor(allOrders, { judge: 'reznik', values: { caption: 'A/B: "C" v. D?' } });
  expect('name' in made && made.name).toBe('A B C v D - settlement letter to Judge Reznik.md');
});
