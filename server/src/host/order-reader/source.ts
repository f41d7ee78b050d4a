import { readFileSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { why } from '../cli/usage.ts';
import { pdfText } from '../pdf.ts';
import { OTHER_FORMATS } from '../pdf-format.ts';
import { htmlText } from './html.ts';

/** An order's text as it was found in a file, or why there is none, as the end of a sentence. */
export type OrderText = { readonly text: string } | { readonly problem: string };

/** Larger files are no orders. */
const LARGEST = 40_000_000;
/** Characters that are read as an order, whatever they came in; some 120 pages. */
const LONGEST = 400_000;
/** Characters of a web page with its tags; as many take seconds. */
const LONGEST_PAGE = 5_000_000;

/** Reads the words of an order from a PDF, a web page, Markdown or plain text. Never rejects. */
export async function orderText(file: string): Promise<OrderText> {
  let bytes: Uint8Array;
  try {
    const found = statSync(file);
    if (!found.isFile()) return { problem: found.isDirectory() ? 'is a folder' : 'is no ordinary file' };
    if (found.size > LARGEST) return { problem: 'is too large to be an order' };
    bytes = new Uint8Array(readFileSync(file));
  } catch (error) {
    return { problem: `cannot be read: ${why(error)}` };
  }
  return textOf(bytes, extname(file).toLowerCase());
}

/** The words in a file's bytes; `extension` with its point, in small letters. */
export async function textOf(bytes: Uint8Array, extension: string): Promise<OrderText> {
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  if (head.includes('%PDF-') || extension === '.pdf') return ofPdf(bytes);
  const other = OTHER_FORMATS.find(([mark]) => head.startsWith(mark));
  if (other) return { problem: `is ${other[1]}: save it as PDF or as text` };
  const raw = decode(bytes);
  if (raw === null) return { problem: 'is no text' };
  const html = /^\.x?html?$/.test(extension) || /^\s*(?:<!doctype html|<html)/i.test(raw);
  if (html && raw.length > LONGEST_PAGE) return { problem: 'is too large to be an order' };
  const text = html ? htmlText(raw) : raw;
  if (text.trim() === '') return { problem: 'is empty' };
  return whole(text);
}

const whole = (text: string): OrderText =>
  text.length > LONGEST
    ? { problem: 'is longer than any settlement conference order: give the order alone' }
    : { text };

/** The words of a PDF, read within bounds of time and memory. */
async function ofPdf(bytes: Uint8Array): Promise<OrderText> {
  const read = await pdfText(bytes);
  if (!('problem' in read)) return whole(read.text);
  const { problem } = read;
  return {
    problem: /^is encrypted/.test(problem) ? `${problem}; save a copy that opens without one` : problem,
  };
}

/** UTF-8, else what Windows writes; null where zeros show that it is no text. */
function decode(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
