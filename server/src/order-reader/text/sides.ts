/** Who must do something, as an order says it. */
export type Actor = 'each party' | 'plaintiff' | 'defendant' | 'court';

/** Who is meant where: offsets into the text that was looked at. */
export interface ActorMention {
  readonly actor: Actor;
  readonly start: number;
  readonly end: number;
}

export interface Sides {
  readonly pattern: RegExp;
  readonly of: (words: string) => Actor;
}

const PLAINTIFF =
  'plaintiffs?(?:\\(s\\))?|claimants?|petitioners?|(?:any |the |a |each )?party (?:who|that|which) (?:asserts?|began|brought|filed|makes?|seeks?)\\b|party asserting|the side (?:seeking|claiming)|(?:a |any |the |each )?party seeking (?:affirmative )?(?:relief|recovery|damages)\\b|the party (?:seeking|claiming|making)|movants?|(?:estate|trustee)(?= (?:shall|must|will))';
const DEFENDANT =
  'defendants?(?:\\(s\\))?|defen[cs]e(?= counsel)|defence|respondents?|(?:any |the |a )?party (?:who|that|which) (?:defends?|is defending|opposes)\\b|the other party(?= must| shall| is to)|opposing (?:counsel|party)(?= shall| must| is to| will| should)|the defending (?:party|side)|(?:each |the |an |every )adverse party(?= (?:shall|must|will|is to))|defense counsel|the insurer(?= shall| must)';
const EACH =
  'each (?:of the )?(?:part(?:y|ies)|sides?|litigants?|counsel|lawyers?|attorneys?)|every (?:party|side|lawyer)|both (?:sides|parties)|(?:all|the) (?:parties|sides|litigants)|(?:counsel|attorneys?|lawyers?) for (?:each|every|all) (?:party|side|of the parties|parties)|parties|any party|a party|a side|any side|the two sides|either (?:party|side)|each of you|you\\b|counsel|the party|attorneys?|lawyers?';
const COURT =
  'the court|chambers|the undersigned|(?:magistrate |settlement )?judge|the mediator|the clerk|my deputy|the deputy|this court|courtroom deputy|the magistrate';

/** The words for either side, with the names that the caption gives them. */
export function sidesOf(caption: string | null): Sides {
  const [left = '', right = ''] = caption === null ? [] : caption.split(' v. ');
  // The words alone are held against these: what must follow them in the text is not among them.
  const alone = (source: string): string => source.replace(/\(\?=[^()]*(?:\([^()]*\))?[^()]*\)/g, '');
  const plaintiff = new RegExp(`^(?:${[alone(PLAINTIFF), ...names(left)].join('|')})`, 'i');
  const defendant = new RegExp(`^(?:${[alone(DEFENDANT), ...names(right)].join('|')})`, 'i');
  const each = new RegExp(`^(?:${EACH})`, 'i');
  const lead = '(?:(?:counsel|attorneys?|lawyers?) for (?:the |all )?)?';
  const pattern = new RegExp(
    `\\b${lead}(?:${[PLAINTIFF, DEFENDANT, ...names(left), ...names(right), EACH, COURT].join('|')})(?:'s?)?(?: counsel| attorneys?| lawyers?)?\\b`,
    'gi',
  );
  return {
    pattern,
    of: (words) => {
      const bare = words.replace(/^(?:counsel|attorneys?|lawyers?) for (?:the |all )?(?=\w)/i, '');
      if (/^opposing|^defense counsel/i.test(bare)) return 'defendant';
      if (each.test(words) && /^(?:counsel|attorneys?|lawyers?) for (?:each|every)/i.test(words))
        return 'each party';
      if (plaintiff.test(bare)) return 'plaintiff';
      if (defendant.test(bare)) return 'defendant';
      return each.test(bare) ? 'each party' : 'court';
    },
  };
}

/** Words by which an order may call a party: its first distinctive word, or a person's last. */
function names(side: string): string[] {
  const first = side.split(/,| and | et al/)[0] ?? '';
  const words = first.split(' ').filter((w) => /^[A-Z][\w'-]{3,}$/.test(w) && !COMMON.test(w));
  const chosen = new Set([words[0], words.at(-1)].filter((w): w is string => w !== undefined));
  return [...chosen].map((w) => `(?:M[rs]s?\\. )?${w.replace(/[^\w'-]/g, '')}`);
}

const COMMON =
  /^(?:The|City|County|State|United|States|America|Company|Corp|Inc|Group|Services?|Systems?|National|American|General|First|New|North|South|East|West|Board|Department|Court|Estate|Partners|Industries|Holdings|Bank|School|District|Center|Judge|Case|Supply|Management|Packaging|Storage|Legal|Trust|Home|Pilot|Settlement|Letter|Statement)$/;

/** Every mention of somebody in a text. */
export function actorsIn(text: string, sides: Sides): ActorMention[] {
  return [...text.matchAll(sides.pattern)].map((m) => ({
    actor: sides.of(m[0]),
    start: m.index,
    end: m.index + m[0].length,
  }));
}

/** The side that is to act; null where it is no single one. */
export const sideOf = (clause: { readonly actor: Actor | null }): 'plaintiff' | 'defendant' | null =>
  clause.actor === 'plaintiff' || clause.actor === 'defendant' ? clause.actor : null;
