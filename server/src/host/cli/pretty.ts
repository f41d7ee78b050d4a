import pc from 'picocolors';
import type { Finding } from '../../check/result.ts';
import type { Letter } from '../../letter/letter.ts';
import type { Severity } from '../../rules/support/rule.ts';
import { type Alike, groupAlike } from './alike.ts';
import type { Outcome } from './check-one.ts';

const COUNTED: readonly (readonly [Severity, string, string])[] = [
  ['error', 'error', 'errors'],
  ['warning', 'warning', 'warnings'],
  ['information', 'note', 'notes'],
];

/** What letters come to, for the summary. */
export type Tally = Readonly<Record<Severity | 'letters' | 'clean' | 'incomplete' | 'silenced', number>>;

export const NOTHING: Tally = {
  letters: 0,
  clean: 0,
  incomplete: 0,
  silenced: 0,
  error: 0,
  warning: 0,
  information: 0,
};

export const addTally = (a: Tally, b: Tally): Tally => ({
  letters: a.letters + b.letters,
  clean: a.clean + b.clean,
  incomplete: a.incomplete + b.incomplete,
  silenced: a.silenced + b.silenced,
  error: a.error + b.error,
  warning: a.warning + b.warning,
  information: a.information + b.information,
});

/** Shows findings with the line they stand on and a caret under it, and at the end what it comes to. */
export class Pretty {
  readonly #colours: ReturnType<typeof pc.createColors>;
  #text = '';

  constructor(colour: boolean) {
    this.#colours = pc.createColors(colour);
  }

  letter({ name, opened, result }: Outcome): { readonly text: string; readonly tally: Tally } {
    const c = this.#colours;
    this.#text = '';
    const grave = result.findings.some((f) => f.severity !== 'information');
    const mark = result.status === 'incomplete' ? c.red('?') : grave ? c.red('✗') : c.green('✓');
    this.#out(`${mark} ${c.bold(name)}${this.#facts(opened, result)}\n`);
    for (const { rule, reason } of result.incomplete) {
      this.#out(`  ${c.red('not checked whole')} ${c.dim(rule)}  ${reason}\n`);
    }
    const { letter } = opened ?? {};
    for (const told of letter ? groupAlike(letter, result.findings) : []) {
      if (!letter) continue;
      if ('findings' in told) this.#alike(name, letter, told);
      else this.#finding(name, letter, told);
    }
    if (result.findings.length > 0 || result.incomplete.length > 0) this.#out('\n');
    const count = (severity: Severity): number =>
      result.findings.filter((f) => f.severity === severity).length;
    const tally: Tally = {
      letters: 1,
      clean: result.status === 'complete' && !grave ? 1 : 0,
      incomplete: result.status === 'incomplete' ? 1 : 0,
      silenced: result.suppressed.length,
      error: count('error'),
      warning: count('warning'),
      information: count('information'),
    };
    return { text: this.#text, tally };
  }

  summary(tally: Tally): string {
    const c = this.#colours;
    const parts = COUNTED.flatMap(([severity, one, many]) => {
      const n = tally[severity];
      return n > 0 ? [`${n} ${n === 1 ? one : many}`] : [];
    });
    const letters = `${tally.letters} ${tally.letters === 1 ? 'letter' : 'letters'} checked`;
    const found = parts.length > 0 ? parts.join(', ') : 'nothing to mend';
    const silenced = tally.silenced > 0 ? `; ${tally.silenced} silenced by comments` : '';
    const incomplete = tally.incomplete > 0 ? c.red(`; ${tally.incomplete} not checked whole`) : '';
    const total =
      tally.letters === 0
        ? 'No letters found: none of the files has a header that names a judge.'
        : `${letters}, ${tally.clean} in order: ${found}${silenced}${incomplete}.`;
    return `${c.bold(total)}\n`;
  }

  #out(text: string): void {
    this.#text += text;
  }

