import { describeDue } from './due-words.ts';
import type { Due, Order, Submission } from './order.ts';
import { attendanceOf, exchangeOf, formOf, type Requirement } from './requirements.ts';

/** What of an order hangs on a header's key. */
interface Uses {
  /** Beginnings of `Requirement.field`, without the document's id. */
  readonly fields: readonly string[];
  /** Only what is counted from this event. */
  readonly event?: string;
}

/** By the header's top-level key; what is not here is held against no paragraph. */
const USES: Readonly<Record<string, Uses>> = {
  conference: { fields: ['due', 'exchange', 'deadlines'], event: 'conference' },
  ordered: { fields: ['due', 'exchange', 'deadlines'], event: 'order' },
  dated: { fields: ['due'] },
  due: { fields: ['due'] },
  leave: { fields: ['pages', 'exhibitPages'] },
  layout: { fields: ['pages'] },
  from: { fields: ['service'] },
  ownSide: { fields: ['service'] },
  cc: { fields: ['service'] },
  to: { fields: ['recipient', 'service'] },
  since: { fields: ['exchange fresh'] },
  exhibits: { fields: ['exhibitPages', 'hardCopy'] },
  attendees: { fields: ['attendance'] },
  negotiations: { fields: ['exchange'] },
  exchanged: { fields: ['service'] },
  role: { fields: ['exchange'] },
};

/** What the letter's order asks for that hangs on a key of the header. */
export function usesOf(key: string, order: Order, submission: Submission): Requirement[] {
  const uses = Object.hasOwn(USES, key) ? USES[key] : undefined;
  if (!uses) return [];
  const { fields, event } = uses;
  const asked = allOf(order, submission).filter(({ requirement, counted }) => {
    const field = requirement.field;
    return (
      fields.some((f) => field === f || field.startsWith(`${f} `)) &&
      (event === undefined || counted === event)
    );
  });
  const found = asked.map((a) => a.requirement);
  if (key !== 'negotiations') return found;
  const told = submission.contents.filter((c) => c.ledger);
  return [
    ...found,
    ...told.map((c) => ({
      field: `contents ${c.id}`,
      say: `the section ${c.title}`,
      paragraph: c.paragraph,
    })),
  ];
}

/** Every requirement that is no section, with the event that its date is counted from. */
function allOf(order: Order, submission: Submission): { requirement: Requirement; counted?: string }[] {
  const { exchange, deadlines = [] } = order;
  const when: Readonly<Record<string, Due | undefined>> = {
    due: submission.due?.when,
    'exchange demand': exchange?.demand?.when,
    'exchange response': exchange?.response?.when,
    'exchange minimum': exchange?.minimum?.when,
  };
  const plain = [...formOf(submission), ...exchangeOf(order), ...attendanceOf(order)];
  return [
    ...plain.map((requirement) => ({ requirement, ...countedFrom(when[requirement.field]) })),
    ...deadlines.map(({ id, title, when: due, paragraph }) => ({
      requirement: {
        field: `deadlines ${id}`,
        say: 'with' in due ? title : `${title}: ${describeDue(due)}`,
        paragraph,
      },
      ...('with' in due ? {} : countedFrom(due)),
    })),
  ];
}

function countedFrom(due: Due | undefined): { counted?: string } {
  if (!due || 'date' in due) return {};
  const event = due.before ?? due.after;
  return event === undefined ? {} : { counted: event };
}
