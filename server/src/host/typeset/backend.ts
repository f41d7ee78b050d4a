import type { Answers, Asked, Want } from './messages.ts';

/** Whatever typesets one edition at a time: a process, or the engine in this one. */
export interface Backend {
  /**
   * @param ask called when the work begins, with a test of which pieces are known already
   * @param open whether anyone still waits; work not yet begun is left undone when nobody does
   * @throws TypesetError when the engine refuses or dies
   */
  typeset<W extends Want>(want: W, ask: Ask<W>, open: () => boolean): Promise<Answers[W]>;
  /** Makes ready, so that the first call need not wait for it. */
  start(): void;
  close(letter: number): void;
  dispose(): Promise<void>;
}

/** @param knows whether the backend holds a piece of a letter */
export type Ask<W extends Want> = (knows: (letter: number, id: number) => boolean) => Asked[W];
