import { describe, expect, type TestContext, test } from 'vitest';
import { checkOne, rulesOf } from '../cli/json.ts';
import { run, STACK } from '../cli/run.ts';
import { Client } from '../protocol/client.ts';
import { codes, GOOD, isPartial, said, Workspace } from '../protocol/letter.ts';
import { BEHAVIOURS, type Behaviour, BrokenBuild } from './broken-build.ts';

/** What the writer reads of each: never a count, and never nothing. */
const TOLD: Readonly<Record<Behaviour, RegExp>> = {
  'answers with words where a number belongs': /makes no sense/,
  'answers with a number that is none': /makes no sense/,
  'answers that there are no pages': /makes no sense/,
  'answers with nothing': /makes no sense/,
  'sends what is no message': /makes no sense/,
  'runs out of memory': /typesetter stopped/,
  'ends in the midst of its work': /typesetter stopped/,
  'answers only what nobody asked': /gave no answer in 6 seconds/,
  hangs: /gave no answer in 6 seconds/,
  'answers too late': /gave no answer in 6 seconds/,
  'does not start': /typesetter (stopped|could not be started)/,
  'is not there': /typesetter (stopped|could not be started)/,
};
const ALL = Object.keys(TOLD) as Behaviour[];

const SPOILT = GOOD.replace('Dear Judge', 'Dear [Name], Judge');

/** A folder, and a build whose typesetter misbehaves so, until the test is over. */
function broken(behaviour: Behaviour, { onTestFinished }: Pick<TestContext, 'onTestFinished'>) {
  const workspace = new Workspace();
  const build = new BrokenBuild(behaviour);
  onTestFinished(() => {
    build.remove();
    workspace.remove();
  });
  return { workspace, build };
}

test('every way to misbehave is told', () => {
  expect(ALL).toEqual(expect.arrayContaining(Object.keys(BEHAVIOURS)));
});

// Side by side: of some nothing is heard for six seconds, in which others can be tried.
describe.concurrent.each(ALL)('a typesetter that %s', (behaviour) => {
  test('in the terminal: exit code 2, no pages, and what was found stands', { timeout: 120_000 }, async ({
    expect,
    onTestFinished,
  }) => {
    const { workspace, build } = broken(behaviour, { onTestFinished });
    const file = workspace.write('letter.md', SPOILT);
    const { code, letter, stderr } = await checkOne([file], { cli: build.cli, patience: 30_000 });
    expect(code).toBe(2);
    expect(letter.status).toBe('incomplete');
    expect(letter.incomplete.map((i) => i.reason).join()).toMatch(TOLD[behaviour]);
    expect(letter.pages).toBeNull();
    expect(rulesOf(letter)).toContain('placeholder');
    expect(stderr).not.toMatch(STACK);
  });

  test('in an editor: an error says so, and the server lives on', { timeout: 120_000 }, async ({
    expect,
    onTestFinished,
  }) => {
    const { workspace, build } = broken(behaviour, { onTestFinished });
    const client = await Client.start({
      folder: workspace.path,
      pulls: true,
      trusted: true,
      module: build.server,
    });
    onTestFinished(async () => void (await client.stop()));
    await client.open('letter.md', SPOILT);
    const items = await client.diagnostics('letter.md');
    expect(isPartial(items)).toBe(true);
    expect(items.map(said).join('\n')).toMatch(TOLD[behaviour]);
    expect(items.find((d) => said(d).startsWith('Not checked whole'))?.severity).toBe(1);
    expect(codes(items)).toContain('placeholder');
    expect(client.statuses.at(-1)).toMatchObject({ state: 'incomplete', pages: null });
    expect(await client.actions('letter.md', client.rangeOf('letter.md', '[Name]'))).toBeInstanceOf(Array);
  });
});

test('a letter that is otherwise in order is not called so', async ({ onTestFinished }) => {
  const { workspace, build } = broken('ends in the midst of its work', { onTestFinished });
  const file = workspace.write('letter.md', GOOD);
  const { code, stdout } = await run(['check', '--today', '2024-05-01', file], { cli: build.cli });
  expect(code).toBe(2);
  expect(stdout).toContain('not checked whole');
  expect(stdout).not.toMatch(/1 in order|✓/);
});
