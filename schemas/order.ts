import * as z from 'zod';
import { readMoment } from './dates.ts';
import { layoutSchema } from './header.ts';

/**
 * A judge's order: what the letters before that judge must be. Every datum cites the paragraph that it
 * comes from; one that was read from a text by machine also carries the words and a confidence.
 */
const cited = {
  paragraph: z
    .string()
    .min(1)
    .describe('Where the order says so: a paragraph number, or a few words to find it by.'),
  evidence: z
    .strictObject({
      words: z.string().describe('The words that it was read from.'),
      confidence: z.number().min(0).max(1).describe('0 to 1.'),
      at: z
        .tuple([z.number().int().min(0), z.number().int().min(0)])
        .optional()
        .describe(
          "Where the words stand in the order's text (`readFrom`): first character, and behind the last.",
        ),
    })
    .optional()
    .describe('Filled in when the order was read from a text by machine.'),
};

const id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*$/, { error: () => 'must be small letters, digits and hyphens' });
const moment = z.string().refine((s) => typeof readMoment(s) !== 'string', {
  error: () => 'must be a date, such as 2024-05-28 or 2024-05-28 17:00',
});

/** Counted from an event, or fixed. Hours, days and weeks as the order says them; see calendar/. */
export const dueSchema = z.union([
  z.strictObject({
    count: z.number().int().positive(),
    unit: z.enum(['days', 'business days', 'weeks', 'hours']),
    before: z
      .string()
      .optional()
      .describe('The event before which it counts: conference, or the id of a date or of one of `events`.'),
    after: z
      .string()
      .optional()
      .describe('The event after which it counts: demand, order, or the id of a date or of one of `events`.'),
    time: z.string().optional().describe('Clock time on that day, such as 17:00.'),
    roll: z
      .enum(['rule', 'forward', 'backward', 'none'])
      .optional()
      .describe('Where a last day that is no court day moves; rule (Fed. R. Civ. P. 6(a)) unless said.'),
  }),
  z.strictObject({ date: moment.describe('A fixed date; it never rolls.') }),
]);

/** For a step that must be taken by the day on which a document is due, wherever that day comes from. */
const withSchema = z.strictObject({
  with: z.string().describe('The id of the document, on whose due date it falls.'),
});

const side = z.enum(['each party', 'plaintiff', 'defendant', 'all parties']);

/**
 * Words by which a heading is known: it holds all words of one entry, in any order and form. `a/b`: either
 * word; `a-b`: both, side by side; `-a`: and not that one; `@name`: a word of that concept
 * (docs/concepts.md); `=` in front: it says nothing else, but for what `a?` allows.
 */
const cues = z.array(z.string().min(1));

const contentSchema = z.strictObject({
  id,
  title: z.string().describe('What the writer is told is wanted; also the heading that is inserted.'),
  asks: z.string().describe("What the order asks here, in the tool's own words."),
  ifAny: z
    .boolean()
    .optional()
    .describe('The order asks for it only where there is any: "None" is an answer.'),
  cues: cues.describe('Headings by which it is known.'),
  parts: z
    .array(z.strictObject({ name: z.string(), cues, optional: z.boolean().optional() }))
    .optional()
    .describe('Or: sections that together cover it.'),
  detail: z
    .array(
      z.strictObject({
        kind: z.enum(['amounts', 'dates', 'names', 'words']),
        any: z
          .array(z.string())
          .optional()
          .describe('For words: at least one of these stands in the section.'),
        say: z.string().describe('What the writer is told when it is not there.'),
      }),
    )
    .optional()
    .describe('What the section must hold.'),
  ledger: z.boolean().optional().describe("The table of the header's negotiations belongs here."),
  template: z.string().optional().describe('What is inserted under the heading; [blanks] in brackets.'),
  ...cited,
});

const submissionSchema = z.strictObject({
  id,
  name: z.string().describe('What the order calls it.'),
  kind: z.enum(['letter', 'statement', 'memorandum', 'brief', 'summary', 'proposal', 'other']),
  by: side,
  default: z.boolean().optional(),
  onlyIf: z.enum(['exchanged']).optional().describe('Allowed only where the header says so.'),
  layout: layoutSchema.optional().describe('Where the order asks for a format.'),
  format: z
    .enum(['letter', 'statement'])
    .describe('The usual format where no order and no header asks for one.'),
  recipient: z
    .strictObject({
      addresses: z.array(z.string()).describe('E-mail addresses; none where the order gives none.'),
      name: z.string().optional().describe('To whom.'),
      channel: z.array(z.enum(['email', 'mail', 'fax', 'hand', 'clerk'])),
      ...cited,
    })
    .optional(),
  marking: z.strictObject({ words: z.string(), ...cited }).optional(),
  service: z
    .strictObject({
      rule: z
        .enum(['forbidden', 'promised', 'optional', 'required'])
        .describe('promised: the order says that it is not shared, rather than forbidding it.'),
      ...cited,
    })
    .optional(),
  filing: z.strictObject({ rule: z.enum(['forbidden', 'required']), ...cited }).optional(),
  due: z.strictObject({ when: dueSchema, ...cited }).optional(),
  pages: z
    .strictObject({
      max: z.number().int().positive(),
      soft: z.boolean().optional().describe('"should not", rather than "must not".'),
      leave: z.boolean().optional().describe('The order speaks of leave to go beyond.'),
      ...cited,
    })
    .optional(),
  exhibitPages: z.strictObject({ max: z.number().int().min(0), ...cited }).optional(),
  hardCopy: z
    .strictObject({ over: z.number().int().min(0).describe('Pages of exhibits.'), say: z.string(), ...cited })
    .optional(),
  fileFormat: z
    .strictObject({
      pdf: z.boolean().optional(),
      paper: z.enum(['forbidden', 'required']).optional(),
      ...cited,
    })
    .optional(),
  contents: z.array(contentSchema),
});

