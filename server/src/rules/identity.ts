import { caseNumbers } from './support/case-number.ts';
import { conferenceDates } from './support/conference-date.ts';
import { judgesNamed } from './support/judge-named.ts';
import type { Rule } from './support/rule.ts';

export const identity: Rule = {
  id: 'identity',
  severity: 'warning',
  title: 'A case number, judge or conference date that is not this case’s',
  what: "The case number, the settlement judge's name or the date of the settlement conference in the text differs from the header. Other cases that are cited, other judges and other conferences are left alone.",
  why: 'Letters are made from earlier letters, and what was not changed shows the judge whose case came before.',
  needs: 'order',
  check: (context) => [...caseNumbers(context), ...judgesNamed(context), ...conferenceDates(context)],
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
  ],
  rejected: [
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
  ],
};
