import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isByHand, itemsOf, nextOf, placeholderOf, titleOf } from '../../client/src/submission/steps.ts';
import { check } from '../../server/src/check/check.ts';
import { submissionOf } from '../../server/src/features/submission.ts';
import { parseLetter } from '../../server/src/letter/letter.ts';
import { type Matter, openMatter } from '../../server/src/order/matter.ts';
import type { StepId, SubmissionResult } from '../../server/src/protocol-export.ts';
import type { Facts } from '../../server/src/rules/support/rule.ts';
import { allOrders } from '../support/orders.ts';

const sample = (name: string): string =>
  readFileSync(join(import.meta.dirname, `../../docs/samples/${name}.md`), 'utf8');
const GOOD = sample('reznik-good');

interface Given {
  readonly made?: Parameters<typeof submissionOf>[3];
  readonly pages?: Facts['pages'];
  readonly submission?: Partial<NonNullable<Matter['submission']>>;
}

const COUNTED: Facts['pages'] = { state: 'known', value: { count: 2, over: null, fewest: null } };

function stepsOf(text: string, { made = {}, pages = COUNTED, submission }: Given = {}): SubmissionResult {
  const letter = parseLetter(text);
  const opened = openMatter(letter, allOrders);
  const matter: Matter =
    submission && opened.submission
      ? { ...opened, submission: { ...opened.submission, ...submission } }
      : opened;
  const listed = letter.header.values.exhibits ?? [];
  const exhibits: Facts['exhibits'] = {
    state: 'known',
    value: listed.map((e, index) => ({ index, pages: e.pages ?? null, problem: null })),
  };
  const result = check({ letter, matter, pages, exhibits, today: '2024-05-01' });
  return submissionOf(letter, matter, result, made, 'stamp');
}

const stepOf = (result: SubmissionResult, id: StepId) => result.steps.find((s) => s.id === id);

