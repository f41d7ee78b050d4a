import type { Letter } from '../../letter/letter.ts';
import type { Section } from '../../letter/sections.ts';
import type { Span } from '../../letter/span.ts';
import { cite } from '../../order/cite.ts';
import { attendanceOf, exchangeOf, formOf, type Requirement } from '../../order/requirements.ts';
import type { ChecklistItem } from '../../protocol-checklist.ts';
import { rules } from '../../rules/index.ts';
import { coverage, isCovered } from '../../rules/support/coverage.ts';
import { anchor } from '../../rules/support/regions.ts';
import { type Checked, type Row, rowOf } from './claims.ts';

/** What the letter must cover, in the order's sequence. */
export function contentRows(checked: Checked): ChecklistItem[] {
  const { letter, matter } = checked;
  if (!matter.submission) return [];
  return coverage(letter, matter.submission).map((c) => {
    const { id, title, asks, paragraph } = c.content;
    const [section] = c.sections;
    const opening = section && openingOf(letter, section);
    const findings = checked.claim(
      (f) =>
        f.content === id || (f.rule === 'placeholder' && opening !== undefined && holds(opening, f.span)),
    );
    const why = isCovered(c) ? undefined : checked.unchecked('missing-section', id);
    const row: Row = {
      id: `contents/${id}`,
      label: title,
      note: cite(paragraph),
      detail: [
        `The order asks for ${asks}.`,
        ...(section ? [`Covered under “${section.heading.trim()}”.`] : []),
        ...(why ? [`Not checked: ${why}.`] : []),
      ],
      at: section?.headingSpan ?? anchor(letter),
      ...(isCovered(c) ? { state: 'met', word: 'covered' } : { state: 'unchecked', word: 'not checked' }),
    };
    const missing = findings.some((f) => f.rule === 'missing-section');
    const blank = findings.length > 0 && findings.every((f) => f.rule === 'placeholder');
    return rowOf(checked, row, findings, missing ? 'missing' : blank ? 'to fill in' : 'to mend');
  });
}

/**
 * The paragraph with which a section begins. A blank in it is about what the section must cover; one further down
 * may be the signature's.
 */
function openingOf(letter: Letter, { contentStart, end }: Section): Span | undefined {
  for (const { prose, piece } of letter.proses) {
    const span = { start: prose.span.start + piece.start, end: prose.span.end + piece.start };
    if (span.end <= contentStart || prose.kind === 'heading') continue;
    return span.start < end ? span : undefined;
  }
  return undefined;
}

const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** The header's key that is looked at first for a field of a document's form. */
const KEYS: Readonly<Record<string, string>> = {
  recipient: 'to',
  service: 'cc',
  pages: 'layout',
  exhibitPages: 'exhibits',
  hardCopy: 'exhibits',
};
const ABOUT_EXHIBITS = new Set(['exhibitPages', 'hardCopy']);

/** How the letter must look and where it goes. When it is due stands among the dates. */
export const formRows = (checked: Checked): ChecklistItem[] =>
  fieldRows(checked, ({ field }) => field !== 'due' && !ABOUT_EXHIBITS.has(field));

export const exhibitLimitRows = (checked: Checked): ChecklistItem[] =>
  fieldRows(checked, ({ field }) => ABOUT_EXHIBITS.has(field));

function fieldRows(checked: Checked, wanted: (r: Requirement) => boolean): ChecklistItem[] {
  const { submission } = checked.matter;
  if (!submission) return [];
  return formOf(submission)
    .filter(wanted)
    .map((asked) => {
      const counted = asked.field === 'pages' ? pagesSaid(checked) : undefined;
      return ruleRow(checked, {
        id: `form/${asked.field}`,
        rule: rules.find((r) => r.holds?.includes(asked.field))?.id,
        key: KEYS[asked.field],
        label: capital(asked.say),
        note: [counted, cite(asked.paragraph)].filter(Boolean).join(', '),
        detail: asked.field === 'pages' ? formatSaid(checked) : [],
      });
    });
}

function pagesSaid({ result: { pages } }: Checked): string | undefined {
  if (!pages) return undefined;
  return pages.body === 1 ? '1 page now' : `${pages.body} pages now`;
}
const formatSaid = ({ result: { pages } }: Checked): string[] =>
  pages ? [`Counted by typesetting, as ${pages.format}.`] : [];

/** Demands and offers: all that the order asks of them in one row, since one rule holds them together. */
export const exchangeRow = (checked: Checked): ChecklistItem[] =>
  together(checked, 'exchange', 'negotiations', checked.matter.order ? exchangeOf(checked.matter.order) : []);

/** Who must attend, likewise. */
export const attendanceRow = (checked: Checked): ChecklistItem[] =>
  together(
    checked,
    'attendance',
    'attendees',
    checked.matter.order ? attendanceOf(checked.matter.order) : [],
  );

function together(checked: Checked, id: string, key: string, asked: readonly Requirement[]): ChecklistItem[] {
  if (asked.length === 0) return [];
  const rule = rules.find((r) => r.id === id);
  return [
    ruleRow(checked, {
      id: `${id}/rule`,
      rule: id,
      key,
      label: rule?.title ?? id,
      note: [...new Set(asked.map((a) => cite(a.paragraph)))].join(', '),
      detail: asked.map((a) => `${capital(a.say)} (${cite(a.paragraph)}).`),
    }),
  ];
}

interface RuleRow {
  readonly id: string;
  readonly rule: string | undefined;
  /** Of the header. */
  readonly key: string | undefined;
  readonly label: string;
  readonly note: string;
  readonly detail: readonly string[];
}

/** A row that stands as its rule does. */
function ruleRow(checked: Checked, { id, rule, key, label, note, detail }: RuleRow): ChecklistItem {
  const { letter } = checked;
  const findings = checked.claim((f) => f.rule === rule);
  const why = rule === undefined ? 'no rule holds it' : checked.unchecked(rule);
  const row: Row = {
    id,
    label,
    note,
    detail: why ? [...detail, `Not checked: ${why}.`] : detail,
    at: (key === undefined ? undefined : letter.header.keySpan([key])) ?? anchor(letter),
    ...(why ? { state: 'unchecked', word: 'not checked' } : { state: 'met', word: 'in order' }),
  };
  return rowOf(checked, row, findings);
}

/** What no document can violate. */
export function toldRows({ matter }: Checked): ChecklistItem[] {
  return (matter.order?.shown ?? []).map(({ say, paragraph }, i) => ({
    id: `told/${i}`,
    state: 'told',
    word: '',
    label: say,
    note: cite(paragraph),
    detail: [],
    range: null,
    fix: null,
    items: [],
  }));
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
