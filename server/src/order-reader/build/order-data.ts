import type { Due, OrderData, SubmissionData } from '../../../../schemas/order.ts';
import { stateCode } from '../facts/court.ts';
import type { DueRead } from '../facts/due.ts';
import type { Step } from '../facts/exchange.ts';
import { surname } from '../facts/judge.ts';
import type { OrderRead, PaperRead } from '../read-order.ts';
import type { Read, Reading } from '../text/reading.ts';
import { cite, evidence } from './cite.ts';
import { contentsData } from './contents.ts';
import { questionsOf } from './questions.ts';

/** Below this a datum is left out, and asked about. */
export const SURE = 0.6;

/** The order file's data; what is doubtful is left out and stands in `questions`. `from` names the text's file. */
export function orderData(o: OrderRead, from: string): OrderData {
  const r = o.reading;
  const judge = sure(o.judge);
  const court = sure(o.court);
  const number = sure(o.caseNumber);
  const name = judge?.value ?? '[Name of the judge]';
  const submissions = named(o.papers).map(({ paper, id }, i) =>
    submissionData(r, paper, id, i === 0, number !== null),
  );
  const state = court ? stateCode(court.value) : undefined;
  return {
    judge: { name, surname: judge ? surname(name) : '[Judge]', title: 'United States Magistrate Judge' },
    court: court?.value ?? '[Court]',
    ...(state ? { state } : {}),
    title: 'Settlement conference order',
    source: sourceOf(o),
    readFrom: from,
    ...readOf(r, { judge, court }),
    submissions: submissions.length > 0 ? submissions : [blank()],
    ...exchangeData(o),
    ...attendanceData(o),
    ...casesData(o),
    questions: questionsOf(o),
  };
}

export const sure = <T>(x: Read<T> | null): Read<T> | null => (x !== null && x.confidence >= SURE ? x : null);

function readOf(
  r: Reading,
  read: Readonly<Record<string, Read<unknown> | null>>,
): Pick<OrderData, 'evidence'> {
  const entries = Object.entries(read).flatMap(([key, x]) => (x ? [[key, evidence(r, x)] as const] : []));
  return entries.length > 0 ? { evidence: Object.fromEntries(entries) } : {};
}

function sourceOf(o: OrderRead): string {
  const number = o.caseNumber ? ` in No. ${o.caseNumber.value}` : '';
  return `${o.caseNumber ? 'Order' : 'Standing order'}${number}${o.ordered ? ` (${o.ordered.value})` : ''}, read from its text by machine.`;
}

/** Where the text asks for no paper, one stands in for it until the question is settled. */
const blank = (): SubmissionData => ({
  id: 'letter',
  name: 'settlement letter',
  kind: 'letter',
  by: 'each party',
  default: true,
  format: 'letter',
  contents: [],
});

/** The papers with ids: the kind, the side where the kind comes twice. */
export function named(papers: readonly PaperRead[]): { paper: PaperRead; id: string }[] {
  const taken = new Set<string>();
  return papers.map((paper) => {
    const base = paper.kind === 'other' ? paper.head.replace(/[^a-z]+/g, '-') : paper.kind;
    const twice = papers.filter((p) => p.kind === paper.kind).length > 1;
    const wanted = paper.further
      ? `confidential-${base}`
      : twice && paper.by !== 'each party'
        ? `${paper.by}-${base}`
        : base;
    let id = wanted;
    for (let n = 2; taken.has(id); n++) id = `${wanted}-${n}`;
    taken.add(id);
    return { paper, id };
  });
}

