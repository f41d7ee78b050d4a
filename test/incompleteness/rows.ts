import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const fixture = (name: string): Buffer =>
  readFileSync(join(import.meta.dirname, '../fixtures/exhibits', name));

/** One way in which a check can miss something, made real by files, and what the writer is told. */
export interface Row {
  readonly id: string;
  /** For the docs: when this happens. */
  readonly when: string;
  /** The rule under which it is told. */
  readonly rule: string;
  /** Of the reason that is told. */
  readonly told: RegExp;
  /** The letter, and what lies beside it. Bytes that are no text reach the terminal only. */
  readonly letter: string | Buffer;
  /** A number is the size of an empty file that only seems to be so large. */
  readonly beside?: Readonly<Record<string, string | Buffer | number>>;
  /** Only an editor knows folders that are not trusted. */
  readonly untrusted?: boolean;
}

const header = (lines: string): string => `---\n${lines}\n---\n\n`;
const REZNIK = header('judge: reznik');
const exhibit = (entry: string): string =>
  `${header(`judge: spero\nexhibits:\n  - { label: A, title: Records${entry} }`)}See Exhibit A.\n`;
const PAGES = /pages|Exhibit A|exhibit/i;

export const rows: readonly Row[] = [
  {
    id: 'too-long',
    when: 'the text is longer than a million characters',
    rule: 'page-limit',
    told: /not read whole/,
    letter: `${REZNIK}${'Lorem ipsum dolor sit amet.\n\n'.repeat(36_000)}`,
  },
  {
    id: 'binary',
    when: 'the file is not a text file',
    rule: 'header',
    told: /not a text file/,
    letter: Buffer.from(`${REZNIK}\0\u0001`),
  },
  {
    id: 'encoding',
    when: 'the file is not UTF-8',
    rule: 'header',
    told: /not UTF-8/,
    letter: Buffer.concat([Buffer.from(REZNIK), Buffer.from([0x43, 0xe9, 0xff])]),
  },
  {
    id: 'nesting',
    when: 'brackets, quotations or lists are nested too deep, or marks too many, to be read as Markdown',
    rule: 'page-limit',
    told: /nested too deep/,
    letter: `${REZNIK}${'> '.repeat(1_000)}deep\n`,
  },
  {
    id: 'definitions',
    when: 'more than 500 passages define footnotes or links, or 1,500 name them',
    rule: 'page-limit',
    told: /in 509 more places, .*too many marks or parts/,
    letter: `${REZNIK}${Array.from({ length: 510 }, (_, n) => `[^${n}]: Note.\n\n`).join('')}`,
  },
  {
    id: 'parts',
    when: 'the letter has more than 10,000 paragraphs or headings',
    rule: 'page-limit',
    told: /too many marks or parts/,
    letter: `${REZNIK}${'# a\n\n'.repeat(10_001)}`,
  },
  {
    id: 'picture',
    when: 'the letter holds a picture, which is not typeset',
    rule: 'page-limit',
    told: /picture on line 5/,
    letter: `${REZNIK}![The stairs](stairs.png)\n`,
  },
  {
    id: 'exhibit-unknown',
    when: 'the order limits exhibit pages, and an exhibit has neither a file nor a number of pages',
    rule: 'exhibit-page-limit',
    told: PAGES,
    letter: exhibit(''),
  },
  {
    id: 'exhibit-missing',
    when: "the order limits exhibit pages, and an exhibit's file is not there",
    rule: 'exhibit-page-limit',
    told: PAGES,
    letter: exhibit(', file: nowhere.pdf'),
  },
  {
    id: 'exhibit-damaged',
    when: "an exhibit's file is damaged or cut off",
    rule: 'exhibit-page-limit',
    told: PAGES,
    letter: exhibit(', file: cut.pdf'),
    beside: { 'cut.pdf': fixture('cut-off.pdf') },
  },
  {
    id: 'exhibit-other',
    when: "an exhibit's file is no PDF",
    rule: 'exhibit-page-limit',
    told: PAGES,
    letter: exhibit(', file: words.pdf'),
    beside: { 'words.pdf': 'Only words.' },
  },
  {
    id: 'exhibit-empty',
    when: "an exhibit's file is empty",
    rule: 'exhibit-page-limit',
    told: PAGES,
    letter: exhibit(', file: empty.pdf'),
    beside: { 'empty.pdf': '' },
  },
  {
    id: 'exhibit-large',
    when: "an exhibit's file is larger than 256 MB",
    rule: 'exhibit-page-limit',
    told: /larger than 256 MB/,
    letter: exhibit(', file: large.pdf'),
    beside: { 'large.pdf': 300 * 1024 * 1024 },
  },
  {
    id: 'exhibit-folder',
    when: 'an exhibit is a folder, a pipe or a device',
    rule: 'exhibit-page-limit',
    told: PAGES,
    letter: exhibit(', file: folder.pdf'),
    beside: { 'folder.pdf/inside.txt': 'x' },
  },
  {
    id: 'exhibit-encrypted',
    when: "an exhibit's file opens only with a password",
    rule: 'exhibit-page-limit',
    told: PAGES,
    letter: exhibit(', file: secret.pdf'),
    beside: { 'secret.pdf': fixture('needs-password.pdf') },
  },
  {
    id: 'exhibit-outside',
    when: "an exhibit's file lies outside of the workspace",
    rule: 'exhibit-page-limit',
    told: PAGES,
    letter: exhibit(', file: ../../../outside.pdf'),
  },
  {
    id: 'order-broken',
    when: "the judge's order file cannot be read",
    rule: 'header',
    told: /order file .*quenby.*cannot be used/,
    letter: header('judge: quenby'),
    beside: { '.ex-parte/orders/quenby.yaml': 'extends: reznik\njudge: [' },
  },
  {
    id: 'order-other-name',
    when: "an order file under another name, which names the judge or extends the judge's order, cannot be read",
    rule: 'header',
    told: /order file .*mycase.*cannot be used/,
    letter: REZNIK,
    beside: { '.ex-parte/orders/mycase.yaml': 'extends: reznik\njudge: [' },
  },
  {
    id: 'order-itself',
    when: 'an order file refers to itself without end',
    rule: 'header',
    told: /order file .*quenby.*refers to itself/,
    letter: header('judge: quenby'),
    beside: { '.ex-parte/orders/quenby.yaml': 'judge: &a [*a]' },
  },
  {
    id: 'order-large',
    when: 'an order file is too large to be an order',
    rule: 'header',
    told: /order file .*quenby.*too large/,
    letter: header('judge: quenby'),
    beside: { '.ex-parte/orders/quenby.yaml': `extends: reznik\n# ${'x'.repeat(300_000)}\n` },
  },
  {
    id: 'order-deep',
    when: 'an order file is nested too deep to be an order',
    rule: 'header',
    told: /order file .*quenby.*nested too deep/,
    letter: header('judge: quenby'),
    beside: { '.ex-parte/orders/quenby.yaml': `judge: ${'['.repeat(200)}${']'.repeat(200)}\n` },
  },
  {
    id: 'orders-no-folder',
    when: 'a file stands where the folder of orders should be',
    rule: 'header',
    told: /folder of orders .*orders cannot be used: .*not a folder/,
    letter: REZNIK,
    beside: { '.ex-parte/orders': '' },
  },
  {
    id: 'order-folder',
    when: "a folder stands where the judge's order file should be",
    rule: 'header',
    told: /order file .*reznik.*no ordinary file/,
    letter: REZNIK,
    beside: { '.ex-parte/orders/reznik.yaml/inside.txt': '' },
  },
  {
    id: 'case-order-large',
    when: "the case's own order file is too large to be an order",
    rule: 'header',
    told: /case's own order cannot be used: .*too large/,
    letter: header('judge: reznik\norder: own.yaml'),
    beside: { 'own.yaml': `extends: reznik\n# ${'x'.repeat(300_000)}\n` },
  },
  {
    id: 'case-order-missing',
    when: "the case's own order file is not there",
    rule: 'header',
    told: /case's own order cannot be used: there is no file/,
    letter: header('judge: reznik\norder: own.yaml'),
  },
  {
    id: 'case-order-broken',
    when: "the case's own order file cannot be read",
    rule: 'header',
    told: /case's own order cannot be used/,
    letter: header('judge: reznik\norder: own.yaml'),
    beside: { 'own.yaml': 'submissions: 7' },
  },
  {
    id: 'case-order-outside',
    when: "the case's own order file lies outside of the letter's folder",
    rule: 'header',
    told: /lies outside/,
    letter: header('judge: reznik\norder: ../../../../../../etc/hostname'),
  },
  {
    id: 'untrusted',
    when: 'the workspace is not trusted, and the judge is known to none of the built-in orders',
    rule: 'unknown-judge',
    told: /not trusted/,
    letter: header('judge: quenby'),
    beside: { '.ex-parte/orders/quenby.yaml': 'extends: reznik' },
    untrusted: true,
  },
  {
    id: 'untrusted-case',
    when: "the workspace is not trusted, and the letter names the case's own order",
    rule: 'header',
    told: /not trusted/,
    letter: header('judge: reznik\norder: own.yaml'),
    beside: { 'own.yaml': 'extends: reznik' },
    untrusted: true,
  },
];

