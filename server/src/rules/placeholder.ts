import type { Chunk } from '../letter/chunk.ts';
import { remembered } from '../letter/memo.ts';
import { OPAQUE, type Prose, proses, sourceSpan } from '../letter/prose.ts';
import { type Span, shift, span } from '../letter/span.ts';
import type { Found, Rule } from './support/rule.ts';

export const placeholder: Rule = {
  id: 'placeholder',
  severity: 'warning',
  title: 'A blank that was never filled in',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is quoted
  what: 'A bracketed blank, TODO, TBD, XXX, a run of underscores or a template’s own mark, such as `${1:date}`, stands in the text or in the header.',
  why: 'A blank in a letter to chambers tells the judge how much care went into it.',
  mend: 'Fill the blank in, or take it out. Brackets that belong to a quotation are left alone inside quotation marks.',
  needs: 'letter',
  check({ letter }) {
    const found: Found[] = letter.pieces.flatMap(({ chunk, start }) =>
      blanks(chunk).map((b) => ({ message: b.message, span: shift(b.span, start) })),
    );
    const { yaml } = letter.header;
    const source = letter.text.slice(yaml.start, yaml.end);
    for (const b of blanksIn(source, { quoted: false, brackets: false })) {
      if (inComment(source, b.start)) continue;
      found.push({ message: say(b.words), span: span(yaml.start + b.start, yaml.start + b.end) });
    }
    return found;
  },
  accepted: [
    {
      say: 'a quotation altered',
      body: 'The policy covers "[t]he insured [and] any [Company] vehicle [to be added by endorsement]" [sic].',
    },
    { say: 'a rate, and a Spanish word', body: 'Copies cost $2 per form, sobre todo.' },
    { say: 'a code span', body: 'The field reads `[Amount]` and `____`.' },
    { say: 'a masked number', body: 'The account is XXX-XX-1234.' },
    {
      say: 'links, notes and reporters',
      body: 'See [the letter](a.pdf), [2019] 1 W.L.R. 12.[^1]\n\n[^1]: Note.',
    },
    { say: 'a line to sign on', body: 'Respectfully submitted,\n\n____________________\n\nA. Writer' },
  ],
  rejected: [
    { say: 'a bracketed blank', body: 'Plaintiff offered [Amount] in May.', marks: '[Amount]' },
    {
      say: 'an instruction left over',
      body: '[Insert date of the first offer]',
      marks: '[Insert date of the first offer]',
    },
    {
      say: 'a note to somebody else',
      body: 'The offer was [Client to confirm], made on [date to come].',
      marks: '[Client to confirm]',
      count: 2,
    },
    { say: 'TODO', body: 'TODO: ask the client.', marks: 'TODO' },
    { say: 'underscores', body: 'The sum of $____ was offered.', marks: '____' },
    {
      say: "a snippet's stop",
      body: `On \${1:date} Plaintiff demanded $\${2}.`,
      marks: `\${1:date}`,
      count: 2,
    },
    { say: 'in the header', header: ['caption: TBD'], body: '', marks: 'TBD' },
  ],
};

interface Blank {
  readonly message: string;
  readonly span: Span;
}

const blanks = remembered((chunk: Chunk): readonly Blank[] =>
  SUSPECT.test(chunk.text) ? proses(chunk).flatMap(inProse) : [],
);

