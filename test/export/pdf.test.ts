import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createTypesetter } from '../../server/src/host/typeset/create.ts';
import { ofProcess, spent } from '../support/spent.ts';
import { dist, poppler } from '../typeset/support.ts';
import { archivalFaults } from './archival.ts';
import { Desk, has, qpdfComplaints, sample } from './support.ts';

const hasPoppler = has('pdftotext', '-v');
const hasQpdf = has('qpdf');
let desk: Desk;
beforeAll(() => {
  desk = new Desk();
});
afterEach(() => desk.clear());
afterAll(() => desk.close());

const NAME =
  'Confidential settlement letter - Harrow Orchard Supply Co. v Quillmark Cold Storage, Inc - not for filing.pdf';
const letter = sample('reznik-good');
/** The sample with files for its exhibits. */
const withFiles = (a = 'a.pdf', b = 'b.pdf'): string =>
  letter
    .replace(/(8 to 12 October 2022\n {4})pages: 3/, `$1file: "${a}"`)
    .replace(/(Storage agreement of 1 July 2022\n {4})pages: 6/, `$1file: "${b}"`);
const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

describe('a letter alone', () => {
  test('is PDF/A-2b beside the letter, tagged, with nothing said of the program', async () => {
    const { file, what, replaced } = await desk.export(letter);
    expect(file).toBe(join(desk.path, NAME));
    expect(what).toBe('PDF/A-2b, 2 pages');
    expect(replaced).toBe(false);
    expect(desk.names()).toEqual([NAME]);
    const text = latin(desk.read(file));
    expect(text).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(text).toContain('/Marked true');
    expect(text).not.toMatch(/typst|ex.?parte |\/Author|\/Producer|\/Creator|dc:creator/i);
    expect(text).not.toContain(desk.path);
  });

  test('gives the same bytes again, in place of those before', async () => {
    const first = desk.read((await desk.export(letter)).file);
    const again = await desk.export(letter);
    expect(again.replaced).toBe(true);
    expect(Buffer.compare(desk.read(again.file), first)).toBe(0);
    expect(desk.names()).toEqual([NAME]);
  });

  test.each(['pdf', 'docx', 'eml', 'ics'] as const)(
    'replaces its own %s whatever the caption holds',
    async (to) => {
      const text = letter.replace(
        /^caption: .*/m,
        `caption: "O'Brien & <Søn> “Ltd” \\"X\\" v. 日本 *Łódź*: a/b"`,
      );
      const first = await desk.export(text, { to, force: true });
      const again = await desk.export(text, { to, force: true });
      expect([first.replaced, again.replaced]).toEqual([false, true]);
      expect(desk.names()).toHaveLength(1);
      expect(desk.names()[0]).toMatch(/O'Brien & Søn “Ltd” X v 日本 Łódź a b/);
    },
  );

  test('is PDF 1.7 by the WebAssembly engine, which says so, of the same pages', async () => {
    const typesetter = createTypesetter({ dist, mode: 'in-process', engine: 'wasm' });
    try {
      expect((await desk.export(letter, { typesetter })).what).toBe('PDF 1.7, 2 pages');
      desk.exhibit('three-pages.pdf', 'a.pdf');
      desk.exhibit('forty-pages.pdf', 'b.pdf');
      const { what, file } = await desk.export(withFiles(), { typesetter });
      expect(what).toBe('PDF 1.7, 2 pages, and 43 pages of exhibits behind 2 slip sheets');
      if (hasQpdf) expect(qpdfComplaints(file)).toBe('');
    } finally {
      await typesetter.dispose();
    }
  });

  test.skipIf(!hasQpdf)('has nothing that qpdf complains of', async () => {
    expect(qpdfComplaints((await desk.export(letter)).file)).toBe('');
  });

  test.skipIf(!hasQpdf)('keeps what PDF/A-2b asks of a file that only shows text', async () => {
    const { file } = await desk.export(letter);
    expect(archivalFaults(file)).toEqual([]);
    // The test itself can tell: what the engine makes without being asked for PDF/A has faults.
    desk.exhibit('three-pages.pdf', 'a.pdf');
    desk.exhibit('three-pages.pdf', 'b.pdf');
    expect(archivalFaults((await desk.export(withFiles())).file)).not.toEqual([]);
  });

  test.skipIf(!hasPoppler)('has its fonts in it and its words', async () => {
    const pdf = desk.read((await desk.export(letter)).file);
    const fonts = poppler('pdffonts', pdf).trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) expect(font).toMatch(/yes\s+yes\s+yes/);
    expect(poppler('pdftotext', pdf)).toContain('Dear Judge Reznik:');
    const info = poppler('pdfinfo', pdf);
    expect(info).toMatch(/^Tagged: +yes$/m);
    expect(info).toMatch(/^(JavaScript|Encrypted): +no$/m);
  });
});

