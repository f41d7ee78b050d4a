import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { PdfReader } from '../../../server/src/host/pdf.ts';
import { ofProcess, spent } from '../../support/spent.ts';
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

/** Milliseconds of processor time for a file of the size of these, the start of the thread that reads it included. */
const PATIENCE = 2_000;
/** Milliseconds on the wall that only a file on which a reader hangs reaches, however busy the machine is. */
const HANGS = 300_000;
const reader = new PdfReader({ start: HANGS, patience: HANGS, memory: 1024 ** 3 });

export const exhibits = property({
  id: 'exhibits',
  says: 'PDFs with bytes cut out, replaced and put in: each has a number of pages or a reason why not, in two seconds of processor time',
  short: 60,
  round: 100,
  arbitrary: mangledPdf,
  holds: async (bytes) => {
    const took = await spent(ofProcess, PATIENCE, async () => {
      // The library takes the bytes away.
      const count = await reader.count(async () => Uint8Array.from(bytes));
      if ('pages' in count) {
        assert(Number.isInteger(count.pages) && count.pages > 0, `${count.pages} pages`);
      } else assert.match(count.problem, /^(is|has|cannot)\b/);
    });
    assert(took <= PATIENCE, `takes ${Math.round(took)} ms`);
  },
});
