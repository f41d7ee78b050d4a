/** A letter to Judge Reznik in which nothing is missing; the conference is on Tuesday 28 May 2024. */
export const clean = `---
judge: reznik
case: 7:23-cv-07291-PMH
caption: Alfano v. Krasne
party: Alfano
role: plaintiff
dated: 2024-05-17
ordered: 2024-04-02
conference: 2024-05-28 14:30
from: dana.reyes@reyeslaw.example
to: ReznikNYSDChambers@nysd.uscourts.gov
attendees:
  - { name: Rosa Alfano, party: Alfano, role: party, kind: person, authority: full, attends: video }
  - { name: Dana Reyes, party: Alfano, role: counsel, lead: true, attends: video }
negotiations:
  - { date: 2024-04-29, by: plaintiff, to: defendant, kind: demand, amount: 150000, written: true }
  - { date: 2024-05-03, by: defendant, to: plaintiff, kind: offer, amount: 40000, written: true }
---

**Confidential Material for Use Only at Settlement Conference**

May 17, 2024

Dear Judge Reznik:

## History of settlement negotiations

On April 29, 2024, Ms. Alfano demanded $150,000 in writing. On May 3, 2024, Mr. Krasne offered $40,000.
Neither side has moved since.

## Key issues of fact and law

The parties dispute whether the stairs were lit on the evening of the fall, and whether the lease made
Mr. Krasne answerable for the lamp above them.

## Evaluation of settlement value

Ms. Alfano values the case at between $90,000 and $120,000. Her medical bills come to $61,300, and two of
her three witnesses say that the lamp had been out for a month.

## Case law in support

See *Basso v. Miller*, 40 N.Y.2d 233 (1976), on the duty of reasonable care that an owner of land owes.

## Other facts helpful to the Court

Ms. Alfano returns to work in July and would rather be paid soon than late.

Respectfully submitted,

Dana Reyes
`;

/** The clean letter without one of its sections: all five contents but the history of the negotiations. */
export const withoutHistory = clean.replace(/## History[^#]*/, '');

/** More than ten single-spaced pages of prose: 46 lines of some 14 words make a page. */
export const tooLong = Array.from(
  { length: 120 },
  (_, i) =>
    `${i + 1}. ${'The lamp above the stairs was out on that evening, as it had been for weeks. '.repeat(6)}\n\n`,
).join('');
