// Entry of the thread that reads PDFs. What it is given comes from others, and may be made to hang a reader or
// to use up its memory; a thread can be ended from outside.
import { parentPort } from 'node:worker_threads';
import { printDiscreetly } from './discreet-process.ts';
import { pagesOf } from './pdf-pages.ts';
import { textOf } from './pdf-text.ts';

/** What is wanted of a file. */
export interface PdfRequest {
  readonly want: 'pages' | 'text';
  readonly bytes: Uint8Array;
}

/** Said once, when the thread has come up: until then nothing is read, and no file is to blame. */
export interface PdfReady {
  readonly ready: true;
}

// What the library says of a file may quote it, and would come into a log.
printDiscreetly(console);
parentPort?.on('message', ({ want, bytes }: PdfRequest) => {
  const read = want === 'pages' ? pagesOf(bytes) : textOf(bytes);
  void read.then((answer) => parentPort?.postMessage(answer));
});
const up: PdfReady = { ready: true };
parentPort?.postMessage(up);
