import type { OrderData, SubmissionData } from '../../../../schemas/order.ts';
import { stateCode } from '../facts/court.ts';
import { surname } from '../facts/judge-name.ts';
import type { OrderRead } from '../read-order.ts';
import { attendanceData } from './attendance-data.ts';
import { casesData } from './case-data.ts';
import { evidenceOf } from './cite.ts';
import { deadlinesData } from './deadlines-data.ts';
import { exchangeData } from './exchange-data.ts';
import { questionsOf } from './questions.ts';
import { named, submissionData } from './submission-data.ts';
import { sure } from './sure.ts';

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
    ...evidenceOf(r, { judge, court }),
    submissions: submissions.length > 0 ? submissions : [blank()],
    ...exchangeData(o, number !== null),
    ...attendanceData(o),
    ...deadlinesData(o),
    ...casesData(o),
    questions: questionsOf(o),
  };
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
