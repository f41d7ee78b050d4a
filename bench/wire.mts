// The base protocol of LSP: JSON-RPC messages over a process's pipes.
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

export interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

export class Wire {
  readonly #child: ChildProcessByStdio<Writable, Readable, null>;
  readonly #hear: (message: Message) => void;
  readonly gone: Promise<void>;
  #bytes: Buffer = Buffer.alloc(0);

  constructor(
    [program = '', ...args]: readonly string[],
    env: NodeJS.ProcessEnv,
    hear: (m: Message) => void,
  ) {
    this.#hear = hear;
    this.#child = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'], env });
    // Whoever waits for an answer of a process that is gone gives up by himself.
    this.#child.stdin.on('error', () => {});
    this.#child.stdout.on('data', (data: Buffer) => this.#read(data));
    this.gone = new Promise((resolve, reject) => {
      this.#child.once('exit', () => resolve());
      this.#child.once('error', reject);
    });
    this.gone.catch(() => {});
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  send(message: object): void {
    const json = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#child.stdin.write(`Content-Length: ${Buffer.byteLength(json)}\r\n\r\n${json}`);
  }

  kill(): void {
    this.#child.kill('SIGKILL');
  }

  #read(data: Buffer): void {
    this.#bytes = this.#bytes.length === 0 ? data : Buffer.concat([this.#bytes, data]);
    for (;;) {
      const head = this.#bytes.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(this.#bytes.toString('latin1', 0, head))?.[1]);
      const end = head + 4 + length;
      if (this.#bytes.length < end) return;
      const message = JSON.parse(this.#bytes.toString('utf8', head + 4, end)) as Message;
      this.#bytes = this.#bytes.subarray(end);
      this.#hear(message);
    }
  }
}
