import type { CheckResult, Finding } from '../../check/result.ts';
import type { Letter } from '../../letter/letter.ts';
import type { Matter } from '../../order/matter.ts';
import type { ChecklistGroup, ChecklistItem, ChecklistParams } from '../../protocol-checklist.ts';
import { Checked, findingRow, gapsIn } from './claims.ts';
import { attendeeRows, deadlineRows, exhibitRows } from './facts.ts';
import {
  attendanceRow,
  contentRows,
  exchangeRow,
  exhibitLimitRows,
  formRows,
  toldRows,
} from './requirements.ts';

/**
 * All that the order asks of the letter and how each stands, made from the order and the check alone. Every
 * finding stands in one place: with the requirement that it is about, else among the others.
 * @param today YYYY-MM-DD
 */
export function checklistOf(
  uri: string,
  version: number,
  letter: Letter,
  matter: Matter,
  result: CheckResult,
  today: string,
): ChecklistParams {
  const checked = new Checked(letter, matter, result, today);
  const contents = contentRows(checked);
  const form = formRows(checked);
  const dates = [...deadlineRows(checked), ...exchangeRow(checked)];
  // People and files first claim what is said of them alone.
  const people = attendeeRows(checked);
  const files = exhibitRows(checked);
  const exhibits = [...exhibitLimitRows(checked), ...files];
  const attendees = [...attendanceRow(checked), ...people];
  const others = checked
    .claim(() => true)
    .map((finding, _, all) => findingRow(letter, `others/${ordinal(finding, all)}`, finding));
  const covered = contents.filter((i) => i.state === 'met' || i.state === 'notice').length;
  const told = toldRows(checked);
  const groups: ChecklistGroup[] = [
    {
      id: 'contents',
      title: 'What it must cover',
      summary: `${covered} of ${contents.length}`,
      items: contents,
    },
    { id: 'others', title: 'In the letter', summary: gapsIn(others, 'to look at'), items: others },
    { id: 'form', title: 'Form and delivery', summary: gapsIn(form, 'in order'), items: form },
    { id: 'deadlines', title: 'Dates, demands and offers', summary: nextOf(dates), items: dates },
    { id: 'exhibits', title: 'Exhibits', summary: exhibitsSaid(result, files), items: exhibits },
    { id: 'attendees', title: 'Who attends', summary: gapsIn(attendees), items: attendees },
    { id: 'told', title: 'Not checkable in a document', summary: '', items: told },
  ];
  return {
    uri,
    version,
    gaps: result.findings.filter((f) => f.severity !== 'information').length,
    reasons: result.incomplete.map((i) => i.reason),
    groups: groups.filter((g) => g.items.length > 0),
  };
}

/** `placeholder/2`: the same for the third blank however the text around it grows. */
function ordinal(finding: Finding, all: readonly Finding[]): string {
  const same = all.filter((f) => f.rule === finding.rule);
  return `${finding.rule}/${same.indexOf(finding)}`;
}

/** The gaps among the dates; without any, the nearest that lies ahead. */
function nextOf(dates: readonly ChecklistItem[]): string {
  const next = dates.find((d) => d.state === 'soon' || d.state === 'ahead');
  return gapsIn(dates, next ? `next ${next.note.split(', ').at(-1)}` : '');
}

function exhibitsSaid({ pages }: CheckResult, files: readonly ChecklistItem[]): string {
  if (files.length === 0) return 'none listed';
  if (pages?.exhibits === null || !pages) return 'pages not known';
  const limit = pages.exhibitLimit === null ? '' : ` of ${pages.exhibitLimit}`;
  return `${pages.exhibits}${limit} ${pages.exhibits === 1 && !limit ? 'page' : 'pages'}`;
}
