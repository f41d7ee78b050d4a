import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check, type Severities } from '../../server/src/check/check.ts';
import { checklistOf } from '../../server/src/features/checklist/checklist.ts';
import { parseLetter } from '../../server/src/letter/letter.ts';
import { openMatter } from '../../server/src/order/matter.ts';
import type { ChecklistItem, ChecklistParams } from '../../server/src/protocol-checklist.ts';
import type { Facts } from '../../server/src/rules/support/rule.ts';
import { sampleLetter } from '../support/check.ts';
import { allOrders } from '../support/orders.ts';

const samples = join(import.meta.dirname, '../../docs/samples');
const sample = (name: string): string => readFileSync(join(samples, name), 'utf8');

interface How {
  readonly today?: string;
  readonly severities?: Severities;
  readonly pages?: Facts['pages'];
}

function checklist(text: string, { today = '2025-09-02', severities = {}, pages }: How = {}) {
  const letter = parseLetter(text);
  const matter = openMatter(letter, allOrders);
  const exhibits = (letter.header.values.exhibits ?? []).map((e, index) => ({
    index,
    pages: e.pages ?? null,
    problem: null,
  }));
  const result = check(
    {
      letter,
      matter,
      today,
      exhibits: { state: 'known', value: exhibits },
      pages: pages ?? { state: 'known', value: { count: 3, over: null, fewest: null } },
    },
    severities,
  );
  return { letter, result, list: checklistOf('file:///a.md', 1, letter, matter, result, today) };
}

const rowsOf = ({ groups }: ChecklistParams): ChecklistItem[] => groups.flatMap((g) => g.items);
/** Rows, and in the place of those that tell several findings, these. */
const leaves = (list: ChecklistParams): ChecklistItem[] =>
  rowsOf(list).flatMap((r) => (r.items.length > 0 ? r.items : [r]));
function row(list: ChecklistParams, id: string): ChecklistItem {
  const found = rowsOf(list).find((r) => r.id === id);
  if (!found) throw new Error(`no ${id} among ${rowsOf(list).map((r) => r.id)}`);
  return found;
}

