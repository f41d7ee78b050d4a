import { inflateSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { exchangedOf } from '../../server/src/export/exchanged.ts';
import { parseLetter } from '../../server/src/letter/letter.ts';
import { poppler } from '../typeset/support.ts';
import { Desk, has, sample } from './support.ts';

const hasPoppler = has('pdftotext', '-v');
let desk: Desk;
beforeAll(() => {
  desk = new Desk();
});
afterEach(() => desk.clear());
afterAll(() => desk.close());

const statement = sample('spero-good');
const SECRET = 'Xylophone bottom line';
const fenced = (inside: string): string =>
  statement.replace('## 4. Proceedings', `:::confidential\n${inside}\n:::\n\n## 4. Proceedings`);

/** Everything that a PDF's file holds: its bytes, and its streams unpacked. */
function everything(pdf: Uint8Array): string {
  const raw = Buffer.from(pdf);
  let text = raw.toString('latin1');
  for (let at = raw.indexOf('stream\n'); at >= 0; at = raw.indexOf('stream\n', at + 7)) {
    try {
      text += inflateSync(raw.subarray(at + 7)).toString('latin1');
    } catch {
      // Not every stream is packed.
    }
  }
  return text;
}

const SHAPES: readonly (readonly [string, string])[] = [
  ['a block', fenced(`\n${SECRET} is $450,000.\n`)],
  ['a block without blank lines', fenced(`${SECRET}\nis *$450,000*.`)],
  ['a block of CRLF lines', fenced(`${SECRET}\nis here.`).replaceAll('\n', '\r\n')],
  ['a list and a table', fenced(`- ${SECRET}\n  - more\n\n| a |\n|---|\n| ${SECRET} |`)],
  ['a heading', fenced(`\n## ${SECRET}\n\nWords.\n`)],
  ['a footnote', fenced(`\nWords.[^s]\n\n[^s]: ${SECRET}\n`)],
  ['code', fenced(`\n\`\`\`\n${SECRET}\n\`\`\`\n`)],
  ['a block never seen as such by Markdown', `${statement}\n- item\n:::confidential\n${SECRET}\n:::\n`],
  [
    'a section by its comment',
    statement.replace(
      '## 4. Proceedings',
      `## ${SECRET}\n\n<!-- confidential -->\n\nWords.\n\n### Sub\n\n${SECRET} too.\n\n## 4. Proceedings`,
    ),
  ],
];

describe('what is confidential', () => {
  test.each(SHAPES)('%s stays out of the version that is exchanged, and of its metadata', async (_, text) => {
    const { file, what } = await desk.export(text, { version: 'exchanged', force: true });
    expect(file).toContain(' for exchange - ');
    expect(what).toMatch(/^PDF\/A-2b/);
    const pdf = desk.read(file);
    expect(everything(pdf)).not.toMatch(/xylophone|:::/i);
    if (hasPoppler) {
      const words = poppler('pdftotext', pdf) + poppler('pdfinfo', pdf);
      expect(words).not.toMatch(/xylophone|bottom line|:::/i);
      expect(words).toContain('Respectfully submitted,');
      expect(words).toContain('Proceedings to date');
    }
  });

  test.each(SHAPES)('%s is printed for chambers, its marks are not', async (_, text) => {
    const { file } = await desk.export(text, { force: true });
    if (!hasPoppler) return;
    const words = poppler('pdftotext', desk.read(file));
    expect(words).toContain(SECRET);
    expect(words).not.toContain(':::');
    expect(words).not.toMatch(/^confidential$/m);
  });

  test('stays out of Word too', async () => {
    const { file } = await desk.export(fenced(SECRET), { version: 'exchanged', to: 'docx', force: true });
    for (const part of Object.values(unzipSync(desk.read(file))))
      expect(strFromU8(part)).not.toMatch(/xylophone/i);
  });

  test('takes along the exhibits that nothing else cites', async () => {
    const text = `${statement.replace(/ {2}- label: B\n/, '  - label: C\n    title: Secret appraisal\n    file: c.pdf\n  - label: B\n')}\n:::confidential\nSee Exhibit C.\n:::\n`;
    desk.exhibit('three-pages.pdf', 'c.pdf');
    const { file, notes, what } = await desk.export(text, { version: 'exchanged', force: true });
    expect(what).toMatch(/^PDF\/A-2b/);
    expect(notes.join(' ')).toContain('does not cite it: Exhibit C.');
    expect(everything(desk.read(file))).not.toContain('Secret appraisal');
    expect((await desk.export(text, { force: true })).what).toContain('3 pages of exhibits');
  });

  test('takes along an exhibit that it may speak of in other words', async () => {
    const listed = statement.replace(
      / {2}- label: B\n/,
      '  - label: C\n    title: Secret appraisal\n    file: c.pdf\n  - label: B\n',
    );
    desk.exhibit('three-pages.pdf', 'c.pdf');
    const text = `${listed}\n:::confidential\nThe appraisal behind this says less.\n:::\n`;
    const { file, notes } = await desk.export(text, { version: 'exchanged', force: true });
    expect(notes.join(' ')).toContain('does not cite it: Exhibit C.');
    expect(everything(desk.read(file))).not.toContain('Secret appraisal');
    // Where nothing is kept from the other side, neither is an exhibit.
    const open = await desk.export(listed, { version: 'exchanged', force: true });
    expect(open.what).toContain('3 pages of exhibits');
  });
});

describe('a mark that leaves doubt is refused', () => {
  test.each([
    [`${statement}\n:::confidential\n${SECRET}\n`, 'no ::: closes this'],
    [`${statement}\n${SECRET}\n:::\n`, 'closes no confidential block'],
    [`${statement}\n:::confidental\n${SECRET}\n:::\n`, 'on a line of its own'],
    [`${statement}\n::confidential\n${SECRET}\n::\n`, 'on a line of its own'],
    [`${statement}\n> :::confidential\n> ${SECRET}\n> :::\n`, 'on a line of its own'],
    [`${statement}\n:::confidential ${SECRET} :::\n`, 'on a line of its own'],
    [`${statement}\n:::confidential\na\n:::confidential\n${SECRET}\n:::\n`, 'begins in the one of line'],
    [`${statement}\n\n<!-- confidental -->\n\n${SECRET}\n`, 'write the comment as'],
    [
      statement.replace('\n# Settlement', `\n<!-- confidential -->\n\n${SECRET}\n\n# Settlement`),
      'under no heading',
    ],
    [`${statement}\nWords.[^s]\n\n:::confidential\n[^s]: ${SECRET}\n:::\n`, 'footnote s is named here'],
  ])('%#', async (text, why) => {
    const said = await desk.trouble(text, { version: 'exchanged', force: true });
    expect(said).toMatch(/^Refusal: line \d+: /);
    expect(said).toContain(why);
    expect(desk.names()).toEqual([]);
  });

  test('with its line', () => {
    const letter = parseLetter('---\njudge: spero\n---\n\nA\n\n:::confidential\nB\n');
    expect(exchangedOf(letter)).toEqual({ line: 7, problem: 'no ::: closes this confidential block' });
  });
});

test.each(['reznik-good', 'percy-good', 'spero-confidential-letter-good'])(
  '%s has no version for the other side',
  async (name) => {
    expect(await desk.trouble(sample(name), { version: 'exchanged', force: true })).toContain(
      'keeps this document from the other side',
    );
    expect(desk.names()).toEqual([]);
  },
);

test('how much was left out is told, and that nothing was', async () => {
  const notes = async (text: string): Promise<string> =>
    (await desk.export(text, { version: 'exchanged' })).notes.join(' ');
  expect(await notes(fenced(SECRET))).toContain('Left out as confidential: 1 passage;');
  expect(await notes(statement)).toContain('Nothing is marked as confidential');
});

test('no e-mail carries the version that is exchanged', async () => {
  expect(await desk.trouble(statement, { version: 'exchanged', to: 'eml' })).toContain('is for pdf and docx');
});
