// Entry of the typesetter's process. It holds the engine, so that nothing that kills the engine (a trap, a
// stack that is too small, memory) takes the language server along.
import { basename, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { encodeFormat, LETTER, NO_META } from '../../typeset/formats.ts';
import { endDiscreetly } from '../discreet-process.ts';
import { EngineError } from './engine.ts';
import type { Answers, Hello, Reply, Request } from './messages.ts';
import { Press } from './press.ts';
import { type EngineName, startEngine } from './start.ts';

const parent = process.ppid;
const [, , dist = __dirname] = process.argv;
const asked = process.env.EX_PARTE_ENGINE;
const only: EngineName | undefined = asked === 'native' || asked === 'wasm' ? asked : undefined;

function send(message: Hello | Reply): void {
  // Without a channel the parent is gone, and so is whoever could be told.
  process.send?.(message, undefined, undefined, (error) => {
    if (error) process.exit(1);
  });
}

function answer(press: Press, request: Exclude<Request, { want: 'close' }>): Answers[keyof Answers] {
  switch (request.want) {
    case 'count':
      return press.count(request);
    case 'gauge':
      return press.gauge(request);
    case 'places':
      return press.places(request);
    case 'draw':
      return press.draw(request);
    case 'pdf':
      return press.pdf(request);
  }
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function handle(press: Press, request: Request): void {
  if (request.want === 'close') {
    press.close(request.letter);
    return;
  }
  try {
    const value = answer(press, request);
    send({ seq: request.seq, memory: process.memoryUsage.rss(), value });
  } catch (error) {
    // After a fatal one the parent asks nothing more and starts a new process.
    const fatal = !(error instanceof EngineError) || error.fatal;
    send({ seq: request.seq, memory: process.memoryUsage.rss(), error: reason(error), fatal });
  }
}

endDiscreetly('The typesetter');
process.on('disconnect', () => process.exit());
// An interrupt at the terminal reaches the whole group; the parent decides when this process ends.
process.on('SIGINT', () => {});

/** Bundled, the thread's entry lies beside this file. */
const WATCH = join(__dirname, basename(__dirname) === 'typeset' ? 'parent-watch.ts' : 'parent-watch.js');

/** Sees that this process ends with its parent even while the engine is at work. */
function watchParent(): void {
  const resourceLimits = { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 2, stackSizeMb: 1 };
  const thread = new Worker(WATCH, { workerData: parent, resourceLimits });
  // Without it letters are typeset all the same.
  thread.on('error', () => {});
  thread.unref();
}

/** Reads the template and the fonts before the first letter comes; a letter that came meanwhile has done so. */
function warm(press: Press): void {
  const edition = { letter: 0, format: encodeFormat(LETTER), meta: NO_META };
  try {
    press.count({ ...edition, order: [1], added: [[1, JSON.stringify([['p', ['Dear Judge:'], false]])]] });
    press.close(edition.letter);
  } catch {
    // Whatever is wrong, the first letter will tell.
  }
}

const waiting: Request[] = [];
let press: Press | undefined;
process.on('message', (request: Request) => {
  if (press) handle(press, request);
  else waiting.push(request);
});

startEngine(dist, only).then(
  (engine) => {
    watchParent();
    press = new Press(engine);
    send({ engine: engine.name });
    for (const request of waiting.splice(0)) handle(press, request);
    warm(press);
  },
  (error: unknown) => {
    send({ failed: reason(error) });
    process.disconnect();
  },
);
