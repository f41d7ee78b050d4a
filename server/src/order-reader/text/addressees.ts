const COURTWARD =
  /\b(?:court|chambers|judge|undersigned|mediator|magistrate|me|clerk|deputy|case manager|coordinator|director|@|mailbox|inbox)\b/i;
const PARTYWARD =
  /\b(?:opposing|other (?:part(?:y|ies)|sides?|counsel)|all counsel|counsel for (?:the )?(?:plaintiffs?|defendants?)|defen[cs]e counsel|(?:on|to|send|serve|mail|give|hand|provide|furnish) (?:the )?(?:plaintiffs?|defendants?)(?:'s? counsel)?|every other|each other|claimant receives|receives|one another|adversar\w+|opponents?)\b/i;

/** It is said to come to the court. An address counts. */
export const goesToCourt = (words: string): boolean => COURTWARD.test(words.replace(/@/g, ' court '));
/** It is said to come to another party. */
export const goesToParty = (words: string): boolean => PARTYWARD.test(words);