/** Ways that no file brings about, each with the tests that do. */
export const elsewhere: readonly { readonly when: string; readonly told: string; readonly test: string }[] = [
  {
    when: "an exhibit's file takes more than six seconds or a gigabyte to be read",
    told: 'exhibit-page-limit',
    test: 'test/trust/pdf.test.ts',
  },
  {
    when: 'the folder of orders cannot be read, or is a link that leads nowhere; one that the settings name is not there',
    told: 'header',
    test: 'test/trust/hostile-workspace.test.ts',
  },
  {
    when: 'an order file, an exhibit or a letter keeps changing while it is read, or grows too large',
    told: 'header',
    test: 'test/host/held-file.test.ts',
  },
  {
    when: 'an order file is a pipe or a device, or a link out of the workspace',
    told: 'header',
    test: 'test/trust/hostile-workspace.test.ts',
  },
  {
    when: 'the typesetter does not start, is killed, hangs, runs out of memory, or answers late or with nonsense',
    told: 'page-limit',
    test: 'test/faults/typesetter.test.ts',
  },
  {
    when: 'a font or an engine is missing from the installation',
    told: 'page-limit',
    test: 'test/typeset/process.test.ts',
  },
  {
    when: 'a rule fails by a fault of its own',
    told: 'that rule',
    test: 'test/incompleteness/incompleteness.test.ts',
  },
];
