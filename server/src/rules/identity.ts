import { caseNumbers } from './support/case-number.ts';
import { conferenceDates } from './support/conference-date.ts';
import { judgesNamed } from './support/judge-named.ts';
import { letterDate } from './support/letter-date.ts';
import type { Rule } from './support/rule.ts';

export const identity: Rule = {
  id: 'identity',
  severity: 'warning',
  title: 'A case number, judge or conference date that is not this case’s',
  what: 'The case number, the settlement judge’s name or the date of the settlement conference in the text differs from the header’s. Where the date on the letter differs from `dated:`, that is noted. Other cases that are cited, other judges and other conferences are left alone.',
  why: 'Letters are made from earlier letters, and what was not changed shows the judge whose case came before.',
  mend: 'Correct the text; the light bulb offers what the header has. Or correct the header, if it is the one that is wrong.',
  needs: 'order',
  check: (context) => [
    ...caseNumbers(context),
    ...judgesNamed(context),
    ...conferenceDates(context),
    ...letterDate(context),
  ],
  accepted: [
    {
      say: 'a short form, initials left off',
      body: 'Re: Ostrander v. Pelham Marine, Inc., No. 25 Civ. 417\n\nDear Judge Hartwell:',
    },
    {
      say: 'other cases, other judges, other conferences',
      body: 'Dear Magistrate Judge Hartwell:\n\nIn *Orr v. Linden*, No. 22-cv-4410, Judge Fox held a status conference on May 3, 2025. A related action, No. 25-cv-418, is stayed.\n',
    },
    {
      say: 'the conference in figures and without a year',
      body: 'Dear Judge Hartwell:\n\nThe settlement conference is on 9/16/2025. We look forward to the conference on September 16.',
    },
    {
      say: 'another day of the case above the salutation, as a caption has it',
      corner: true,
      header: ['dated: 2025-09-08'],
      body: 'Conference:\\\nSeptember 16, 2025\n\nDear Judge Hartwell:',
    },
    {
      say: 'an earlier session, told of as past',
      header: ['dated: 2025-09-08'],
      body: 'Dear Judge Hartwell:\n\nAt the settlement conference on June 12, 2025, the parties came no closer.',
    },
    {
      say: 'the letter’s own date, in figures',
      header: ['dated: 2025-09-08'],
      body: '9/8/2025\n\nDear Judge Hartwell:\n\nOn May 3, 2025\\\nthey met.',
    },
  ],
  rejected: [
    {
      say: 'another date on the letter than the header has',
      header: ['dated: 2025-09-08'],
      body: 'Tuesday, September 2, 2025\n\nDear Judge Hartwell:',
      marks: 'Tuesday, September 2, 2025',
      fixed: 'Monday, September 8, 2025\n\nDear Judge Hartwell:',
    },
    {
      say: 'digits transposed in the Re: line',
      body: 'Re: Ostrander v. Pelham Marine, Inc., 3:25-cv-00471-KLM\n\nDear Judge Hartwell:',
      marks: '3:25-cv-00471-KLM',
      fixed: 'Re: Ostrander v. Pelham Marine, Inc., 3:25-cv-00417-KLM\n\nDear Judge Hartwell:',
    },
    {
      say: 'another judge in the salutation',
      body: 'Dear Judge Krause:',
      marks: 'Judge Krause',
      fixed: 'Dear Judge Hartwell:',
    },
    {
      say: 'another judge in the address',
      body: 'The Honorable Paul Krause\nUnited States Magistrate Judge\n\nDear Judge Hartwell:',
      marks: 'Paul Krause',
      fixed: 'The Honorable Miriam T. Hartwell\nUnited States Magistrate Judge\n\nDear Judge Hartwell:',
    },
    {
      say: 'another day for the conference',
      body: 'Dear Judge Hartwell:\n\nWe write for the settlement conference on September 17, 2025.',
      marks: 'September 17, 2025',
      fixed: 'Dear Judge Hartwell:\n\nWe write for the settlement conference on September 16, 2025.',
    },
    {
      say: 'the day from before the conference was moved, now before the letter’s own',
      header: ['dated: 2025-09-12'],
      body: 'Dear Judge Hartwell:\n\nPlaintiff looks forward to the settlement conference on September 9, 2025.',
      marks: 'September 9, 2025',
      fixed:
        'Dear Judge Hartwell:\n\nPlaintiff looks forward to the settlement conference on September 16, 2025.',
    },
  ],
};
