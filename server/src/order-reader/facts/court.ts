import { ordinalOf } from '../text/numbers.ts';
import { type Read, type Reading, read } from '../text/reading.ts';
import { STATES } from '../text/states.ts';

const NAMES = [...STATES.map(([name]) => name)]
  .sort((a, b) => b.length - a.length)
  .join('|')
  .replace(/ /g, '\\s{1,20}');
const SIDE = 'Northern|Southern|Eastern|Western|Middle|Central';
const DISTRICT = new RegExp(
  `\\b(?:(${SIDE}|[NSEWMC](?=\\.\\s?D\\.))[.\\s]{1,20})?(?:District\\s{1,20}of|D\\.)\\s{1,20}(?:the\\s)?(${NAMES})\\b`,
  'gi',
);
const SHORT = new RegExp(
  `(?<![\\w.])([NSEWMC])?\\.?\\s?D\\.\\s?(${[...new Set(STATES.map(([, s]) => s))]
    .sort((a, b) => b.length - a.length)
    .map((s) => s.replace(/\./g, '\\.').replace(/ /g, '\\s?'))
    .join('|')})(?![\\w])`,
  'g',
);

/** The court in its short form, such as N.D. Ill. */
export function courtIn(r: Reading): Read<string> | null {
  return district(r) ?? stateCourt(r) ?? shortForm(r) ?? fromAddress(r);
}

/** "United States District Court ... Northern District of Illinois". The court's own name, not one that is spoken of. */
function district(r: Reading): Read<string> | null {
  let best: Read<string> | null = null;
  for (const m of r.text.matchAll(DISTRICT)) {
    const before = r.text.slice(Math.max(0, m.index - 90), m.index);
    const titled = /(?:united\s+states\s+|u\.?\s?s\.?\s+)district\s+court\W{0,9}(?:\s|for|the|in)*$/i.test(
      before,
    );
    const capitals = m[0] === m[0].toUpperCase();
    const confidence = titled ? 0.98 : capitals ? 0.95 : /\bcourts?\b/i.test(before.slice(-40)) ? 0.8 : 0.6;
    if (best === null || confidence > best.confidence) {
      const bankruptcy = /\bbankruptcy\s+court\W{0,9}(?:\s|for|the|in)*$/i.test(before) ? 'Bankr. ' : '';
      best = read(bankruptcy + shortOf(m[1], m[2] ?? ''), m.index, m.index + m[0].length, confidence);
    }
  }
  return best;
}

function shortOf(side: string | undefined, name: string): string {
  const state =
    STATES.find(([n]) => n.toLowerCase() === name.replace(/\s+/g, ' ').toLowerCase())?.[1] ?? name;
  return joined(side?.charAt(0).toUpperCase() ?? '', state);
}

/** Single letters close up (S.D.N.Y.); longer words stand apart (N.D. Ill.). */
const joined = (side: string, state: string): string =>
  `${side ? `${side}.` : ''}D.${/^[A-Z]\./.test(state) ? '' : ' '}${state}`;

function shortForm(r: Reading): Read<string> | null {
  for (const m of r.text.matchAll(SHORT)) {
    // "S.D. Ohio Civ. R. 16.3" cites a rule, which is this court's all the same.
    return read(joined(m[1] ?? '', m[2] ?? ''), m.index, m.index + m[0].length, 0.7);
  }
  return null;
}

/** A federal court's addresses begin with state and district: ilnd, nysd, cod. */
function fromAddress(r: Reading): Read<string> | null {
  for (const m of r.text.matchAll(/@([a-z]{2})([nsewmc]?)d\.(?:uscourts\.gov)?/gi)) {
    const state = STATES.find(([, , two]) => two === m[1]?.toLowerCase())?.[1];
    if (state) return read(joined((m[2] ?? '').toUpperCase(), state), m.index, m.index + m[0].length, 0.85);
  }
  return null;
}

/** Trial courts of the states, by the usual ways of naming them. */
function stateCourt(r: Reading): Read<string> | null {
  const judicial = new RegExp(
    `\\b(\\w{3,12}(?:st|nd|rd|th)|\\d{1,2}(?:st|nd|rd|th))\\s+Judicial\\s+(District|Circuit)(?:\\s+Court)?[^.\\n]{0,60}?\\b(${NAMES})\\b`,
    'i',
  ).exec(r.text);
  if (judicial) {
    const n = ordinalOf(judicial[1] ?? '');
    const ending =
      n === undefined
        ? ''
        : n % 10 === 1 && n !== 11
          ? 'st'
          : n % 10 === 2 && n !== 12
            ? 'd'
            : n % 10 === 3 && n !== 13
              ? 'd'
              : 'th';
    if (n !== undefined) {
      const kind = /circuit/i.test(judicial[2] ?? '') ? 'Jud. Cir. Ct.' : 'Jud. Dist. Ct.';
      return read(
        `${stateOf(judicial[3])} ${n}${ending} ${kind}`,
        judicial.index,
        judicial.index + judicial[0].length,
        0.8,
      );
    }
  }
  const pleas = new RegExp(
    `\\bCourt\\s+of\\s+Common\\s+Pleas\\W{0,4}(?:of\\s+|for\\s+)?(\\w{3,20}(?:\\s\\w{3,20})?)\\s+County\\W{1,4}(${NAMES})\\b`,
    'i',
  ).exec(r.text);
  if (pleas) {
    return read(
      `${cased(pleas[1] ?? '')} County (${stateOf(pleas[2])}) C.P.`,
      pleas.index,
      pleas.index + pleas[0].length,
      0.8,
    );
  }
  return null;
}

const stateOf = (name: string | undefined): string =>
  STATES.find(([n]) => n.toLowerCase() === (name ?? '').replace(/\s+/g, ' ').toLowerCase())?.[1] ??
  name ??
  '';

const cased = (words: string): string => words.toLowerCase().replace(/\b[a-z]/g, (c) => c.toUpperCase());

/** The two-letter code of the state in which a court sits, from its short form; undefined where it is unknown. */
export function stateCode(court: string): string | undefined {
  return STATES.find(([, short]) =>
    court.replace(/\s/g, '').endsWith(`D.${short.replace(/\s/g, '')}`),
  )?.[2].toUpperCase();
}
