import { type MessagePort, Worker } from 'node:worker_threads';
import type { Typesetter } from '../../typeset/typesetter.ts';
import type { Input } from '../letter-files.ts';
import type { LaneOptions } from './check.ts';
import { type Lane, OwnLane, type Told } from './lane.ts';

/** What the thread is asked; without an input, to come to its end. */
interface Asked {
  readonly turn: number;
  readonly input?: Input;
}

type Answer = { readonly turn: number } & ({ readonly told: Told } | { readonly failed: string });

/** A lane in a thread of its own, with a typesetter of its own. */
export class ThreadLane implements Lane {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, { resolve(told: Told): void; reject(error: Error): void }>();
  #gone: Error | undefined;

  /** @param entry a script that calls `serveLane` where it runs in a thread */
  constructor(entry: string, how: LaneOptions) {
    this.#worker = new Worker(entry, { workerData: how });
    this.#worker.on('message', (answer: Answer) => {
      const waiting = this.#waiting.get(answer.turn);
      this.#waiting.delete(answer.turn);
      if ('told' in answer) waiting?.resolve(answer.told);
      else waiting?.reject(new Error(answer.failed));
    });
    this.#worker.once('error', (error: Error) => this.#fail(error));
    this.#worker.once('exit', () => this.#fail(new Error('the thread ended')));
  }

  check(input: Input, turn: number): Promise<Told> {
    return new Promise((resolve, reject) => {
      if (this.#gone) {
        reject(this.#gone);
        return;
      }
      this.#waiting.set(turn, { resolve, reject });
      this.#worker.postMessage({ turn, input } satisfies Asked);
    });
  }

  end(): Promise<void> {
    if (this.#gone) return Promise.resolve();
    return new Promise((resolve) => {
      this.#worker.once('exit', () => resolve());
      this.#worker.postMessage({ turn: -1 } satisfies Asked);
    });
  }

  #fail(error: Error): void {
    this.#gone ??= error;
    for (const { reject } of this.#waiting.values()) reject(this.#gone);
    this.#waiting.clear();
  }
}

/** The thread's side. */
export function serveLane(port: MessagePort, how: LaneOptions, typesetter: Typesetter): void {
  const lane = new OwnLane(how, typesetter);
  const answer = (it: Answer): void => port.postMessage(it);
  port.on('message', ({ turn, input }: Asked) => {
    if (!input) {
      void typesetter.dispose().finally(() => process.exit());
      return;
    }
    lane.check(input, turn).then(
      (told) => answer({ turn, told }),
      (error: unknown) => answer({ turn, failed: String(error) }),
    );
  });
}
