import type { Clause } from '../text/clauses.ts';
import { sideOf } from '../text/sides.ts';
import type { Paper } from './papers.ts';

/** Said of filing and service right behind a paper, with no other subject. */
export const circulates = (clause: Clause): boolean =>
  /\b(?:not|no|never|neither|nor|nothing|none|without|off)\b[^.;]{0,90}\b(?:filed?|filing|docket\w*|ecf|serv(?:e|ed)|shared?|reveal\w*|disclos\w*|opponents?|opposing|other side|adversary|copied|exchanged?)\b/i.test(
    clause.words,
  ) &&
  !/\b(?:motion|request|trial|discovery|settlement conference shall|recording|communications?|offered in evidence)\b/i.test(
    clause.words,
  );

/** "The defendant answers not less than 10 days ahead": the answer is that side's letter. */
export const answering = (clause: Clause, papers: readonly Paper[]): number[] =>
  /^(?:the |counsel for )?[\w' ]{4,30}\b(?:answers|responds|replies)\b/i.test(clause.words)
    ? papers.flatMap((p, i) =>
        p.kind === 'letter' && p.by === clause.actor && p.by !== 'each party' ? [i] : [],
      )
    : [];

/** A pronoun or a turn that goes on about what was spoken of last. */
export const refers = (given: Clause): boolean =>
  refersTo({ ...given, words: given.words.replace(/^(?:and )?\(?(?:\d{1,2}|[a-z])[.)]\s/, '') });

const refersTo = (clause: Clause): boolean =>
  !/^it is (?:so|therefore|hereby|further) ordered/i.test(clause.words) &&
  (/^(?:- )?(?:be|have attached|bear)\b/.test(clause.words) ||
    /^in (?:no|not|at|up|under|fewer)\b[^,;.]{0,30}\bpages?,? (?:it|they)\b/i.test(clause.words) ||
    /^(?:\W{0,3})(?:it|they|these|this|both|neither|one|each|in it|the (?:e-?mail )?address|a copy|no copy|copies|nothing|send it|do not|don't|please|keep it|ten|\w+(?: \(\d+\))? pages|exhibits?|attachments?|at the top|on (?:the|its)|use|limit|length|it's|tell (?:me|us|the court)\b|no more|not more|that|those|if (?:it|they) (?:is|are|exceeds?|runs?)|lodge|delivery|e-?mail|address|mail|deliver|submit|also|and shall|shall|must|may (?:have|attach|include)|(?:any )?(?:additional|supporting|other) (?:materials?|documents?)|(?:on )?(?:the |its |every |each )?(?:outside of the )?envelope|(?:the |its |your )?(?:e-?mail'?s? )?subject line|counsel may choose)\b/i.test(
      clause.words,
    ) ||
    /\b(?:file|serve|send|e-?mail|mail|deliver|copy|attach|share|show|transmit\w*|his|theirs|its own|bearing|marked)\b[^.;]{0,30}\b(?:it|them|theirs|his|hers|exhibits|attachments)\b/i.test(
      clause.words,
    ) ||
    /\b(?:learn|know|read|find|see)\b[^.;]{0,20}\b(?:from|in) (?:it|them)\b/i.test(clause.words) ||
    /\bnot (?:want|need|accept|read|consider|attach|include)\b[^.;]{0,20}\b(?:exhibits|attachments)\b/i.test(
      clause.words,
    ) ||
    /\bkeep (?:the |your |any )?(?:exhibits|attachments)\b/i.test(clause.words) ||
    /\b(?:pages of exhibits|exhibits? (?:may|shall|must|should|are)|attachments? (?:may|shall|must|are))\b/i.test(
      clause.words,
    ) ||
    (/\b(?:theirs|his|hers)\b/i.test(clause.words) && sideOf(clause) !== null));

export const generic = (clause: Clause): boolean =>
  /\b(?:nothing|everything|anything)\b[^.;]{0,60}\b(?:filed|goes|sent|court)\b|\bany of these\b|\bthese papers\b|\bnone of the (?:papers|submissions|documents)\b|\baddress for (?:these|all|such) (?:purposes|papers|submissions)\b/i.test(
    clause.words,
  );
