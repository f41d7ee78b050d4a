import type { Typesetter } from '../../typeset/typesetter.ts';
import { today as clock } from '../clock.ts';
import { type Missed, whyMissed } from '../letter-files.ts';
import { type Lane, OwnLane, type Told } from './lane.ts';
import { Lanes } from './lanes.ts';
import { letters } from './letters.ts';
import { addTally, NOTHING, Pretty } from './pretty.ts';

export interface CheckOptions {
  readonly names: readonly string[];
  readonly format: 'pretty' | 'json';
  readonly today: string | undefined;
  readonly orders: readonly string[];
  readonly colour: boolean;
  readonly out: (text: string) => void;
  /** What is said beside the findings: of folders that were not searched. */
  readonly note: (line: string) => void;
  readonly typesetter: Typesetter;
  /** Further threads for where there are many letters: how many at most, and how one is started. */
  readonly threads?: { readonly most: number; readonly start: (how: LaneOptions) => Lane };
}

/** What a lane must know, as plain data. */
export type LaneOptions = Pick<CheckOptions, 'format' | 'orders' | 'colour'> & { readonly today: string };

/** Checks letters side by side, and prints them in their order. Returns the exit code. */
export async function checkCommand(options: CheckOptions): Promise<0 | 1 | 2> {
  const { format, orders, colour, out, threads } = options;
  const how: LaneOptions = { format, orders, colour, today: options.today ?? clock() };
  const lanes = new Lanes(
    new OwnLane(how, options.typesetter),
    threads && { most: threads.most, start: () => threads.start(how) },
  );
  const json: unknown[] = [];
  const missed: Missed[] = [];
  let worst: 0 | 1 | 2 = 0;
  let tally = NOTHING;
  const tell = (told: Told): void => {
    worst = Math.max(worst, told.code) as 0 | 1 | 2;
    if ('json' in told) json.push(told.json);
    else {
      tally = addTally(tally, told.tally);
      out(told.text);
    }
  };
  let telling = Promise.resolve();
  try {
    for await (const input of letters(options.names, (what) => missed.push(what))) {
      const told = await lanes.give(input);
      telling = telling.then(async () => tell(await told.outcome));
      // What fails is told at the end.
      telling.catch(() => {});
    }
    await telling;
  } finally {
    await lanes.end();
  }
  if (format === 'pretty') out(new Pretty(colour).summary(tally));
  else {
    const notSearched = missed.map((what) => ({ path: what.path, reason: whyMissed(what) }));
    out(
      `${JSON.stringify({ version: 1, letters: json, ...(missed.length > 0 ? { notSearched } : {}) }, null, 2)}\n`,
    );
  }
  for (const what of missed) options.note(`${what.path}: ${whyMissed(what)}`);
  return worst;
}
