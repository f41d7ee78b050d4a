import * as z from 'zod';
import { readMoment } from './dates.ts';

/** A text for the writer: what the key holds and how to write it. It is also the JSON Schema's description. */
const says = (what: string) => (): string => what;

const words = (mend: string) =>
  z
    .string({ error: says(mend) })
    .trim()
    .min(1, { error: says(mend) });
/** A label or a number: YAML reads `1` as a number, and nobody quotes it. */
const label = (mend: string) =>
  z.union([z.string(), z.number()], { error: says(mend) }).transform((v) => String(v).trim());
const flag = (mend: string) =>
  z
    .union([z.boolean(), z.enum(['yes', 'no', 'Yes', 'No', 'YES', 'NO'])], { error: says(mend) })
    .transform((v) => (typeof v === 'boolean' ? v : v.toLowerCase() === 'yes'));
const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.preprocess(
    (v) =>
      typeof v === 'string'
        ? v
            .trim()
            .toLowerCase()
            .replace(/[\s_]+/g, '-')
        : v,
    z.enum(values, { error: says(`must be one of: ${values.join(', ')}`) }),
  );
const strings = (mend: string) =>
  z
    .union([z.string(), z.array(z.string({ error: says(mend) }))], { error: says(mend) })
    .transform((v) => (typeof v === 'string' ? v.split(/[;,]\s+(?=\S+@)/) : v).map((s) => s.trim()));
/** One name, or several of one side, which are read as one: "A, B and C". */
const names = (mend: string) =>
  z
    .union([words(mend), z.array(words(mend)).min(1, { error: says(mend) })], { error: says(mend) })
    .transform((v) =>
      typeof v === 'string' ? v : [v.slice(0, -1).join(', '), v.at(-1)].filter(Boolean).join(' and '),
    );
const moment = z
  .string({ error: says('must be a date, such as 2024-05-28 or 2024-05-28 14:30') })
  .transform((text, context) => {
    const read = readMoment(text);
    if (typeof read !== 'string') return read;
    context.addIssue({ code: 'custom', message: read });
    return z.NEVER;
  });
const day = moment.transform((m) => m.date);
const pages = z
  .number({ error: says('must be a number of pages') })
  .int({ error: says('must be a whole number of pages') })
  .min(0, { error: says('must not be negative') });
/** Dollars; `$450,000` is read as a person means it. */
const dollars = z
  .union([z.number(), z.string()], { error: says('must be a sum in dollars, such as 450000') })
  .transform((v, context) => {
    const n =
      typeof v === 'number'
        ? v
        : /^\$?[\d,]+(\.\d{1,2})?$/.test(v.trim())
          ? Number(v.replace(/[$,\s]/g, ''))
          : Number.NaN;
    if (Number.isFinite(n) && n >= 0) return n;
    context.addIssue({
      code: 'custom',
      message: n < 0 ? 'must not be negative' : 'must be a sum in dollars, such as 450000',
    });
    return z.NEVER;
  });
const measure = (unit: RegExp, mend: string) =>
  z.union([z.number(), z.string()], { error: says(mend) }).transform((v, context) => {
    const n = typeof v === 'number' ? v : Number(v.trim().replace(unit, ''));
    if (Number.isFinite(n) && n > 0) return n;
    context.addIssue({ code: 'custom', message: mend });
    return z.NEVER;
  });

const SPACINGS: Readonly<Record<string, number>> = { single: 1, 'one-and-a-half': 1.5, double: 2 };

/** Families that are bundled, by the names that writers use for them; see typeset/formats.ts. */
export const FONTS = ['Times New Roman', 'Times', 'Tinos'] as const;

