import { STANCE, type TopicFamily } from './topic-family.ts';

/** Headings of what the talks have been so far. */
const TALKS = [
  '@settling @past/@made/@talking/between/status/summary/stand/correspondence -@trade -@worth -procedure -@elsewhere -issue -question -fact -program -agreement',
  '@proposal @past/@made/@talking/status/summary/table -@elsewhere -@trade',
  'demand offer -@elsewhere -terms',
  'round @past',
  'back-forth number/figure/offer/demand/proposal/settlement',
  'impasse/deadlock/stalemate -@elsewhere',
  '@talking to-date/between/counsel/opposing -detail -@elsewhere -@attending -@trade -fact -@law',
  'number/figure @made/exchanged -@fair -@reason -@worth',
  'mediation/mediator -program -@useful -attend -statement -@worth -@elsewhere',
  '=@settling @talking? to-date? -trade -date',
  '=offer/demand -acceptance',
  '=history -party -side',
];

/** What has been offered, who comes, what the case is worth and costs: the narrower before the wider. */
export const OF_THE_TALKS: readonly TopicFamily[] = [
  {
    when: /\bfresh\b.*\boffer\b|\boffer (?:was|has been|have been) conveyed\b/i,
    cues: [
      '@fresh offer/proposal/counteroffer -term -@past -not -no -intend -why -without -demand',
      '@conveying offer/proposal -request -intention -@trade -@past -no -not -why -without -intend -reject -term -demand',
      'good faith offer/proposal/counteroffer -term -history -no -not -intention -without',
      'compliance/comply order/direction -term',
      '=offer/confirmation/proposal -acceptance -no -not -say -what -@past',
    ],
    detail: { kind: 'dates', say: 'when the offer was conveyed' },
  },
  {
    when: /^(?:the )?terms? of (?:that|the|its|any) (?:offer|demand|proposal)\b/i,
    cues: [
      'term @moneyrelief/offer/proposal/settlement/@fresh/conveyed/condition/other/demand -@past -employment -contract -plaintiff',
      'offer/proposal detail/content/substance/structure/amount/@itemized -@past',
      'settlement amount/sum condition/term/timing/payment',
      'what/package offered/offer/propose',
      'payment/release/consideration term/condition/amount/timing -employment -contract -loan',
      '=term',
    ],
    detail: { kind: 'amounts', say: 'the sum' },
  },
  {
    when: /^(?:an? |the |its |any )?(?:(?:specific|settlement|written|final|present|current|opening|good-faith|reasonable) ){0,3}(?:demands?|offers?|counter-?offers?)\b(?!.*\b(?:history|prior|past|previous|last|every|each|date)\b)/i,
    cues: [
      '=@proposal @settling? @fresh? specific? present? current? written? reasoning?',
      'settlement/specific/present/current/opening/written @proposal -@past -@relief',
      '@proposal reason/reasoning/basis/explanation -@past',
      'what accept/pay -@past -@cost',
    ],
    detail: { kind: 'amounts', say: 'the sum' },
  },
  {
    when: /\bpositions? on settlement\b.*\b(?:history|offers?|demands?)\b/i,
    cues: [...TALKS, ...STANCE],
    ledger: true,
    detail: { kind: 'amounts', say: 'the sums demanded and offered' },
  },
  {
    when: /\b(?:history|negotiations?|discussions?|offers?|demands?|proposals?|talks)\b(?=.*\b(?:history|to date|so far|made|exchanged|past|prior|previous|each|every|all|earlier|course|stand|given|gone|rejected|conveyed|last)\b)|\b(?:history|prior|past|previous|course|every|status|summary)\b.*\b(?:settlement|negotiations?|offers?|demands?|talks|discussions?)\b|\bnegotiations?\b/i,
    cues: TALKS,
    ledger: true,
    detail: { kind: 'amounts', say: 'the sums demanded and offered' },
  },
  {
    when: /\b(?:who (?:will|is|are) (?:attend|come|coming|appear|be)|names?\b.*\b(?:attend\w*|come|appear|present|participat\w*|titles?|room|coming|take part)|everyone who\b|attend(?:ees|ance)|persons? attending)\b/i,
    cues: [
      '@attending conference/name/position/@person/list/settlement/counsel/party/title/mediation -work -policy -record -school -testimony -witness -excuse',
      'who come/coming/there/present/appear/bring/represent -saw -witness',
      '@person name/title/position/conference/table/room/team -witness -testify',
      'conference participant/representative/delegation',
      '=@attending/participant/representative/attendee -duty',
    ],
    detail: { kind: 'names', say: 'the names of those who will attend' },
  },
  {
    when: /\b(?:settlement value|value of the case|worth|valuation|verdict (?:range|value)|damage awards?|what a jury would|reasonable settlement|fair settlement)\b/i,
    cues: [
      '@worth -worth-elsewhere -net -knowing -noting -mention -@trade -decision -law -@caselaw',
      'evaluation/valuation/assessment/appraisal case/claim/settlement/damages/exposure/@fair -medical -law -@elsewhere',
      '@figure @settling/@fair/@reason -@past -@made -@proposal -@caselaw -law',
      'jury/verdict/award likely/discount/expect/probable/risk/would -@alike -@issue',
      '@fair settlement/resolution/result/outcome/compromise/deal -@caselaw',
      '=@worth/evaluation/assessment/appraisal/exposure @judging? @fair? @candid? @reason? @settling? case? claim? monetary? damages?',
    ],
    detail: { kind: 'amounts', say: 'the sums' },
  },
  {
    when: /\b(?:costs?|fees?|expenses?|time)\b.*\b(?:trial|verdict|discovery|incurred|expected|litigat|expended)\b|\battorneys?'?s? fees\b|\bcosts? (?:of|and)\b/i,
    cues: [
      '@cost @ahead/@stage/@time/how-much/incurred/attorney/to-date -award -damages -recover -@settling -relief -seek',
      'how-long @stage/how-much -@settling',
      'time/long @stage -date -@settling',
      'budget',
      'what cost/spend/remain -relief -damages -recover -settlement',
      '=@cost/budget @cost? @ahead? @time? @stage? attorney? -@sought',
    ],
    detail: { kind: 'amounts', say: 'the estimate' },
  },
];
