import type { CheckResult, Finding } from '../../check/result.ts';
import type { Letter } from '../../letter/letter.ts';
import type { Span } from '../../letter/span.ts';
import type { Matter } from '../../order/matter.ts';
import type { ChecklistItem, ItemState } from '../../protocol-checklist.ts';
import { toEdit, toRange } from '../convert.ts';

/** What the rows are made from; each finding is claimed by one row, and what is left over gets rows of its own. */
export class Checked {
  readonly letter: Letter;
  readonly matter: Matter;
  readonly result: CheckResult;
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly #left: Set<Finding>;

  constructor(letter: Letter, matter: Matter, result: CheckResult, today: string) {
    this.letter = letter;
    this.matter = matter;
    this.result = result;
    this.today = today;
    this.#left = new Set(result.findings);
  }

  /** The findings that nobody has claimed before, and that are now. */
  claim(wanted: (finding: Finding) => boolean): readonly Finding[] {
    const claimed = [...this.#left].filter(wanted);
    for (const finding of claimed) this.#left.delete(finding);
    return claimed;
  }

  /** Why a rule did not run to its end on this letter; undefined where it did. */
  unchecked(rule: string, content?: string): string | undefined {
    const { incomplete, pending, skipped, suppressed } = this.result;
    const silenced = suppressed.find(
      (s) => s.rule === rule && (content === undefined || s.finding.content === content),
    );
    return (
      incomplete.find((i) => i.rule === rule)?.reason ??
      (pending.includes(rule) ? 'it is being found out' : undefined) ??
      skipped.find((s) => s.rule === rule)?.reason ??
      (silenced ? `silenced: ${silenced.reason}` : undefined)
    );
  }
}

/** A row without the findings about it. */
export interface Row {
  readonly id: string;
  readonly label: string;
  readonly note?: string;
  readonly detail?: readonly string[];
  readonly at?: Span | undefined;
  /** Where nothing was found: the state, and the word for it. */
  readonly state: ItemState;
  readonly word?: string;
}

/** A row with its findings: one is told by the row itself, several below it. */
export function rowOf({ letter }: Checked, row: Row, findings: readonly Finding[], wrong = 'to mend') {
  const { id, label, note = '', detail = [], state, word = '', at } = row;
  const [only, ...more] = findings;
  const said = found(findings);
  const item: ChecklistItem = {
    id,
    state: said ?? state,
    word: said === undefined ? word : said === 'missing' ? wrong : 'to look at',
    label,
    note,
    detail: [...(more.length > 0 ? [] : findings.map((f) => f.message)), ...detail],
    range: only ? toRange(letter, only.span) : at ? toRange(letter, at) : null,
    fix: more.length > 0 ? null : fixOf(letter, only),
    items: more.length > 0 ? findings.map((f, i) => findingRow(letter, `${id}/${i}`, f)) : [],
  };
  return item;
}

/** A finding as a row. */
export function findingRow(letter: Letter, id: string, finding: Finding): ChecklistItem {
  const { message, span, severity } = finding;
  const state = severity === 'information' ? 'notice' : 'missing';
  return {
    id,
    state,
    word: state === 'missing' ? 'to mend' : 'to look at',
    label: message,
    note: `line ${letter.lines.lineOf(span.start) + 1}`,
    detail: [],
    range: toRange(letter, span),
    fix: fixOf(letter, finding),
    items: [],
  };
}

const found = (findings: readonly Finding[]): 'missing' | 'notice' | undefined =>
  findings.length === 0
    ? undefined
    : findings.some((f) => f.severity !== 'information')
      ? 'missing'
      : 'notice';

function fixOf(letter: Letter, finding: Finding | undefined): ChecklistItem['fix'] {
  const fix = finding?.fixes?.[0];
  return fix ? { title: fix.title, edits: fix.edits.map((e) => toEdit(letter, e)) } : null;
}

/** How many rows stand wrong, in words: `2 gaps`; without any, `otherwise`. */
export function gapsIn(items: readonly ChecklistItem[], otherwise = ''): string {
  const gaps = items.filter((i) => i.state === 'missing').length;
  return gaps === 0 ? otherwise : gaps === 1 ? '1 gap' : `${gaps} gaps`;
}
