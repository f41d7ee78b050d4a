import { TypesetError } from '../../typeset/typesetter.ts';
import type { Backend, MakeEdition } from './backend.ts';
import { EngineError } from './engine.ts';
import type { Answers, Want } from './messages.ts';
import { Press } from './press.ts';
import { type EngineName, startEngine } from './start.ts';

/** The engine in this process: for programs that a crash may end, which spare themselves a second process. */
export class InProcessBackend implements Backend {
  readonly #press: Promise<Press>;

  constructor(dist: string, engine?: EngineName) {
    this.#press = startEngine(dist, engine).then((started) => new Press(started));
    this.#press.catch(() => {}); // each call that needs it reports it
  }

  async typeset<W extends Want>(want: W, makeEdition: MakeEdition): Promise<Answers[W]> {
    try {
      const press = await this.#press;
      return this.#run(press, want, makeEdition) as Answers[W];
    } catch (error) {
      if (error instanceof EngineError) {
        throw new TypesetError(`The letter could not be typeset: ${error.message}.`);
      }
      throw error;
    }
  }

  #run(press: Press, want: Want, makeEdition: MakeEdition): Answers[Want] {
    const edition = makeEdition(press.knows);
    switch (want) {
      case 'count':
        return press.count(edition);
      case 'places':
        return press.places(edition);
      case 'draw':
        return press.draw(edition);
      case 'pdf':
        return press.pdf(edition);
    }
  }

  close(letter: number): void {
    this.#press.then(
      (press) => press.close(letter),
      () => {},
    );
  }

  async dispose(): Promise<void> {}
}
