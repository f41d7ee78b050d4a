import * as z from 'zod';
import { cited, dueSchema, side } from './parts.ts';

/** What one side must have said to the other, and by when. */
const word = z.strictObject({
  by: side,
  when: dueSchema.optional(),
  written: z.boolean().optional(),
  ...cited,
});

/** What the sides must have demanded and offered, and told each other, before they meet. */
export const exchangeSchema = z.strictObject({
  demand: word.optional(),
  response: word.optional(),
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
