import { elsewhere, rows } from '../incompleteness/rows.ts';
import { guards } from '../mutation/guards.ts';

/** What a long run of the fuzzer wrote. */
export interface FuzzReport {
  readonly cases: number;
  readonly minutes: number;
  readonly seed: number;
  readonly failures: number;
  readonly properties: readonly {
    readonly id: string;
    readonly says: string;
    readonly cases: number;
    readonly failures: readonly unknown[];
  }[];
}

const number = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',');
const table = (head: readonly string[], lines: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** Ways in which a check can be incomplete. */
function incompleteness(): string {
  return table(
    ['when', 'told under', 'where', 'shown by'],
    [
      ...rows.map(({ when, rule, letter, untrusted }) => {
        const where = untrusted ? 'editor' : typeof letter === 'string' ? 'terminal, editor' : 'terminal';
        return [when, `\`${rule}\``, where, '`test/incompleteness`'];
      }),
      ...elsewhere.map(({ when, told, test }) => [
        when,
        told.includes(' ') ? told : `\`${told}\``,
        'terminal, editor',
        `\`${test}\``,
      ]),
    ],
  );
}

const taken = (): string =>
  table(
    ['guard', 'keeps', 'its test'],
    guards.map(({ id, keeps, test: [file] }) => [`\`${id}\``, keeps, `\`${file}\``]),
  );

/** The runs of a day, each of the sources as mended after the one before it; the table adds them up. */
function fuzzed(runs: readonly FuzzReport[]): string {
  const told = runs.map(
    ({ cases, minutes, seed, failures }) =>
      `- from seed ${seed}: ${number(cases)} cases in ${Math.round(minutes)} minutes, ${number(failures)} that did not hold`,
  );
  const total = runs.reduce((n, { cases }) => n + cases, 0);
  const intro = `The last long runs, ${number(total)} cases in all. What did not hold in one was mended before the next began:`;
  const lines = (runs.at(-1)?.properties ?? []).map(({ id, says }) => {
    const each = runs.map((run) => run.properties.find((p) => p.id === id));
    const cases = each.reduce((n, p) => n + (p?.cases ?? 0), 0);
    // What a run did not try it cannot have found to hold.
    const failed = each.map((p) => (p ? number(p.failures.length) : '–')).join(', ');
    return [`\`${id}\``, says, number(cases), failed];
  });
  const head = ['property', 'what is tried, and what holds', 'cases', 'did not hold, run by run'];
  return `${intro}\n\n${told.join('\n')}\n\n${table(head, lines)}`;
}

/** Lines of the first table under a heading of the page, which are written by hand. */
function linesUnder(page: string, heading: string): number {
  const part = page.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const first =
    part
      .trim()
      .split('\n\n')
      .find((paragraph) => paragraph.startsWith('|')) ?? '';
  const lines = first.trim().split('\n').length - 2;
  if (lines < 1) throw new Error(`docs/reliability.md has no table under ${heading}`);
  return lines;
}

/** The page in numbers, each counted from what it is of. */
function figures(page: string, runs: readonly FuzzReport[]): string {
  const hostile = linesUnder(page, 'Hostile workspaces');
  return table(
    ['what', 'how many'],
    [
      ['cases fuzzed in the last long runs', runs.reduce((n, { cases }) => n + cases, 0)],
      ['faults brought about and survived, in kinds', linesUnder(page, 'Faults')],
      ['bad inputs tried by hand, in kinds: ways to be incomplete', rows.length + elsewhere.length],
      ['and what someone may send with intent', hostile],
      ['guards that are taken out, to see their tests fail', guards.length],
    ].map(([what, n]) => [String(what), number(Number(n))]),
  );
}

/** What the lockfile says of a package (package-lock.json, lockfileVersion 3). */
export interface LockedPackage {
  readonly license?: string;
  readonly dev?: boolean;
}

/** How many packages are locked, and under which licences. */
function locked(packages: Readonly<Record<string, LockedPackage>>): string {
  const all = Object.entries(packages).flatMap(([path, entry]) => (path === '' ? [] : [entry]));
  const counts = new Map<string, number>();
  for (const { license = 'none named' } of all) counts.set(license, (counts.get(license) ?? 0) + 1);
  const sorted = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const licences = sorted.map(([name, n]) => `${name} ${n}`).join(', ');
  return `${number(all.length)} packages are locked. Their licences: ${licences}.`;
}

/** The page with its tables made anew; the words around them are written by hand. */
export function reliabilityPage(
  page: string,
  reports: readonly FuzzReport[],
  packages: Readonly<Record<string, LockedPackage>>,
): string {
  const blocks: Readonly<Record<string, string>> = {
    figures: figures(page, reports),
    incompleteness: incompleteness(),
    guards: taken(),
    fuzzed: fuzzed(reports),
    packages: locked(packages),
  };
  return Object.entries(blocks).reduce((text, [name, block]) => {
    const open = `<!-- ${name}: npm run generate -->`;
    const close = `<!-- end of ${name} -->`;
    const [start, end] = [text.indexOf(open), text.indexOf(close)];
    if (start < 0 || end < start) throw new Error(`docs/reliability.md has no place for ${name}`);
    return `${text.slice(0, start + open.length)}\n\n${block}\n\n${text.slice(end)}`;
  }, page);
}
