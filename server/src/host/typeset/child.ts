import type { ChildProcess } from 'node:child_process';
import { TypesetError } from '../../typeset/typesetter.ts';
import type { Ask, Backend } from './backend.ts';
import { Fatigue } from './fatigue.ts';
import { type ForkedAhead, forkTypesetter } from './fork.ts';
import { type Answers, answers, isHello, isReply, type Request, type Want } from './messages.ts';
import type { EngineName } from './start.ts';
import { abortError } from './turns.ts';

export interface ChildOptions {
  /** The folder of `typesetter.js`, `fonts/`, `native/` and `typst.wasm`. */
  readonly dist: string;
  readonly engine?: EngineName;
  /** Milliseconds after which a compile is given up and its process killed. */
  readonly patience: number;
  /** Says when the process has grown too big; by its memory, unless a test says otherwise. */
  readonly fatigue?: () => Pick<Fatigue, 'after'>;
  /** Told what the process writes to its standard error, as a crash report. */
  readonly log?: (text: string) => void;
  /** A process to begin with. */
  readonly ahead?: ForkedAhead;
}

/** Milliseconds without work after which a process that has grown big is replaced. */
const LULL = 2_000;

interface Job {
  readonly want: Want;
  readonly ask: Ask<Want>;
  readonly open: () => boolean;
  readonly resolve: (value: Answers[Want]) => void;
  readonly reject: (error: Error) => void;
}

/** The engine in a process of its own: started when first needed, and again after it died. */
export class ChildBackend implements Backend {
  readonly #options: ChildOptions;
  #child: ChildProcess | undefined;
  /** The pieces that the process holds, by letter; the same bookkeeping as its own. */
  #known = new Map<number, ReadonlySet<number>>();
  #queue: Job[] = [];
  #running: (Job & { readonly seq: number }) | undefined;
  #timer: NodeJS.Timeout | undefined;
  #fatigue: Pick<Fatigue, 'after'> = new Fatigue();
  #lull: NodeJS.Timeout | undefined;
  #tired = false;
  #seq = 0;
  #failure = '';
  #disposed = false;

  constructor(options: ChildOptions) {
    this.#options = options;
    const { ahead } = options;
    if (!ahead?.release()) return;
    this.#take(ahead.child);
    for (const message of ahead.heard) this.#hear(ahead.child, message);
    this.#rest();
  }

  /** The process's id while it lives, for tests that kill it. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  typeset<W extends Want>(want: W, ask: Ask<W>, open: () => boolean): Promise<Answers[W]> {
    return new Promise((resolve, reject) => {
      // An answer has the type of what was wanted, since it comes under the job's number.
      this.#queue.push({ want, ask, open, reject, resolve: (value) => resolve(value as Answers[W]) });
      this.#next();
    });
  }

  start(): void {
    if (this.#disposed || this.#child) return;
    this.#spawn();
    this.#rest();
  }

  close(letter: number): void {
    if (this.#known.delete(letter)) this.#send(this.#child, { seq: 0, want: 'close', letter });
  }

  dispose(): Promise<void> {
    this.#disposed = true;
    clearTimeout(this.#lull);
    const child = this.#child;
    this.#fail(abortError('The typesetter was closed.'));
    for (const job of this.#queue.splice(0)) job.reject(abortError('The typesetter was closed.'));
    if (!child) return Promise.resolve();
    return new Promise((resolve) => {
      child.once('exit', () => resolve());
      child.ref();
      child.kill('SIGKILL');
    });
  }

  /** One job at a time, since the engine is synchronous; so those that nobody waits for never begin. */
  #next(): void {
    while (!this.#running) {
      const job = this.#queue.shift();
      if (!job) {
        this.#rest();
        return;
      }
      if (this.#disposed) job.reject(new TypesetError('The typesetter was closed.'));
      else if (job.open()) this.#begin(job);
      else job.reject(abortError());
    }
  }

