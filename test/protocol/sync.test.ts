import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Client } from './client.ts';
import { codes, GOOD, letter, of, one, Workspace } from './letter.ts';

const workspace = new Workspace();
let puller: Client;
let taker: Client;
beforeAll(async () => {
  puller = await Client.start({ folder: workspace.path, pulls: true });
  taker = await Client.start({ folder: workspace.path, pulls: false });
});
afterAll(async () => {
  await Promise.all([puller.stop(), taker.stop()]);
  workspace.remove();
});

describe('a client that pulls', () => {
  test('gets the same result again by its id, and a new one after an edit', async () => {
    await puller.open('same.md', GOOD);
    const first = await puller.pull('same.md');
    if (first.kind !== 'full' || !first.resultId) throw new Error('no result id');
    expect(first.items).toEqual([]);
    expect(await puller.pull('same.md', first.resultId)).toEqual({
      kind: 'unchanged',
      resultId: first.resultId,
    });
    await puller.replace('same.md', 'Dear Judge', 'Dear [Name], Judge');
    const second = await puller.pull('same.md', first.resultId);
    if (second.kind !== 'full') throw new Error('an edit made no new result');
    expect(codes(second.items)).toEqual(['placeholder']);
    expect(second.resultId).not.toBe(first.resultId);
    expect(puller.published).toEqual([]);
  });

  test('is told that a superseded pull is to be sent again, and nobody goes unanswered', async () => {
    await puller.open('typing.md', letter('Word [Name] and more.\n\n'.repeat(400)));
    const answers: Promise<unknown>[] = [];
    for (let i = 0; i < 25; i++) {
      await puller.edit('typing.md', [
        { range: { start: { line: 4, character: 0 }, end: { line: 4, character: 0 } }, text: `${i} ` },
      ]);
      answers.push(puller.pull('typing.md').catch((error: unknown) => error));
    }
    const told = await Promise.all(answers);
    const last = told.pop();
    expect(last).toMatchObject({ kind: 'full' });
    const superseded = told.filter((t) => t instanceof Error);
    expect(superseded.length).toBeGreaterThan(0);
    for (const answer of superseded) {
      expect(answer).toMatchObject({ code: -32802, data: { retriggerRequest: true } });
    }
    for (const answer of told) if (!(answer instanceof Error)) expect(answer).toMatchObject({ kind: 'full' });
  });

  test('two pulls of one version get one answer each', async () => {
    await puller.open('twice.md', GOOD);
    const [a, b] = await Promise.all([puller.pull('twice.md'), puller.pull('twice.md')]);
    expect(a).toMatchObject({ kind: 'full', items: [] });
    expect(b).toEqual(a);
  });

  test('positions are right after edits between CRLF and astral characters', async () => {
    const name = 'astral.md';
    await puller.open(name, letter('𝒜 [Name] 🏛️\n\nDear Judge Reznik: é\n').replaceAll('\n', '\r\n'));
    const words = async () =>
      of(await puller.diagnostics(name), 'placeholder').map((d) => puller.words(name, d.range));
    expect(await words()).toEqual(['[Name]']);
    await puller.replace(name, '𝒜 ', '😀😀\r\n\r\n𝒞 ');
    await puller.replace(name, 'Dear Judge', '🏛️ TODO Judge');
    // Several changes in one notification: each is of the text that the one before left.
    const at = puller.rangeOf(name, 'Reznik: é').start;
    const then = { ...at, character: at.character + '𝒵𝒵 '.length };
    await puller.edit(name, [
      { range: { start: at, end: at }, text: '𝒵𝒵 ' },
      { range: { start: then, end: then }, text: 'TBD ' },
    ]);
    await puller.replace(name, '\r\n\r\n𝒞', '\r\n𝒞');
    expect(await words()).toEqual(['[Name]', 'TODO', 'TBD']);
  });

  test('random edits leave server and editor with the same text', async () => {
    const name = 'random.md';
    await puller.open(name, letter('a\r\n\r\n🏛️ b\r\n'.repeat(20)));
    let seed = 7;
    const random = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
      return seed % below;
    };
    for (let i = 0; i < 60; i++) {
      const lines = puller.text(name).split('\r\n');
      const line = 4 + random(Math.max(1, lines.length - 6));
      const range = { start: { line, character: 0 }, end: { line: line + random(2), character: 0 } };
      await puller.edit(name, [{ range, text: ['🏛️𝒜 ', 'x\r\n', '', '**b** '][random(4)] ?? '' }]);
    }
    await puller.edit(name, [
      { range: { start: { line: 999, character: 0 }, end: { line: 999, character: 0 } }, text: ' 𝒜 TODO' },
    ]);
    const { range } = one(await puller.diagnostics(name), 'placeholder');
    expect(puller.words(name, range)).toBe('TODO');
  });
});

