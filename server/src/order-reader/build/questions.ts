import type { OrderData } from '../../../../schemas/order.ts';
import { severalCases } from '../facts/case-number.ts';
import type { OrderRead } from '../read-order.ts';
import type { Read } from '../text/reading.ts';
import { acceptedWays } from './attendance-data.ts';
import { evidence } from './cite.ts';
import { sure } from './sure.ts';

const WAYS = { 'in-person': 'in person', video: 'by video', phone: 'by telephone' } as const;

type Question = NonNullable<OrderData['questions']>[number];

/** What the text left in doubt, for whoever uses the file to settle. */
export function questionsOf(o: OrderRead): Question[] {
  const found: Question[] = [];
  const ask = (about: string, text: string, read?: Read<unknown> | null): void => {
    const e = read ? evidence(o.reading, read) : undefined;
    found.push({ about, ask: text, ...(e ? { words: e.words, at: e.at } : {}) });
  };
  const doubtful = (about: string, read: Read<unknown> | null, none: string, doubt: string): void => {
    if (read === null) ask(about, none);
    else if (read.confidence < 0.7) ask(about, doubt, read);
  };
  doubtful(
    'judge',
    o.judge,
    'The text names no judge who holds the conference: write the name.',
    'More than one judge is named: is this the one who holds the conference?',
  );
  doubtful(
    'court',
    o.court,
    'The text does not say which court it is: write its short form, such as S.D.N.Y.',
    'Is this the court?',
  );
  const several = severalCases(o.reading);
  if (several.length > 1) {
    ask(
      'cases',
      `The text bears the numbers of several cases (${several.map((n) => n.value).join(', ')}): does the order hold for each?`,
      several[1],
    );
  }
  if (o.papers.length === 0)
    ask('submissions', 'No letter or statement was found that the parties are to send: is none asked for?');
  for (const p of o.papers) {
    // What may only be sent once the statements are exchanged has no day of its own.
    if (p.due === null && !p.onlyIfExchanged)
      ask('due', `When is the ${p.name} due? The text was not understood there.`);
    else if (p.due && p.due.confidence < 0.6) ask('due', `Is the ${p.name} due then?`, p.due);
    if (p.delivery.channels.length === 0 && p.delivery.email === null)
      ask('recipient', `Where does the ${p.name} go? The text does not say plainly.`);
    if (p.pages.conditional)
      ask(
        'pages',
        `Another limit for the ${p.name} holds in some cases: does it in yours?`,
        p.pages.conditional,
      );
    const email = p.delivery.email;
    if (email && (!/\.[a-z]{2,4}$/i.test(email.value) || /\s/.test(email.value))) {
      ask('recipient', `The address "${email.value}" is incomplete in the text: write it out.`, email);
    }
    if (p.contents.length === 0 && !p.onlyIfExchanged)
      ask('contents', `What must the ${p.name} cover? No topics were found.`);
    if (p.optional && !p.onlyIfExchanged)
      ask('submissions', `Is the ${p.name} required, or only allowed?`, {
        value: p.name,
        start: p.start,
        end: p.end,
        confidence: 0.5,
      });
    if (p.circulation.served === null)
      ask('service', `Does the ${p.name} go to the other side? The text does not say plainly.`);
  }
  const { authority, inPerson, remote } = o.attendance;
  // Dates stand under the case's number; a text without one gives them no place of their own.
  const dated = [o.exchange.demand, o.exchange.response].find((s) => s && 'date' in s.value.due);
  if (dated && !sure(o.caseNumber)) {
    ask(
      'exchange',
      'Demand or response is due on a date of this case: will the file be used for another case too? Then take the date out.',
      dated,
    );
  }
  if (!authority) {
    ask(
      'attendance',
      'Who must attend, and with what authority? The text was not understood there, or does not say.',
    );
  }
  if (authority && !inPerson === !remote && !o.who.available) {
    const ways = acceptedWays(o).map((way) => WAYS[way]);
    ask(
      'attendance',
      `Must those who attend come in person? The text ${inPerson ? 'speaks of other ways too' : 'does not say plainly'}, and until \`accepts\` says otherwise, these count: ${ways.join(', ')}.`,
      inPerson,
    );
  }
  return found;
}
