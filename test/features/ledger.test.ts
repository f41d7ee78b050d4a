import { expect, test } from 'vitest';
import { LEDGER } from '../../server/src/features/action-kinds.ts';
import { codeActions } from '../../server/src/features/code-actions.ts';
import { ledgerEdit } from '../../server/src/features/ledger.ts';
import { parseLetter } from '../../server/src/letter/letter.ts';
import { openMatter } from '../../server/src/order/matter.ts';
import { sampleLetter } from '../support/check.ts';
import { allOrders } from '../support/orders.ts';

const NEGOTIATIONS = [
  'negotiations:',
  '  - { date: 2025-08-20, by: defendant, to: plaintiff, kind: offer, amount: 25000, terms: a | b, manner: e-mail }',
  '  - { date: 2025-08-01, by: plaintiff, kind: demand, amount: 90000, written: true }',
];
const BODY = '## Settlement history\n\nThe parties have talked.\n\n## Settlement value\n\n$40,000.\n';
const TABLE = [
  '| Date | By | What | Terms | How |',
  '| --- | --- | --- | --- | --- |',
  '| August 1, 2025 | Plaintiff | Demand of $90,000 |  | in writing |',
  '| August 20, 2025 | Defendant to plaintiff | Offer of $25,000 | a \\| b | e-mail |',
].join('\n');

function written(text: string): string {
  const letter = parseLetter(text);
  const { submission } = openMatter(letter, allOrders);
  const edit = submission && ledgerEdit(letter, submission);
  if (!edit) throw new Error('no edit');
  return text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
}

test("writes the header's negotiations at the end of the section that tells of them, earliest first", () => {
  const after = written(sampleLetter({ say: '', header: NEGOTIATIONS, body: BODY }));
  expect(after).toContain(`The parties have talked.\n\n${TABLE}\n\n## Settlement value`);
});

test('writes over the table that it wrote before', () => {
  const once = written(sampleLetter({ say: '', header: NEGOTIATIONS, body: BODY }));
  const twice = written(once.replace('amount: 25000', 'amount: 35000'));
  expect(twice.match(/\| Date \| By \|/g)).toHaveLength(1);
  expect(twice).toContain('Offer of $35,000');
  expect(twice).not.toContain('Offer of $25,000');
});

test('is offered in the section and in the header, and nowhere else', () => {
  const text = sampleLetter({ say: '', header: NEGOTIATIONS, body: BODY });
  const letter = parseLetter(text);
  const matter = openMatter(letter, allOrders);
  const at = (words: string) => {
    const position = letter.lines.position(text.indexOf(words));
    const result = {
      status: 'complete',
      incomplete: [],
      skipped: [],
      pending: [],
      findings: [],
      suppressed: [],
      covered: [],
      pages: null,
      exhibits: null,
      deadlines: [],
    } as const;
    const request = {
      uri: 'file:///a.md',
      version: 1,
      range: { start: position, end: position },
      page: String,
    };
    return codeActions(letter, matter, result, request).filter((a) => a.kind === LEDGER).length;
  };
  expect([at('2025-08-20'), at('have talked'), at('$40,000')]).toEqual([1, 1, 0]);
});
