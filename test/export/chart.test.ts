import { strFromU8, unzipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { poppler } from '../typeset/support.ts';
import { Desk, has, qpdfComplaints, sample } from './support.ts';

const hasPoppler = has('pdftotext', '-v');
const hasQpdf = has('qpdf');
let desk: Desk;
beforeAll(() => {
  desk = new Desk();
});
afterEach(() => desk.clear());
afterAll(() => desk.close());

const CHART = ':::negotiation-chart';
const letter = sample('reznik-good');
const statement = sample('spero-good');
const withChart = (chart = CHART): string => letter.replace('## 2.', `${chart}\n\n## 2.`);
/** The structure that a screen reader walks, objects spelt out. */
const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const partsOf = (docx: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(docx)).map(([name, bytes]) => [name, strFromU8(bytes)]));

describe('the chart of the negotiation in the PDF', () => {
  test.skipIf(!hasPoppler)(
    'shows sums, dates and sides where the line stands, which is not printed',
    async () => {
      const { file, what } = await desk.export(withChart());
      expect(what).toMatch(/^PDF\/A-2b, \d pages/);
      const words = poppler('pdftotext', desk.read(file), '-layout');
      expect(words).not.toContain(':::');
      for (const shown of ['Plaintiff', 'Defendant', '$600,000', 'Conference, Tue, May 14, 2024'])
        expect(words).toContain(shown);
      expect(words.indexOf('Plaintiff  ')).toBeGreaterThan(words.indexOf('There has been no'));
      expect(words.indexOf('Plaintiff  ')).toBeLessThan(words.indexOf('Key issues of fact'));
      if (hasQpdf) expect(qpdfComplaints(file)).toBe('');
    },
  );

  test('is told to whoever does not see it', async () => {
    const text = latin(desk.read((await desk.export(withChart())).file));
    // Texts are UTF-16 in hexadecimal or plain; the sentence is plain ASCII but for the apostrophe.
    expect(text).toMatch(/\/Alt/);
    expect(text).toMatch(/\/S \/Figure/);
  });

  test('is counted with the pages, and changes with the header', async () => {
    const long = letter.replace('## 2.', `${'Words fill the page. '.repeat(330)}\n\n## 2.`);
    const pages = async (text: string): Promise<number> =>
      Number(/(\d+) pages?/.exec((await desk.export(text, { force: true })).what)?.[1]);
    const before = await pages(long);
    const charts = `${CHART}\n\n`.repeat(6);
    expect(await pages(long.replace('## 2.', `${charts}## 2.`))).toBeGreaterThanOrEqual(before + 2);
    const first = desk.read((await desk.export(withChart())).file);
    const moved = desk.read(
      (await desk.export(withChart().replace('amount: 525000', 'amount: 500000'), { force: true })).file,
    );
    expect(Buffer.compare(first, moved)).not.toBe(0);
  });

  test.skipIf(!hasPoppler).each([
    ['below words', `Words above.\n${CHART}`],
    ['above words', `${CHART}\nWords below.`],
    ['between words', `Words *above*.\n  ${CHART.toUpperCase()}\nWords below.`],
    ['in a list', `- item\n${CHART}\n`],
    ['in a quotation', `> ${CHART}\n`],
    ['below a table', `| Table | b |\n|---|---|\n| c | d |\n${CHART}`],
  ])('stands %s', async (_, text) => {
    const words = poppler('pdftotext', desk.read((await desk.export(withChart(text), { force: true })).file));
    expect(words).toContain('Defendant\n');
    expect(words).not.toMatch(/:::/);
    for (const word of text.match(/above|below|item|Table/g) ?? []) expect(words).toContain(word);
  });

  test.skipIf(!hasPoppler)('is words like any other within a line', async () => {
    const { file } = await desk.export(withChart(`See ${CHART} for more.`), { force: true });
    expect(poppler('pdftotext', desk.read(file))).toContain(`See ${CHART} for more.`);
  });
});

describe('the chart in Word', () => {
  test("is a chart of Word's own with its numbers, and is told to whoever does not see it", async () => {
    const parts = partsOf(desk.read((await desk.export(withChart(), { to: 'docx' })).file));
    const chart = parts['word/charts/chart1.xml'] ?? '';
    for (const sum of ['610000', '525000', '95000']) expect(chart).toContain(`<c:v>${sum}</c:v>`);
    expect(parts['word/document.xml']).toMatch(
      /descr="Chart of demands and offers over time\. April 3, 2024: the plaintiff’s demand, \$610,000\./,
    );
    expect(parts['word/document.xml']).not.toContain(':::');
  });

  test('is the same again', async () => {
    const first = desk.read((await desk.export(withChart(), { to: 'docx' })).file);
    // Packages tell the time to two seconds.
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    const again = desk.read((await desk.export(withChart(), { to: 'docx' })).file);
    expect(Buffer.compare(first, again)).toBe(0);
    const workbook = unzipSync(first)['word/embeddings/Microsoft_Excel_Worksheet1.xlsx'];
    expect(Object.keys(unzipSync(workbook ?? new Uint8Array())).sort()).not.toContain('docProps/core.xml');
  });
});

describe('the chart in the version for the other side', () => {
  const spoken = '## 4. Proceedings';
  const exchanged = { version: 'exchanged', force: true } as const;
  const sums = [...statement.matchAll(/amount: (\d+)/g)].map(([, n]) => Number(n));
  const all = sums.map((n) => `$${n.toLocaleString('en-US')}`).join(', ');

  test('is refused where it shows a sum that the words beside it do not name', async () => {
    // All that names a sum is for the judge alone.
    const bare = statement.replace(/(\$[\d,]*\d)/g, '(a sum)');
    const said = await desk.trouble(bare.replace(spoken, `${CHART}\n\n${spoken}`), exchanged);
    expect(said).toMatch(/^Refusal: line \d+: the chart shows \$[\d,]+, which the words for the other side/);
    expect(desk.names()).toEqual([]);
  });

  test('is refused where only a comment names them', async () => {
    const bare = statement.replace(/(\$[\d,]*\d)/g, '(a sum)');
    const noted = bare.replace(spoken, `<!-- they named ${all} -->\n\n${CHART}\n\n${spoken}`);
    expect(await desk.trouble(noted, exchanged)).toMatch(/^Refusal: line \d+: the chart shows/);
  });

  test('goes where every sum is named in what the other side reads', async () => {
    const open = statement.replace(spoken, `The parties named ${all}.\n\n${CHART}\n\n${spoken}`);
    expect((await desk.export(open, exchanged)).what).toMatch(/^PDF/);
  });

  test.skipIf(!hasPoppler)('stays out with the passage that it stands in', async () => {
    const text = statement.replace(spoken, `:::confidential\n${CHART}\n:::\n\n${spoken}`);
    const { file, notes } = await desk.export(text, exchanged);
    const words = poppler('pdftotext', desk.read(file));
    expect(words).not.toMatch(/^Plaintiff$/m);
    expect(latin(desk.read(file))).not.toContain('/Figure');
    expect(notes.join(' ')).toContain('1 passage');
  });
});
