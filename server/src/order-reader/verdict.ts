import { severalCases } from './facts/case-number.ts';
import type { OrderRead } from './read-order.ts';

/** Why a text is no order for a settlement conference, as the end of a sentence; null where it is one. */
export function notAnOrder(o: OrderRead): string | null {
  const { text } = o.reading;
  if (!/\b(?:settle(?:ment|d|s)?|mediat(?:ion|or|ed|e))\b/i.test(text)) {
    return 'says nothing of a settlement conference or a mediation';
  }
  if (
    /\b(?:memorandum of law in (?:support|opposition)|table of authorities|brief in (?:support|opposition))\b/i.test(
      text,
    ) &&
    /\brespectfully submitted\b/i.test(text)
  ) {
    return "is a party's brief, not an order";
  }
  // A judge's words anywhere make it an order, even one that grants a motion.
  const ordered =
    /\b(?:so|hereby|is|are|court|further|following is) ordered\b|\border(?:s|ed):|\bis (?:hereby )?(?:granted|denied)\b/i.test(
      text,
    );
  if (
    !ordered &&
    /\b(?:(?:hereby|respectfully) moves?|moves? (?:this|the) (?:honorable )?court|moves? to \w+|wherefore)\b/i.test(
      text,
    ) &&
    /\b(?:attorneys?|counsel) for (?:the )?(?:plaintiff|defendant|movant|petitioner|respondent)s?\b/i.test(
      text,
    )
  )
    return "is a party's motion, not an order";
  if (
    !ordered &&
    /\b(?:this firm represents|(?:I|we) (?:write|submit this letter) (?:on behalf of|for)|(?:I am|we are) counsel (?:for|to))\b/i.test(
      text,
    )
  )
    return "is a party's letter, not an order";
  const asks = o.papers.length > 0 || o.exchange.demand !== null || o.exchange.response !== null;
  if (!asks && o.conference === null && o.attendance.authority === null) {
    return 'sets no settlement conference and asks for no letter or statement';
  }
  return null;
}

/** The numbers of the cases that an order is for, where there are several. */
export const casesOf = (o: OrderRead): string[] => severalCases(o.reading).map((n) => n.value);
