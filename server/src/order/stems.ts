import { stemmer } from 'stemmer';

/** A text's words as stems: small letters, no accents, no possessive endings. */
export function stems(text: string): string[] {
  return (
    plain(text)
      .replace(POSSESSIVE, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).map(stem);
}

/** Small letters without accents; apostrophes all of one kind. */
export const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[\u2018\u2019]/g, "'")
    .toLowerCase();

const POSSESSIVE = /'s?\b/g;

const known = new Map<string, string>();

/** The stem of one word in small letters: Porter's, but for the tables below. */
export function stem(word: string): string {
  let found = known.get(word);
  if (found === undefined) {
    const s = UNRELATED.has(word) ? word : stemmer(word);
    found = ALIASES[s] ?? s;
    if (known.size < 5_000) known.set(word, found);
  }
  return found;
}

/** Words whose stem is that of a word with another meaning. */
const UNRELATED: ReadonlySet<string> = new Set([
  'negotiable',
  'negotiability',
  'attendant',
  'attendants',
  'caseload',
  'decisive',
  'preceding',
  'likely',
  'general',
  'organization',
]);

/** Forms of one word whose stems Porter's rules keep apart, and British spellings. */
const ALIASES: Readonly<Record<string, string>> = Object.fromEntries(
  (
    [
      ['settlement', 'settle'],
      ['settlor', 'settlor'],
      ['resolution', 'resolve'],
      ['valuation', 'value'],
      ['attendee', 'attend'],
      ['attendance', 'attend'],
      ['judgement', 'judgment'],
      ['counterproposal', 'counteroffer'],
      ['counterdemand', 'counteroffer'],
      ['proposal', 'propose'],
      ['strongest', 'strong'],
      ['stronger', 'strong'],
      ['weakest', 'weak'],
      ['weaker', 'weak'],
      ['defence', 'defense'],
      ['favour', 'favor'],
      ['itemise', 'itemize'],
      ['itemisation', 'itemize'],
      ['itemization', 'itemize'],
      ['analysis', 'analyze'],
      ['analyses', 'analyze'],
      ['analyse', 'analyze'],
      ['summarise', 'summary'],
      ['summarize', 'summary'],
      ['said', 'say'],
      ['spoken', 'speak'],
      ['sought', 'seek'],
      ['went', 'go'],
      ['gone', 'go'],
      ['stood', 'stand'],
      ['fought', 'fight'],
      ['sent', 'send'],
      ['spent', 'spend'],
      ['costly', 'cost'],
      ['compliance', 'comply'],
      ['complied', 'comply'],
      ['prediction', 'predict'],
      ['tried', 'try'],
      ['came', 'come'],
      ['began', 'begin'],
      ['begun', 'begin'],
      ['arose', 'arise'],
      ['arisen', 'arise'],
      ['brought', 'bring'],
      ['took', 'take'],
      ['taken', 'take'],
      ['made', 'make'],
      ['gave', 'give'],
      ['given', 'give'],
      ['paid', 'pay'],
      ['knew', 'know'],
      ['known', 'know'],
      ['met', 'meet'],
      ['held', 'hold'],
      ['thought', 'think'],
      ['told', 'tell'],
      ['did', 'do'],
      ['done', 'do'],
      ['won', 'win'],
      ['led', 'lead'],
      ['trying', 'try'],
      ['calculation', 'calculate'],
      ['happened', 'happen'],
      ['procedural', 'procedure'],
      ['legally', 'legal'],
    ] as const
  ).map(([form, word]) => [stemmer(form), stemmer(word)]),
);
