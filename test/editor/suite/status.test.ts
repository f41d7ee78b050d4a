import { strict as assert } from 'node:assert';
import { describe, summarize } from '../../../client/src/status-text.ts';
import type { StatusParams } from '../../../server/src/protocol.ts';
import { test } from '../runner.ts';

const whole: StatusParams = {
  uri: 'file:///letter.md',
  version: 1,
  judge: 'Reznik',
  submission: 'Ex parte letter',
  pages: 7,
  limit: 10,
  format: 'letter, single-spaced, 12 point',
  gaps: 2,
  state: 'complete',
  reasons: [],
};

test('the status bar is short, and its tooltip says the rest', async () => {
  assert.deepEqual(summarize(whole), { text: '$(law) Reznik · 7/10 pages · 2 gaps', alarm: false });
  assert.deepEqual(describe(whole), [
    'Reznik: Ex parte letter',
    '7/10 pages, counted as letter, single-spaced, 12 point',
    '2 gaps',
  ]);
  assert.equal(summarize({ ...whole, gaps: 0, pages: 1, limit: null }).text, '$(law) Reznik · 1 page');
});

test('the status bar never looks clean where something was not checked', async () => {
  const partly: StatusParams = { ...whole, gaps: 0, pages: null, state: 'incomplete', reasons: ['No font'] };
  assert.deepEqual(summarize(partly), { text: '$(warning) Reznik', alarm: true });
  assert(describe(partly).includes('No font'));
  assert(!describe(partly).includes('Nothing is missing'));
  assert.equal(summarize('stopped').alarm, true);
  assert.equal(summarize({ ...whole, judge: null, gaps: 1 }).text, '$(law) no order · 7/10 pages · 1 gap');
});
