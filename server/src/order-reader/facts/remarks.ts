import { type Read, type Reading, read } from '../text/reading.ts';

/** What no document can violate, but the writer should know: told beside the checklist. */
interface Remark {
  readonly when: RegExp;
  /** In words of our own; the order's stand in the evidence. */
  readonly say: string;
}

/** What orders say again and again, each told once, at the first sentence that says it. */
const REMARKS: readonly Remark[] = [
  {
    when: /\b(?:off the record|not be admissible|inadmissible|not admissible|may not be (?:used|offered|quoted)|not be used in discovery|rule 408|privileged)\b/i,
    say: 'What is said at the conference is confidential and cannot be used as evidence.',
  },
  {
    when: /\b(?:non-?party|involved) insur(?:ance|er)\w*\b[^.;]{0,60}\b(?:requirements|order)\b|\b(?:advis|notify|tell|inform)\w*\b[^.;]{0,40}\b(?:insurers?|insurance (?:compan|carrier)\w*|subrogees?)\b/i,
    say: 'Insurers and others whose money or claim is involved must be told of the order in time.',
  },
  {
    when: /\b(?:remain|stay)\b[^.;]{0,80}\b(?:until|as late as|throughout|entire|duration)\b|\bpermitted to leave\b|\bplan (?:on|for) \w+ hours\b|\bcleared? (?:their|your) (?:calendars?|schedules?)\b/i,
    say: 'Those who attend must be free to stay until the conference is over.',
  },
  {
    when: /\b(?:destroyed|shredded|discarded|returned to the part|not (?:be )?(?:made )?(?:a )?part of the (?:case )?file)\b/i,
    say: 'What is sent to the judge does not stay in the court file.',
  },
  {
    when: /\bex parte (?:teleconference|telephone|call|communication)s?\b/i,
    say: 'The judge may speak with either side alone before the conference.',
  },
  {
    when: /\b(?:opening statement|brief presentation|opening presentations?|ten minutes)\b/i,
    say: 'Be prepared for a short presentation at the start of the conference.',
  },
  {
    when: /\bwill be kept confidential by the (?:judge|court)\b|\bnot be disclosed to (?:any other party or )?(?:to )?the trial judge\b/i,
    say: 'What the judge is told in confidence reaches neither the other side nor the trial judge.',
  },
  {
    when: /\bdiscovery\b[^.;]{0,80}\b(?:evaluate|value|informally|settlement purposes)\b/i,
    say: 'Complete the discovery that is needed to value the case before the conference.',
  },
  {
    when: /\bencouraged\b[^.;]{0,30}\bexchange\b/i,
    say: 'The parties are encouraged to exchange what they send to the Court.',
  },
  {
    when: /\b(?:extreme positions|carefully evaluate)\b/i,
    say: 'Weigh the position with care before it is taken: extreme ones hinder settlement.',
  },
  {
    when: /\b(?:should|must|shall|are to|be) (?:be )?(?:prepared|ready) to (?:discuss|address)\b/i,
    say: 'Be ready to discuss the matters that the order lists for the conference.',
  },
  {
    when: /\b(?:notify|tell|inform|call|advise|telephone)\b[^.;]{0,50}\bif (?:this|the|your) (?:case|matter|action) (?:settles|is settled|has settled)\b|\bif (?:you settle|the (?:case|matter) settles)\b[^.;]{0,50}\b(?:notify|tell|inform|call)\b/i,
    say: 'Tell chambers at once if the case settles before the conference.',
  },
  {
    when: /\b(?:provide|give|send)\b[^.;]{0,10}\b(?:a )?copy of this order\b|\bread\b[^.;]{0,30}\bwith (?:your|the|their) clients?\b/i,
    say: 'Give a copy of the order to each client who will take part.',
  },
  {
    when: /\bnot (?:wait|start(?:ing)?)\b[^.;]{0,60}\bnegotiat\w+|\bnot a vehicle\b|\bin completing their negotiations, not in starting\b/i,
    say: 'Negotiate before the conference: it is there to finish the talks, not to begin them.',
  },
  {
    when: /\bbinding (?:on|upon) (?:both|all) (?:sides|parties)\b|\bbinds (?:both sides|all parties)\b/i,
    say: 'The requirement binds both sides.',
  },
  {
    when: /\b(?:past|prior|earlier) (?:settlement )?(?:negotiations?|discussions?|offers?)\b[^.;]{0,40}\bmay not be relied\b/i,
    say: 'Talks that came before the earlier order do not count.',
  },
  {
    when: /\b(?:sanction\w*|reimburse|assess(?:ed)? against|fees and expenses incurred|pay for the time)\b/i,
    say: 'A party that does not comply may have to pay the costs of the others, or be sanctioned.',
  },
];

/** The remarks that the text makes, in its sequence. */
export function remarksIn(r: Reading): Read<string>[] {
  const found: Read<string>[] = [];
  for (const { when, say } of REMARKS) {
    const sentence = r.sentences.find((s) => when.test(s.words.replace(/[[\]]/g, '')));
    if (sentence) found.push(read(say, sentence.start, sentence.end, 0.8));
  }
  return found.sort((a, b) => a.start - b.start);
}
