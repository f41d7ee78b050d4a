import * as z from 'zod';
import { cited, dueSchema, id, moment, side } from './parts.ts';

/** What one case before the judge has of its own. It holds for that case number alone. */
export const caseSchema = z.strictObject({
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