  #facts(opened: Outcome['opened'], { pages }: Outcome['result']): string {
    const { order, submission } = opened?.matter ?? {};
    if (!order || !submission) return '';
    const said = [`${order.judge.surname} (${order.court})`, submission.name];
    if (pages) {
      const limit = pages.limit === null ? '' : ` of ${pages.limit}`;
      said.push(
        `${pages.body}${limit} ${pages.body === 1 && pages.limit === null ? 'page' : 'pages'}, ${pages.format}`,
      );
    }
    return `  ${this.#colours.dim(said.join(' · '))}`;
  }

  /** What is said, without its place in the text; returns the tint of its severity. */
  #said(name: string, letter: Letter, { severity, rule, span }: Finding, message: string) {
    const c = this.#colours;
    const start = letter.lines.position(span.start);
    const tint = { error: c.red, warning: c.yellow, information: c.cyan }[severity];
    const label = { error: 'error', warning: 'warning', information: 'note' }[severity];
    const at = c.dim(`${name}:${start.line + 1}:${start.character + 1}`);
    this.#out(`\n  ${tint(label)} ${c.dim(rule)}  ${at}\n`);
    for (const line of wrap(message, 96)) this.#out(`  ${line}\n`);
    return tint;
  }

  /** Many of a kind: what is said once, and every place in a line of its own. */
  #alike(name: string, letter: Letter, { findings, message }: Alike): void {
    const c = this.#colours;
    const [first] = findings;
    if (!first) return;
    const tint = this.#said(name, letter, first, `${findings.length} times: ${message}`);
    const lineOf = (f: Finding): number => letter.lines.lineOf(f.span.start) + 1;
    const width = Math.max(...findings.map((f) => String(lineOf(f)).length));
    for (const finding of findings) {
      const words = letter.text.slice(finding.span.start, finding.span.end).replace(/\s+/g, ' ');
      const { text } = windowOf(words, 0);
      this.#out(`  ${c.dim(`${String(lineOf(finding)).padStart(width)} │`)} ${tint(text)}\n`);
    }
  }

  #finding(name: string, letter: Letter, finding: Finding): void {
    const c = this.#colours;
    const { start, end } = letter.lines.range(finding.span.start, finding.span.end);
    const tint = this.#said(name, letter, finding, finding.message);
    const { text, from, to } = windowOf(
      letter.lines.text(start.line),
      start.character,
      start.line === end.line ? end.character : undefined,
    );
    const number = String(start.line + 1);
    this.#out(`  ${c.dim(`${number} │`)} ${text}\n`);
    this.#out(
      `  ${' '.repeat(number.length)} ${c.dim('│')} ${' '.repeat(columns(text.slice(0, from)))}${tint('^'.repeat(Math.max(1, columns(text.slice(from, to)))))}\n`,
    );
  }
}

/** A long line is cut to what fits a terminal, around the words that are marked. */
const WIDEST = 100;

function windowOf(line: string, from: number, to = line.length): { text: string; from: number; to: number } {
  const shown = line.replaceAll('\t', ' ');
  if (shown.length <= WIDEST) return { text: shown, from, to: Math.min(to, shown.length) };
  const start = Math.max(0, Math.min(from - 20, shown.length - WIDEST));
  const head = start > 0 ? '…' : '';
  const tail = start + WIDEST < shown.length ? '…' : '';
  const text = head + shown.slice(start, start + WIDEST) + tail;
  const shift = head.length - start;
  return { text, from: from + shift, to: Math.min(to + shift, text.length) };
}

/** Columns in a terminal: wide characters take two, combining marks none. */
function columns(text: string): number {
  let n = 0;
  for (const ch of text) {
    if (/\p{M}|\u200d|\ufe0f/u.test(ch)) continue;
    n +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]|\p{Extended_Pictographic}/u.test(
        ch,
      ) && ch.length + ch.charCodeAt(0) > 0x2000
        ? 2
        : 1;
  }
  return n;
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
