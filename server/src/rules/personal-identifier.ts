import { type Identifier, identifiersIn } from './support/identifiers.ts';
import { inLetter } from './support/per-chunk.ts';
import type { Rule } from './support/rule.ts';

const SAY: Readonly<Record<Identifier['kind'], string>> = {
  ssn: 'A whole social security number: give the last four digits alone',
  taxpayer: 'A whole taxpayer identification number: give the last four digits alone',
  account: 'A whole account number: give the last four digits alone',
  birth: 'A full birth date: give the year alone',
};

export const personalIdentifier: Rule = {
  id: 'personal-identifier',
  severity: 'warning',
  title: 'A number or date that identifies a person',
  what: 'A social security, taxpayer or account number in full, or a full birth date. Masked numbers, and numbers of other kinds (docket, Bates, policy, claim, invoice, telephone), are left alone.',
  why: 'Fed. R. Civ. P. 5.2 keeps these out of court papers. A letter to chambers is not filed, but it is forwarded, printed and left on desks, and judges expect the same care.',
  mend: 'The light bulb masks it as Rule 5.2 asks, leaving the last four digits of a number, the year of a birth.',
  needs: 'letter',
  check({ letter }) {
    return inLetter(letter, identifiersIn).map(({ kind, span, edit, start }) => ({
      message: `${SAY[kind]} (Fed. R. Civ. P. 5.2(a)).`,
      span,
      ...(edit
        ? {
            fixes: [
              {
                title: `Change to ${edit.text}`,
                edits: [
                  { span: { start: span.start + (edit.start - start), end: span.end }, text: edit.text },
                ],
              },
            ],
          }
        : {}),
    }));
  },
  accepted: [
    { say: 'masked numbers', body: 'SSN XXX-XX-1234; account ending in 4471; taxpayer no. xx-xxx6789.' },
    { say: 'a year of birth', body: 'The witness, born in 1958, receives Social Security.' },
    {
      say: 'numbers of other kinds',
      body: 'Call (662) 234-3114. Invoice No. 40-1187, Claim No. 123-45-6789, Policy 12-3456789, DEF000412345678.',
    },
    { say: 'the day of something else', body: 'The company was founded on March 14, 1972.' },
  ],
  rejected: [
    {
      say: 'a social security number',
      body: 'Her social security number is 078-05-1120.',
      marks: '078-05-1120',
      fixed: 'Her social security number is XXX-XX-1120.',
    },
    {
      say: 'a birth date',
      body: 'Ms. Maddox was born on March 14, 1972.',
      marks: 'March 14, 1972',
      fixed: 'Ms. Maddox was born in 1972.',
    },
    {
      say: 'a taxpayer number',
      body: 'The contractor’s taxpayer identification number is 12-3456789.',
      marks: '12-3456789',
      fixed: 'The contractor’s taxpayer identification number is XX-XXX6789.',
    },
    {
      say: 'an account number',
      body: 'Payment can go to account number 000123456789 at Pacific Union.',
      marks: '000123456789',
      fixed: 'Payment can go to account number XXXXXXXX6789 at Pacific Union.',
    },
    { say: 'a date of birth in figures', body: 'DOB: 03/14/1972', marks: '03/14/1972', fixed: 'DOB: 1972' },
  ],
};
