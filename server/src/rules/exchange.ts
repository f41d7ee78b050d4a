import { isLack, type Lack, sinceOf } from '../order/events.ts';
import { freshTalks } from './support/fresh.ts';
import { lacking } from './support/lacking.ts';
import { enoughProposals } from './support/minimum.ts';
import { type Found, type OrderContext, type Rule, SILENT } from './support/rule.ts';
import { doubts, readTalks, type Talks } from './support/talks.ts';
import { answerInTime, demandInTime } from './support/timely.ts';

export const exchange: Rule = {
  id: 'exchange',
  severity: 'warning',
  title: 'Demands and offers before the conference',
  what: 'The negotiations that the header lists do not meet the order: a demand or an answer that was due by the letter’s date is not there, came late or was not in writing; there are too few; or all of them came before an earlier order, after which they had to be made. What is due later is a deadline, not a finding.',
  why: 'A conference at which the parties would have to start bargaining is a wasted one, and judges cancel it or sanction whoever made it so.',
  mend: 'List under `negotiations:` every demand, offer and discussion with its date, by whom, to whom and whether in writing. What has not happened yet, do: the deadline stands in the checklist.',
  holds: ['exchange'],
  needs: 'order',
  check(context) {
    const { letter, order } = context;
    if (!order.exchange || Object.keys(order.exchange).length === 0) return SILENT;
    const talks = readTalks(context);
    if (!talks) return lacking(letter, { key: 'negotiations', reason: 'the header lists no negotiations' });
    const found = [
      ...demandInTime(talks),
      ...answerInTime(talks),
      ...enoughProposals(talks),
      ...fresh(talks),
    ];
    const lack = found.length === 0 ? lackOf(context, talks) : undefined;
    return lack ? lacking(letter, lack) : [...found, ...doubts(talks)];
  },
  accepted: [
    {
      say: 'demand and answer in time',
      header: [
        'dated: 2025-09-12',
        'negotiations:',
        '  - { date: 2025-08-25, by: plaintiff, kind: demand, amount: 90000, manner: letter }',
        '  - { date: 2025-08-29, by: Pelham Marine, kind: offer, amount: 20000, manner: telephone }',
      ],
      body: '',
    },
    { say: 'a demand that is still to come', header: ['dated: 2025-09-01', 'negotiations: []'], body: '' },
    {
      say: 'an answer within a week of the last day for a demand',
      header: [
        'dated: 2025-09-12',
        'negotiations:',
        '  - { date: 2025-08-04, by: Ostrander, kind: demand, amount: 90000, written: true }',
        '  - { date: 2025-09-09, by: defendant, kind: offer, amount: 20000 }',
      ],
      body: '',
    },
  ],
  rejected: [
    {
      say: 'no demand by its day',
      header: ['dated: 2025-09-03', 'negotiations: []'],
      body: '',
      marks: 'negotiations',
    },
    {
      say: 'a demand that came late',
      header: [
        'dated: 2025-09-05',
        'negotiations:',
        '  - { date: 2025-09-04, by: plaintiff, kind: demand, amount: 90000, written: true }',
      ],
      body: '',
      marks: '2025-09-04',
    },
    {
      say: 'a demand by telephone where it had to be written',
      header: [
        'dated: 2025-09-05',
        'negotiations:',
        '  - { date: 2025-08-25, by: plaintiff, kind: demand, amount: 90000, manner: telephone }',
      ],
      body: '',
      marks: 'telephone',
    },
    {
      say: 'a demand that nobody answered',
      header: [
        'dated: 2025-09-11',
        'negotiations:',
        '  - { date: 2025-08-25, by: plaintiff, kind: demand, amount: 90000, written: true }',
      ],
      body: '',
      marks: 'negotiations',
    },
    {
      say: 'an offer by nobody that the header knows',
      header: [
        'dated: 2025-09-01',
        'negotiations:',
        '  - { date: 2025-08-25, by: Zebulon, kind: demand, amount: 90000, written: true }',
      ],
      body: '',
      marks: 'Zebulon',
    },
    { say: 'nothing listed to judge by', body: '', marks: 'hartwell' },
  ],
};

function fresh(talks: Talks): Found[] {
  const { letter, matter, order } = talks.context;
  const since = sinceOf(letter, matter);
  return order.exchange?.fresh && !isLack(since) ? freshTalks(talks, since) : [];
}

/** What would have to be known before the order's dates can be held against the list. */
function lackOf({ letter, matter, order }: OrderContext, { dates }: Talks) {
  const lacks: Lack[] = ['demand', 'response', 'exchange'].flatMap((id) => dates.lack(id) ?? []);
  const since = sinceOf(letter, matter);
  if (order.exchange?.fresh && isLack(since)) lacks.push(since);
  // A list without a demand is one of the things that are judged.
  return lacks.find((lack) => lack.key !== 'negotiations');
}
