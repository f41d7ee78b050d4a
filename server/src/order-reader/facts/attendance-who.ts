import { type Read, type Reading, read } from '../text/reading.ts';

/** Who else must come, who may stand for a party, and who will not do. */
export interface AttendanceWho {
  /** Counsel without the party will not do. */
  readonly notCounselAlone: Read<true> | null;
  /** Somebody who is no party, an insurer's representative say, may appear for the party. */
  readonly nonParty: Read<true> | null;
  /** A governmental party's delegate: with authority to recommend, or with the full one. */
  readonly government: Read<'full' | 'recommend'> | null;
  /** Authority is asked of those that are no natural persons. */
  readonly naturalPerson: Read<true> | null;
  /** Or within reach by telephone. */
  readonly available: Read<true> | null;
}

const COUNSEL = '(?:counsel|attorneys?|lawyers?)';
const COUNSEL_ALONE: readonly RegExp[] = [
  new RegExp(`\\b(?:and )?not (?:just|only|merely) (?:its |their |the |by )?${COUNSEL}\\b`, 'i'),
  new RegExp(
    `\\b${COUNSEL}\\b[^.;]{0,60}\\b(?:alone|only)\\b[^.;]{0,30}\\b(?:not|insufficient|never)\\b`,
    'i',
  ),
  new RegExp(
    `\\b${COUNSEL} (?:of record )?(?:is|are|does|do|will|may|shall|cannot)\\b[^.;]{0,40}\\bnot\\b[^.;]{0,30}\\b(?:such|suffic\\w+|enough|qualif\\w+)`,
    'i',
  ),
  new RegExp(
    `\\b(?:attendance|appearance|presence) (?:by|of) (?:the )?${COUNSEL}\\b[^.;]{0,60}\\bnot\\b[^.;]{0,20}\\b(?:suffic\\w+|enough|acceptable|permitted)`,
    'i',
  ),
  new RegExp(
    `\\b${COUNSEL}\\b[^.;]{0,80}\\bnot (?:be )?permitted to (?:serve|appear|act) as the sole\\b`,
    'i',
  ),
  new RegExp(
    `\\b(?:other than|and may not be|who may not be|not be) (?:outside |in-house |retained )?(?:the )?${COUNSEL}(?: of record)?\\b`,
    'i',
  ),
  new RegExp(
    `\\b${COUNSEL}\\b[^.;]{0,40}\\bwithout (?:the|its|their|your|a) (?:clients?|part(?:y|ies))\\b`,
    'i',
  ),
  /\b(?:lead )?(?:trial )?counsel shall (?:attend|appear)[^.;]{0,50}\bwith the part(?:y|ies)\b/i,
];
const NON_PARTY: readonly RegExp[] = [
  /\b(?:individual|person|someone|representative) other than (?:a|the) party\b[^.;]{0,140}\bauthority\b/i,
  /\bnon-?party\b[^.;]{0,80}\bauthority\b[^.;]{0,80}\b(?:must|shall|may) (?:appear|attend)/i,
];
const GOVERNMENT =
  /\b(?:government(?:al)? (?:entit(?:y|ies)|bod(?:y|ies)|agenc(?:y|ies)|part(?:y|ies)|unit)|public (?:entit(?:y|ies)|bod(?:y|ies)|agenc(?:y|ies))|municipal(?:ity|ities| \w+)|state agenc(?:y|ies)|(?:the )?board (?:must|has to) (?:ratify|approve))\b/i;
const RECOMMEND = /\brecommend(?:s|ed|ation)?\b|\bwhose advice\b/i;
const NATURAL =
  /\b(?:any|each|every|a) party (?:who|that|which) is not (?:a natural person|an individual)\b|\bnot a natural person\b|\bnon-?individual part(?:y|ies)\b/i;
const AVAILABLE =
  /\b(?:or|and) (?:otherwise |at least )?(?:be )?(?:readily |immediately )?(?:available|reachable|on call)\b[^.;]{0,30}\b(?:phone|telephone)\b/i;

export function attendanceWho(r: Reading): AttendanceWho {
  return {
    notCounselAlone: first(r, COUNSEL_ALONE, 0.85),
    nonParty: first(r, NON_PARTY, 0.85),
    government: government(r),
    naturalPerson: first(r, [NATURAL], 0.85),
    available: first(r, [AVAILABLE], 0.85),
  };
}

/** Orders speak of who comes in one breath with who must be excused; a sentence that only asks for leave is none. */
function first(r: Reading, patterns: readonly RegExp[], confidence: number): Read<true> | null {
  for (const { start, end } of r.sentences) {
    const words = r.text.slice(start, end).replace(/\s/g, ' ');
    for (const pattern of patterns) {
      const m = pattern.exec(words);
      if (m) return read(true, start + m.index, start + m.index + m[0].length, confidence);
    }
  }
  return null;
}

function government(r: Reading): AttendanceWho['government'] {
  for (const { start, end } of r.sentences) {
    const words = r.text.slice(start, end).replace(/\s/g, ' ');
    const m = GOVERNMENT.exec(words);
    if (!m || !/\b(?:authority|recommend\w*|attend|appear|send|represent\w*)\b/i.test(words)) continue;
    const recommends = RECOMMEND.test(words);
    if (!recommends && !/\bfull\b[^.;]{0,20}\bauthority\b/i.test(words)) continue;
    return read(recommends ? 'recommend' : 'full', start + m.index, end, 0.85);
  }
  return null;
}
