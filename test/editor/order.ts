/**
 * An order that no built-in one is like.
 * @param before paragraphs before the one that asks for a letter, each with a blank line behind it
 * @param after paragraphs behind it
 */
export const orderWith = (before: string, after: string): string => `UNITED STATES DISTRICT COURT
DISTRICT OF VERMONT

HESTER LOOMIS,
          Plaintiff,
     v.                              Case No. 5:24-cv-00317-gwc
GREEN RIDGE SLATE COMPANY,
          Defendant.

ORDER SETTING SETTLEMENT CONFERENCE

${before}1. On or before February 24, 2099, each party shall submit to chambers, by e-mail to quillan_chambers@vtd.uscourts.gov, a confidential settlement letter of no more than five pages. The letter shall not be filed.

${after}
SO ORDERED. Dated: January 5, 2099

Thaddea Quillan
United States Magistrate Judge
`;
