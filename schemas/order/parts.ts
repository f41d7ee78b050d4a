import * as z from 'zod';
import { readMoment } from '../dates.ts';

/** Every datum cites the paragraph that it comes from; one that was read from a text by machine also the words. */
export const cited = {
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

export const id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*$/, { error: () => 'must be small letters, digits and hyphens' });
export const moment = z.string().refine((s) => typeof readMoment(s) !== 'string', {
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
export const withSchema = z.strictObject({
  with: z.string().describe('The id of the document, on whose due date it falls.'),
});

export const side = z.enum(['each party', 'plaintiff', 'defendant', 'all parties']);

/**
 * Words by which a heading is known: it holds all words of one entry, in any order and form. `a/b`: either
 * word; `a-b`: both, side by side; `-a`: and not that one; `@name`: a word of that concept
 * (docs/concepts.md); `=` in front: it says nothing else, but for what `a?` allows.
 */
export const cues = z.array(z.string().min(1));

export type Due = z.output<typeof dueSchema>;
