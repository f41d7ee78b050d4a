import * as z from 'zod';
import { attendanceSchema } from './order/attendance.ts';
import { caseSchema } from './order/case.ts';
import { exchangeSchema } from './order/exchange.ts';
import { cited, dueSchema, id, withSchema } from './order/parts.ts';
import { submissionSchema } from './order/submission.ts';

/** What the reader of an order's text could not settle; whoever uses the file answers, and takes the entry out. */
const questionSchema = z.strictObject({
  about: z.string().describe('Which datum: judge, due, pages, ...'),
  ask: z.string().describe('What is to be settled.'),
  words: z.string().optional().describe('The words that are in doubt.'),
  at: z.tuple([z.number().int().min(0), z.number().int().min(0)]).optional(),
});

/**
 * A judge's order: what the letters before that judge must be. Every datum cites the paragraph that it
 * comes from; one that was read from a text by machine also carries the words and a confidence.
 */
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