describe('exhibits', () => {
  test('follow behind slip sheets, with bookmarks, as PDF 1.7', async () => {
    desk.exhibit('three-pages.pdf', 'a.pdf');
    desk.exhibit('forty-pages.pdf', 'b.pdf');
    const { file, what, notes } = await desk.export(withFiles());
    expect(what).toBe('PDF 1.7, 2 pages, and 43 pages of exhibits behind 2 slip sheets');
    expect(notes).toEqual([]);
    const text = latin(desk.read(file));
    expect(text).toContain('/Title (Exhibit A: Temperature log of Room 4, 8 to 12 October 2022)');
    expect(text).toContain('/Title (Exhibit B: Storage agreement of 1 July 2022)');
    expect(text).not.toMatch(/typst/i);
    if (hasQpdf) expect(qpdfComplaints(file)).toBe('');
    if (hasPoppler) {
      expect(poppler('pdftotext', desk.read(file), '-f', '3', '-l', '3')).toContain('EXHIBIT A');
      const sizes = poppler('pdfinfo', desk.read(file), '-f', '3', '-l', '4');
      expect(sizes).toMatch(/Page +3 size: +612 x 792/);
      expect(sizes).toMatch(/Page +4 size: +595/);
    }
  });

  test('without a file are named', async () => {
    const { notes } = await desk.export(letter);
    expect(notes).toEqual(['Not in it, since the header names no file: Exhibit A, Exhibit B.']);
  });

  test.each([
    ['cut-off.pdf', 'is damaged'],
    ['hollow.pdf', 'is damaged'],
    ['needs-password.pdf', 'is encrypted'],
    ['picture.pdf', 'is no PDF but a PNG image'],
  ])('%s is refused by name, and nothing is written', async (fixture, why) => {
    desk.exhibit(fixture, 'Anlage ä 1.pdf');
    desk.exhibit('three-pages.pdf', 'b.pdf');
    const before = desk.names();
    expect(await desk.trouble(withFiles('Anlage ä 1.pdf'), { force: true })).toMatch(
      new RegExp(`^ExportError: Exhibit A \\(Anlage ä 1\\.pdf\\) ${why}`),
    );
    expect(desk.names()).toEqual(before);
  });

  test('outside the workspace, or missing, are refused by name', async () => {
    desk.exhibit('three-pages.pdf', 'b.pdf');
    expect(await desk.trouble(withFiles('../../x.pdf'), { force: true })).toContain(
      'Exhibit A (../../x.pdf) lies outside the workspace',
    );
    expect(await desk.trouble(withFiles('gone.pdf'), { force: true })).toContain(
      'Exhibit A (gone.pdf) does not exist',
    );
  });
});

describe('an export', () => {
  test('is refused while errors stand, and made with force', async () => {
    const bad = letter.replace('**CONFIDENTIAL MATERIAL FOR USE ONLY AT SETTLEMENT CONFERENCE**', '');
    expect(await desk.trouble(bad)).toMatch(/^Refusal: an error stands \(marking, line \d+\)/);
    expect(desk.names()).toEqual([]);
    expect((await desk.export(bad, { force: true })).what).toMatch(/^PDF\/A-2b/);
  });

  test('leaves a file alone that is none of its own', async () => {
    desk.write(NAME, '%PDF-1.7 of someone else');
    expect(await desk.trouble(letter)).toMatch(/^WriteError: .*there is such a file already/);
    expect(Buffer.from(desk.read(join(desk.path, NAME))).toString()).toBe('%PDF-1.7 of someone else');
    expect(desk.names()).toEqual([NAME]);
  });

  test.each([
    ['no/such/folder.pdf', 'there is no such folder'],
    [`${'n'.repeat(300)}.pdf`, 'its name is too long'],
    ['.', 'is no ordinary file'],
  ])('to %s fails, names it and leaves nothing', async (out, why) => {
    const target = join(desk.path, out);
    expect(await desk.trouble(letter, { out: target })).toMatch(new RegExp(`^WriteError: .*${why}`));
    expect(desk.names()).toEqual([]);
  });

  test('that is cancelled leaves nothing', async () => {
    const signal = AbortSignal.abort();
    expect(await desk.trouble(letter, { signal })).toContain('cancelled');
    expect(desk.names()).toEqual([]);
  });
});

describe('time', () => {
  const long = (pages: number): string =>
    letter.replace(
      '## 4.',
      `${'Every word of this sentence takes its room on the page. '.repeat(pages * 62)}\n\n## 4.`,
    );

  /** Exports to the end, and returns the processor's milliseconds: of the engine's threads too, for it is in this process. */
  async function timed(text: string, limit: number): Promise<{ ms: number; what: string }> {
    let what = '';
    const ms = await spent(ofProcess, limit, async () => {
      ({ what } = await desk.export(text, { force: true }));
    });
    return { ms, what };
  }

  test('of 10 pages: under half a second after the first', async () => {
    await desk.export(letter);
    const { ms, what } = await timed(long(10), 500);
    expect(ms).toBeLessThan(500);
    expect(what).toMatch(/^PDF\/A-2b, (9|1\d) pages/);
  });

  test('of 10 pages and 200 of exhibits: under 5 seconds', async () => {
    const header: string[] = [];
    for (let i = 1; i <= 5; i++) {
      desk.exhibit('forty-pages.pdf', `tab ${i}.pdf`);
      header.push(`  - label: "${i}"\n    title: Tab ${i}\n    file: tab ${i}.pdf`);
    }
    const text = long(10).replace(
      /exhibits:\n[\s\S]*?attendees:/,
      `exhibits:\n${header.join('\n')}\nattendees:`,
    );
    const { ms, what } = await timed(text, 5_000);
    expect(ms).toBeLessThan(5_000);
    expect(what).toContain('200 pages of exhibits behind 5 slip sheets');
  });
});
