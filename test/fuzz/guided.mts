// A search led by what the code covers: `node test/fuzz/guided.mts --target NAME [--minutes N] [--seed N]`, minutes of
// processor time. To compare: `--led-by chance` changes only the texts that it began with, `--led-by arbitraries` tries
// what the properties try. `--report FILE` writes which branches ran and what did not hold.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { random } from '../support/edits.ts';
import { ofProcess } from '../support/spent.ts';
import { Branches } from './guided/branches.ts';
import { mutate } from './guided/mutate.ts';
import { meet, search } from './guided/search.ts';
import { smallest } from './guided/smallest.ts';

const { values } = parseArgs({
  options: {
    target: { type: 'string', default: 'check' },
    minutes: { type: 'string', default: '4' },
    seed: { type: 'string', default: '1' },
    'led-by': { type: 'string', default: 'coverage' },
    report: { type: 'string' },
  },
});
const seed = Number(values.seed);
const LEADS = ['coverage', 'chance', 'arbitraries'];
const lead = values['led-by'];
if (!LEADS.includes(lead)) throw new Error(`--led-by is one of ${LEADS.join(', ')}`);
/** Cases that are made anew rather than by a change, of all. */
const ANEW = 0.4;
/** Texts that are tried to make what does not hold smaller: some take seconds. */
const TRIES = 60;

await import('./hooks.mts');
const gauge = new Branches((url) => /\/(?:server\/src|schemas)\/.*\.ts$/.test(url));
const { targets } = await import('./guided/targets.ts');
const target = targets.find(({ id }) => id === values.target);
if (!target) throw new Error(`--target is one of ${targets.map(({ id }) => id).join(', ')}`);
const { samples } = await import('./guided/samples.ts');

/** What did not hold, each once, by its first line; with the shortest text that was met. */
const failures = new Map<string, string>();
let cases = 0;

/** In what words a text fails, and where. */
function failureOf(text: string): string | undefined {
  try {
    target?.holds(text);
    return undefined;
  } catch (error) {
    if (!(error instanceof Error)) return String(error);
    const [at = ''] = /^\s+at .*(?:server.src|fuzz.properties).*$/m.exec(error.stack ?? '') ?? [];
    return `${error.message.split('\n')[0]?.replace(/\d+|[“"].*?[”"]/g, '…')}${at}`;
  }
}

async function run(text: string): Promise<void> {
  cases++;
  const failure = failureOf(text);
  if (failure === undefined) return;
  const known = failures.get(failure);
  if (known === undefined || text.length < known.length) failures.set(failure, text);
}

const limit = ofProcess() + Number(values.minutes) * 60_000;
const goesOn = (): boolean => ofProcess() < limit;
const corpus: string[] = [];

function tell(what: string): void {
  console.log(`${what}: ${cases} cases, ${gauge.ran.ran} of ${gauge.ran.of} branches`);
}

/** Cases that are not led by what they reach: it is only counted. */
async function unled(next: () => string): Promise<void> {
  while (goesOn()) {
    await run(next());
    gauge.look().keep();
  }
}

const chance = random(seed);
const all = samples(target.arbitrary, seed);
if (lead === 'arbitraries') {
  await unled(() => all.next().value);
} else {
  for (const text of target.seeds) await meet(text, { corpus, gauge, run });
  tell(`${corpus.length} of ${target.seeds.length} texts to begin with`);
  const led = lead === 'coverage';
  const next = (): string =>
    led && chance() < ANEW ? all.next().value : mutate({ random: chance, corpus, words: target.words });
  if (!led) await unled(next);
  else await search({ corpus, gauge, next, run, goesOn });
}
tell(`${target.id}, led by ${lead}`);

for (const [failure, text] of failures) {
  const small = smallest(text, (shorter) => failureOf(shorter) === failure, TRIES);
  failures.set(failure, small);
  console.log(`${failure}\n  ${JSON.stringify(small.slice(0, 2_000))}`);
}
if (values.report) {
  writeFileSync(
    values.report,
    JSON.stringify({ cases, corpus, failures: [...failures], ran: gauge.numbers }),
  );
}
process.exitCode = failures.size > 0 ? 1 : 0;
