/** Whose exhibit a citation means: this letter's, another paper's, or there is no telling. */
export type Owner = 'ours' | 'other' | 'unclear';

/** Papers that have exhibits of their own. */
const PAPERS =
  /\b(?:deposition|dep|complaint|compl|declaration|decl|affidavit|aff|affirmation|motion|opposition|reply|brief|memorandum|mem|agreement|contract|lease|deed|answer|petition|report|transcript|hearing|trial|order|judgment|stipulation|plan|policy|indenture|interrogator(?:y|ies)|responses?|subpoena|notice|pleadings?|charge|counterclaim|application|filing|record|FAC|SAC|MSJ|plea|proof of claim|demand letter)\b/i;

const THIS_LETTER =
  /^(?:this|our|the (?:present|enclosed|foregoing))\s+(?:[\p{L}-]+\s+){0,3}(?:letter|statement|submission|brief|memorandum)\b|^hereto\b/iu;

/** "Dkt. 31, Ex. 2", "ECF No. 12-3 at 5 (Ex. B)". */
const DOCKETED =
  /\b(?:Dkt|Docket|Doc|D\.E|ECF|CM\/ECF|R|Rec)\b\.?(?:\s(?:Entry|Doc))?\.?(?:\s?(?:Nos?\.?|#))?\s?\d[\d-]{0,9}(?:\s(?:at|¶{1,2})\s[\d\u2013-]{1,9})?[,;]?\s?\(?(?:at\s)?$/i;

/** "Smith Decl. Ex. C", "Plaintiff's Trial Exhibit 4", "deposition Exhibit 7". */
const OF_A_PAPER =
  /\b(?:Decl|Declaration|Aff|Affidavit|Affirmation|Dep|Deposition|Compl|Complaint|FAC|SAC|Answer|Mot|Motion|MSJ|MTD|Opp|Opp['\u2019]n|Tr|Trial|Hearing|Hr['\u2019]g|Arbitration|Joint|Government|Gov['\u2019]t|People['\u2019]s|Pet|Petition|Reply)\.?\s(?:\(|at\s)?$/i;

/** "Smith Decl., Ex. C" may be the declaration itself; "Plaintiff's Exhibit 3" may be one marked elsewhere. */
const DOUBTFUL =
  /(?:\b(?:Decl|Declaration|Aff|Affidavit|Dep|Deposition|Compl|Complaint|Tr|Trial|Hearing)\.?(?:\s(?:at|¶{1,2})\s[\d\u2013:-]{1,9})?[,;]\s|['\u2019]s?\s)$/i;

/** Judges a citation at `start` to `end` by the words around it. */
export function ownership(text: string, start: number, end: number, quoted: boolean): Owner {
  const before = text.slice(Math.max(0, start - 60), start).replace(/\s+/g, ' ');
  const rest = text
    .slice(end, end + 120)
    .replace(/\s+/g, ' ')
    // Points that end no sentence, and so do not end what the exhibit belongs to.
    .replace(/\b(Mr|Ms|Mrs|Dr|Hon|Nos?|Dep|Decl|Aff|Compl|Am|Def|Pl)\./g, '$1');
  if (DOCKETED.test(before) || OF_A_PAPER.test(before)) return 'other';
  const to =
    /^,?(?: at [\d\u2013:-]{1,12})?,? (?:(?:attached|annexed|appended) )?(?<how>to|of|from|in|at) (?<what>[^.;,()]{1,80})/i.exec(
      rest,
    )?.groups;
  if (to) {
    const what = to.what ?? '';
    if (THIS_LETTER.test(what)) return 'ours';
    const words = what.split(' ').slice(0, 7).join(' ');
    if (PAPERS.test(words)) return 'other';
    if (to.how !== 'in' && to.how !== 'at' && /^(?:the|his|her|their|its|that|a|an|\p{Lu})/u.test(what))
      return 'unclear';
  }
  return quoted || insideQuotes(text, start) || DOUBTFUL.test(before) ? 'unclear' : 'ours';
}

function insideQuotes(text: string, at: number): boolean {
  let curly = 0;
  let straight = 0;
  for (let i = Math.max(0, at - 1_500); i < at; i++) {
    const c = text[i];
    if (c === '\u201C') curly++;
    else if (c === '\u201D') curly--;
    else if (c === '"') straight++;
  }
  return curly > 0 || straight % 2 === 1;
}
