/** What settlement letters and the orders that ask for them speak of, in the words that lawyers use for it. */
export interface Concept {
  readonly what: string;
  /** Parted by spaces; a hyphen joins words that stand side by side, or names an idiom (see idioms.ts). */
  readonly words: string;
}

/** A cue names one as `@settling`; every order may use them. Listed in docs/concepts.md. */
export const CONCEPTS: Readonly<Record<string, Concept>> = {
  settling: {
    what: 'settling the case, and the talks about it',
    words:
      'settle settlement compromise resolve resolution negotiate negotiation bargain bargaining talk ' +
      'mediate mediation mediator conciliation amicable adr parley haggle without-prejudice ' +
      'talks-rule offer-rule ene accord rapprochement impasse deadlock stalemate',
  },
  proposal: {
    what: 'a demand, an offer or an answer to one',
    words: 'offer demand propose proposal counteroffer counter counterproposal bid overture ask offer-rule',
  },
  talking: {
    what: 'what passes between the parties',
    words:
      'discuss discussion talk dialogue exchange communicate communication correspond correspondence ' +
      'conversation contact overture dealing meeting session round effort attempt approach trade ' +
      'traded meet-confer back-forth letter email outreach interaction try tried dance horse-trading ' +
      'haggling call speak explore broach',
  },
  past: {
    what: 'what has been so far',
    words:
      'prior previous previously past earlier preceding former formerly history historical chronology ' +
      'chronological chronicle timeline to-date hitherto already before background track-record ' +
      'course sequence story recap recitation narrative log ledger record progress evolution initial ' +
      'opening first early ongoing prelitigation presuit pre-suit last pre-litigation',
  },
  made: {
    what: 'what was done with an offer',
    words:
      'exchange made receive extend reject refuse decline convey trade pass answer respond response ' +
      'reply counter withdraw tender said offered demanded given taken communicated put table proffer ' +
      'accept turned-down rebuff reaction follow',
  },
  worth: {
    what: 'what a case is worth',
    words: 'value valuation worth quantum',
  },
  judging: {
    what: 'weighing something up',
    words:
      'evaluation evaluate assessment assess appraisal appraise analysis estimate estimation view ' +
      'opinion calculus range bracket reckon gauge projection quantification math arithmetic',
  },
  figure: {
    what: 'a sum of money',
    words: 'figure number usd sum amount bracket range price bottom-line total dollar',
  },
  fair: {
    what: 'what is reasonable',
    words:
      'fair reasonable realistic appropriate sensible acceptable justified just equitable rational ' +
      'sound right',
  },
  reason: {
    what: 'why',
    words:
      'why reason reasoning rationale basis justification justify explain explanation arrive derive ' +
      'support logic',
  },
  case: {
    what: 'the lawsuit',
    words: 'case claim action suit lawsuit litigation matter dispute',
  },
  side: {
    what: 'a party',
    words:
      'party plaintiff defendant side petitioner respondent claimant we our us my opposing opponent ' +
      'adversary',
  },
  key: {
    what: 'what matters most',
    words:
      'key central principal main primary core critical crucial material essential decisive ' +
      'dispositive important major fundamental pivotal salient chief big real vital significant ' +
      'determinative threshold overarching basic contentious hard true root',
  },
  issue: {
    what: 'a question to be decided',
    words:
      'issue question point matter dispute disagreement controversy topic subject area item ' +
      'sticking-point',
  },
  disputed: {
    what: 'what the parties see differently',
    words:
      'dispute contest controvert controversy contention disagree disagreement conflict differ ' +
      'difference unresolved fight quarrel clash divergence diverge divide part-ways at-odds ' +
      'separate',
  },
  elsewhere: {
    what: 'what belongs to the running of the case, and not to its merits',
    words:
      'discovery-dispute discovery scheduling esi production privilege management confidentiality ' +
      'jurisdiction venue insurance attend settling-power jury-demand trial-length review-standard ' +
      'agency resolving-clause',
  },
  law: {
    what: 'the law',
    words: 'law legal legally statute statutory doctrine',
  },
  caselaw: {
    what: 'what courts have decided',
    words: 'caselaw precedent precedential jurisprudence citation authority',
  },
  decided: {
    what: 'a court’s decision, or a jury’s',
    words: 'decision case ruling verdict award holding opinion judgment',
  },
  supporting: {
    what: 'standing behind a position',
    words:
      'support favor help back behind bolster rely cite assist justify reinforce our-side on-point ' +
      'underpin sustain for-our underlie underlying favorable',
  },
  governing: {
    what: 'of law: what applies',
    words:
      'applicable govern control pertinent relevant lead persuasive bind supporting precedential ' +
      'helpful key comparable analogous similar recent judicial',
  },
  alike: {
    what: 'what can be compared',
    words: 'comparable similar analogous like compare comparator parallel',
  },
  extra: {
    what: 'what is left to add',
    words:
      'other additional further anything-further more extra supplemental supplementary supplement ' +
      'miscellaneous sundry remaining residual final else added related ancillary incidental assorted ' +
      'various miscellany',
  },
  useful: {
    what: 'what helps',
    words: 'help helpful useful use assist aid interest inform benefit valuable bear relevant pertinent',
  },
  thing: {
    what: 'anything that can be told',
    words:
      'fact matter information consideration circumstance point factor issue background note context ' +
      'thing detail item topic comment remark observation development aspect',
  },
  attending: {
    what: 'being at the conference',
    words:
      'attend attendance attendee present appear appearance come participate participant ' +
      'participation join bring seat on-hand at-table',
  },
  person: {
    what: 'people',
    words:
      'person individual people representative who those name identity title designee delegate ' +
      'principal delegation face',
  },
  cost: {
    what: 'what it costs',
    words: 'cost expense fee budget spend expenditure expensive money outlay price spending burden',
  },
  time: {
    what: 'how long it takes',
    words: 'time duration length how-long hours months timeline timetable long',
  },
  ahead: {
    what: 'what is still to come',
    words:
      'future remain further anticipate project estimate expect forward ahead come complete ' +
      'going-forward continue proceed still through prospective yet forecast predict outstanding left ' +
      'next rest to-come to-trial upcoming',
  },
  stage: {
    what: 'the stages of a case',
    words:
      'discovery pretrial trial verdict judgment litigation expert deposition suit case appeal try ' +
      'litigate prosecute proceeding',
  },
  relief: {
    what: 'what is asked of the court',
    words:
      'relief remedy damages loss prayer compensation redress restitution injury recovery ' +
      'pain-suffering wage earning back-pay front-pay medical-expense',
  },
  sought: {
    what: 'asking for it',
    words: 'seek sought request demand claim want ask pray require recover recoverable',
  },
  itemized: {
    what: 'item by item',
    words:
      'itemize itemization breakdown quantum quantify calculate computation compute schedule list ' +
      'head category component element summary model detail analysis tally line-item by-category ' +
      'table measure extent estimate',
  },
  moneyrelief: {
    what: 'kinds of relief',
    words:
      'monetary injunctive equitable declaratory economic noneconomic compensatory punitive special ' +
      'general financial statutory nominal liquidated consequential',
  },
  chances: {
    what: 'how likely a side is to win',
    words:
      'likelihood likely probability chance odds prospect strength weakness strong weak strong-weak ' +
      'who-wins prevail success succeed win risk outcome probable lose',
  },
  candid: {
    what: 'plain speaking',
    words:
      'candid candidly honest honestly frank frankly realistic objective evaluation assessment ' +
      'appraisal analysis',
  },
  fresh: {
    what: 'new, as of an offer',
    words:
      'fresh new newly updated update renew revise late latest current recent improve present now ' +
      'amended restated today better increased renewal',
  },
  conveying: {
    what: 'getting an offer to the other side',
    words:
      'confirm confirmation convey conveyance communicate communication transmit transmittal ' +
      'transmission deliver delivery extend made make send sent serve service tender submit submission ' +
      'notice',
  },
  proceeding: {
    what: 'the course of the lawsuit',
    words: 'proceeding litigation docket court procedure procedural case action lawsuit suit',
  },
  standing: {
    what: 'where something is',
    words: 'status stand posture stage progress state course update position point',
  },
  trade: {
    what: 'other trades, in which the same words mean something else',
    words:
      'job employment hire salary wage contract lease loan purchase property market stock share ' +
      'security securities trade-date collateral home policy invoice added par staff work vendor ' +
      'technology electric public peak on-demand merger price rent union plea license licensing ' +
      'company business corporate',
  },
};
