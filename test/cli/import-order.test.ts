import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { smallPdf } from '../support/small-pdf.ts';
import { folderOfTest } from '../support/temporary.ts';
import { ROOT, run } from './run.ts';

const SAMPLE = join(ROOT, 'test/fixtures/read-orders/01-numbered.txt');
const emptyPdf = (pages: number): string => smallPdf(Array.from({ length: pages }, () => []));

describe('import-order', () => {
  it('writes an order file, and a letter that can be checked against it at once', async () => {
    const dir = folderOfTest();
    const [order, letter] = [join(dir, 'stanwick.yaml'), join(dir, 'letter.md')];
    const made = await run(['import-order', SAMPLE, '-o', order, '--letter', letter]);
    expect(made).toMatchObject({ code: 0, stderr: '' });
    expect(readFileSync(letter, 'utf8')).toMatch(/^order: stanwick\.yaml$/m);
    expect(readFileSync(letter, 'utf8')).toMatch(/^case: .*1:24-cv-05512 \(RPK\) \(DLS\)/m);
    const checked = await run(['check', '--format', 'json', '--today', '2025-02-20', letter]);
    const { letters } = JSON.parse(checked.stdout) as {
      letters: [{ judge: string; findings: { rule: string }[] }];
    };
    expect(letters[0].judge).toBe('stanwick');
    expect(letters[0].findings.map((f) => f.rule)).not.toContain('missing-section');
    const bare = readFileSync(letter, 'utf8').replace(/^## [^\n]+\n\n[^\n]+\n/gm, '');
    writeFileSync(letter, bare);
    const again = await run(['check', '--format', 'json', '--today', '2025-02-20', letter]);
    const found = JSON.parse(again.stdout) as { letters: [{ findings: { rule: string }[] }] };
    expect(found.letters[0].findings.filter((f) => f.rule === 'missing-section')).toHaveLength(5);
  });

  it('prints facts', async () => {
    const { stdout } = await run(['import-order', '--format', 'facts', SAMPLE]);
    expect(JSON.parse(stdout)).toMatchObject({
      judge: 'Dorothea L. Stanwick',
      court: 'E.D.N.Y.',
      authority: 'full',
    });
  });

  it('reads a web page', async () => {
    const file = join(folderOfTest(), 'order.html');
    const html = readFileSync(SAMPLE, 'utf8').replace(/&/g, '&amp;').replace(/\n\n+/g, '</p>\n<p>');
    writeFileSync(
      file,
      `<!doctype html><html><head><title>x</title><script>alert("no")</script></head><body><p>${html}</p></body></html>`,
    );
    const { stdout } = await run(['import-order', '--format', 'facts', file]);
    expect(JSON.parse(stdout)).toMatchObject({
      judge: 'Dorothea L. Stanwick',
      conference: '2025-03-06T10:30',
    });
  });

  it('reads the words of a PDF as it does those of a text', async () => {
    const file = join(folderOfTest(), 'order.pdf');
    // What runs off the page is not read: the lines are broken as a word processor breaks them.
    const lines = readFileSync(SAMPLE, 'utf8')
      .replace(/[^ -~\n]/g, '-')
      .replace(/(.{60,90}) /g, '$1\n')
      .split('\n');
    const pages = [lines.slice(0, 45), lines.slice(45)];
    writeFileSync(file, smallPdf(pages));
    const { stdout } = await run(['import-order', '--format', 'facts', file]);
    const facts = JSON.parse(stdout) as { submissions: [{ contents: string[] }] };
    expect(facts).toMatchObject({
      judge: 'Dorothea L. Stanwick',
      court: 'E.D.N.Y.',
      conference: '2025-03-06T10:30',
    });
    expect(facts.submissions[0].contents).toHaveLength(5);
  });

  const BAD: readonly (readonly [string, string, string | Buffer, RegExp])[] = [
    ['an empty file', 'a.txt', '', /is empty/],
    ['an image', 'a.pdf', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), /PNG image/],
    ['bytes', 'a.txt', Buffer.from([1, 0, 2, 0]), /is no text/],
    ['a scan', 'a.pdf', emptyPdf(2), /scan without text.*OCR/],
    ['three hundred pages', 'a.pdf', emptyPdf(300), /300 pages, more than any/],
    ['a PDF that is cut off', 'a.pdf', emptyPdf(2).slice(0, 200), /cut off/],
    [
      'a text of something else',
      'a.txt',
      'A recipe: flour, water, salt. Bake it for an hour.',
      /says nothing of a settlement/,
    ],
    [
      'a brief',
      'a.txt',
      'MEMORANDUM OF LAW IN SUPPORT OF THE MOTION TO ENFORCE THE SETTLEMENT\n\nThe parties settled. Respectfully submitted, Ann Bell.',
      /party's brief/,
    ],
    [
      'a scheduling order',
      'a.txt',
      'SCHEDULING ORDER\n\nDiscovery closes on May 1, 2024. The parties should consider settlement. Trial is set for June 3, 2024. SO ORDERED.',
      /sets no settlement conference/,
    ],
  ];

  it('says of an encrypted PDF what to do', async () => {
    const ran = await run(['import-order', join(ROOT, 'test/fixtures/exhibits/needs-password.pdf')]);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toMatch(/encrypted.*save a copy that opens without one/);
  });

  it.each(BAD)('says of %s what it is, and invents nothing', async (_, name, bytes, said) => {
    const file = join(folderOfTest(), name);
    writeFileSync(file, bytes);
    const ran = await run(['import-order', file]);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toMatch(said);
    expect(ran.stderr.trim().split('\n')).toHaveLength(1);
  });

  it('asks about an order that bears the numbers of two cases', async () => {
    const file = join(folderOfTest(), 'two.txt');
    const text = readFileSync(SAMPLE, 'utf8');
    writeFileSync(
      file,
      text.replace(
        'HARBOR FREIGHTWAYS, INC.,',
        'HARBOR FREIGHTWAYS, INC.,        No. 1:24-cv-07733 (RPK) (DLS)',
      ),
    );
    const { stdout } = await run(['import-order', file]);
    expect(stdout).toMatch(/about: cases/);
    expect(stdout).toMatch(/1:24-cv-07733/);
  });
});
