import { afterAll, beforeAll, expect, test } from 'vitest';
import { Client } from './client.ts';
import { codes, GOOD, letter, of, one, Workspace } from './letter.ts';

const workspace = new Workspace();
let client: Client;
beforeAll(async () => {
  client = await Client.start({ folder: workspace.path, pulls: true });
});
afterAll(async () => {
  await client.stop();
  workspace.remove();
});

const SECTIONS = [
  'History of Settlement Negotiations',
  'Key Issues of Fact and Law',
  'Evaluation of Settlement Value and Rationale',
  'Case Law Authority',
  'Other Facts Helpful to the Court',
];
const headings = (text: string): string[] => [...text.matchAll(/^## (.+)$/gm)].map((m) => m[1] ?? '');

/** Applies the first action of that title at the only finding of a rule, and returns what is found then. */
async function mend(name: string, rule: string, title: RegExp) {
  const finding = one(await client.diagnostics(name), rule);
  const actions = await client.actions(name, finding.range);
  const action = actions.find((a) => title.test(a.title));
  expect(action?.diagnostics?.map((d) => d.message)).toEqual([finding.message]);
  await client.apply(name, action);
  return client.diagnostics(name);
}

test('inserts one section where the sequence of the order has it', async () => {
  const lacking = GOOD.replace(/## 4\. Case law\n[\s\S]*?(?=## 5)/, '');
  await client.open('one.md', lacking);
  const after = await mend('one.md', 'missing-section', /^Insert section: Case Law Authority$/);
  expect(codes(after)).toEqual(['placeholder']);
  expect(headings(client.text('one.md')).indexOf('Case Law Authority')).toBe(3);
});

test('inserts all missing sections in the sequence of the order, keeping what is there', async () => {
  const kept = letter(
    'Dear Judge Reznik:\n\n## Valuation\n\nWe put the case at $40,000.\n\nRespectfully,\n\nA. Writer\n',
  );
  await client.open('all.md', kept);
  const before = await client.diagnostics('all.md');
  expect(of(before, 'missing-section')).toHaveLength(4);
  const actions = await client.actions('all.md', client.rangeOf('all.md', 'reznik'));
  await client.apply(
    'all.md',
    actions.find((a) => a.title === 'Insert all 4 missing sections'),
  );
  expect(of(await client.diagnostics('all.md'), 'missing-section')).toEqual([]);
  const order = SECTIONS.map((s) => (s.startsWith('Evaluation') ? 'Valuation' : s));
  expect(headings(client.text('all.md'))).toEqual(order);
  expect(client.text('all.md')).toContain('We put the case at $40,000.');
  expect(client.text('all.md').trimEnd()).toMatch(/Respectfully,\n\nA\. Writer$/);
});

test('inserts none into a letter too long to be read whole: they may stand further down', async () => {
  await client.open(
    'long.md',
    letter(`Dear Judge Reznik:\n\n${'Lorem ipsum dolor sit amet.\n\n'.repeat(36_000)}`),
  );
  expect(of(await client.diagnostics('long.md'), 'missing-section')).toEqual([]);
  const actions = await client.actions('long.md', client.rangeOf('long.md', 'reznik'));
  expect(actions.filter((a) => /insert/i.test(a.title))).toEqual([]);
});

test('a source action does it too, and only that where the client asks for it alone', async () => {
  await client.open('source.md', letter('Dear Judge Reznik:\n'));
  const start = { line: 0, character: 0 };
  const actions = await client.actions('source.md', { start, end: start }, { only: ['source'] });
  expect(actions.map((a) => a.kind)).toEqual(['source.insertMissing.exParte']);
  await client.apply('source.md', actions[0]);
  expect(headings(client.text('source.md'))).toEqual(SECTIONS);
});

test('inserts with the line endings of the text', async () => {
  await client.open('crlf.md', letter('Dear Judge Reznik:\n').replaceAll('\n', '\r\n'));
  const actions = await client.actions('crlf.md', client.rangeOf('crlf.md', 'reznik'));
  await client.apply(
    'crlf.md',
    actions.find((a) => /^Insert all 5/.test(a.title)),
  );
  expect(of(await client.diagnostics('crlf.md'), 'missing-section')).toEqual([]);
  expect(client.text('crlf.md').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});

test('corrects the marking, keeping its capitals', async () => {
  await client.open('marking.md', GOOD.replace('USE ONLY AT', 'USE AT'));
  expect(await mend('marking.md', 'marking', /marking/i)).toEqual([]);
  expect(client.text('marking.md')).toBe(GOOD);
});

test('inserts the marking', async () => {
  await client.open('unmarked.md', GOOD.replace(/\*\*CONFIDENTIAL .*\*\*\n\n/, ''));
  expect(codes(await mend('unmarked.md', 'marking', /marking/i))).toEqual([]);
  expect(client.text('unmarked.md')).toContain('Confidential Material for Use Only at Settlement Conference');
});

test('corrects the judge', async () => {
  await client.open('judge.md', GOOD.replace('judge: reznik', 'judge: Reznick'));
  expect(codes(await mend('judge.md', 'unknown-judge', /Change the judge to reznik/))).toEqual([]);
  expect(client.text('judge.md')).toBe(GOOD);
});

test('adds the address of chambers, and corrects a wrong one', async () => {
  const line = 'to: ReznikNYSDChambers@nysd.uscourts.gov';
  await client.open('absent.md', GOOD.replace(`${line}\n`, ''));
  expect(codes(await mend('absent.md', 'recipient', /ReznikNYSDChambers@/))).toEqual([]);
  await client.open('wrong.md', GOOD.replace(line, 'to: Moses_NYSDChambers@nysd.uscourts.gov'));
  expect(codes(await mend('wrong.md', 'recipient', /ReznikNYSDChambers@/))).toEqual([]);
  expect(client.text('wrong.md')).toContain(line);
});

test('a diagnostic leads to the page of its rule', async () => {
  await client.open('href.md', GOOD.replace('Dear Judge', 'Dear [Name], Judge'));
  const { codeDescription, source } = one(await client.diagnostics('href.md'), 'placeholder');
  expect(source).toBe('Ex Parte');
  expect(codeDescription?.href).toMatch(/\/docs\/rules\/placeholder\.md$/);
});

test('nothing is offered in other Markdown', async () => {
  await client.open('README.md', '# Notes\n\n[Name]\n');
  const everything = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  expect(await client.actions('README.md', everything)).toEqual([]);
});

test('takes out notes and silencing comments, each by itself, on demand', async () => {
  const note = '<!-- never above 90 -->';
  const silencer = '<!-- ex-parte-disable placeholder: the form has brackets -->';
  await client.open('clean.md', `${GOOD}\n${note}\n\n${silencer}\n\nThe form says [Name].\n`);
  await client.diagnostics('clean.md');
  const offered = async () => client.actions('clean.md', client.rangeOf('clean.md', 'reznik'));
  await client.apply(
    'clean.md',
    (await offered()).find((a) => a.title === 'Take out the comment left in this letter'),
  );
  expect(client.text('clean.md')).toBe(`${GOOD}\n${silencer}\n\nThe form says [Name].\n`);
  expect((await offered()).map((a) => a.title)).toEqual(['Take out the comment by which rules are silenced']);
});