describe('the steps', () => {
  test('of a letter in order begin with the PDF', () => {
    const result = stepsOf(GOOD);
    expect(result.title).toBe('ex parte letter to Judge Reznik');
    expect(result.due).toMatch(/^\w+day, \w+ \d+, 20\d\d/);
    expect(result.steps.map(({ id, state }) => `${id} ${state}`)).toEqual([
      'findings done',
      'pdf open',
      'email open',
      'calendar open',
    ]);
    expect(stepOf(result, 'pdf')?.detail).toBe('2 pages counted of 10 allowed.');
    expect(stepOf(result, 'email')?.detail).toMatch(
      /^To ReznikNYSDChambers@\S+, copies to \S+; you send it\. It is not filed \(¶ 2\)\.$/,
    );
  });

  test('tell what is in the way, and where', () => {
    const text = GOOD.replace('**CONFIDENTIAL MATERIAL FOR USE ONLY AT SETTLEMENT CONFERENCE**', 'TODO');
    const line = text.slice(0, text.indexOf('TODO')).split('\n').length;
    const result = stepsOf(text);
    expect(stepOf(result, 'findings')).toMatchObject({ state: 'open', line });
    expect(stepOf(result, 'findings')?.detail).toContain('1 error and 1 warning: marking, line');
    expect(stepOf(result, 'pdf')).toMatchObject({
      state: 'blocked',
      detail: expect.stringContaining('An error'),
    });
    expect(stepOf(result, 'email')?.state).toBe('blocked');
  });

  test('are never done where something could not be checked', () => {
    const result = stepsOf(GOOD, { pages: { state: 'failed', reason: 'The typesetter stopped.' } });
    expect(stepOf(result, 'findings')).toMatchObject({
      state: 'blocked',
      detail: 'Not everything could be checked (page-limit: The typesetter stopped).',
    });
    expect(stepOf(result, 'pdf')?.state).toBe('blocked');
    expect(stepOf(result, 'email')).toMatchObject({
      state: 'blocked',
      detail: expect.stringMatching(/^Not everything could be checked\. To /),
    });
  });

  test('leave it to the writer whose lawyer it is that gets a copy', () => {
    const result = stepsOf(`${GOOD}\n\ncc: Jane Doe, Esq.\n`);
    expect(stepOf(result, 'email')).toMatchObject({
      state: 'open',
      detail: expect.stringMatching(/Look first who gets it: service, line \d+\./),
    });
  });

  test.each([
    [10, undefined],
    [
      11,
      '11 pages of attachments, over 10: a hard copy of the letter with its attachments goes to the Court by hand (¶ 2).',
    ],
  ])('have a hard copy only where the order asks for one: %d pages', (pages, detail) => {
    const text = GOOD.replace(/pages: 6/, `pages: ${pages - 3}`);
    expect(stepOf(stepsOf(text), 'hard-copy')?.detail).toBe(detail);
  });

  test('have a hard copy where nobody knows how many pages the attachments have', () => {
    const result = stepsOf(GOOD.replace(/\n {4}pages: 6/, ''));
    expect(stepOf(result, 'hard-copy')?.detail).toMatch(/^How many pages the attachments have is not known/);
  });

  test('invent no address where the order gives none', () => {
    const result = stepsOf(sample('percy-good').replace(/^to: .*\n/m, ''));
    expect(stepOf(result, 'email')).toMatchObject({ state: 'blocked' });
    expect(stepOf(result, 'email')?.detail).toMatch(/gives no address/);
  });

  test('have no e-mail where the order takes the letter another way', () => {
    const recipient = { addresses: [], channel: ['hand' as const, 'mail' as const], paragraph: '4' };
    const result = stepsOf(GOOD, { submission: { recipient } });
    expect(stepOf(result, 'email')).toBeUndefined();
    expect(stepOf(result, 'delivery')?.detail).toBe(
      'The order takes it by hand or by mail, not by e-mail (¶ 4).',
    );
  });

  test('offer before the PDF to take out notes to oneself, and tell of what was silenced', () => {
    const noted = stepsOf(`${GOOD}\n<!-- never above 90 -->\n`);
    expect(noted.steps.map(({ id, state }) => `${id} ${state}`).slice(0, 3)).toEqual([
      'findings done',
      'left open',
      'pdf open',
    ]);
    const lines = GOOD.split('\n').length;
    expect(stepOf(noted, 'left')).toMatchObject({
      detail: expect.stringContaining(`a comment (line ${lines + 1})`),
      line: lines + 1,
    });
    expect(nextOf(itemsOf(noted, undefined))?.step.id).toBe('pdf');
    const silenced = stepsOf(
      `${GOOD}\n<!-- ex-parte-disable placeholder: quoted -->\n\n[Name] and [Amount]\n`,
    );
    expect(stepOf(silenced, 'left')).toMatchObject({
      state: 'done',
      detail: expect.stringContaining('placeholder'),
    });
    // What is yet to be written is no note, and is told as what stands in the way of sending.
    expect(stepOf(stepsOf(`${GOOD}\nTODO: the lamp.\n`), 'findings')).toMatchObject({
      state: 'open',
      detail: expect.stringContaining('placeholder'),
    });
  });

  test('keep an e-mail from the wrong people', () => {
    const result = stepsOf(GOOD.replace(/^cc: .*$/m, 'cc: opponent@otherfirm.example'));
    expect(stepOf(result, 'email')).toMatchObject({ state: 'blocked' });
    expect(stepOf(result, 'email')?.detail).toMatch(/wrong people \(service, line \d+\)/);
  });

  test('have no calendar without a date', () => {
    const result = stepsOf('---\njudge: percy\n---\n\nWords.\n');
    expect(stepOf(result, 'calendar')).toMatchObject({ state: 'blocked' });
    expect(result.due).toBeNull();
  });

  test('are done while the letter is as it was when the file was made', () => {
    const pdf = { uri: 'file:///a.pdf', name: 'a.pdf', what: 'PDF/A-2b, 2 pages', fresh: true };
    expect(stepOf(stepsOf(GOOD, { made: { pdf } }), 'pdf')).toMatchObject({
      state: 'done',
      file: 'file:///a.pdf',
      detail: '2 pages counted of 10 allowed; made PDF/A-2b, 2 pages (a.pdf).',
    });
    const stale = stepsOf(GOOD, { made: { pdf: { ...pdf, fresh: false } } });
    expect(stepOf(stale, 'pdf')).toMatchObject({ state: 'open', file: 'file:///a.pdf' });
  });
});

describe('the list', () => {
  const result = stepsOf(GOOD.replace(/pages: 6/, 'pages: 8'));

  test('says in words how each step stands, and what comes next', () => {
    const items = itemsOf(result, undefined);
    expect(items.map(({ label, description }) => `${label} (${description})`)).toEqual([
      '$(pass-filled) 1. Mend what the check finds (done)',
      '$(circle-large-outline) 2. Make the PDF (to do)',
      '$(circle-large-outline) 3. Deliver the hard copy (to do)',
      '$(circle-large-outline) 4. Make the e-mail draft to chambers (to do)',
      '$(circle-large-outline) 5. Put the dates into your calendar (to do)',
    ]);
    expect(nextOf(items)?.step.id).toBe('pdf');
    expect(placeholderOf(items)).toMatch(/^4 of 5 steps are left/);
    expect(titleOf(result)).toMatch(/^Prepare submission: ex parte letter to Judge Reznik, due \w+day, /);
  });

  test('takes the word of whoever delivered the hard copy, for that very copy', () => {
    const [, , copy] = itemsOf(result, undefined);
    expect(copy && isByHand(copy.step)).toBe(true);
    expect(itemsOf(result, result.stamp)[2]?.description).toBe('done');
  });

  test('asks for the hard copy anew when the letter has changed', () => {
    const copy = itemsOf(result, 'of an earlier text')[2];
    expect(copy?.description).toBe('to do');
    expect(copy?.detail).toMatch(/^The letter has changed since you said that this is done\. 11 pages/);
  });
});