const exchangeSchema = z.strictObject({
  demand: z
    .strictObject({
      by: side,
      when: dueSchema.optional(),
      written: z.boolean().optional(),
      ...cited,
    })
    .optional(),
  response: z
    .strictObject({
      by: side,
      when: dueSchema.optional(),
      written: z.boolean().optional(),
      ...cited,
    })
    .optional(),
  minimum: z
    .strictObject({
      demands: z.number().int().min(0),
      offers: z.number().int().min(0),
      written: z.boolean().optional(),
      when: dueSchema.optional(),
      ...cited,
    })
    .optional(),
  fresh: z
    .strictObject({
      discussion: z
        .array(z.enum(['in person', 'telephone', 'video']))
        .describe('How the parties must have talked.'),
      proposals: z
        .enum(['each party', 'own side'])
        .describe('Who must have made a demand or an offer since.'),
      ...cited,
    })
    .optional()
    .describe('Talks after an earlier order (header `since`); what came before does not count.'),
});

const attendanceSchema = z.strictObject({
  who: z
    .strictObject({
      authority: z.enum(['full', 'unlimited', 'complete', 'ultimate']),
      accepts: z.array(z.enum(['in-person', 'video', 'phone'])).describe('Ways of attending that count.'),
      available: z.boolean().optional().describe('Or reachable by telephone.'),
      naturalPerson: z
        .boolean()
        .optional()
        .describe('Natural persons attend for themselves: no authority is asked of them.'),
      ...cited,
    })
    .describe('Each party: a person with authority to settle.'),
  notCounselAlone: z.strictObject({ ...cited }).optional(),
  nonParty: z
    .strictObject({ say: z.string(), ...cited })
    .optional()
    .describe('A non-party with authority may stand for the party.'),
  leadCounsel: z.strictObject({ ...cited }).optional(),
  government: z.strictObject({ authority: z.enum(['full', 'recommend']), ...cited }).optional(),
  insured: z
    .strictObject({ say: z.string(), ...cited })
    .optional()
    .describe('An insured party: its carrier too.'),
});

/** What one case before the judge has of its own. It holds for that case number alone. */
const caseSchema = z.strictObject({
  number: z.string(),
  evidence: z
    .record(z.string(), cited.evidence.unwrap())
    .optional()
    .describe('For number, caption, ordered and conference, where they were read from a text by machine.'),
  caption: z.string().optional(),
  ordered: moment.optional(),
  conference: moment.optional(),
  since: moment.optional(),
  submissions: z
    .record(z.string(), z.strictObject({ due: dueSchema.optional(), by: side.optional(), ...cited }))
    .optional(),
  exchange: z
    .strictObject({
      demand: z.strictObject({ when: dueSchema, ...cited }).optional(),
      response: z.strictObject({ when: dueSchema, ...cited }).optional(),
    })
    .optional()
    .describe("When demand and response are due in this case, instead of the judge's periods."),
  dates: z
    .array(z.strictObject({ id, title: z.string(), date: moment, by: z.string().optional(), ...cited }))
    .optional(),
});

/** What the reader of an order's text could not settle; whoever uses the file answers, and takes the entry out. */
const questionSchema = z.strictObject({
  about: z.string().describe('Which datum: judge, due, pages, ...'),
  ask: z.string().describe('What is to be settled.'),
  words: z.string().optional().describe('The words that are in doubt.'),
  at: z.tuple([z.number().int().min(0), z.number().int().min(0)]).optional(),
});

export const orderSchema = z.strictObject({
  id: id.optional().describe("The file's name unless said."),
  extends: z
    .string()
    .optional()
    .describe('The id of the order that this one changes; single fields are overridden.'),
  judge: z.strictObject({
    name: z.string(),
    surname: z.string(),
    title: z.string().optional(),
    also: z.array(z.string()).optional().describe('Other names by which the judge is known.'),
  }),
  court: z.string().describe('Short form, such as S.D.N.Y.'),
  state: z.string().optional().describe("Two letters, for the state's holidays."),
  timeZone: z.string().optional().describe('IANA name.'),
  title: z.string(),
  source: z.string().describe('Which orders it was read from.'),
  address: z.array(z.string()).optional().describe('Lines of the address on the letter.'),
  submissions: z.array(submissionSchema).min(1),
  exchange: exchangeSchema.optional(),
  attendance: attendanceSchema.optional(),
  deadlines: z
    .array(
      z.strictObject({
        id,
        title: z.string(),
        when: z.union([...dueSchema.options, withSchema]),
        by: z.string().optional(),
        ...cited,
      }),
    )
    .optional(),
  events: z
    .array(z.strictObject({ id, title: z.string() }))
    .optional()
    .describe("Further events that periods count from, whose dates the letter's header gives under `dates`."),
  shown: z
    .array(z.strictObject({ say: z.string(), ...cited }))
    .optional()
    .describe('What no document can violate, told to the writer.'),
  cases: z.array(caseSchema).optional(),
  readFrom: z.string().optional().describe("The file with the order's text, beside this one."),
  evidence: z
    .record(z.string(), cited.evidence.unwrap())
    .optional()
    .describe('For judge and court, where they were read from a text by machine.'),
  questions: z.array(questionSchema).optional().describe('What the text left in doubt.'),
});

export type OrderData = z.output<typeof orderSchema>;
export type SubmissionData = OrderData['submissions'][number];
export type ContentData = SubmissionData['contents'][number];
export type Due = z.output<typeof dueSchema>;
