import type { Clause } from '../text/clauses.ts';
import { type Read, read } from '../text/reading.ts';
import type { Sides } from '../text/sides.ts';

/** Who may see a paper: whether it is filed, and whether the other side gets it. */
export interface Circulation {
  readonly filed: Read<boolean> | null;
  readonly served: Read<ServiceRule> | null;
}

export type ServiceRule = 'forbidden' | 'promised' | 'optional' | 'required';

const OTHERS =
  "(?:(?:the |any |each |your |its |all |an? |every |one's )?(?:(?:other|opposing|adverse|rival) (?:part(?:y|ies)|sides?|counsel|lawyers?|attorneys?)|opponents?|adversar(?:y|ies)|opposition|other counsel|counsel of record|all (?:other )?(?:counsel|parties)|every (?:other )?party|counsel for (?:the )?(?:plaintiffs?|defendants?)|counsel for the (?:claimant|party against)|defen[cs]e counsel|anyone(?: else)?|any ?one else|one another|each other|the parties|defendants?|plaintiffs?))";
const SHARE =
  '(?:serv(?:e|ed|ing)|shar(?:e|ed|ing)|exchang(?:e|ed)|disclos(?:e|ed)|show[n]?|provid(?:e|ed)|furnish(?:ed)?|giv(?:e|en)|cop(?:y|ied)|sent|send|deliver(?:ed)?|reveal(?:ed)?|transmit(?:ted)?|circulat(?:e|ed)|distribut(?:e|ed)|turn(?:ed)? over|made available|passed|pass)';
const NOT =
  "(?:not(?! (?:later|less|fewer|more) than)|nor|never|neither|no(?! (?:later|less|fewer|more|longer)\\b)|none|nothing|without|don't|aren't|isn't|doesn't|won't)";

