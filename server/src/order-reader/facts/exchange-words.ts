import { goesToParty } from '../text/addressees.ts';
import { type Clause, MODAL } from '../text/clauses.ts';
import { FOREIGN } from '../text/foreign.ts';

export const DEMAND =
  /\b(?:demands?|(?:opening|settlement|written|initial) (?:offers?|proposals?|positions?|figures?|terms)|proposal on every|offer of settlement|what (?:the )?(?:plaintiffs?|it|he|she|they|that side) (?:will|would) (?:take|accept))\b/i;
export const RESPONSE =
  /\b(?:respon(?:d|ds|ded|se|ses)|answer(?:s|ed)?|repl(?:y|ies|ied)|counter(?:s|offer|offers|-offer|proposal|demand)?|offers?|counter|what (?:the )?(?:defendants?|it|he|she|they|that side) (?:will|would) (?:give|pay|offer))\b/i;
export const BOTH = /\b(?:exchange|trade|traded|exchanged)\b/i;
export const PAPERS = /\b(?:statements?|memorand\w+|briefs?|summar\w+|synopsis)\b/i;

export const isAnswer = (c: Clause): boolean =>
  /\b(?:respond|answer|reply|counter)\w*\b[^.;]{0,30}\b(?:to (?:the|any|that|plaintiff's|such) )?demand/i.test(
    c.words,
  ) && c.actor === 'defendant';
export const answersOf = (c: Clause): boolean =>
  c.actor !== 'plaintiff' &&
  /\b(?:answer|response|reply|counter-?offer|respond|counter-?proposal)\b/i.test(c.words) &&
  !DEMAND.test(
    c.words.replace(
      /\b(?:to|of|after|receiving|receipt of|on|the|plaintiff's|a|any|such|that|written|settlement|each item) demands?\b/gi,
      ' ',
    ),
  );

/** "a demand with a brief explanation": no brief is spoken of. */
const withoutAside = (words: string): string =>
  words
    .replace(/\bon which (?:the |each )?\w+ (?:is|are) due\b/gi, ' ')
    .replace(
      /\b(?:with|includ(?:ing|es?)|and|contain(?:ing|s)?) an? (?:brief|short|concise) [\w ]{3,40}/gi,
      ' ',
    );
export const paperSpoken = (words: string): boolean => PAPERS.test(withoutAside(words));

/** What is said of the past, of advice or of a paper asks for no demand. */
export const vetoed = (c: Clause): boolean =>
  (/\b(?:has|have|had|did|was|were|made|sent|gave|served|conveyed)\b/i.test(c.words) &&
    !new RegExp(`\\b${MODAL}\\b|\\bdue\\b`, 'i').test(c.words)) ||
  (FOREIGN.test(c.words) && !/\b(?:demand|offer|respon)/i.test(c.words)) ||
  /\b(?:submit|lodge)\b[^.;]{0,70}\b(?:letter|statement|memorandum|brief)\b/i.test(withoutAside(c.words)) ||
  /\b(?:urged|encouraged|not directed|invited|discovery (?:demand|response)|answer (?:the|to the) complaint|motion|release)\b/i.test(
    c.words,
  ) ||
  (/\b(?:statement|letter|memorandum|brief|summary)s?\b/i.test(c.words) &&
    !goesToParty(c.words) &&
    !/\bdemand\b[^.;]{0,60}\b(?:to|on|upon)\b/i.test(c.words) &&
    /\b(?:contain|include|set forth|describe|state)\b/i.test(c.words));
