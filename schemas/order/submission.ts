import * as z from 'zod';
import { layoutSchema } from '../header.ts';
import { cited, cues, dueSchema, id, side } from './parts.ts';

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

export const submissionSchema = z.strictObject({
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