/** A quick look by which most chunks are passed over. */
const SUSPECT = /[[_]|TODO|TBD|XXX|\$\{|TK\b/;

function inProse(prose: Prose): Blank[] {
  if (prose.kind === 'code') return [];
  return blanksIn(prose.text, { quoted: prose.inQuote, brackets: true }).map((b) => ({
    message: say(b.words),
    span: sourceSpan(prose, b.start, b.end),
  }));
}

const say = (words: string): string =>
  `Fill in or remove ${words.length > 40 ? `${words.slice(0, 38)}…` : words}.`;

interface Hit {
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

function blanksIn(text: string, how: { quoted: boolean; brackets: boolean }): Hit[] {
  const found: Hit[] = [];
  const taken = new Set<number>();
  const add = (start: number, words: string): void => {
    const end = start + words.length;
    for (let at = start; at < end; at++) if (taken.has(at)) return;
    for (let at = start; at < end; at++) taken.add(at);
    found.push({ words, start, end });
  };
  const insideQuotes = quotesOf(text);
  for (const m of text.matchAll(/\$\{\d+(?::[^}\n]{0,200})?\}/g)) add(m.index, m[0]);
  if (how.brackets) {
    for (const m of text.matchAll(/\[([^[\]]{0,300})\]/g)) {
      const quoted = how.quoted || insideQuotes(m.index);
      const after = text[m.index + m[0].length] ?? '';
      const line = standsAlone(text, m.index, m[0]) && !how.quoted;
      if (line || isBlank(m[1] ?? '', quoted, after, text[m.index - 1] ?? '')) add(m.index, m[0]);
    }
  }
  for (const m of text.matchAll(/(?<![\p{L}\p{N}-])(?:TODO|TBD|TKTK|X{3,})(?![\p{L}\p{N}])/gu)) {
    const mask = m[0].startsWith('X') && /^[-\u2011\u2013/ ]?[\dX]/.test(text.slice(m.index + m[0].length));
    if (!mask) add(m.index, m[0]);
  }
  for (const m of text.matchAll(/(?<![\p{L}\p{N}_/])_{3,}(?![\p{L}\p{N}_])/gu)) {
    if (!signatureLine(text, m.index, m[0].length)) add(m.index, m[0]);
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Several words in brackets with a line to themselves: an instruction, such as the inserted sections hold. */
function standsAlone(text: string, at: number, words: string): boolean {
  if (!endsAt(text, at - 1, -1) || !endsAt(text, at + words.length, 1)) return false;
  const inner = words.slice(1, -1).trim().toLowerCase();
  return (
    inner.split(/\s+/).length >= 3 &&
    !EDITORIAL.has(inner) &&
    !/^(signature|remainder|rest of|page|end of|intentionally|seal|space)\b/.test(inner)
  );
}

/** Whether from a place on, in a direction, the line holds nothing but blanks. */
function endsAt(text: string, from: number, step: 1 | -1): boolean {
  let at = from;
  while (text[at] !== '\n' && /\s/.test(text[at] ?? '')) at += step;
  return text[at] === undefined || text[at] === '\n';
}

/** A line of nothing but underscores (with "By:" or "/s/" before them) is one to sign on. */
function signatureLine(text: string, at: number, length: number): boolean {
  const from = text.lastIndexOf('\n', at - 1) + 1;
  const to = text.indexOf('\n', at);
  const line = text.slice(from, to < 0 ? text.length : to).trim();
  return length >= 8 && /^(?:by:?|\/s\/|signed:?|x)?\s*_+$/i.test(line);
}

/** Tells of places in a text, in rising order, whether they stand in quotation marks that their paragraph opens. */
function quotesOf(text: string): (at: number) => boolean {
  let i = 0;
  let curly = 0;
  let straight = 0;
  return (at) => {
    for (; i < at; i++) {
      const c = text[i];
      if (c === '\u201C') curly++;
      else if (c === '\u201D') curly--;
      else if (c === '"') straight++;
      else if (c === '\n' && text[i + 1] === '\n') {
        curly = 0;
        straight = 0;
      }
    }
    return curly > 0 || straight % 2 === 1;
  };
}

/** What legal writing puts in brackets that is no blank. */
const EDITORIAL = new Set([
  'sic',
  'seal',
  'redacted',
  'emphasis added',
  'emphasis in original',
  'emphasis omitted',
  'citation omitted',
  'citations omitted',
  'footnote omitted',
  'footnotes omitted',
  'internal quotation marks omitted',
  'alterations in original',
  'quotation marks omitted',
  'cleaned up',
  'signature',
  'signed',
  'draft',
  'confidential',
  'hereinafter',
  'under seal',
]);

/** Words that stand for what is to be filled in. */
const NOUNS = new Set(
  (
    'amount date name number no party parties judge case caption address title city state time dollars figure sum ' +
    'court client plaintiff defendant attorney counsel firm phone telephone email e-mail day month year percent ' +
    'percentage exhibit page pages cite citation docket signature position insurer carrier employer company description ' +
    'reason reasons detail details text blank placeholder total value range mediator witness expert offer demand term terms'
  ).split(' '),
);
const SMALL = new Set([
  'the',
  'of',
  'a',
  'an',
  'and',
  'or',
  'to',
  'in',
  'for',
  'on',
  'your',
  'our',
  'their',
  'his',
  'her',
  'its',
  'first',
  'second',
  'last',
  'full',
  's',
  'if',
  'any',
  'here',
  'each',
]);
const VERBS = new Set(
  'insert describe list explain add fill enter state set provide specify identify give summarize summarise summarize choose select attach note discuss address confirm complete replace todo tbd tk tbc include check update write say ask see'.split(
    ' ',
  ),
);

/** "[Client to confirm]", "[amount to come]", "[to be determined]" */
const LEFT_TO_DO =
  /\bto (?:(?:be )?(?:confirm|determin|suppl[iy]|verif[iy]|check|fill|review|updat|revis|insert|add|advis|provid|cite-?check)(?:ed|e|y|ied)?\b|(?:come|follow)$)/;

function isBlank(inner: string, quoted: boolean, after: string, before: string): boolean {
  const words = inner.trim();
  if (words.includes(OPAQUE)) return false;
  // "[t]he", "offer[s]": letters changed within a word.
  if (/\p{L}/u.test(after) || /\p{L}/u.test(before)) return false;
  if (after === '(' || after === ':')
    return words.length > 0 && after === ':' ? isBlank(words, quoted, '', '') : false;
  if (words === '' || /^[_\s.?\u2022\u25CF\u2014\u2013*-]*$/.test(words)) {
    // "[...]" and "[. . .]" leave words of a quotation out.
    return !/^[.\s\u2026]+$/.test(words) || words === '';
  }
  if (/^\$?\s*(_+|X+|\u2022|\u25CF|\?+)?$/.test(words) || /_{2,}/.test(words)) return true;
  const low = words.toLowerCase().replace(/[.,;:!]+$/, '');
  if (EDITORIAL.has(low) || /^\d/.test(low)) return false;
  const list = low.split(/[^\p{L}'\u2019-]+/u).filter(Boolean);
  const [first = ''] = list;
  if (VERBS.has(first) && (list.length > 1 || first.length > 3) && !quoted) return true;
  if (/^(todo|tbd|tk|xxx+|tbc)\b/.test(low)) return true;
  if (!quoted && list.length <= 8 && LEFT_TO_DO.test(low)) return true;
  const upper = /^[^\p{Ll}]{2,}$/u.test(words) && /\p{Lu}{2}/u.test(words);
  if (upper && !quoted) return true;
  const nouns = list.filter((w) => NOUNS.has(w.replace(/['\u2019]s?$/, '')));
  const only = list.every((w) => NOUNS.has(w.replace(/['\u2019]s?$/, '')) || SMALL.has(w));
  if (only && nouns.length > 0) {
    // In a quotation a bracketed noun stands for a pronoun; outside one it is a blank.
    return !quoted || /^(amount|date|insert)\b/.test(low);
  }
  return false;
}

function inComment(source: string, at: number): boolean {
  const line = source.slice(source.lastIndexOf('\n', at - 1) + 1, at);
  return /(^|\s)#/.test(line);
}
