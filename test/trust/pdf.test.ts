import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { PdfReader } from '../../server/src/host/pdf.ts';

const honest = (): Promise<Uint8Array> =>
  Promise.resolve(
    new Uint8Array(readFileSync(join(import.meta.dirname, '../fixtures/exhibits/three-pages.pdf'))),
  );

/** A PDF whose catalog stands in a stream that is a thousand times as long once unpacked (PDF 1.7, 7.5.7). */
function bomb(unpacked: number): Uint8Array {
  const first = '1 0 2 40 ';
  const objects = `${'<</Type/Catalog/Pages 2 0 R>>'.padEnd(40)}<</Type/Pages/Kids[4 0 R]/Count 1>>`;
  const packed = deflateSync(Buffer.from((first + objects).padEnd(unpacked)), { level: 9 });
  const parts: Buffer[] = [Buffer.from('%PDF-1.5\n')];
  const length = (): number => parts.reduce((n, p) => n + p.length, 0);
  const stream = (dictionary: string, bytes: Buffer): number => {
    const at = length();
    const number = parts.length === 1 ? 3 : 5;
    parts.push(Buffer.from(`${number} 0 obj\n<<${dictionary}/Length ${bytes.length}>>\nstream\n`));
    parts.push(bytes, Buffer.from('\nendstream\nendobj\n'));
    return at;
  };
  const three = stream(`/Type/ObjStm/N 2/First ${first.length}/Filter/FlateDecode`, packed);
  const four = length();
  parts.push(Buffer.from('4 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>\nendobj\n'));
  const five = length();
  const rows = [
    [0, 0, 65535],
    [2, 3, 0],
    [2, 3, 1],
    [1, three, 0],
    [1, four, 0],
    [1, five, 0],
  ].flatMap(([type = 0, at = 0, n = 0]) => [type, at >>> 24, at >>> 16, at >>> 8, at, n >>> 8, n]);
  stream('/Type/XRef/Size 6/W[1 4 2]/Root 1 0 R', Buffer.from(rows.map((b) => b & 255)));
  parts.push(Buffer.from(`startxref\n${five}\n%%EOF\n`));
  return new Uint8Array(Buffer.concat(parts));
}

/** Of 300 MB: made once, and each reader is given a copy, since it takes the bytes away. */
const big = bomb(300_000_000);
const huge = async (): Promise<Uint8Array> => big.slice();

test('the bomb is a PDF that is read where it is small', async () => {
  expect(await new PdfReader().count(async () => bomb(10_000))).toEqual({ pages: 1 });
});

test.each([
  ['takes too long to read', { patience: 500, memory: Number.POSITIVE_INFINITY }],
  ['needs too much memory to be read', { patience: 20_000, memory: 20_000_000 }],
])('a file made to unpack to 300 MB %s, and the next one is read', async (problem, bounds) => {
  const counter = new PdfReader(bounds);
  const hostile = counter.count(huge);
  expect(await hostile).toEqual({ problem });
  // In its usual bounds, since a thread that starts takes its time.
  expect(await new PdfReader().count(honest)).toEqual({ pages: 3 });
});

test('the time in which the thread comes up is not the file’s', async () => {
  expect(await new PdfReader({ patience: 1_000, memory: 1024 ** 3 }).count(honest)).toEqual({ pages: 3 });
});

test('the words of such a file are read within the same bounds', async () => {
  const reader = new PdfReader({ patience: 20_000, memory: 20_000_000 });
  expect(await reader.text(huge)).toEqual({
    problem: 'needs too much memory to be read',
  });
});

test('this thread goes on meanwhile', async () => {
  const counter = new PdfReader({ patience: 1_000, memory: Number.POSITIVE_INFINITY });
  let turns = 0;
  const timer = setInterval(() => turns++, 10);
  await counter.count(huge);
  clearInterval(timer);
  expect(turns).toBeGreaterThan(20);
});

test('a file that cannot be read holds up none behind it', async () => {
  const counter = new PdfReader();
  await expect(counter.count(() => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
  expect(await counter.count(honest)).toEqual({ pages: 3 });
});
