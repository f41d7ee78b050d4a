import * as z from 'zod';
import { cited } from './parts.ts';

/** Who must come, and with what authority. */
export const attendanceSchema = z.strictObject({
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
