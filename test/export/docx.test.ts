import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { toString as textOf } from 'mdast-util-to-string';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { docxOf } from '../../server/src/export/docx.ts';
import { createTypesetter } from '../../server/src/host/typeset/create.ts';
import { LETTER, STATEMENT } from '../../server/src/typeset/formats.ts';
import type { Source, Typesetter } from '../../server/src/typeset/typesetter.ts';
import { generateLetter } from '../typeset/generate.ts';
import { dist, hasPoppler, pagesOf, poppler, prepareAssets, sourceOf } from '../typeset/support.ts';
import { byLibreOffice, has } from './support.ts';

const partsOf = (docx: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(docx)).map(([name, bytes]) => [name, strFromU8(bytes)]));

const EVERYTHING = `# Statement

Words, *slanted*, **bold** and ***both***; a note.[^a] Again.[^a]

## 1. First

3. three
4. four
   - inner

> Quoted.

| Item | Sum |
|:--|--:|
| Wages | $1 |

\`\`\`
code  kept
\`\`\`

[^a]: The *note*.
`;

describe('a Word document', () => {
  test('has the parts that partners mark up', async () => {
    const parts = partsOf(await docxOf(sourceOf(EVERYTHING, STATEMENT), 'A & B'));
    const body = parts['word/document.xml'] ?? '';
    expect(body).toContain('<w:pStyle w:val="Heading1"/>');
    expect(body).toContain('<w:pStyle w:val="Heading2"/>');
    expect(body).toContain('<w:pStyle w:val="Quote"/>');
    expect(body).toContain('<w:footnoteReference w:id="1"/>');
    expect(body.match(/<w:footnoteReference /g)).toHaveLength(1);
    expect(body).toContain('<w:tblHeader/>');
    expect(body.match(/<w:numPr>/g)).toHaveLength(3);
    expect(body).toMatch(/<w:pgSz w:w="12240" w:h="15840"/);
    expect(body).toMatch(/<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440"/);
    expect(parts['word/footnotes.xml']).toMatch(/The .*note/s);
    expect(parts['word/numbering.xml']).toContain('<w:start w:val="3"/>');
    expect(parts['word/styles.xml']).toContain('Times New Roman');
    expect(parts['word/styles.xml']).toMatch(/w:line="480"/);
    expect(Object.entries(parts).find(([name]) => name.startsWith('word/footer'))?.[1]).toContain('PAGE');
  });

  test('says its title and nothing of author, program or hour', async () => {
    const parts = partsOf(await docxOf(sourceOf(EVERYTHING), 'A & B'));
    expect(parts['docProps/core.xml']).toContain('<dc:title>A &amp; B</dc:title>');
    expect(Object.values(parts).join('')).not.toMatch(/un-named|dc:creator|lastModifiedBy|dcterms|ex-parte/i);
  });

  test('is the same again, later', async () => {
    const first = await docxOf(sourceOf(EVERYTHING), 'A');
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    expect(Buffer.compare(await docxOf(sourceOf(EVERYTHING), 'A'), first)).toBe(0);
  });

  test('leaves out characters that XML cannot hold', async () => {
    const parts = partsOf(await docxOf(sourceOf('a\u0001b\u000bc <w:t> & d'), 'A'));
    expect(parts['word/document.xml']).toContain('ab c &lt;w:t&gt; &amp; d');
  });
});

/** The words of each table's head. */
const headsOf = (source: Source): string[] =>
  source.chunks.flatMap(({ nodes }) =>
    nodes.flatMap((node) => {
      const [head] = node.type === 'table' ? node.children : [];
      return head ? [textOf(head).replace(/\s/g, '')] : [];
    }),
  );

const canConvert = has('soffice') && hasPoppler;

describe.skipIf(!canConvert)('converted by LibreOffice', () => {
  let typesetter: Typesetter;
  const folder = mkdtempSync(join(tmpdir(), 'ex-parte-word-'));
  beforeAll(() => {
    prepareAssets();
    typesetter = createTypesetter({ dist, mode: 'in-process' });
  });
  afterAll(async () => {
    await typesetter.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Without blanks, page numbers and the marks of bullets, which have other glyphs in other fonts. */
  const words = (pdf: Uint8Array, pages: number): string => {
    const all: string[] = [];
    for (const page of poppler('pdftotext', pdf, '-raw').split('\f').slice(0, pages)) {
      all.push(page.trimEnd().replace(/\n\d+$/, ''));
    }
    return all.join('').replace(/[\s\u2022\u2023\u2013\uf000-\uf0ff]/g, '');
  };
  /** Footnotes and tables come at other places when a page ends elsewhere. */
  const sorted = (text: string): string => [...text].sort().join('');

  test('12 letters say the same on as many pages, give or take one', async () => {
    const letters: { name: string; source: Source }[] = [];
    for (let i = 0; i < 12; i++) {
      // Footnotes within footnotes Word does not have, and none are generated.
      const source = sourceOf(generateLetter(900 + i, 14), i % 2 ? STATEMENT : LETTER);
      letters.push({ name: `letter-${i}`, source });
      writeFileSync(join(folder, `letter-${i}.docx`), await docxOf(source, 'Letter'));
    }
    byLibreOffice(
      letters.map(({ name }) => join(folder, `${name}.docx`)),
      folder,
    );
    const wrong: string[] = [];
    for (const { name, source } of letters) {
      const theirs = new Uint8Array(readFileSync(join(folder, `${name}.pdf`)));
      const ours = await typesetter.pdf('a', source, { title: 'Letter', date: '2024-05-01' });
      const pages = [pagesOf(ours), pagesOf(theirs)] as const;
      if (Math.abs(pages[0] - pages[1]) > 1)
        wrong.push(`${name}: ${pages[0]} pages, by LibreOffice ${pages[1]}`);
      const [a, b] = [words(ours, pages[0]), words(theirs, pages[1])];
      // A table that breaks over pages elsewhere has its head there once more, or once less.
      const heads = ['', ...headsOf(source)];
      const same = heads.some((h) => sorted(a + h) === sorted(b) || sorted(a) === sorted(b + h));
      if (!same) wrong.push(`${name}: ${a.length} characters, by LibreOffice ${b.length}`);
    }
    expect(wrong).toEqual([]);
  });
});
