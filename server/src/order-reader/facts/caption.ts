import { type Read, type Reading, read } from '../text/reading.ts';
import { columnSides } from './caption-columns.ts';

/** Both sides of a caption, as they are named there. */
export interface Caption {
  readonly plaintiff: string;
  readonly defendant: string;
}

const ROLE = /\b(?:Plaintiffs?|Petitioners?|Claimants?|Counter-?\s?Defendants?)(?:\(s\)|\b)[,.\s/]/i;
const VERSUS =
  /(?:^|[\s)§|:])(?:-\s?(?:against|AGAINST|v|vs|VS|V)\.?\s?-?(?=[\sA-Z])|(?:v\.|vs\.|V\.|VS\.|against|versus|AGAINST|VERSUS|v)(?=[\s:)§|]))/g;

/** "A v. B": from the docket's title where the text begins with one, else from the caption's two blocks. */
export function captionIn(r: Reading): Read<string> | null {
  return titleLine(r) ?? columns(r) ?? blocks(r);
}

/** The left column's lines over and under "v.". */
function columns(r: Reading): Read<string> | null {
  const sides = columnSides(r);
  if (!sides) return null;
  const [left, right] = sides;
  const names = [tidy(left.name), tidy(right.name)];
  return names.every(usable)
    ? read(names.join(' v. '), Math.min(left.start, right.start), Math.max(left.end, right.end), 0.92)
    : null;
}

/** A line that is nothing but the title of a case. */
function titleLine(r: Reading): Read<string> | null {
  let at = 0;
  for (const line of r.lines.slice(0, 2000).split('\n')) {
    const m = /^\s{0,20}([A-Z][^\n]{1,110}?) v(?:s)?\.? ([A-Z][^\n]{1,110}?)\s{0,20}$/.exec(line);
    const sides = m ? `${m[1]}\n${m[2]}` : '';
    if (m && !/[a-z]{4}\. [A-Z]|[;:] |\b(?:judge|order|plaintiffs?|defendants?)\b/i.test(sides)) {
      return read(`${tidy(m[1] ?? '')} v. ${tidy(m[2] ?? '')}`, at, at + line.length, 0.95);
    }
    at += line.length + 1;
  }
  return null;
}

/** "ANNA BELL, Plaintiff, v. CARL DORN, et al., Defendants." over any number of lines, with its frame of ) or §. */
function blocks(r: Reading): Read<string> | null {
  const head = masked(r.lines.slice(0, 6000));
  for (const v of head.matchAll(VERSUS)) {
    // "Part V. Family": a numeral, unless the sides are called by their roles.
    if (/V/.test(v[0]) && !/plaintiff/i.test(head.slice(Math.max(0, v.index - 200), v.index))) continue;
    const before = head.slice(Math.max(0, v.index - 500), v.index);
    const after = head.slice(v.index + v[0].length, v.index + v[0].length + 500);
    const left = nameBefore(before);
    const right = nameAfter(after);
    if (left && right) {
      const start = Math.max(0, v.index - 500) + left.at;
      return read(`${left.name} v. ${right.name}`, start, v.index + v[0].length + right.end, 0.9);
    }
  }
  return null;
}

const BESIDE =
  /\b(?:CIVIL ACTION|Civil Action|CASE|Case|CIV\.|Civ\.)?\s?(?:No\.|NO\.|Number|NUMBER|no\.)?:?\s?(?<![\w])(?:[A-Z]{1,3}-)?(?:\d{1,2}:\d{2}-?[\w:/-]{3,40}|\d{2}[- ]?(?:cv|CV|Civ\.|mc|C|CIV)[- ]?[\w/-]{3,40}|C-\d{2}-\d{4,6}|CV \d{2}-\d{3,6})(?:\s?\([A-Z]{2,4}\)|\s[A-Z]{2,4}\/[A-Z]{2,4}|\sP(?=\s)){0,3}|\b(?:CIVIL ACTION|Civil Action)(?: FILE| File)?(?:\s{1,4}(?:NO|No)\.?)?|\b(?:CIVIL|Civil|CV\.|C\.A\.|CASE|Case|Adv\. Proc\.|CAUSE|Cause)\s(?:NO|No)\.?:?\s{0,4}[\w:-]{4,40}(?:\s\([A-Z]{2,5}\)|\s[A-Z]{2,4}[-/][A-Z]{2,4})?|\b(?:NO|No)\. \w?\d{2}-\d{3,6}[\w-]{0,12}|\bSECTION "\w+"(?: \(\d\))?/g;
/** The order's own title, which stands beside the names. */
const TITLE =
  /\b(?:(?:AMENDED|NOTICE|ORDER|AND|RE|REGARDING|SETTING|SCHEDULING|REFERRING|JUDICIAL|VIRTUAL|SETTLEMENT|CONFERENCE|MEDIATION|PROCEDURES|TO|COUNSEL|OF|FOR|BY|THE|COURT|STANDING|ON|CASE|SECOND|FIRST|RESETTING|MANDATORY|VACATING|EARLY|NEUTRAL|EVALUATION|CONCERNING|GOVERNING)\b[ \t]{0,3}\n?[ \t]{0,3}){2,14}|\bORDER\b/g;

