import type { Typesetter } from '../../typeset/typesetter.ts';
import type { Input } from '../letter-files.ts';
import type { OrderStore } from '../orders.ts';
import type { LaneOptions } from './check.ts';
import { checkOne, type Outcome } from './check-one.ts';
import { toJson } from './json.ts';
import { Pretty, type Tally } from './pretty.ts';

/** What is printed of a letter, and its exit code: plain data, since it may come from another thread. */
export type Told = { readonly code: 0 | 1 | 2 } & (
  | { readonly json: unknown }
  | { readonly text: string; readonly tally: Tally }
);

/** Checks letters, each on its own. */
export interface Lane {
  /** @param turn tells letters of the same name apart */
  check(input: Input, turn: number): Promise<Told>;
  end(): Promise<void>;
}

/** In this thread. */
export class OwnLane implements Lane {
  readonly #how: LaneOptions;
  readonly #typesetter: Typesetter;
  readonly #stores = new Map<string, OrderStore>();
  readonly #pretty: Pretty;

  constructor(how: LaneOptions, typesetter: Typesetter) {
    this.#how = how;
    this.#typesetter = typesetter;
    this.#pretty = new Pretty(how.colour);
  }

  async check(input: Input, turn: number): Promise<Told> {
    const { format, orders, today } = this.#how;
    const how = { orders, typesetter: this.#typesetter };
    const outcome = await checkOne(input, today, how, this.#stores, turn);
    const code = exitCode(outcome);
    return format === 'json' ? { code, json: toJson(outcome) } : { code, ...this.#pretty.letter(outcome) };
  }

  /** Whoever made the typesetter ends it. */
  async end(): Promise<void> {}
}

function exitCode({ result }: Outcome): 0 | 1 | 2 {
  if (result.status === 'incomplete') return 2;
  return result.findings.some((f) => f.severity !== 'information') ? 1 : 0;
}
