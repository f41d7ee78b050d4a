import { cite } from './cite.ts';
import { describeDue } from './due-words.ts';
import type { Order, Submission } from './order.ts';

/** Something that an order asks for, in a few words. */
export interface Requirement {
  /** The field of the order that says so: `pages`, `contents history`, `deadlines notice`. */
  readonly field: string;
  readonly say: string;
  readonly paragraph: string;
}

/** `a, b or c` */
const or = (words: readonly string[]): string => words.join(', ').replace(/, ([^,]*)$/, ' or $1');

/** `... (¶ 2)` */
export const cited = ({ say, paragraph }: Requirement): string => `${say} (${cite(paragraph)})`;

type Describe<T> = (value: T) => string | undefined;
/** The form of each document, field by field, in the sequence in which it is told. */
const FORM: { readonly [K in keyof Submission]?: Describe<NonNullable<Submission[K]>> } = {
  recipient: ({ addresses, name, channel }) =>
    `goes to ${addresses.join(', ') || name || 'the Court'}, by ${or(channel.map((c) => (c === 'email' ? 'e-mail' : c)))}`,
  marking: ({ words }) => `bears the words “${words}”`,
  service: ({ rule }) =>
    ({
      forbidden: 'is not served on the other side',
      promised: 'is not shared with the other side',
      optional: 'need not be served on the other side',
      required: 'is served on the other side',
    })[rule],
  filing: ({ rule }) => (rule === 'forbidden' ? 'is not filed' : 'is filed'),
  due: ({ when }) => `is due ${describeDue(when)}`,
  pages: ({ max, soft }) => `${soft ? 'should have' : 'has'} at most ${max} pages`,
  exhibitPages: ({ max }) => `has at most ${max} pages of exhibits`,
  hardCopy: ({ over, say }) => `with more than ${over} pages of exhibits: ${say}`,
  fileFormat: ({ pdf, paper }) =>
    [pdf ? 'as PDF' : '', paper === 'forbidden' ? 'not on paper' : paper === 'required' ? 'on paper too' : '']
      .filter(Boolean)
      .join(', ') || undefined,
};

/** How a document must look, where it goes and by when; what it must cover is in its `contents`. */
export function formOf(submission: Submission): Requirement[] {
  const describe = (field: string): Requirement[] => {
    const value = submission[field as keyof Submission];
    const words = FORM[field as keyof Submission] as Describe<unknown> | undefined;
    const say = value === undefined ? undefined : words?.(value);
    return say === undefined ? [] : [{ field, say, paragraph: (value as { paragraph: string }).paragraph }];
  };
  return Object.keys(FORM).flatMap(describe);
}

/** What must have been demanded and offered. */
export function exchangeOf({ exchange }: Order): Requirement[] {
  const { demand, response, minimum, fresh } = exchange ?? {};
  const form = (written: boolean | undefined): string => (written ? ' in writing' : '');
  const by = (when: Parameters<typeof describeDue>[0] | undefined): string =>
    when ? `, ${describeDue(when)}` : '';
  const found: Requirement[] = [];
  const add = (field: string, paragraph: string, say: string): void =>
    void found.push({ field: `exchange ${field}`, say, paragraph });
  if (demand)
    add(
      'demand',
      demand.paragraph,
      `a demand by ${party(demand.by)}${form(demand.written)}${by(demand.when)}`,
    );
  if (response)
    add(
      'response',
      response.paragraph,
      `an answer by ${party(response.by)}${form(response.written)}${by(response.when)}`,
    );
  if (minimum)
    add(
      'minimum',
      minimum.paragraph,
      `at least ${minimum.demands} demands and ${minimum.offers} offers${form(minimum.written)}${by(minimum.when)}`,
    );
  if (fresh) {
    const who = fresh.proposals === 'each party' ? 'each party' : 'the party that writes';
    add(
      'fresh',
      fresh.paragraph,
      `after the earlier order: a discussion ${or(fresh.discussion.map((d) => (d === 'in person' ? d : `by ${d}`)))}, and a demand or an offer by ${who}`,
    );
  }
  return found;
}

const party = (by: string): string => (by === 'each party' || by === 'all parties' ? by : `the ${by}`);

const WAYS = { 'in-person': 'in person', video: 'by video', phone: 'by telephone' } as const;

/** Who must attend, and with what authority. */
export function attendanceOf({ attendance }: Order): Requirement[] {
  if (!attendance) return [];
  const { who, notCounselAlone, nonParty, leadCounsel, government, insured } = attendance;
  const found: Requirement[] = [];
  const add = (field: string, paragraph: string | undefined, say: string): void => {
    if (paragraph !== undefined) found.push({ field: `attendance ${field}`, say, paragraph });
  };
  const ways = or(who.accepts.map((a) => WAYS[a]));
  const reach = who.available ? ', or someone who can be reached by telephone' : '';
  add(
    'who',
    who.paragraph,
    `for each party someone with ${who.authority} authority to settle, ${ways}${reach}`,
  );
  add('notCounselAlone', notCounselAlone?.paragraph, 'not counsel alone');
  add('nonParty', nonParty?.paragraph, nonParty?.say ?? '');
  add('leadCounsel', leadCounsel?.paragraph, 'lead trial counsel');
  add(
    'government',
    government?.paragraph,
    government?.authority === 'recommend'
      ? 'for a government body, someone who may at least recommend'
      : 'for a government body, someone with full authority',
  );
  add('insured', insured?.paragraph, `for an insured party, ${insured?.say ?? ''}`);
  return found;
}