export const layoutSchema = z
  .strictObject(
    {
      font: z
        .enum(FONTS, { error: says(`must be a font that is bundled: ${FONTS.join(', ')}`) })
        .optional()
        .describe('Typeface; Times New Roman is set in Tinos, which has the same measures.'),
      size: measure(/(pt|points?)$/i, 'must be a size in points, such as 12')
        .optional()
        .describe('Points.'),
      spacing: z
        .union([z.number().positive(), z.string()], {
          error: says('must be single, double, 1.5 or a number of lines'),
        })
        .transform((v, context) => {
          const n = typeof v === 'number' ? v : (SPACINGS[v.trim().toLowerCase()] ?? Number(v));
          if (Number.isFinite(n) && n > 0) return n;
          context.addIssue({ code: 'custom', message: 'must be single, double, 1.5 or a number of lines' });
          return z.NEVER;
        })
        .optional()
        .describe('single, double, 1.5, or lines as a number.'),
      margin: measure(/(in|inch|inches|")$/i, 'must be a margin in inches, such as 1')
        .optional()
        .describe('Inches on all sides.'),
    },
    { error: says('must be written with its keys, such as { spacing: double }') },
  )
  .describe('Format of the pages, where it differs from the usual one.');

const attendee = z.strictObject(
  {
    name: words('must name the person').describe('Full name.'),
    title: words('must be a title').optional().describe('Position or title.'),
    party: words('must name a party').optional().describe('For whom: a party or a role.'),
    role: oneOf(['party', 'representative', 'insurer', 'counsel']).optional().describe('In what capacity.'),
    lead: flag('must be true or false').optional().describe('Whether this is lead trial counsel.'),
    kind: oneOf(['person', 'entity', 'government']).optional().describe('What the party is.'),
    insured: flag('must be true or false').optional().describe('Whether the party is insured for this.'),
    authority: oneOf(['full', 'limited', 'recommend', 'none']).optional().describe('Authority to settle.'),
    attends: oneOf(['in-person', 'video', 'phone']).optional().describe('How the person attends.'),
  },
  { error: says('must be written with its keys, such as { name: Dana Ruiz, role: counsel }') },
);

const negotiation = z.strictObject(
  {
    date: day.describe('Day it was made.'),
    by: words('must name a party or a role').describe('Who made it.'),
    to: words('must name a party or a role').optional().describe('To whom.'),
    kind: oneOf(['demand', 'offer', 'discussion']).describe('demand, offer or discussion.'),
    amount: dollars.optional().describe('Dollars.'),
    terms: words('must be words').optional().describe('Terms other than money.'),
    written: flag('must be true or false').optional().describe('Whether it was in writing.'),
    manner: words('must be words').optional().describe('By letter, e-mail, telephone, in person.'),
  },
  { error: says('must be written with its keys, such as { date: 2024-05-01, by: plaintiff, kind: demand }') },
);

const exhibit = z.strictObject(
  {
    label: label('must be a label, such as A').describe('As cited: A for Exhibit A.'),
    title: words('must be words').optional().describe('What it is.'),
    file: words('must be a path').optional().describe('Path of the PDF, from the letter.'),
    pages: pages.optional().describe('How many pages, where there is no file.'),
  },
  { error: says('must be written with its keys, such as { label: A, file: a.pdf }') },
);

const caseDate = z.strictObject(
  {
    id: words('must be a word').optional().describe('A short id.'),
    title: words('must say what falls on the date').describe('What falls on it.'),
    date: moment.describe('The day, with a time if there is one.'),
    time: words('must be a time, such as 14:30').optional().describe('Clock time.'),
    by: words('must name a party or a role').optional().describe('Who must act.'),
  },
  { error: says('must be written with its keys, such as { title: Meeting of counsel, date: 2024-05-01 }') },
);

const leave = z.strictObject(
  {
    pages: pages.optional().describe('Pages of the letter that the Court allowed.'),
    exhibitPages: pages.optional().describe('Pages of exhibits that the Court allowed.'),
    by: words('must say by what order').optional().describe('The order that gave leave.'),
  },
  { error: says('must be written with its keys, such as { pages: 12 }') },
);

/** The letter's header, one key a line; what each holds is what completion and hover show. */
export const headerSchema = z.strictObject({
  judge: words('must name the magistrate judge who holds the conference').describe(
    'The magistrate judge: an id, a surname or a full name.',
  ),
  order: words('must be a path').optional().describe("Path of the case's own order file, from the letter."),
  submission: words("must name one of the order's documents")
    .optional()
    .describe("Which of the order's documents this is."),
  court: words('must name the court').optional().describe('The court, such as S.D.N.Y.'),
  case: label('must be the case number').optional().describe('Docket number.'),
  caption: words('must be the caption').optional().describe('Short caption, A v. B.'),
  party: names('must name the party, or list several').optional().describe('Whose letter this is.'),
  role: oneOf(['plaintiff', 'defendant']).optional().describe("The party's side."),
  dated: day.optional().describe('Date of the letter.'),
  ordered: day.optional().describe('Date of the order.'),
  conference: moment.optional().describe('Date and time of the settlement conference.'),
  due: moment.optional().describe('Due date, where the case fixes its own.'),
  leave: leave.optional().describe("Leave of the Court to go beyond the order's limits."),
  from: words('must be an e-mail address').optional().describe("The writer's e-mail address."),
  to: strings('must be e-mail addresses').optional().describe('Addresses of chambers.'),
  cc: strings('must be e-mail addresses').optional().describe('Who gets a copy.'),
  since: day.optional().describe('The earlier order after which offers count.'),
  ownSide: strings('must be domains or addresses')
    .optional()
    .describe("Further domains or addresses of the writer's own side."),
  dates: z
    .array(caseDate, { error: says('must be a list of dates') })
    .optional()
    .describe('Other dates of the case.'),
  exhibits: z
    .array(exhibit, { error: says('must be a list of exhibits') })
    .optional()
    .describe('What is attached.'),
  attendees: z
    .array(attendee, { error: says('must be a list of people') })
    .optional()
    .describe('Who attends.'),
  negotiations: z
    .array(negotiation, { error: says('must be a list of demands and offers') })
    .optional()
    .describe('Every demand, offer and discussion so far.'),
  exchanged: flag('must be true or false')
    .optional()
    .describe('Whether the parties exchange their statements.'),
  layout: layoutSchema.optional(),
});

export type HeaderInput = z.input<typeof headerSchema>;
/** A header's values as read. Keys that are absent or wrong are undefined. */
export type HeaderValues = Partial<z.output<typeof headerSchema>>;
