// Letters of any length, the same at each run: the words mean nothing, the shape is a lawyer's.
const SENTENCES = [
  'The supply agreement required delivery in two lots, and the second lot was late by eleven weeks.',
  'Plaintiff relies on the testimony of the project manager, who was deposed in March.',
  'Defendant answers that the delay was excused by the notice of 4 April, which nobody contradicted at the time.',
  'The invoices total $412,500, of which $118,250 is undisputed.',
  'Counsel have met twice, and *neither side* believes that trial would end before the autumn.',
  'The expert’s model assumes a margin of nineteen percent, which the ledgers do not bear out.',
];
const HEADER = `---
judge: Reznik
case: 7:24-cv-00361
dated: 2024-05-17
conference: 2024-05-28 14:30
to: ReznikNYSDChambers@nysd.uscourts.gov
leave: { pages: 400, by: the Court }
---

**Confidential Material for Use Only at Settlement Conference**

Dear Judge Reznik:
`;
/** Faults of Markdown, which the peers look for: a link to no heading, and one that nothing defines. */
const FAULTS = 'As [shown below](#nowhere), and [as agreed][the term sheet], the sums stand.';
const HEADINGS = [
  'History of settlement negotiations',
  'Key issues of fact and law',
  'Evaluation of the case',
  'Settlement authority',
  'Other facts',
];
/** Paragraphs that fill a page, headings and tables among them. */
const A_PAGE = 6;

/** @param pages about how many; each letter of another `seed` has another order of sentences */
export function letterOf(pages: number, seed = 0): string {
  const blocks: string[] = [];
  for (let i = 0; i < pages * A_PAGE; i++) {
    if (i % Math.max(4, Math.floor((pages * A_PAGE) / HEADINGS.length)) === 0) {
      blocks.push(`## ${HEADINGS[blocks.filter((b) => b.startsWith('##')).length % HEADINGS.length]}`);
    }
    if (i % 11 === 7)
      blocks.push('| Item | Sum |\n| --- | ---: |\n| Lot 1 | $204,250 |\n| Lot 2 | $208,250 |');
    else if (i % 9 === 5)
      blocks.push('- The first lot came on time.\n- The second did not.\n- The third was never ordered.');
    else
      blocks.push(
        Array.from(
          { length: 5 },
          (_, k) => SENTENCES[(i * 5 + k * (1 + (seed % 5)) + seed) % SENTENCES.length],
        ).join(' '),
      );
  }
  return `${HEADER}\n${blocks.join('\n\n')}\n\n${FAULTS}\n\nRespectfully submitted,\n\nA. Writer\n`;
}
