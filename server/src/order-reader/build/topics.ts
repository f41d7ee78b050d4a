/** What a topic of an order is usually headed with, and how such a heading is known. */
export interface TopicFamily {
  /** The words of the order that show it. */
  readonly when: RegExp;
  readonly cues: readonly string[];
  readonly ledger?: true;
  readonly detail?: { readonly kind: 'amounts' | 'dates' | 'names'; readonly say: string };
}

/** Topics that orders ask for again and again, the narrower before the wider. Cues are as in order files. */
export const FAMILIES: readonly TopicFamily[] = [
  {
    when: /\b(?:history|negotiations?|discussions?|offers?|demands?|proposals?|talks)\b(?=.*\b(?:history|to date|so far|made|exchanged|past|prior|previous|each|every|all|earlier|course|stand|given|gone|rejected|conveyed|last)\b)|\b(?:history|prior|past|previous|course|every|status|summary)\b.*\b(?:settlement|negotiations?|offers?|demands?|talks|discussions?)\b|\bnegotiations?\b/i,
    cues: [
      'settlement/negotiation/offer/demand/talk/discussion history -procedural',
      'prior/previous/past/earlier settlement/negotiation/offer/demand/talk/discussion/proposal',
      'demand offer -terms',
      'settlement negotiation/discussion/talk/status/effort -value',
      '=negotiation',
      '=offer',
      '=history',
    ],
    ledger: true,
    detail: { kind: 'amounts', say: 'the sums demanded and offered' },
  },
  {
    when: /\b(?:who will (?:attend|come|appear|be)|names?\b.*\b(?:attend|come|appear|present|participat|titles?|room)|attend(?:ees|ance)|persons? attending)\b/i,
    cues: [
      'attend/attendee/attendance',
      'who come/coming/attend/appear',
      'conference participant/representative',
      '=participant',
    ],
    detail: { kind: 'names', say: 'the names of those who will attend' },
  },
  {
    when: /\b(?:damages|loss(?:es)?|computation|itemiz\w+|relief)\b/i,
    cues: [
      'damages -not',
      'loss/losses',
      'relief sought/claimed/requested',
      '=relief',
      'computation/calculation/itemization',
    ],
    detail: { kind: 'amounts', say: 'the sums' },
  },
  {
    when: /\b(?:costs?|fees?|expenses?|time)\b.*\b(?:trial|verdict|discovery|incurred|expected|litigat|expended)\b|\battorneys?'?s? fees\b|\bcosts? (?:of|and)\b/i,
    cues: [
      'cost/expense/fee trial/litigation/discovery/estimate/time/attorney/incurred',
      'budget',
      '=cost',
      '=fee',
    ],
  },
  {
    when: /\b(?:strengths?|weaknesses|weak|strong|candid|likelihood|chances?|evaluation|prospects|risks?)\b/i,
    cues: [
      'strength/weakness',
      'evaluation/assessment/analysis case/claim/liability/settlement/candid/value',
      'likelihood/chance/prospect/risk',
      'settlement value',
      'worth case',
    ],
  },
  {
    when: /\b(?:insurance|coverage|liens?|subrogation|policy limits)\b/i,
    cues: ['insurance/insurer/coverage/policy', 'lien/subrogation'],
  },
  {
    when: /\b(?:obstacles?|impediments?|barriers?|stands? in the way|prevented)\b/i,
    cues: ['obstacle/impediment/barrier/hurdle -no', 'stand way'],
  },
  {
    when: /\b(?:position on settlement|settlement position|would (?:settle|accept|pay|take)|terms? (?:on|of|that)|settlement proposal|bottom line|fair settlement|willing|prepared to settle)\b/i,
    cues: [
      'settlement position/proposal/term/authority/range/stance',
      'position settlement',
      'term settle/accept/proposed',
      'would accept/pay/settle',
      'bottom line',
      '=proposal',
    ],
  },
  {
    when: /\b(?:evidence|witness(?:es)?|proof|prove|documents?)\b/i,
    cues: ['evidence', 'witness', 'proof', 'key/principal document'],
  },
  {
    when: /\b(?:procedural|proceedings|status|motions?|rulings|trial date|posture)\b/i,
    cues: [
      'procedural/proceedings -settlement',
      'pending/motion/ruling',
      'case status/posture',
      '=status',
      '=proceeding',
    ],
  },
  {
    when: /\b(?:claims?|defen[cs]es?)\b/i,
    cues: ['claim -settlement', 'defense/defence', 'cause action', '=claim'],
  },
  {
    when: /\b(?:law|legal|authority|statutes?|issues?|questions?)\b/i,
    cues: [
      'legal -fee',
      'law',
      'authority/case/statute law/legal/case',
      'issue -non',
      'question law/legal/fact',
    ],
  },
  {
    when: /\b(?:facts?|factual|events?|background|nature of the (?:case|action)|what happened|narrative|story|dispute|synopsis|case is about)\b/i,
    cues: [
      'fact/factual',
      'background -procedural',
      'event/narrative/story/synopsis',
      'nature case/action/dispute',
      'what happened',
      'case about/overview/summary',
    ],
  },
];
