/** Words about service and filing matter only where they speak of this letter, not of the case's history. */

const PAPERS =
  '(?:letter|statement|submission|document|memorandum|brief|paper|papers|copy|copies|summary|proposal|agenda|filing)';

const THIS = new RegExp(
  [
    String.raw`\bthis (?:\p{L}+[- ]){0,4}${PAPERS}\b`,
    String.raw`\bthe (?:foregoing|within|above|enclosed|attached|instant|present)\b`,
    String.raw`\b(?:foregoing|within|enclosed) (?:\p{L}+[- ]){0,4}${PAPERS}\b`,
    String.raw`\b(?:a )?(?:true|correct|courtesy)(?: and correct)? cop(?:y|ies) (?:of (?:this|the foregoing|the within|the same|same)|was|were|is|are|has|have|has been|will)\b`,
    String.raw`\bcop(?:y|ies) of (?:this|the foregoing|the within|the same|same)\b`,
    String.raw`\bwe (?:are |have |will be )?(?:also )?(?:filing|serving|filed|served) (?:it|this)\b`,
  ].join('|'),
  'iu',
);

/** Whether a sentence speaks of this very letter. */
export const speaksOfThis = (sentence: string): boolean => THIS.test(sentence);

const NEGATIONS =
  /\b(?:not|never|neither|nor|no|none|without|cannot|nobody|rather than|instead of|in lieu of|refrain\w*|forbid\w*|prohibit\w*|only to chambers|except)\b|n['\u2019]t\b/i;

export const isNegated = (sentence: string): boolean => NEGATIONS.test(sentence);
