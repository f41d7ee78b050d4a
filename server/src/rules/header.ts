import { closest } from '../letter/header-issues.ts';
import { span } from '../letter/span.ts';
import { anchor, firstLine } from './support/regions.ts';
import { type Context, type Found, type Rule, unable } from './support/rule.ts';

export const header: Rule = {
  id: 'header',
  severity: 'error',
  title: 'The header cannot be read',
  what: 'There is no header, or it cannot be read; a value is not what its key takes; a date does not exist; or a key is not known.',
  why: 'The header tells which order holds and what was agreed, offered and sent; a slip in it would switch checks off unseen.',
  mend: 'Each message says what can be read instead; the light bulb offers the likely key or word, or inserts a header. Dates are written 2024-05-28 or 2024-05-28 14:30, sums 450000 or “$450,000” in quotation marks. Where no header is there yet, **Ex Parte: Check This Text as a Letter…** asks a few questions and writes one.',
  needs: 'letter',
  check(context) {
    const { letter } = context;
    if (letter.header.state === 'absent') {
      const start = letter.header.span.start;
      return [
        {
          message:
            'This file has no header: open it with --- on the first line, a line judge: with the magistrate judge, and --- again.',
          span: firstLine(letter),
          fixes: [
            {
              title: 'Insert a header',
              edits: [{ span: span(start, start), text: '---\njudge: \n---\n\n' }],
            },
          ],
        },
      ];
    }
    const slips = letter.header.issues.map(({ message, span, mend }): Found => {
      const fixes = mend ? [{ title: mend.title, edits: [{ span: mend.span, text: mend.text }] }] : [];
      return { message, span, fixes };
    });
    const found = [...slips, ...submissionSlips(context), ...leaveSlips(context)];
    const reasons = unusableOrders(context);
    return reasons.length > 0 ? unable(reasons.join('; '), found) : found;
  },
  accepted: [
    {
      say: 'dates with and without a time',
      header: ['conference: 2025-09-16 10:00', 'due: 2025-09-09'],
      body: '',
    },
    { say: 'a key that is yet to be filled in', header: ['caption:'], body: '' },
    {
      say: 'sums as people write them',
      header: ['negotiations:', '  - { date: 2025-08-01, by: plaintiff, kind: demand, amount: "$450,000" }'],
      body: '',
    },
  ],
  rejected: [
    {
      say: 'a key with a name of its own in JavaScript',
      corner: true,
      header: ['constructor: x'],
      body: '',
      marks: 'constructor',
    },
    {
      say: 'a sum cut in two by its comma',
      header: [
        'negotiations:',
        '  - { date: 2025-08-01, by: plaintiff, kind: demand, amount: $1,000,000, to: defendant }',
      ],
      body: '',
      marks: '$1,000,000',
    },
    { say: 'a key misspelt', header: ['conferance: 2025-09-16'], body: '', marks: 'conferance' },
    { say: 'an impossible date', header: ['dated: 2025-02-30'], body: '', marks: '2025-02-30' },
    { say: 'a side that does not exist', header: ['role: plaintif'], body: '', marks: 'plaintif' },
    { say: 'leave that names no order', header: ['leave: { pages: 12 }'], body: '', marks: 'leave' },
    { say: 'no header', body: '', whole: 'Dear Judge Hartwell:\n', marks: 'Dear Judge Hartwell:' },
    {
      say: 'a header never closed',
      body: '',
      whole: '---\njudge: hartwell\n\nDear Judge Hartwell:\n',
      marks: '---',
    },
    {
      say: 'a document that the order does not know',
      header: ['submission: leter'],
      body: '',
      marks: 'leter',
    },
    { say: 'YAML that does not parse', header: ['caption: "Ostrander v. Pelham'], body: '' },
  ],
};

function submissionSlips({ letter, matter }: Context): Found[] {
  const { submission: wanted, exchanged } = letter.header.values;
  const { order, submission } = matter;
  if (!order) return [];
  const place = letter.header.valueSpan(['submission']) ?? anchor(letter);
  if (!submission) {
    const ids = order.submissions.map((s) => s.id);
    const likely = closest(wanted ?? '', ids);
    return [
      {
        message: `The order asks for no document called ${wanted}; it asks for: ${ids.join(', ')}.`,
        span: place,
        fixes: likely ? [{ title: `Change to ${likely}`, edits: [{ span: place, text: likely }] }] : [],
      },
    ];
  }
  if (submission.onlyIf === 'exchanged' && exchanged !== true) {
    const after = letter.header.valueSpan(['submission'])?.end;
    return [
      {
        severity: 'warning',
        message: `The order allows the ${submission.name} only where the parties exchange their statements: say so with exchanged: true.`,
        span: place,
        ...(submission.pages ? { paragraph: submission.pages.paragraph } : {}),
        fixes:
          after === undefined || letter.header.keySpan(['exchanged']) !== undefined
            ? []
            : [
                {
                  title: 'Add exchanged: true',
                  edits: [{ span: span(after, after), text: '\nexchanged: true' }],
                },
              ],
      },
    ];
  }
  return [];
}

/** An order that should hold and cannot be read: what is held against another one, or none, is not checked. */
function unusableOrders({ matter }: Context): string[] {
  const { caseOrderIssue, resolution } = matter;
  const reasons: string[] = [];
  if (caseOrderIssue) reasons.push(`the case's own order cannot be used: ${caseOrderIssue.reason}`);
  if (resolution.kind === 'broken') {
    const { file, reason, folder } = resolution.broken;
    reasons.push(`the ${folder ? 'folder of orders' : 'order file'} ${file} cannot be used: ${reason}`);
  }
  return reasons;
}

/** Leave that names no order is a claim that chambers cannot look up; the letter's words may name it, so this is a note. */
function leaveSlips({ letter }: Context): Found[] {
  const { leave } = letter.header.values;
  if (!leave || leave.by !== undefined || (leave.pages === undefined && leave.exhibitPages === undefined))
    return [];
  return [
    {
      severity: 'information',
      message: 'Say by what order the Court gave leave: by: under leave, such as by: order of 3 May 2024.',
      span: letter.header.keySpan(['leave']) ?? anchor(letter),
    },
  ];
}
