import { stem, stems } from './stems.ts';

/**
 * Words that stand together for something else than each of them: "settlement authority" is no settlement, a
 * "jury demand" no demand. They are read as the name in front, and no concept (see concepts.ts) sees the words
 * themselves; a cue that names the words outright still does.
 */
export const INSTEAD: Readonly<Record<string, readonly string[]>> = {
  conference: ['settlement conference', 'settlement meeting', 'mediation session'],
  'settling-power': [
    'settlement authority',
    'settling authority',
    'authority to settle',
    'authority to negotiate',
    'authority to bind',
    'authority to compromise',
    'authority to resolve',
    'authority to approve',
    'power to settle',
    'full authority',
    'ultimate authority',
    'unlimited authority',
    'complete authority',
    'requisite authority',
    'with authority',
    'authority of representative',
    'limits of authority',
    'extent of authority',
  ],
  'at-table': ['around table', 'at table', 'across table'],
  agency: ['port authority', 'transit authority', 'housing authority', 'transportation authority'],
  'jury-demand': ['jury demand', 'jury trial demand', 'demand for jury', 'demand for trial'],
  'demand-elsewhere': [
    'demand for arbitration',
    'demand for inspection',
    'demand for documents',
    'market demand',
    'demand futility',
    'supply and demand',
    'discovery demands',
  ],
  'fair-dealing': ['good faith and fair dealing', 'duty of good faith'],
  'contract-forming': ['offer and acceptance'],
  'contract-talks': [
    'contract negotiation',
    'lease negotiation',
    'negotiation of contract',
    'negotiation of lease',
    'negotiation of agreement',
    'merger negotiation',
    'collective bargaining',
    'bargaining unit',
    'bargaining agreement',
    'union negotiation',
    'plea offer',
    'plea negotiation',
    'plea bargain',
    'plea discussions',
  ],
  'offer-elsewhere': [
    'offer of employment',
    'employment offer',
    'job offer',
    'offer letter',
    'purchase offer',
    'offer to purchase',
    'tender offer',
    'offer of proof',
  ],
  'resolving-clause': ['dispute resolution clause', 'dispute resolution provision', 'board resolution'],
  'discovery-dispute': [
    'discovery dispute',
    'discovery issue',
    'discovery question',
    'discovery matters',
    'dispute about discovery',
    'dispute over discovery',
    'issue in discovery',
  ],
  'worth-elsewhere': [
    'market value',
    'property value',
    'book value',
    'net worth',
    'property valuation',
    'business valuation',
    'stock value',
    'cash value',
    'replacement value',
    'enterprise value',
    'company value',
    'valuation expert',
    'valuation report',
  ],
  'trial-length': ['length of trial', 'trial length', 'trial estimate', 'trial date', 'trial setting'],
  'review-standard': ['standard of review'],
};

/** Words that mean more together; each of them still counts on its own. */
const BESIDES: Readonly<Record<string, readonly string[]>> = {
  caselaw: ['case law', 'case authority', 'case citation', 'cases cited', 'cited cases', 'decisional law'],
  'to-date': [
    'to date',
    'so far',
    'thus far',
    'until now',
    'up to now',
    'till now',
    'to this point',
    'leading up',
    'got here',
    'came here',
    'already been',
  ],
  'good-faith': ['good faith'],
  'without-prejudice': ['without prejudice'],
  'offer-rule': ['rule 68', 'part 36', 'offer of judgment', 'calderbank'],
  'talks-rule': ['fre 408', 'rule 408', 'evid 408'],
  'case-summary': [
    'statement of case',
    'summary of case',
    'overview of case',
    'case in brief',
    'case in nutshell',
    'dispute in nutshell',
    'matter in brief',
    'matter in nutshell',
    'nature of case',
    'nature of action',
    'nature of suit',
    'nature of dispute',
    'nature of litigation',
    'case summary',
    'case overview',
    'case about',
    'dispute in brief',
    'underlying dispute',
    'overview of dispute',
    'summary of dispute',
  ],
  adr: ['dispute resolution', 'neutral evaluation'],
  'bottom-line': ['bottom line'],
  'meet-confer': ['meet and confer', 'met and conferred'],
  'back-forth': ['back and forth'],
  'terms-conditions': ['terms and conditions', 'terms and provisions'],
  'pain-suffering': ['pain and suffering'],
  'strong-weak': ['strengths and weaknesses', 'strong and weak', 'pros and cons'],
  'who-wins': [
    'who will win',
    'who wins',
    'who will prevail',
    'who is likely',
    'who should win',
    'how strong',
  ],
  plus: ['as well as', 'together with', 'along with'],
  else: ['anything else', 'what else', 'whatever else', 'something else', 'everything else', 'nothing else'],
  happen: ['took place', 'take place', 'takes place', 'came to pass'],
  'turns-on': ['comes down', 'boils down', 'turns on', 'hinges on', 'depends on', 'rides on', 'at stake'],
  'claim-for-relief': ['claims for relief'],
  'far-apart': ['far apart', 'how far', 'gap between', 'distance between'],
  'how-much': ['how much'],
  'how-long': ['how long', 'long and'],
};

export interface Idiom {
  readonly words: readonly string[];
  readonly name: string;
  /** Whether the words on their own would mislead. */
  readonly instead: boolean;
}

export const IDIOM_NAMES: ReadonlySet<string> = new Set([...Object.keys(INSTEAD), ...Object.keys(BESIDES)]);

/** An idiom's name as it stands among stems. */
export const idiomToken = (name: string): string => (name.includes('-') ? name : stem(name));

/** By the first stem, the longest first. */
const byFirst = new Map<string, Idiom[]>();
for (const [table, instead] of [
  [INSTEAD, true],
  [BESIDES, false],
] as const) {
  for (const [name, phrases] of Object.entries(table)) {
    for (const words of phrases.map(stems)) {
      const [first = ''] = words;
      const same = byFirst.get(first) ?? [];
      same.push({ words, name: idiomToken(name), instead });
      byFirst.set(first, same);
    }
  }
}
for (const same of byFirst.values()) same.sort((a, b) => b.words.length - a.words.length);

/** The idioms that begin at a place in a row of stems. */
export function idiomAt(words: readonly string[], at: number): Idiom | undefined {
  return byFirst.get(words[at] ?? '')?.find((i) => i.words.every((w, k) => words[at + k] === w));
}
