/** Words that are no part of a name though they stand beside it in capitals. */
const NO_NAME =
  /\b(?:order|notice|conference|settlement|judge|magistrate|united|states|district|court|chief|honorable|the|this|if|it|so|ordered|dated|by|before|courtroom|room|chambers|plaintiffs?|defendants?|division|case|no|page|signed|on|in|standing|procedures?|practices?|setting|division|sitting|name|assigned|other|than|if|at|as|and|will|who|attn|dear|new|california|york|local|rule|rules|federal|sincerely|entered|clerk|street|avenue|road|boulevard|building|courthouse|plaza|room|floor|suite|east|west|north|south|only|bankruptcy|senior|hon|date|honorable|attorney|state|deputy|government|copy|counsel|order|orders|matter|action|cause|scheduling|governing|requiring|early|referring|re|regarding|text|honor|file|filed|for|mediation|to|of|a|all|from|delaware|norfolk)\b/i;

/** A judge's name out of the words in capitals that it stands among; null where none is there. */
export function nameOf(raw: string): string | null {
  let words = raw.replace(/\s+/g, ' ').trim().split(' ');
  // What stands before a name in the same capitals (a place, a date, a heading) is cut off.
  for (let i = words.length - 1; i >= 0; i--) {
    const w = words[i] ?? '';
    if (NO_NAME.test(w.replace(/[.,']/g, ''))) {
      if (i >= words.length / 2) words = words.slice(0, i);
      else {
        words = words.slice(i + 1);
        break;
      }
    }
  }
  while (words.length > 0 && /^[A-Z]\.?$/.test(words.at(-1) ?? '')) words.pop();
  words = oneStyle(words);
  const name = words
    .join(' ')
    .replace(/'s$/, '')
    .replace(/[,.]$/, (c) => (c === '.' ? '.' : ''));
  if (!/[A-Za-z]{3}/.test(name)) return null;
  return /[a-z]{2}/.test(name) ? name : cased(name);
}

/** "Ann Bell ANN BELL": the signature and the name under it. Only the latter is taken. */
function oneStyle(words: readonly string[]): string[] {
  const style = (w: string): string => (/\p{Ll}/u.test(w) ? 'mixed' : /^[A-Z]\.?$/.test(w) ? '' : 'capitals');
  const last = words.map(style).findLast((x) => x !== '');
  const cut = words.findLastIndex((w) => style(w) !== '' && style(w) !== last);
  const rest = cut < 0 ? [...words] : words.slice(cut + 1);
  // The signature and the name under it in the same letters.
  const twice = rest.slice(0, -1).lastIndexOf(rest.at(-1) ?? '');
  return twice >= 0 ? rest.slice(twice + 1) : rest;
}

const cased = (name: string): string =>
  name
    .toLowerCase()
    .replace(/(?<![\p{L}'])\p{L}|(?<=[-']|(?<!\p{L})mc)\p{L}(?=\p{L}{2})/gu, (c) => c.toUpperCase());

export const surname = (name: string): string =>
  name
    .replace(/,?\s(?:Jr|Sr)\.?$|,?\s(?:II|III|IV)$/, '')
    .split(' ')
    .at(-1) ?? name;
