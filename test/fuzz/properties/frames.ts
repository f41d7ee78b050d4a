import { strict as assert } from 'node:assert';
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { bytes, framed } from '../arbitraries/messages.ts';
import { property } from '../property.ts';

const SERVER = join(import.meta.dirname, '../../../dist/server.js');
/** Milliseconds within which it answers or ends, on a machine however busy. */
const PATIENCE = 60_000;
/** Milliseconds after which an answer is not waited for where the stream may be read as one long message. */
const LULL = 100;

/** A server, spoken to in bytes. */
class Raw {
  readonly process: ChildProcessWithoutNullStreams = spawn(process.execPath, [SERVER, '--stdio']);
  readonly ended: Promise<readonly [code: number | null, signal: string | null]>;
  #out = '';
  #heard: (() => void) | undefined;
  #asked = 0;

  constructor() {
    this.process.stdin.on('error', () => {
      // It has ended, which the exit tells.
    });
    this.process.stderr.resume();
    this.process.stdout.setEncoding('latin1').on('data', (text: string) => {
      this.#out += text;
      this.#heard?.();
    });
    this.ended = new Promise((resolve) => {
      this.process.once('exit', (code, signal) => resolve([code, signal]));
    });
  }

  /** Asks what nobody knows, and waits for the answer so long. */
  async answers(within: number): Promise<boolean> {
    const id = `asked ${++this.#asked}`;
    const answer = new RegExp(`\\{[^{}]*"id":"${id}"`);
    let timer: NodeJS.Timeout | undefined;
    const heard = new Promise<boolean>((resolve) => {
      timer = setTimeout(resolve, within, false);
      void this.ended.then(() => resolve(false));
      this.#heard = () => {
        if (answer.test(this.#out)) resolve(true);
      };
    });
    this.process.stdin.write(framed(JSON.stringify({ jsonrpc: '2.0', id, method: 'what/ever' })));
    const does = await heard;
    clearTimeout(timer);
    this.#out = '';
    return does;
  }

  /** How it ends once nothing more comes. */
  async end(): Promise<readonly [code: number | null, signal: string | null]> {
    this.process.stdin.end();
    const timer = setTimeout(() => this.process.kill('SIGKILL'), PATIENCE);
    const ended = await this.ended;
    clearTimeout(timer);
    return ended;
  }
}

/** One server for as many cases as it lives through. */
let server: Raw | undefined;

const HELLO = framed(
  JSON.stringify({
    jsonrpc: '2.0',
    id: 'hello',
    method: 'initialize',
    params: { processId: null, rootUri: null, capabilities: {} },
  }),
);

async function stop(): Promise<void> {
  const last = server;
  server = undefined;
  if (!last) return;
  const [code, signal] = await last.end();
  assert(signal === null && code !== null, `it ended by ${signal}`);
}

export const frames = property({
  id: 'frames',
  says: 'bytes that are no messages, before and behind the greeting: the server answers the next question, or ends with its input; it never hangs',
  short: 60,
  round: 120,
  arbitrary: fc.tuple(fc.boolean(), fc.array(bytes, { maxLength: 5 })),
  // A server has its past, so the same case may hold in another.
  asFound: true,
  holds: async ([greets, parts]) => {
    server ??= new Raw();
    const { process } = server;
    if (greets) process.stdin.write(HELLO);
    for (const part of parts) process.stdin.write(part.bytes);
    // Whatever a message of the right length holds, the next one can be read.
    const readable = parts.every(({ whole }) => whole);
    if (await server.answers(readable ? PATIENCE : LULL)) return;
    assert(!readable || process.exitCode !== null, 'a question is not answered');
    await stop();
  },
  after: stop,
});
