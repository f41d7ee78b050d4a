import { random } from '../support/edits.ts';

const WORDS =
  'the of and settlement demand offer plaintiff defendant counsel damages liability evidence testimony release insurer conference "quoted" (see 12(b)(6) $125,000 § F.3d re-examination e-mail https://a.example/long/path?q=1 incontrovertible'.split(
    ' ',
  );

/** Markdown of a letter that has everything: headings, lists, tables, quotations, footnotes, breaks, code. */
export function generateLetter(seed: number, most = 16): string {
  const next = random(seed + 1);
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const word = (): string => WORDS[int(0, WORDS.length - 1)] ?? '';
  let notes = 0;
  const words = (n: number): string => {
    const out: string[] = [];
    for (let i = 0; i < n; i++) {
      const w = word();
      const dice = next();
      if (dice < 0.02) out.push(`*${w}*`);
      else if (dice < 0.04) out.push(`**${w} ${word()}**`);
      else if (dice < 0.045) out.push(`\`${w}\``);
      else if (dice < 0.055) out.push(`${w}[^${next() < 0.2 && notes > 0 ? int(1, notes) : ++notes}]`);
      else out.push(w);
    }
    return out.join(' ');
  };
  const list = (depth: number): string =>
    Array.from({ length: int(1, 5) }, (_, i) => {
      const mark = next() < 0.5 ? '-' : `${i + 1}.`;
      const nested = depth < 3 && next() < 0.2 ? `\n${list(depth + 1)}` : '';
      return `${'    '.repeat(depth)}${mark} ${words(int(2, 40))}${nested}`;
    }).join('\n');
  const table = (): string => {
    const columns = int(1, 7);
    const row = (): string => `| ${Array.from({ length: columns }, () => words(int(0, 8))).join(' | ')} |`;
    const rule = `|${Array.from({ length: columns }, () => [':--', '--:', ':-:'][int(0, 2)]).join('|')}|`;
    return [row(), rule, ...Array.from({ length: int(0, 30) }, row)].join('\n');
  };
  const block = (): string => {
    const dice = next();
    if (dice < 0.12) return `${'#'.repeat(int(1, 6))} ${words(int(1, 12))}`;
    if (dice < 0.22) return list(0);
    if (dice < 0.28) return table();
    if (dice < 0.34) return `> ${words(int(5, 80))}\n>\n> ${words(int(5, 40))}`;
    if (dice < 0.36) return '---';
    if (dice < 0.38) return `${'    '}${words(int(1, 20))}`;
    if (dice < 0.42) return Array.from({ length: int(2, 6) }, () => words(int(1, 5))).join('\\\n');
    return words(int(3, 160));
  };
  const blocks = Array.from({ length: int(1, most) }, block);
  for (let i = 1; i <= notes; i++) blocks.push(`[^${i}]: ${words(int(1, 60)).replace(/\[\^\d+\]/g, '')}`);
  return blocks.join('\n\n');
}
