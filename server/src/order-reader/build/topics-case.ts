import { STANCE, type TopicFamily } from './topic-family.ts';

/** Damages, law, strengths, claims, facts and what else is said of the case itself: the narrower before the wider. */
export const OF_THE_CASE: readonly TopicFamily[] = [
  {
    when: /^(?!.*\bpositions?\b).*\b(?:damages|loss(?:es)?|computation|itemiz\w+|relief|remed(?:y|ies))\b/i,
    cues: [
      '@relief @sought/@itemized/@moneyrelief -claim-for-relief -@settling -@attending',
      'lost wage/earning/profit',
      'back-pay/front-pay/medical-expense/medical-bills/emotional-distress',
      'economic/monetary/financial/compensatory/special loss/damages',
      'what recover/obtain/seek/want/ask -@settling -@cost -court',
      '=@relief/itemization/prayer -claim-for-relief @relief? @sought? @itemized? @moneyrelief?',
    ],
    detail: { kind: 'amounts', say: 'the sums' },
  },
  {
    when: /\b(?:case law|caselaw|precedents?|(?:legal|controlling|supporting|leading) authorit(?:y|ies)|authorit(?:y|ies) (?:in support|that support|on)|decisions?)\b/i,
    cues: [
      'caselaw/precedent/jurisprudence -attend -condition',
      'authority @supporting/@governing/@key/@worth/law/legal/position/case/circuit -@person -agency -@attending -bind',
      'decision/verdict/award/holding @supporting/@governing/@alike/reported/published/@key/jury/court -likely -would -report -fact',
      'law @supporting/@governing -fact -firm -@elsewhere -issue -question',
      '=@caselaw/law law? legal? @key? @governing? @supporting? -@attending -fact',
    ],
  },
  {
    when: /\b(?:any|every) ?(?:thing)? (?:other|further|additional)\b|\banything (?:else|further|other)\b|\bother (?:facts?|matters?|information|considerations?|interests?)\b|\bhelpful to the court\b|\bwould (?:help|assist|aid) the (?:court|judge)\b/i,
    cues: [
      '@extra @thing/@useful -@elsewhere -agency -party -disputed -@proposal -@settling -discovery -@trade',
      'helpful/useful/relevant/assist/aid fact/information/background/context/matter/court/know -@caselaw -law -case -party -procedure',
      'court know/want/find/consider -procedure -file',
      'else -offer -demand -attend',
      'consideration/factor/interest/matter beyond/besides/apart/aside/personal/business/practical',
      '=@extra -party -side',
    ],
  },
  {
    when: /\b(?:strengths?|weaknesses|weak|weakest|strong(?:est)?|candid|likelihood|chances?|evaluation|prospects|risks?|prevail\w*)\b/i,
    cues: [
      '@chances -factor -@settling -@cost -evidence -fact -@attending -@relief',
      '@candid merits/claim/defense/liability/case -@settling -@worth',
      'claim/defense legal/statutory/ground/theory/basis/merits/@candid/@chances -fact',
      'strength/weakness/weak/strong',
      'claim defense',
      'cause action',
      '=merits/claim/defense/evaluation/risk merits? @candid? @chances? @case? legal?',
    ],
  },
  {
    when: /\b(?:insurance|coverage|liens?|subrogation|policy limits)\b/i,
    cues: ['insurance/insurer/coverage/policy', 'lien/subrogation', 'medicare'],
  },
  {
    when: /\b(?:obstacles?|impediments?|barriers?|hurdles?|stands? in the way|prevented|kept the case)\b/i,
    cues: [
      'obstacle/impediment/barrier/hurdle/roadblock -no',
      'stand way',
      'what/why keep/kept/prevent/block/fail @settling/case',
      'stick point',
    ],
  },
  {
    when: /\b(?:positions? on settlement|settlement position|would (?:settle|accept|pay|take)|terms? (?:on|of|that)|settlement proposal|bottom line|willing|prepared to settle|fairly)\b/i,
    cues: STANCE,
    detail: { kind: 'amounts', say: 'the sums' },
  },
  {
    when: /\bpositions?\b.*\b(?:facts?|factual|law|legal|liability|damages)\b/i,
    cues: [
      'position/contention party/plaintiff/defendant/relevant/side/respective/merits/liability/fact/law/legal/factual/damages/issue/our -settlement -@settling -attend -name -title',
      'fact law damages',
      'factual/fact legal/law damages',
      'stand fact/law/damages/issue/case -settlement -@settling',
      'contend/contention plaintiff/defendant/party/side/each/what/our -settlement',
      'side/each/party case/liability/fact/law/damages/view/story/argument -settlement -other -attend -who',
      '=position/contention -company -attend -name -representative -person -title',
    ],
  },
  {
    when: /\b(?:disputed?|dispute|contested|disagree|in controversy|key facts?)\b.*|\b(?:evidence|witness(?:es)?|proof|prove|proved)\b/i,
    cues: [
      'fact/factual @disputed/@key -background -@settling -undisputed -law -legal',
      'evidence/proof/testimony/witness @disputed/@key/fact/show/expected -@settling -undisputed',
      '@key @issue/@disputed -@elsewhere -@settling -other',
      '@issue @disputed -amount -@elsewhere -@settling -other',
      '@disputed fact/law/legal/factual/liability/damages/case/between -@elsewhere -@settling',
      'what @disputed/prove -@settling -claim',
      '=evidence/proof/dispute @disputed? @key? fact?',
    ],
  },
  {
    when: /\b(?:procedural|proceedings|motions?|rulings|trial date|posture|status of (?:the|discovery|this)|stage of)\b/i,
    cues: [
      'litigation/proceeding/docket/lawsuit/procedure @standing/@past/summary/now -@settling -fact -@attending -@elsewhere',
      'case/action timeline/status/stand/posture/history/progress/stage/course -@settling -fact -claim',
      'docket',
      'pending/decided/outstanding motion',
      'motion pending/practice/ruling/status -judgment',
      'what/court file/decide/rule/happen -issue -fact',
      '=proceeding/litigation/motion/procedure @standing? @past? pending? prior? -claim',
    ],
  },
  {
    when: /\b(?:claims?|defen[cs]es?|causes? of action)\b/i,
    cues: [
      'claim defense',
      'claim/defense legal/statutory/ground/theory/basis/merits/@candid/@chances/affirmative/counterclaim/remain -fact -@settling',
      'theory liability/legal/claim/recovery',
      'cause action',
      '=merits/claim/defense/counterclaim merits? @candid? @chances? @case? affirmative? legal?',
    ],
  },
  {
    when: /\b(?:issues?|questions?|points? of law)\b/i,
    cues: [
      '@key @issue/@disputed -@elsewhere -@settling -other',
      '@issue @disputed -amount -@elsewhere -@settling -other',
      '@disputed fact/law/legal/factual/liability/damages/case/between -@elsewhere -@settling -effort',
      'liability/legal/factual/merits question/dispute/issue/fight -@elsewhere -other',
      'issue/question/point law/fact/legal -discovery -@settling -other',
      'jury/court/judge decide/determine -@settling',
      '=@issue/@disputed @disputed? @key? law? fact? liability? damages? -@elsewhere',
    ],
  },
  {
    when: /\b(?:law|legal|statutes?|authorit(?:y|ies)|doctrines?)\b/i,
    cues: [
      '@law/@caselaw @governing/@issue/@supporting/framework/standard/argument/theory/analysis -firm -fee -@elsewhere',
      'legal/law -fee -firm -fact -@elsewhere -@settling',
      '=@law/@caselaw',
    ],
  },
  {
    when: /\b(?:facts?|factual|events?|background|nature of the (?:case|action|dispute)|what happened|narrative|story|dispute|synopsis|overview|case is about|lawsuit is about)\b/i,
    cues: [
      'fact/factual -@disputed -@key -issue -question -not -agree -@settling -evidence -proof -law -legal -witness -procedure -@attending -discovery',
      'background -posture -procedural -status -settlement -negotiation',
      'event chronology/timeline/sequence/history/summary/background/underlying',
      'story/narrative/synopsis -@settling',
      'incident/accident/occurrence/crash/collision -@disputed -report',
      'what/how happen/occur/arise -@disputed -litigation -court',
      'nature/overview/summary case/action/dispute/matter -procedure -@settling',
      'what case/lawsuit/dispute/action about -settlement',
      '=background/event/fact general? factual? short? relevant? @key? underlying? suit? case?',
    ],
  },
];