  #begin(job: Job): void {
    clearTimeout(this.#lull);
    const child = this.#child ?? this.#spawn();
    const seq = ++this.#seq;
    this.#running = { ...job, seq };
    const asked = job.ask((letter, id) => this.#known.get(letter)?.has(id) ?? false);
    if ('order' in asked) this.#known.set(asked.letter, new Set(asked.order));
    child.ref();
    child.channel?.ref();
    this.#timer = setTimeout(() => {
      this.#failure = `gave no answer in ${Math.round(this.#options.patience / 1000)} seconds`;
      child.kill('SIGKILL');
    }, this.#options.patience);
    this.#send(child, { seq, want: job.want, ...asked } as Request);
  }

  /** A failed write means that the process is gone, which `exit` reports. */
  #send(child: ChildProcess | undefined, request: Request): void {
    if (child?.connected) child.send(request, () => {});
  }

  #spawn(): ChildProcess {
    const { dist, engine } = this.#options;
    return this.#take(forkTypesetter(dist, engine));
  }

  #take(child: ChildProcess): ChildProcess {
    const { fatigue, log } = this.#options;
    this.#child = child;
    this.#known = new Map();
    this.#failure = '';
    this.#fatigue = fatigue?.() ?? new Fatigue();
    this.#tired = false;
    child.stderr?.setEncoding('utf8').on('data', (text: string) => log?.(text));
    if (child.stderr && 'unref' in child.stderr && typeof child.stderr.unref === 'function')
      child.stderr.unref();
    child.on('message', (message) => this.#hear(child, message));
    child.once('error', (error) => this.#died(child, `could not be started: ${error.message}`));
    child.once('exit', (code, signal) =>
      this.#died(child, this.#failure || `stopped (${signal ?? `code ${code}`})`),
    );
    return child;
  }

  #hear(child: ChildProcess, message: unknown): void {
    if (isHello(message)) {
      if ('failed' in message) this.#failure = `could not be started: ${message.failed}`;
      return;
    }
    if (!isReply(message)) {
      this.#nonsense(child);
      return;
    }
    const reply = message;
    const job = this.#running;
    // Late: whoever asked has been told already.
    if (!job || job.seq !== reply.seq) return;
    if ('value' in reply && !answers(job.want, reply.value)) {
      this.#nonsense(child);
      return;
    }
    this.#settle();
    this.#tire(reply.memory);
    if ('error' in reply) {
      // A broken engine answers nothing more: what is asked next goes to a new process.
      if (reply.fatal && this.#child === child) this.#replace();
      job.reject(new TypesetError(`The letter could not be typeset: ${reply.error}.`));
    } else job.resolve(reply.value);
    this.#next();
  }

  /** A process that makes no sense is not asked again: a wrong count would look like a right one. */
  #nonsense(child: ChildProcess): void {
    if (this.#child === child) this.#failure = 'gave an answer that makes no sense';
    child.kill('SIGKILL');
  }

  #died(child: ChildProcess, how: string): void {
    if (this.#child !== child) return;
    this.#child = undefined;
    this.#fail(new TypesetError(`The typesetter ${how}; it is started again at the next change.`));
    this.#next();
  }

  #fail(error: Error): void {
    const job = this.#running;
    this.#settle();
    job?.reject(error);
  }

  #settle(): void {
    clearTimeout(this.#timer);
    this.#running = undefined;
  }

  /** A process that has nothing to do does not keep this one alive. */
  #rest(): void {
    this.#child?.unref();
    this.#child?.channel?.unref();
    if (this.#tired) this.#lull = setTimeout(() => this.#replace(), LULL).unref();
  }

  #tire(memory: number): void {
    const state = this.#fatigue.after(memory);
    this.#tired = state === 'tired';
    if (state === 'spent') this.#replace();
  }

  /** A new process starts at once, so that it is ready when the next call comes. */
  #replace(): void {
    const old = this.#child;
    this.#child = undefined;
    old?.kill('SIGKILL');
    if (this.#disposed) return;
    this.#spawn();
    if (!this.#running) this.#rest();
  }
}