const UNFILED: readonly RegExp[] = [
  new RegExp(
    `\\b${NOT}\\b[^.;:]{0,90}\\b(?:e-?fil(?:e|ed|ing)|fil(?:e|ed|ing)|docket(?:ed)?|cm\\/ecf|ecf|case file|court file|public record)\\b`,
    'i',
  ),
  /\b(?:stays?|keep|kept|remains?)\b[^.;]{0,20}\boff (?:of )?(?:the )?(?:docket|record|ecf)\b/i,
  /\b(?:do|does|is|are|shall|should|must|may|will) not (?:go|be (?:sent|given|delivered))\b[^.;]{0,30}\bclerk\b/i,
  /\bno copy goes to the clerk\b/i,
  /\bnot\b[^.;:]{0,30}\b(?:deliver|mail|send|submit|give)\b[^.;:]{0,30}\bclerk\b/i,
  /\bnot (?:become|be made|be) (?:a )?part of the\b[^.;]{0,25}\b(?:record|file|docket)\b/i,
  /\bnot for (?:public )?filing\b|\bwithout filing\b|\b(?:rather than|instead of) fil(?:ed|ing)\b/i,
];
const FILED: readonly RegExp[] = [
  /\b(?:shall|must|is to|are to|to be|should|will)(?: also)? (?:be )?(?:electronically )?(?:e-?filed?|file)\b/i,
  /\bfiled? (?:it |them )?under seal\b/i,
  /\b(?:submit|file|send|provide)(?:s|ted|d)?\b[^.;]{0,70}\b(?:via|on|through) (?:cm\/)?ecf\b/i,
];
const UNSERVED: readonly RegExp[] = [
  new RegExp(`\\b${NOT}\\b[^.;:]{0,90}\\b${SHARE}\\b[^.;:]{0,40}\\b${OTHERS}`, 'i'),
  new RegExp(
    `\\b(?:not|nor|neither|never)\\b(?: to)?(?: be)? (?:\\w+(?: it| them)?,? (?:or|and|nor) (?:to be )?)?(?:${SHARE}|exchange)\\b(?! (?:by|the court|on the court|chambers))(?![^.;]{0,40}\\bto (?:the )?(?:trial |district |assigned |presiding )?judge)`,
    'i',
  ),
  new RegExp(`\\b(?:not|no copy|none|never|nor)\\b[^.;:]{0,50}\\b(?:to|with|by|on|upon)\\b ${OTHERS}`, 'i'),
  new RegExp(
    `\\b${OTHERS}\\b[^.;:]{0,24}\\b(?:does not|do not|will not|is not to|are not to|shall not|may not|never|should not)\\b[^.;]{0,20}\\b(?:see|sees|receive|get|read|have)\\b`,
    'i',
  ),
  /\bfor (?:the )?(?:use (?:of|by) )?(?:the )?(?:(?:\w+ ){0,3}(?:court|judge|chambers|undersigned|mediator)(?:'s)?(?: (?:eyes|use|review))? (?:only|alone|exclusively)|me alone|my eyes)\b/i,
  /\b(?:court|judge|chambers|undersigned|mediator)'s eyes only\b|\beyes only\b|\bmy eyes are the only\b/i,
  /\b(?:and )?to (?:no one|nobody|none) else\b|\b(?:chambers|the (?:court|judge|undersigned|magistrate judge|mediator)),? (?:and chambers )?(?:alone|only)\b/i,
  /\b(?:seen|read|reviewed|viewed|opened) (?:only )?by (?:the )?(?:\w+ ){0,3}(?:court|judge|undersigned|chambers|mediator)(?:'s staff)?(?: and [\w ]{3,20})?(?: alone| only)\b/i,
  /\b(?:seen|read|reviewed|opened) by (?:no one|nobody|none)(?: else)? (?:but|except|other than)\b/i,
  /\bno (?:other (?:party|side|lawyer)|one else|adversary|opponent|opposing \w+)\b[^.;]{0,20}\b(?:sees?|receives?|gets?|reads?)\b/i,
  /\bonly (?:the )?(?:(?:\w+ ){0,2}(?:judge|court|undersigned|chambers|mediator)) (?:will|shall|may) (?:see|read|review)\b/i,
  /\bex parte\b/i,
];
const SERVED: readonly RegExp[] = [
  /\b(?:pass|go|goes|travel) between the parties\b|\b(?:fax|send|serve|mail|e-?mail|give|hand) the other\b/i,
  new RegExp(`\\b(?:with|and) (?:a )?cop(?:y|ies) (?:to|on|for) ${OTHERS}`, 'i'),
  new RegExp(
    `\\b(?:letter|statement|memorandum|brief|summary)s? (?:goes|go|is sent|are sent|passes) to ${OTHERS}`,
    'i',
  ),
  new RegExp(
    `\\b(?:cop(?:y|ies)|cop(?:y|ies) of (?:the|it|its|that|your) ?\\w*)\\b[^.;]{0,40}\\b(?:goes|go|to|on|upon|sent|served|furnished|provided)\\b[^.;]{0,12} ?${OTHERS}`,
    'i',
  ),
  new RegExp(
    `\\b(?:serve[sd]?|send[s]?|sent|exchange[sd]?|fax(?:ed)?|trade[ds]?|suppl(?:y|ied)|copied|mail|provide|deliver(?:ed)?|furnish(?:ed)?|e-?mail(?:ed)?|forward)\\b[^.;]{0,110}?\\b(?:${OTHERS}|to every other party|all (?:other )?counsel|all (?:other )?parties|counsel for (?:the )?(?:defendants?|plaintiffs?)|defen[cs]e counsel|(?:plaintiffs?|defendants?)'s? counsel)`,
    'i',
  ),
  /\b(?:respond|reply|answer)s? with an? (?:[\w-]+ ){0,3}(?:letter|statement)\b/i,
  /\bsubmit(?:s|ted)?\b[^.;,]{0,50} to (?:the )?(?:plaintiff|defendant)(?:'s|s')? counsel/i,
  /\b(?:shall|must|(?:are|is) (?:directed |ordered |required )?to|should|will) (?:also )?(?:be )?exchanged?\b/i,
  /\b(?:shall|must|to) (?:also )?be (?:served|copied)\b/i,
  /\bcounsel for the [^.;]{0,60}\breceives?\b/i,
  /\beach client should read the other side's\b|\bwritten to each other\b/i,
];
const FREE =
  /\b(?:need not|in which (?:case|event) (?:I|the (?:court|judge|undersigned))|not required to|not obliged to|at (?:(?:its|your|the party's) option|the option of)|if (?:it|they|you) (?:wish|choose|decide)|as (?:the|it|a) \w+ (?:likes?|wishes|chooses|prefers|sees fit)|up to the (?:party|lawyer|writer)|whether to (?:give|serve|share|exchange)|a party may authorize|may,? but|(?:a|each|any) party may (?:send|give|share|serve|provide|keep)|is free to|encouraged|permitted but|unless (?:the party|you|it|they) (?:says?|decides?|chooses?))\b/i;

/** What the clauses that speak of a paper say of filing and service. */
export function circulationOf(clauses: readonly Clause[], sides: Sides): Circulation {
  let filed: Read<boolean> | null = null;
  let served: Read<ServiceRule> | null = null;
  for (const given of clauses) {
    const c = withRoles(given, sides);
    const free = FREE.test(c.words) || /^\W*if\b[^.]{0,60}\bex parte\b/i.test(c.words);
    if (!/\bneed not (?:be )?fil/i.test(c.words)) {
      const no = firstOf(UNFILED, c.text);
      const yes = firstOf(FILED, c.text);
      if (no && !/\bneed not\b/i.test(no[0]) && (filed === null || filed.value))
        filed = read(false, c.start + no.index, c.start + no.index + no[0].length, 0.94);
      else if (yes && !no && filed === null && !/\b(?:notice|motion|certificate|proof)\b/i.test(c.words))
        filed = read(true, c.start + yes.index, c.start + yes.index + yes[0].length, 0.75);
    }
    const not = /(?<!\bnot be \w+ )\bbetween the parties\b/i.test(c.words) ? null : firstOf(UNSERVED, c.text);
    const also = firstOf(SERVED, c.text);
    if (
      free &&
      (not || also) &&
      !(not && (/\b(?:unless|although)\b/i.test(c.words) || /\b(?:only|alone|eyes)\b/i.test(not[0])))
    ) {
      served ??= read('optional', c.start, c.end, 0.8);
      continue;
    }
    if (
      not &&
      (served === null ||
        served.value === 'optional' ||
        (served.value === 'required' && !/ex parte/i.test(not[0]))) &&
      !/\b(?:need not)\b/i.test(not[0])
    ) {
      const promised =
        /\bwill not\b/i.test(c.text.slice(Math.max(0, not.index - 20), not.index) + not[0]) &&
        !/\bshall not\b/i.test(c.text);
      served = read(
        promised ? 'promised' : 'forbidden',
        c.start + not.index,
        c.start + not.index + not[0].length,
        0.92,
      );
    } else if (also && !not && served === null) {
      served = read('required', c.start + also.index, c.start + also.index + also[0].length, 0.85);
    }
  }
  return { filed, served };
}

/** Parties called by their names are called by their roles. Where the words' places shift, the clause is the evidence. */
function withRoles(c: Clause, sides: Sides): Clause {
  const plain = c.text.replace(
    /,\s+(?:but not|unlike|and not)\s+(?:of |with |to )?(?:the |its |their |that )?(?:[\w-]+ ){0,3}[\w-]+(?=,)/gi,
    (x) => ' '.repeat(x.length),
  );
  const text = plain.replace(sides.pattern, (name) => {
    if (/^(?:counsel|attorney|lawyer|plaintiff|defend)/i.test(name)) return name;
    const actor = sides.of(name);
    return actor === 'plaintiff' || actor === 'defendant' ? `the ${actor}` : name;
  });
  return text === c.text ? c : { ...c, text, words: text.replace(/\s+/g, ' ').trim() };
}

const firstOf = (patterns: readonly RegExp[], text: string): RegExpExecArray | null => {
  for (const p of patterns) {
    const m = p.exec(text);
    if (m) return m;
  }
  return null;
};