/** Numbers and titles beside the names are blanked out. Same length. */
const masked = (text: string): string =>
  text
    .replace(BESIDE, (x) => x.replace(/[^\n]/g, ' '))
    .replace(/(?<=\s)[)§|:](?=\s)/g, ' ')
    .replace(TITLE, (x) => (/ORDER|NOTICE|SETTLEMENT|CONFERENCE/.test(x) ? x.replace(/[^\n]/g, ' ') : x));

/** The last run of a party's words before the role, or before the "v.". */
function nameBefore(text: string): { name: string; at: number } | null {
  const roles = [...text.matchAll(new RegExp(ROLE, 'gi'))];
  const role = roles.at(-1);
  if (!role && text.trim().length > 140 && !/\n/.test(text)) return null;
  const until = role ? role.index : text.length;
  const part = text.slice(0, until);
  const cut = lastStop(part);
  const name = tidy(part.slice(cut));
  return usable(name) ? { name, at: cut } : null;
}

/** Where a caption's first name begins: behind the court's words, the number, a blank line. */
function lastStop(text: string): number {
  let cut = 0;
  const stops = [
    /\n[ \t]*\n/g,
    /-{5,200}\s?x?/gi,
    /\b(?:DISTRICT OF [A-Z]+(?: [A-Z]+)?(?: (?:DIVISION|AT) ?[A-Z]*)?|[A-Z]+ DIVISION(?: AT [A-Z]+)?|DIVISION|COURT|AT [A-Z]{4,20})\b/g,
    /\b(?:No\.|Case|Number|Action)\s[^\n]{0,50}\d[\w:/()-]*/g,
    /\d{2}-\d{2}-\d{4}/g,
    /\b[A-Z][a-z]+ District of (?:New |North |South |West |Puerto |Rhode )?[A-Z][a-z]+/g,
    /\([A-Z]{2,4}\)\s/g,
    /[:|]\s/g,
  ];
  for (const stop of stops) {
    for (const m of text.matchAll(stop)) {
      const end = m.index + m[0].length;
      if (text.slice(end).replace(/[^A-Za-z]/g, '').length >= 3) cut = Math.max(cut, end);
    }
  }
  return cut;
}

function nameAfter(text: string): { name: string; end: number } | null {
  const role = /\b(?:Defendants?|Respondents?)(?:\(s\))?\s?[.,\s)]/i.exec(text);
  const end = role ? role.index : text.search(/\n[ \t]*\n|\s{2}[:)§]/);
  if (end < 0) return null;
  const part = text.slice(0, end);
  const name = tidy(part.split(/\n[ \t]*\n/).find((x) => usable(tidy(x))) ?? part);
  return usable(name) ? { name, end } : null;
}

const usable = (name: string): boolean =>
  /[A-Za-z]{2}/.test(name) &&
  name.length <= 160 &&
  !/\b(?:hereby|shall|ordered|matter|conference)\b/i.test(name);

/** One line, without frame and numbers of docket entries, and not in capitals. */
function tidy(words: string): string {
  const plain = words
    .replace(/\b(?:Plaintiffs?|Defendants?)(?:\(s\))?\b/gi, ' ')
    .replace(/[)§|_:]+(?=\s|$)|(?<=^|\s)[()§|_:]+/g, ' ')
    .replace(/-{3,200}X?/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,.;-]+|[\s,;-]+$/g, '')
    .replace(/\s,/g, ',')
    .replace(/\bet\.\s?al\b\.?/gi, 'et al.')
    // What a party is, behind its name: ", a Florida corporation", ", as personal representative".
    .replace(
      /,\s+(?:an? (?=[\w ]{0,40}\b(?:corporation|company|partnership|individual|municipal\w*|body|political|citizen|resident|trust))|as (?=[a-z])|individually|on behalf of|by and through)[^,;]*(?=,? and [A-Z]|,? et al|;|$)/gi,
      '',
    )
    .trim();
  const names = plain.replace(
    /\b(?:et al|and|of|the|in rem|dba|by|his|her|as|for|on behalf)\b|Chapter \d+ Trustee/g,
    '',
  );
  return /[a-z]{3}/.test(names) ? plain : cased(plain);
}

/** Capitals to what is written in running text; short forms of companies stay. */
function cased(name: string): string {
  return name
    .toLowerCase()
    .replace(/(?<![\p{L}'])\p{L}/gu, (c) => c.toUpperCase())
    .replace(/\b(Llc|Llp|Lp|Usa|Pllc|Pc|Ii|Iii|Iv)\b/g, (w) => w.toUpperCase())
    .replace(/\bEt Al\b\.?/g, 'et al.')
    .replace(/(?<=\S )(Of|And|The|For|In|On|D\/b\/a)\b/g, (w) => w.toLowerCase());
}
