import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { countPages } from '../../../server/src/host/pdf.ts';
import { property } from '../property.ts';

const folder = join(import.meta.dirname, '../../fixtures/exhibits');
const FILES = readdirSync(folder)
  .filter((name) => name.endsWith('.pdf'))
  .map((name) => new Uint8Array(readFileSync(join(folder, name))));

/** What bytes of a PDF are put in place of others: words that its readers act on. */
const WORDS = [
  '%PDF-1.7',
  '%%EOF',
  'startxref',
  'xref',
  'trailer',
  '/Root 1 0 R',
  '/Kids [1 0 R]',
  '/Count -1',
  '/Count 99999999',
  'endobj',
  'stream\n',
  '<<',
  '>>',
  '1 0 obj',
  '/Encrypt 1 0 R',
  '\0\0\0\0',
];

const damage = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.oneof(fc.nat(8), fc.nat(5_000)),
  put: fc.oneof(
    fc.constantFrom(...WORDS).map((word) => new TextEncoder().encode(word)),
    fc.uint8Array({ maxLength: 16 }),
  ),
});

/** A PDF with bytes cut out, put in and put twice. */
export const mangledPdf = fc
  .tuple(fc.constantFrom(...FILES), fc.array(damage, { maxLength: 6 }))
  .map(([file, wounds]) =>
    wounds.reduce((bytes, { at, cut, put }) => {
      const start = Math.floor(at * bytes.length);
      return Uint8Array.from([...bytes.subarray(0, start), ...put, ...bytes.subarray(start + cut)]);
    }, file),
  );

/** Milliseconds for a file of the size of these. */
const PATIENCE = 1_000;

export const exhibits = property({
  id: 'exhibits',
  says: 'PDFs with bytes cut out, replaced and put in: each has a number of pages or a reason why not, within a second',
  short: 120,
  round: 50,
  arbitrary: mangledPdf,
  holds: async (bytes) => {
    const { user, system } = process.cpuUsage();
    // The library takes the bytes away. A machine that is busy with other things gets a second try.
    const first = await countPages(Uint8Array.from(bytes));
    const isLate = 'problem' in first && first.problem.startsWith('takes too long');
    const count = isLate ? await countPages(Uint8Array.from(bytes)) : first;
    const since = process.cpuUsage({ user, system });
    if ('pages' in count) assert(Number.isInteger(count.pages) && count.pages > 0, `${count.pages} pages`);
    else assert.match(count.problem, /^(is|has|cannot)\b/);
    assert((since.user + since.system) / 1_000 < PATIENCE * 2, 'takes too long');
  },
});
