import { TypesetError } from '../../typeset/typesetter.ts';
import type { Ask, Backend } from './backend.ts';
import { EngineError } from './engine.ts';
import type { Answers, Asked, Want } from './messages.ts';
import { Press } from './press.ts';
import { type EngineName, startEngine } from './start.ts';

/** The engine in this process: for programs that a crash may end, which spare themselves a second process. */
export class InProcessBackend implements Backend {
  readonly #press: Promise<Press>;

  constructor(dist: string, engine?: EngineName) {
    this.#press = startEngine(dist, engine).then((started) => new Press(started));
    this.#press.catch(() => {}); // each call that needs it reports it
  }

  async typeset<W extends Want>(want: W, ask: Ask<W>): Promise<Answers[W]> {
    try {
      const press = await this.#press;
      return RUN[want](press, ask(press.knows));
    } catch (error) {
      if (error instanceof EngineError) {
        throw new TypesetError(`The letter could not be typeset: ${error.message}.`);
      }
      throw error;
    }
  }

  /** It started when it was made. */
  start(): void {}

  close(letter: number): void {
    this.#press.then(
      (press) => press.close(letter),
      () => {},
    );
  }

  async dispose(): Promise<void> {}
}

const RUN: { readonly [W in Want]: (press: Press, asked: Asked[W]) => Answers[W] } = {
  count: (press, edition) => press.count(edition),
  gauge: (press, gauging) => press.gauge(gauging),
  places: (press, edition) => press.places(edition),
  draw: (press, edition) => press.draw(edition),
  pdf: (press, edition) => press.pdf(edition),
};
