import { formatShort } from '../../calendar/index.ts';
import { cite } from '../../order/cite.ts';
import { type Entry, isBy, isProposal } from '../../order/ledger.ts';
import type { Side } from '../../order/sides.ts';
import type { Found } from './rule.ts';
import { capital, entryAt, entryName, type Talks } from './talks.ts';
import { due, number, passedAtOrder } from './when.ts';

/**
 * So many demands and offers in all by a day. The plaintiff's are the demands and the defendant's the offers,
 * whatever the list calls them. Silent until that day is over.
 */
export function enoughProposals(talks: Talks): Found[] {
  const { context, dates, on } = talks;
  const asked = context.order.exchange?.minimum;
  const deadline = dates.get('exchange');
  if (!asked || !deadline || deadline.date >= on) return [];
  return [
    ...enough(talks, 'plaintiff', 'demand', asked.demands),
    ...enough(talks, 'defendant', 'offer', asked.offers),
  ];
}

function enough(talks: Talks, side: Side, what: 'demand' | 'offer', wanted: number): Found[] {
  const { letter, matter, order } = talks.context;
  const asked = order.exchange?.minimum;
  const deadline = talks.dates.get('exchange');
  if (!asked || !deadline) return [];
  const all = talks.made.filter((e) => isProposal(e) && isBy(e, side));
  const late = (e: Entry): boolean => e.date > deadline.date;
  const oral = (e: Entry): boolean => asked.written === true && e.written === false;
  const good = all.filter((e) => !late(e) && !oral(e));
  const paragraph = asked.paragraph;
  if (good.length >= wanted) {
    const [unsaid] = good.filter((e) => asked.written && e.written === undefined);
    if (!unsaid || good.filter((e) => e.written).length >= wanted) return [];
    const message = `Whether ${entryName(unsaid)} was in writing is not said, and the order asks for that: add written: true or false.`;
    return [{ message, span: entryAt(letter, unsaid, 'kind'), severity: 'information', paragraph }];
  }
  const bad = all.filter((e) => !good.includes(e));
  const reasons = bad.map(
    (e) =>
      ` ${capital(entryName(e))} ${oral(e) ? 'was not in writing' : `came after that day`}, so it does not count.`,
  );
  const form = asked.written ? 'written ' : '';
  const thing = (n: number): string => `${number(n)} ${form}${what}${n === 1 ? '' : 's'}`;
  const verb = good.length === 1 ? 'is' : 'are';
  const issued = passedAtOrder(deadline, letter, matter);
  const excuse = issued
    ? ` That day had come when the order issued on ${formatShort(issued)}, so this is no fault; do it as soon as can be.`
    : '';
  const message = `${capital(thing(good.length))} by the ${side} ${verb} listed where the order asks for ${number(wanted)}, exchanged by ${due(deadline)}.${reasons.join('')}${excuse}${wayOut(talks)}`;
  const fault = bad.at(-1);
  const keys = fault && oral(fault) ? ['written', 'manner'] : ['date'];
  return [
    {
      message,
      span: entryAt(letter, fault, ...keys),
      paragraph,
      ...(issued ? { severity: 'information' as const } : {}),
    },
  ];
}

/** What the order has counsel do when a requirement will not be met, while there is time for it. */
function wayOut({ dates, on }: Talks): string {
  const notice = dates.get('notice');
  if (!notice || notice.date < on) return '';
  return ` If that cannot be mended, what the order asks of counsel by ${formatShort(notice.date)} (${cite(notice.paragraph)}): ${notice.title}.`;
}
