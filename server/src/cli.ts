import { statSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { parentPort, workerData } from 'node:worker_threads';
import { parseDate } from './calendar/index.ts';
import { checkCommand } from './host/cli/check.ts';
import { deadlinesCommand } from './host/cli/deadlines.ts';
import { exportCommand } from './host/cli/export.ts';
import { importOrder } from './host/cli/import-order.ts';
import { newLetter } from './host/cli/new.ts';
import { ordersCommand } from './host/cli/orders.ts';
import { ordersTest } from './host/cli/orders-test.ts';
import { serveLane, ThreadLane } from './host/cli/thread-lane.ts';
import { HELP, oneLine, UsageError, why } from './host/cli/usage.ts';
import { today as clock } from './host/clock.ts';
import { createTypesetter } from './host/typeset/create.ts';
import { TARGETS, type Target } from './protocol-export.ts';

const OPTIONS = {
  format: { type: 'string' },
  today: { type: 'string' },
  orders: { type: 'string', multiple: true },
  set: { type: 'string', multiple: true },
  submission: { type: 'string' },
  letter: { type: 'string' },
  test: { type: 'string' },
  out: { type: 'string', short: 'o' },
  to: { type: 'string' },
  version: { type: 'string' },
  force: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  colour: { type: 'boolean' },
} as const;

/** Threads that check letters, this one included: each takes some 200 MB with its typesetter. */
const MOST_THREADS = 8;

async function main(argv: readonly string[]): Promise<number> {
  const [command, ...rest] = argv;
  if (command === undefined || command === 'help' || command === '--help' || command === '-h') {
    process.stdout.write(HELP);
    return command === undefined ? 2 : 0;
  }
  const { values, positionals } = parseArgs({ args: [...rest], options: OPTIONS, allowPositionals: true });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const formats: readonly Format[] = FORMATS[command] ?? ['pretty'];
  const format = one(values.format ?? formats[0] ?? 'pretty', formats);
  const out = (text: string): void => void process.stdout.write(text);
  const orders = values.orders ?? [];
  for (const dir of orders) mustBeFolder(dir);
  const colour = values.colour ?? (process.stdout.isTTY === true && !process.env.NO_COLOR);
  switch (command) {
    case 'check': {
      if (positionals.length === 0)
        throw new UsageError('check: name a letter, a directory, or - for standard input');
      const typesetter = createTypesetter({ mode: 'process', dist: __dirname });
      try {
        return await checkCommand({
          names: positionals,
          format: format === 'json' ? 'json' : 'pretty',
          today: dayOf(values.today),
          orders,
          colour,
          out,
          note: (line) => void process.stderr.write(`ex-parte: ${line}\n`),
          typesetter,
          threads: {
            most: Math.min(availableParallelism(), MOST_THREADS) - 1,
            start: (how) => new ThreadLane(__filename, how),
          },
        });
      } finally {
        await typesetter.dispose();
      }
    }
    case 'orders':
      if (positionals.length > 1) throw new UsageError('orders: name one judge, or none');
      if (values.test !== undefined) {
        const typesetter = createTypesetter({ mode: 'process', dist: __dirname });
        try {
          return await ordersTest({
            dir: values.test,
            orders,
            today: dayOf(values.today) ?? clock(),
            out,
            typesetter,
          });
        } finally {
          await typesetter.dispose();
        }
      }
      return ordersCommand({
        judge: positionals[0],
        format: format === 'json' ? 'json' : 'pretty',
        orders,
        colour,
        out,
      });
    case 'deadlines': {
      const [file] = positionals;
      if (file === undefined || positionals.length > 1) throw new UsageError('deadlines: name one letter');
      return deadlinesCommand({
        file,
        format: format === 'json' || format === 'ics' ? format : 'pretty',
        today: dayOf(values.today),
        orders,
        colour,
        out,
      });
    }
    case 'export': {
      const [file] = positionals;
      if (file === undefined || positionals.length > 1) throw new UsageError('export: name one letter');
      const to = targetOf(values.to);
      const version = values.version ?? 'chambers';
      if (version !== 'chambers' && version !== 'exchanged')
        throw new UsageError(`--version ${version}: write chambers or exchanged`);
      const today = dayOf(values.today);
      const typesetter = createTypesetter({ mode: 'process', dist: __dirname });
      try {
        return await exportCommand({
          file,
          to,
          version,
          force: values.force ?? false,
          out: values.out,
          today,
          orders,
          tell: out,
          typesetter,
        });
      } finally {
        await typesetter.dispose();
      }
    }
    case 'new': {
      const [judge] = positionals;
      if (judge === undefined || positionals.length > 1) throw new UsageError('new: name one judge');
      const text = newLetter(judge, values.set ?? [], values.submission, orders);
      if (values.out === undefined) out(text);
      else save(values.out, text);
      return 0;
    }
    case 'import-order': {
      const [file] = positionals;
      if (file === undefined || positionals.length > 1) throw new UsageError('import-order: name one file');
      const { text, letter, questions } = await importOrder({
        file,
        format: format === 'facts' ? 'facts' : 'yaml',
        out: values.out,
        letter: values.letter,
      });
      if (values.out === undefined) out(text);
      else save(values.out, text);
      if (values.letter !== undefined && letter !== undefined) save(values.letter, letter);
      if (questions > 0 && values.out !== undefined) {
        out(
          `${values.out}: ${questions} ${questions === 1 ? 'question' : 'questions'} left open; see its end\n`,
        );
      }
      return 0;
    }
    default:
      throw new UsageError(
        `${command}: no such command; known: check, orders, deadlines, export, new, import-order`,
      );
  }
}

type Format = 'pretty' | 'json' | 'ics' | 'yaml' | 'facts';

/** What each command can print. */
const FORMATS: Readonly<Record<string, readonly Format[]>> = {
  check: ['pretty', 'json'],
  orders: ['pretty', 'json'],
  deadlines: ['pretty', 'json', 'ics'],
  'import-order': ['yaml', 'facts'],
};

function one(given: string, known: readonly Format[]): Format {
  const found = known.find((k) => k === given);
  if (!found) throw new UsageError(`--format ${given}: write ${known.join(' or ')}`);
  return found;
}

function targetOf(given: string | undefined): Target {
  const found = TARGETS.find((to) => to === given);
  if (!found) throw new UsageError(`export: write --to ${TARGETS.join(', --to ')}`);
  return found;
}

function dayOf(given: string | undefined): string | undefined {
  if (given === undefined) return undefined;
  const read = parseDate(given);
  if (!read.ok) throw new UsageError(`--today ${given} ${read.reason}`);
  return read.date;
}

/** An order folder that is not there would leave letters to be held against another order, and look clean. */
function mustBeFolder(dir: string): void {
  try {
    if (statSync(dir).isDirectory()) return;
  } catch (error) {
    throw new UsageError(`--orders ${dir}: ${why(error)}`);
  }
  throw new UsageError(`--orders ${dir}: it is not a directory`);
}

/** Never writes over a letter that is there. */
function save(file: string, text: string): void {
  try {
    writeFileSync(file, text, { flag: 'wx' });
  } catch (error) {
    const there = (error as { code?: string }).code === 'EEXIST';
    throw new UsageError(
      `${file}: ${there ? 'there is such a file already; choose another name' : why(error)}`,
    );
  }
}

function run(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // A reader such as `head` that closes the pipe wants no more, which is no error; the exit code still tells.
    if (error.code === 'EPIPE') return;
    process.stderr.write(`ex-parte: what was found could not be written: ${why(error)}\n`);
    process.exit(2);
  });

  const fail = (error: unknown): void => {
    process.stderr.write(`ex-parte: ${oneLine(error)}\n`);
    process.exitCode = 2;
  };
  // What a timer or a listener throws nobody waits for; what was to be done may not have been.
  process.on('uncaughtException', (error) => {
    fail(error);
    process.exit();
  });
  main(process.argv.slice(2)).then((code) => {
    process.exitCode = code;
  }, fail);
}

if (parentPort) serveLane(parentPort, workerData, createTypesetter({ mode: 'process', dist: __dirname }));
else run();
