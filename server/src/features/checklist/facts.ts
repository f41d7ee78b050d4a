import { daysBetween, formatShort, formatTime } from '../../calendar/index.ts';
import type { Span } from '../../letter/span.ts';
import { cite } from '../../order/cite.ts';
import { type Deadline, readDeadlines } from '../../order/deadlines.ts';
import type { ChecklistItem, ItemState } from '../../protocol-checklist.ts';
import { nameOf } from '../../rules/support/exhibits.ts';
import { anchor } from '../../rules/support/regions.ts';
import { HOW } from '../../rules/support/roster.ts';
import { inDays } from '../dates.ts';
import { type Checked, rowOf } from './claims.ts';

/** Within so many days a deadline is near. */
const SOON = 7;
/** Longer ago, the number of days tells nobody anything. */
const LONG_PAST = 14;

/** Every date with the days that are left, earliest first; then those that are asked for and not known. */
export function deadlineRows(checked: Checked): ChecklistItem[] {
  const { letter, matter } = checked;
  const { known, absent } = readDeadlines(letter, matter);
  const counted = known.map((d) => {
    const left = daysBetween(checked.today, d.date);
    const state: ItemState = left < 0 ? 'past' : left <= SOON ? 'soon' : 'ahead';
    const when = `${formatShort(d.date)}${d.time ? `, ${formatTime(d.time)}` : ''}`;
    return rowOf(
      checked,
      {
        id: `deadlines/${d.id}`,
        label: d.title,
        note: left < -LONG_PAST ? when : `${when}, ${inDays(left)}`,
        detail: [
          ...(d.by ? [`For: ${d.by}.`] : []),
          `${d.words}${d.paragraph === null ? '' : ` (${cite(d.paragraph)})`}.`,
          ...d.notes,
        ],
        at: placeOf(checked, d),
        state,
        word: state === 'past' ? 'past' : '',
      },
      claimDue(checked, d.id),
    );
  });
  const unknown = absent.map((a) =>
    rowOf(
      checked,
      {
        id: `deadlines/${a.id}`,
        label: a.title,
        note: `not known: ${a.reason}`,
        at: anchor(letter),
        state: 'unchecked',
        word: '',
      },
      claimDue(checked, a.id),
    ),
  );
  return [...counted, ...unknown];
}

const claimDue = (checked: Checked, id: string) =>
  id === 'submission' ? checked.claim((f) => f.rule === 'due-date') : [];

/** The header's key from which the date comes. */
function placeOf({ letter }: Checked, { id, source }: Deadline): Span {
  const { header } = letter;
  const own = source === 'header' ? (id === 'submission' ? 'due' : 'dates') : undefined;
  return (
    (own === undefined ? undefined : header.keySpan([own])) ??
    header.keySpan(['conference']) ??
    anchor(letter)
  );
}

/** The header's exhibits with their pages. */
export function exhibitRows(checked: Checked): ChecklistItem[] {
  const { letter, result } = checked;
  return (letter.header.values.exhibits ?? []).map(({ label, title, file }, index) => {
    const info = result.exhibits?.find((e) => e.index === index);
    const at = letter.header.valueSpan(['exhibits', index]);
    const findings = checked.claim((f) => f.rule === 'exhibit' && within(f.span, at));
    const pages = info?.pages ?? null;
    return rowOf(
      checked,
      {
        id: `exhibits/${index}`,
        label: [nameOf(label), title].filter(Boolean).join(': '),
        note: pages === null ? 'pages not known' : pages === 1 ? '1 page' : `${pages} pages`,
        detail: [...(file ? [file] : []), ...(info?.problem && file ? [`${file} ${info.problem}.`] : [])],
        at,
        state: pages === null ? 'unchecked' : 'told',
      },
      findings,
    );
  });
}

/** Those who attend, as the header lists them. */
export function attendeeRows(checked: Checked): ChecklistItem[] {
  const { letter } = checked;
  return (letter.header.values.attendees ?? []).map((person, index) => {
    const at = letter.header.valueSpan(['attendees', index]);
    const parts = [
      person.title ?? person.role,
      person.authority && AUTHORITY[person.authority],
      person.attends && HOW[person.attends],
    ];
    const findings = checked.claim((f) => f.rule === 'attendance' && within(f.span, at));
    return rowOf(
      checked,
      {
        id: `attendees/${index}`,
        label: person.name,
        note: parts.filter(Boolean).join(', '),
        detail: person.party ? [`For ${person.party}.`] : [],
        at,
        state: 'told',
      },
      findings,
    );
  });
}

const AUTHORITY = {
  full: 'full authority',
  limited: 'limited authority',
  recommend: 'may recommend',
  none: 'no authority',
} as const;

const within = (inner: Span, outer: Span | undefined): boolean =>
  outer !== undefined && inner.start >= outer.start && inner.end <= outer.end;
