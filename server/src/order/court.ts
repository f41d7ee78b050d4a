/** The federal district courts by their states; each is reduced to a key such as `sd ny`. */
const STATES: Readonly<Record<string, string>> = {
  alabama: 'ala',
  alaska: 'alaska',
  arizona: 'ariz',
  arkansas: 'ark',
  california: 'cal',
  colorado: 'colo',
  connecticut: 'conn',
  delaware: 'del',
  'district of columbia': 'dc',
  florida: 'fla',
  georgia: 'ga',
  guam: 'guam',
  hawaii: 'haw',
  idaho: 'idaho',
  illinois: 'ill',
  indiana: 'ind',
  iowa: 'iowa',
  kansas: 'kan',
  kentucky: 'ky',
  louisiana: 'la',
  maine: 'me',
  maryland: 'md',
  massachusetts: 'mass',
  michigan: 'mich',
  minnesota: 'minn',
  mississippi: 'miss',
  missouri: 'mo',
  montana: 'mont',
  nebraska: 'neb',
  nevada: 'nev',
  'new hampshire': 'nh',
  'new jersey': 'nj',
  'new mexico': 'nm',
  'new york': 'ny',
  'north carolina': 'nc',
  'north dakota': 'nd',
  ohio: 'ohio',
  oklahoma: 'okla',
  oregon: 'or',
  pennsylvania: 'pa',
  'puerto rico': 'pr',
  'rhode island': 'ri',
  'south carolina': 'sc',
  'south dakota': 'sd',
  tennessee: 'tenn',
  texas: 'tex',
  utah: 'utah',
  vermont: 'vt',
  'virgin islands': 'vi',
  virginia: 'va',
  washington: 'wash',
  'west virginia': 'wva',
  wisconsin: 'wis',
  wyoming: 'wyo',
};
const SHORT = new Set(Object.values(STATES));
const SIDES: Readonly<Record<string, string>> = {
  northern: 'n',
  southern: 's',
  eastern: 'e',
  western: 'w',
  middle: 'm',
  central: 'c',
};

/**
 * A district court's key, however it is written: "S.D.N.Y.", "SDNY", "Southern District of New York".
 * Undefined when no district is recognised, so that an unusual form narrows nothing.
 */
export function courtKey(name: string): string | undefined {
  const words = name.toLowerCase().replace(/united states|u\. ?s\.|district court|for the|in the|the /g, ' ');
  const long = /(?:(northern|southern|eastern|western|middle|central) )?district of ([a-z ]+)/.exec(words);
  if (long) {
    const state = Object.keys(STATES)
      .sort((a, b) => b.length - a.length)
      .find((s) => long[2]?.trim().startsWith(s));
    return state ? `${SIDES[long[1] ?? ''] ?? ''}d ${STATES[state]}` : undefined;
  }
  const letters = words.replace(/[^a-z]/g, '');
  const short = /^([nsewmc]?)d(.+)$/.exec(letters);
  if (!short) return undefined;
  const state = SHORT.has(short[2] ?? '') ? short[2] : STATES[short[2] ?? ''];
  return state ? `${short[1]}d ${state}` : undefined;
}
