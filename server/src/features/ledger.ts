import { formatDate } from '../calendar/index.ts';
import type { Letter } from '../letter/letter.ts';
import { span } from '../letter/span.ts';
import type { Submission } from '../order/order.ts';
import { contentEnd, coverage } from '../rules/support/coverage.ts';
import type { TextEdit } from '../rules/support/rule.ts';

const HEAD = '| Date | By | What | Terms | How |';

/** The header's negotiations as a Markdown table, earliest first; undefined where there are none. */
export function ledgerTable({ header }: Letter): string | undefined {
  const entries = header.values.negotiations ?? [];
  if (entries.length === 0) return undefined;
  const rows = [...entries]
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .map((n) => {
      const sum = n.amount === undefined ? '' : ` of $${n.amount.toLocaleString('en-US')}`;
      const to = n.to === undefined ? '' : ` to ${n.to}`;
      const how = [n.manner, n.written === true && !n.manner ? 'in writing' : undefined]
        .filter(Boolean)
        .join(', ');
      const cells = [formatDate(n.date), capital(n.by) + to, `${capital(n.kind)}${sum}`, n.terms ?? '', how];
      return `| ${cells.map((c) => c.replaceAll('|', '\\|').replace(/\s+/g, ' ')).join(' | ')} |`;
    });
  return [HEAD, '| --- | --- | --- | --- | --- |', ...rows].join('\n');
}

/**
 * The edit that writes the table into the section where the order wants the history of the talks: in place
 * of one that an earlier edit wrote there, else at the section's end. Undefined without such a section.
 */
export function ledgerEdit(letter: Letter, submission: Submission): TextEdit | undefined {
  const table = ledgerTable(letter);
  const home = coverage(letter, submission).find((c) => c.content.ledger && c.sections.length > 0);
  const section = home?.sections[0];
  if (!table || !section) return undefined;
  const eol = letter.text.includes('\r\n') ? '\r\n' : '\n';
  const written = table.replaceAll('\n', eol);
  const end = contentEnd(letter, submission, section);
  const old = letter.text.slice(section.contentStart, end).indexOf(HEAD);
  if (old >= 0) {
    const start = section.contentStart + old;
    const rest = /(?:\r?\n)(?![ \t]*\|)/.exec(letter.text.slice(start, end));
    return { span: span(start, rest ? start + rest.index : end), text: written };
  }
  const own = letter.text.slice(section.contentStart, end).trimEnd();
  const at = section.contentStart + own.length;
  return { span: span(at, at), text: `${eol}${eol}${written}` };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