describe('a client that is pushed to', () => {
  test('gets the diagnostics of each version, and none once the letter is closed', async () => {
    await taker.open('pushed.md', GOOD.replace('Dear Judge', 'Dear [Name], Judge'));
    expect(codes((await taker.pushed('pushed.md')).diagnostics)).toEqual(['placeholder']);
    await taker.replace('pushed.md', '[Name], ', '');
    expect((await taker.pushed('pushed.md')).diagnostics).toEqual([]);
    await taker.replace('pushed.md', 'Dear', 'TODO Dear');
    await taker.pushed('pushed.md');
    await taker.close('pushed.md');
    await taker.until('cleared diagnostics', () => taker.published.at(-1)?.diagnostics.length === 0);
    expect(taker.published.at(-1)?.uri).toBe(taker.uri('pushed.md'));
  });

  test('the last push is of the last version, however fast the typing', async () => {
    await taker.open('fast.md', letter('Word.\n\n'.repeat(300)));
    for (let i = 0; i < 20; i++) {
      await taker.edit('fast.md', [
        { range: { start: { line: 4, character: 0 }, end: { line: 4, character: 0 } }, text: 'TODO ' },
      ]);
    }
    const { diagnostics } = await taker.pushed('fast.md');
    expect(of(diagnostics, 'placeholder')).toHaveLength(20);
    const versions = taker.published.filter((p) => p.uri === taker.uri('fast.md')).map((p) => p.version ?? 0);
    expect(versions).toEqual([...versions].sort((a, b) => a - b));
  });
});

describe('what is a letter', () => {
  test('a README gets nothing, pulled or pushed', async () => {
    const text = '# Read me\n\njudge: reznik\n\n[Name] TODO\n';
    await puller.open('README.md', text);
    expect(await puller.diagnostics('README.md')).toEqual([]);
    await taker.open('README.md', text);
    await taker.replace('README.md', 'TODO', 'TBD');
    await taker.open('after.md', letter('Dear\n'));
    await taker.pushed('after.md');
    expect(taker.published.filter((p) => p.uri === taker.uri('README.md'))).toEqual([]);
  });

  test.each([
    ['pulled', true],
    ['pushed', false],
  ])('a document becomes one while typing and stops being one, %s', async (_, pulls) => {
    const client = pulls ? puller : taker;
    const name = `becoming-${pulls}.md`;
    const now = async () =>
      codes(pulls ? await client.diagnostics(name) : (await client.pushed(name)).diagnostics);
    await client.open(name, '---\njudg\n---\n\nTODO\n');
    if (pulls) expect(await now()).toEqual([]);
    await client.replace(name, 'judg', 'judge: reznik');
    expect(await now()).toContain('placeholder');
    await client.replace(name, 'judge: reznik', 'title: notes');
    expect(await now()).toEqual([]);
    await client.replace(name, 'title: notes', 'judge: "reznik');
    expect(await now()).toContain('header');
  });
});
