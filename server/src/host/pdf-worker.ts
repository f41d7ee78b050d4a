// Entry of the thread that reads exhibits. What it is given comes from others, and may be made to hang a reader or
// to use up its memory; a thread can be ended from outside.
import { parentPort } from 'node:worker_threads';
import { pagesOf } from './pdf-pages.ts';

parentPort?.on('message', (bytes: Uint8Array) => {
  void pagesOf(bytes).then((count) => parentPort?.postMessage(count));
});
