/** What a topic of an order is usually headed with, and how such a heading is known. */
export interface TopicFamily {
  /** The words of the order that show it. */
  readonly when: RegExp;
  /** As in order files; concepts (docs/concepts.md) carry the synonyms. */
  readonly cues: readonly string[];
  readonly ledger?: true;
  readonly detail?: { readonly kind: 'amounts' | 'dates' | 'names'; readonly say: string };
}

/** Headings of where a party stands on settlement. */
export const STANCE = [
  '@settling @standing/stance/outlook/objective/our/view/term/willing -@elsewhere -@worth -@past -procedure -case',
  '@fair settlement/resolution/result/outcome/compromise/deal -@caselaw',
  'term settle/accept/proposed/offer',
  'what/would accept/pay/settle/want/take -@relief -@cost -court -attend',
  'bottom-line',
  '=@proposal @settling? our? -acceptance',
  'settlement proposal/range/authority -@person -@past',
];
