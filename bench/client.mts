// A language client as small as can be: it opens one document, edits it, and says how long answers take.
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import type { Server } from './peers.mts';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly uri?: string; readonly version?: number };
  readonly result?: unknown;
}

export class Client {
  readonly #child: ChildProcessByStdio<Writable, Readable, null>;
  readonly #uri: string;
  readonly #answers = new Map<number, (message: Message) => void>();
  #told: { readonly version: number; readonly done: () => void } | undefined;
  #bytes = Buffer.alloc(0);
  #id = 0;
  #version = 1;
  text: string;

  constructor({ command: [program = '', ...args] }: Server, file: string) {
    this.#child = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'] });
    this.#child.stdout.on('data', (data: Buffer) => this.#read(data));
    this.#uri = pathToFileURL(file).href;
    this.text = readFileSync(file, 'utf8');
  }

  /** @returns milliseconds from the start of the process to its first answer */
  async start(): Promise<number> {
    const began = performance.now();
    await this.#ask('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: { textDocument: { publishDiagnostics: { versionSupport: true } } },
    });
    const ready = performance.now() - began;
    this.#send({ method: 'initialized', params: {} });
    return ready;
  }

  /** @returns milliseconds from opening the document to its first diagnostics */
  open(): Promise<number> {
    return this.#until(this.#version, () =>
      this.#send({
        method: 'textDocument/didOpen',
        params: { textDocument: { uri: this.#uri, languageId: 'markdown', version: 1, text: this.text } },
      }),
    );
  }

  /** Puts `text` at an offset; milliseconds until the diagnostics of that version are there. */
  edit(at: number, text: string): Promise<number> {
    this.text = this.text.slice(0, at) + text + this.text.slice(at);
    const version = ++this.#version;
    return this.#until(version, () =>
      this.#send({
        method: 'textDocument/didChange',
        params: { textDocument: { uri: this.#uri, version }, contentChanges: [{ text: this.text }] },
      }),
    );
  }

  /** @returns milliseconds that a request at the start of line `line` takes */
  async request(method: string, line: number): Promise<number> {
    const position = { line, character: 0 };
    const began = performance.now();
    await this.#ask(method, {
      textDocument: { uri: this.#uri },
      position,
      range: { start: position, end: position },
      context: { diagnostics: [] },
    });
    return performance.now() - began;
  }

  /** MiB that the server and its children hold; undefined where there is no /proc. */
  memory(): number | undefined {
    try {
      return memoryOf(this.#child.pid ?? 0) / 1024;
    } catch {
      return undefined;
    }
  }

  stop(): void {
    this.#child.kill('SIGKILL');
  }

  #until(version: number, act: () => void): Promise<number> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no diagnostics of version ${version}`)), 30_000);
      const began = performance.now();
      const done = (): void => {
        clearTimeout(timer);
        this.#told = undefined;
        resolve(performance.now() - began);
      };
      this.#told = { version, done };
      act();
    });
  }

  #ask(method: string, params: unknown): Promise<Message> {
    const id = ++this.#id;
    return new Promise((resolve) => {
      this.#answers.set(id, resolve);
      this.#send({ id, method, params });
    });
  }

  #send(message: object): void {
    const json = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#child.stdin.write(`Content-Length: ${Buffer.byteLength(json)}\r\n\r\n${json}`);
  }

  #read(data: Buffer): void {
    this.#bytes = Buffer.concat([this.#bytes, data]);
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

  #hear({ id, method, params }: Message): void {
    if (method === 'textDocument/publishDiagnostics') {
      const told = this.#told;
      if (told && params?.uri === this.#uri && (params.version ?? Infinity) >= told.version) told.done();
    } else if (id !== undefined && method !== undefined) this.#send({ id, result: null });
    else if (id !== undefined) {
      this.#answers.get(id)?.({ id });
      this.#answers.delete(id);
    }
  }
}

function memoryOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const own = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0);
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return own + (children ? children.split(' ').reduce((sum, child) => sum + memoryOf(Number(child)), 0) : 0);
}
