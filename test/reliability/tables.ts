import { elsewhere, rows } from '../incompleteness/rows.ts';
import { guards } from '../mutation/guards.ts';

/** What the long run of the fuzzer wrote. */
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

function fuzzed({ cases, minutes, seed, failures, properties }: FuzzReport): string {
  const lines = properties.map((p) => [`\`${p.id}\``, p.says, number(p.cases), number(p.failures.length)]);
  const sum = `The last long run, from seed ${seed}: ${number(cases)} cases in ${Math.round(minutes)} minutes, ${number(failures)} that did not hold.`;
  return `${sum}\n\n${table(['property', 'what is tried, and what holds', 'cases', 'did not hold'], lines)}`;
}

/** The page with its tables made anew; the words around them are written by hand. */
export function reliabilityPage(page: string, report: FuzzReport): string {
  const blocks: Readonly<Record<string, string>> = {
    incompleteness: incompleteness(),
    guards: taken(),
    fuzzed: fuzzed(report),
  };
  return Object.entries(blocks).reduce((text, [name, block]) => {
    const open = `<!-- ${name}: npm run generate -->`;
    const close = `<!-- end of ${name} -->`;
    const [start, end] = [text.indexOf(open), text.indexOf(close)];
    if (start < 0 || end < start) throw new Error(`docs/reliability.md has no place for ${name}`);
    return `${text.slice(0, start + open.length)}\n\n${block}\n\n${text.slice(end)}`;
  }, page);
}