describe.each(readdirSync(samples).filter((f) => f.endsWith('.md') && f !== 'README.md'))('%s', (name) => {
  const { list, result } = checklist(sample(name));

  test('every finding stands in one row, and every gap is counted', () => {
    const told = leaves(list).filter((r) => ['missing', 'notice'].includes(r.state));
    expect(told).toHaveLength(result.findings.length);
    expect(told.filter((r) => r.state === 'missing')).toHaveLength(list.gaps);
    for (const { message } of result.findings)
      expect(told.filter((r) => r.label === message || r.detail.includes(message))).toHaveLength(
        result.findings.filter((f) => f.message === message).length,
      );
  });

  test('no two rows have one id, and each requirement is held by a rule', () => {
    const ids = rowsOf(list).flatMap((r) => [r.id, ...r.items.map((i) => i.id)]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(JSON.stringify(list)).not.toContain('no rule holds it');
  });
});

test('what is covered, missing and empty', () => {
  const text = sample('reznik-good.md').replace(/## 4\. Case law\n[\s\S]*?(?=## 5)/, '');
  const { list, letter } = checklist(text);
  expect(row(list, 'contents/history')).toMatchObject({ state: 'met', word: 'covered', note: '¶ 2(1)' });
  const missing = row(list, 'contents/authority');
  expect(missing).toMatchObject({ state: 'missing', word: 'missing' });
  expect(missing.fix?.title).toContain('Case Law Authority');
  expect(missing.fix?.edits[0]?.newText).toContain('## Case Law Authority');
  expect(letter.lines.text(missing.range?.start.line ?? -1)).toContain('judge:');
  expect(list.groups.find((g) => g.id === 'contents')?.summary).toBe('4 of 5');
});

test('a rule that is off, silenced, failed or not done yet is not said to be in order', () => {
  const text = sample('reznik-good.md');
  const off = checklist(text, { severities: { marking: 'off' } }).list;
  expect(row(off, 'form/marking')).toMatchObject({ state: 'unchecked', word: 'not checked' });
  expect(row(off, 'form/marking').detail.join()).toContain('switched off');
  const pending = checklist(text, { pages: { state: 'pending' } }).list;
  expect(row(pending, 'form/pages').state).toBe('unchecked');
  const failed = checklist(text, { pages: { state: 'failed', reason: 'no font' } }).list;
  expect(row(failed, 'form/pages').detail.join()).toContain('no font');
  expect(failed.reasons).toEqual(['no font']);
  const silent = text.replace('\n---\n\n', '\n---\n\n<!-- ex-parte-disable marking: by hand -->\n\n');
  const silenced = checklist(silent.replace(/Confidential Material/i, 'Private Material')).list;
  expect(row(silenced, 'form/marking').detail.join()).toContain('silenced: by hand');
});

test('days are counted from the day of the check, and rows keep their ids', () => {
  const text = sampleLetter({ say: '', header: ['-dated'], body: '' });
  const due = (today: string) => row(checklist(text, { today }).list, 'deadlines/submission');
  expect([due('2025-09-08'), due('2025-09-09'), due('2025-09-10')].map((d) => d.note)).toEqual([
    'Tue, Sep 9, 2025, tomorrow',
    'Tue, Sep 9, 2025, today',
    'Tue, Sep 9, 2025, yesterday',
  ]);
  expect(due('2025-08-01').state).toBe('ahead');
  expect(due('2025-09-10').state).toBe('missing');
  const dated = sampleLetter({ say: '', body: '' });
  expect(row(checklist(dated, { today: '2025-09-10' }).list, 'deadlines/submission').state).toBe('past');
});

test('a date that cannot be counted says why', () => {
  const { list } = checklist(sampleLetter({ say: '', header: ['-conference'], body: '' }));
  expect(row(list, 'deadlines/submission').note).toContain('the header has no conference');
});

test('exhibits with their pages, and people with their authority', () => {
  const { list } = checklist(
    sampleLetter({
      say: '',
      header: [
        'exhibits:',
        '  - { label: A, title: Contract, pages: 3 }',
        '  - { label: B }',
        'attendees:',
        '  - { name: Dana Ostrander, role: party, attends: phone }',
        '  - { name: Ada Writer, role: counsel, attends: in-person }',
      ],
      body: 'See Ex. A.',
    }),
  );
  expect(row(list, 'exhibits/0')).toMatchObject({
    label: 'Exhibit A: Contract',
    note: '3 pages',
    state: 'told',
  });
  expect(row(list, 'exhibits/1')).toMatchObject({ note: 'pages not known', state: 'missing' });
  expect(row(list, 'attendees/0')).toMatchObject({ state: 'missing', note: 'party, by telephone' });
  expect(row(list, 'attendees/1')).toMatchObject({ state: 'told', note: 'counsel, in person' });
});

test('an unknown judge is all that is told, with its mend', () => {
  const { list } = checklist('---\njudge: resnik\n---\n\nDear Judge:\n');
  expect(list.groups.map((g) => g.id)).toEqual(['others']);
  expect(leaves(list)[0]?.fix?.edits).toHaveLength(1);
});

describe('a section that begins with a blank', () => {
  const blank = '[Each demand and each offer in turn: who made it, when, for how much]';
  const good = sample('reznik-good.md');
  const history = /(## [^\n]*(?:Negotiation|History|Offers)[^\n]*\n\n)/i;
  expect(good).toMatch(history);

  test('is not shown as covered, and what is left of it is told once', () => {
    const { list } = checklist(good.replace(history, `$1${blank}\n\n`));
    expect(row(list, 'contents/history')).toMatchObject({ state: 'missing', word: 'to fill in' });
    expect(list.groups.find((g) => g.id === 'contents')?.summary).toBe('4 of 5');
    expect(rowsOf(list).filter((r) => r.id.startsWith('others/placeholder'))).toEqual([]);
  });

  test('is covered where the blank stands below words, as in a signature', () => {
    const { list } = checklist(`${good}\n\n[Name]\n`);
    expect(list.groups.find((g) => g.id === 'contents')?.summary).toBe('5 of 5');
    expect(row(list, 'others/placeholder/0').state).toBe('missing');
  });
});