function submissionData(
  r: Reading,
  p: PaperRead,
  id: string,
  first: boolean,
  inCase: boolean,
): SubmissionData {
  const { delivery, pages, circulation } = p;
  const service = sure(circulation.served);
  const filing = sure(circulation.filed);
  const email =
    delivery.email && /\.[a-z]{2,4}$/i.test(delivery.email.value) && !/\s/.test(delivery.email.value)
      ? sure(delivery.email)
      : null;
  const place = email ?? delivery.channels[0];
  const due = sure(p.due);
  const text = sure(pages.text);
  const fixed = due !== null && 'date' in due.value && inCase;
  const limit = sure(pages.exhibits);
  const paper = sure(pages.hardCopy);
  const marking = sure(p.marking);
  const format = delivery.pdf ?? delivery.noPaper;
  return {
    id,
    name: p.name,
    kind: p.kind,
    by: /\bjoint\b/.test(p.name) ? 'all parties' : p.by,
    ...(first ? { default: true } : {}),
    format: p.kind === 'letter' || p.kind === 'other' ? 'letter' : 'statement',
    ...(place
      ? {
          recipient: {
            addresses: email ? [email.value] : [],
            channel: delivery.channels.map((c) => c.value),
            ...cite(r, place),
          },
        }
      : {}),
    ...(marking ? { marking: { words: marking.value, ...cite(r, marking) } } : {}),
    ...(service ? { service: { rule: service.value, ...cite(r, service) } } : {}),
    ...(filing
      ? { filing: { rule: filing.value ? 'required' : 'forbidden', ...cite(r, filing) } as const }
      : {}),
    ...(due && !fixed ? { due: { when: dueData(due.value), ...cite(r, due) } } : {}),
    ...(text
      ? {
          pages: {
            max: text.value.max,
            ...(text.value.soft ? { soft: true } : {}),
            ...(text.value.leave ? { leave: true } : {}),
            ...cite(r, text),
          },
        }
      : {}),
    ...(limit ? { exhibitPages: { max: limit.value, ...cite(r, limit) } } : {}),
    ...(paper
      ? {
          hardCopy: {
            over: paper.value,
            say: 'a copy on paper goes to the Court as well',
            ...cite(r, paper),
          },
        }
      : {}),
    ...(format
      ? {
          fileFormat: {
            ...(delivery.pdf ? { pdf: true } : {}),
            ...(delivery.noPaper ? { paper: 'forbidden' as const } : {}),
            ...cite(r, format),
          },
        }
      : {}),
    contents: contentsData(r, p.contents),
  };
}

/** As an order file says it. */
export function dueData(due: DueRead): Due {
  const time = due.time ? { time: due.time } : {};
  if ('date' in due) return { date: due.time ? `${due.date} ${due.time}` : due.date };
  return 'before' in due
    ? { count: due.count, unit: due.unit, before: due.before, ...time }
    : { count: due.count, unit: due.unit, after: due.after, ...time };
}

function exchangeData(o: OrderRead): Pick<OrderData, 'exchange'> {
  const r = o.reading;
  const step = (x: Read<Step> | null) =>
    x && x.confidence >= SURE
      ? {
          by: x.value.by,
          when: dueData(x.value.due),
          ...(x.value.written ? { written: true } : {}),
          ...cite(r, x),
        }
      : undefined;
  const min = sure(o.exchange.minimum);
  const demand = min ? undefined : step(o.exchange.demand);
  const response = min ? undefined : step(o.exchange.response);
  if (!demand && !response && !min) return {};
  return {
    exchange: {
      ...(demand ? { demand } : {}),
      ...(response ? { response } : {}),
      ...(min
        ? {
            minimum: {
              demands: min.value.demands,
              offers: min.value.offers,
              ...(min.value.written ? { written: true } : {}),
              ...(min.value.due ? { when: dueData(min.value.due) } : {}),
              ...cite(r, min),
            },
          }
        : {}),
    },
  };
}

function attendanceData(o: OrderRead): Pick<OrderData, 'attendance'> {
  const r = o.reading;
  const { authority, inPerson, remote, leadCounsel, insurer } = o.attendance;
  if (!authority) return {};
  // Where it is not plain, every way counts and a question says so.
  const accepts = inPerson && !remote ? (['in-person'] as const) : (['in-person', 'video', 'phone'] as const);
  return {
    attendance: {
      who: { authority: authority.value, accepts: [...accepts], ...cite(r, authority) },
      ...(leadCounsel ? { leadCounsel: cite(r, leadCounsel) } : {}),
      ...(insurer
        ? {
            insured: { say: "an insured party comes with its carrier's representative", ...cite(r, insurer) },
          }
        : {}),
    },
  };
}

/** The case's own dates, under its number. */
function casesData(o: OrderRead): Pick<OrderData, 'cases'> {
  const r = o.reading;
  const number = sure(o.caseNumber);
  if (!number) return {};
  const at = sure(o.conference)?.value;
  const fixed = named(o.papers).flatMap(({ paper, id }) => {
    const due = sure(paper.due);
    return due && 'date' in due.value ? [[id, { due: dueData(due.value), ...cite(r, due) }] as const] : [];
  });
  return {
    cases: [
      {
        number: number.value,
        ...(o.caption ? { caption: o.caption.value } : {}),
        ...(o.ordered ? { ordered: o.ordered.value } : {}),
        ...(at ? { conference: at.time ? `${at.date} ${at.time}` : at.date } : {}),
        ...(fixed.length > 0 ? { submissions: Object.fromEntries(fixed) } : {}),
      },
    ],
  };
}
