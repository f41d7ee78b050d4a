import { edit, type Mapped, rewrite } from './mapped.ts';

/** One sort of blank, of quotation mark, of dash and of bullet, so that what follows need know no others. */
const PLAIN: Readonly<Record<string, string>> = {
  '\u00a0': ' ',
  '\u2002': ' ',
  '\u2003': ' ',
  '\u2009': ' ',
  '\u202f': ' ',
  '\t': ' ',
  '\f': '\n',
  '\r': '\n',
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u2018': "'",
  '\u2019': "'",
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2015': '-',
  '\u2022': '-',
  '\u25cf': '-',
  '\u25aa': '-',
  '\u00b7': '-',
  '\u2610': '[ ]',
  '\u2611': '[x]',
  '\u2612': '[x]',
  '\ufb01': 'fi',
  '\ufb02': 'fl',
  '\ufeff': '',
  '\u00ad': '',
};

export function plainCharacters(m: Mapped): Mapped {
  const unified = rewrite(m, /\r\n?/g, '\n');
  return rewrite(
    unified,
    /[\u00a0\u2002\u2003\u2009\u202f\t\f\u201c-\u201e\u2018\u2019\u2010-\u2015\u2022\u25cf\u25aa\u00b7\u2610-\u2612\ufb01\ufb02\ufeff\u00ad]/g,
    ([c]) => PLAIN[c] ?? null,
  );
}

/** What Markdown adds to the words: emphasis, links, escapes, rules. Headings keep their `#`. */
export function withoutMarkdown(m: Mapped): Mapped {
  let out = rewrite(m, /!?\[([^\][\n]{1,200})\]\((?:[^()\s]|\\\S){1,300}\)/g, (x) => x[1] ?? '');
  out = rewrite(out, /\\{1,3}([!-/:-@[\]^-`{-~])/g, (x) => x[1] ?? '');
  out = rewrite(out, /\\(?=\n)/g, '');
  out = rewrite(out, /^ {0,3}(?:[-*_=] ?){3,200}$/gm, '');
  out = rewrite(out, /_{3,200}/g, ' ');
  // What a form has filled in, and emphasis: "__8__ pages", "_Damages._". Within a word they are the word's.
  out = rewrite(out, /(?<![\w@.])_{1,2}(?=\w)|(?<=\w[.,:]?)_{1,2}(?=[ .,;:)!?])/g, '');
  out = rewrite(out, /^( {0,12})[*+](?= )/gm, (x) => `${x[1] ?? ''}-`);
  out = rewrite(out, /\*{1,3}/g, '');
  return rewrite(out, /^ {0,3}> ?/gm, '');
}

const BOX = /\[ ?[xX\u2713\u2714]? ?\]/g;

/** A form with boxes: what is not ticked is not ordered, and goes. */
export function withoutEmptyBoxes(m: Mapped): Mapped {
  if (!/\[ ?[xX\u2713\u2714] ?\]/.test(m.text)) return m;
  const boxes = [...m.text.matchAll(BOX)];
  const edits = boxes.map((box, i) => {
    const start = box.index;
    const ticked = /[xX\u2713\u2714]/.test(box[0]);
    if (ticked) {
      const leads = /(?:^|\n)[ \t]*$/.test(m.text.slice(Math.max(0, start - 80), start));
      return { start, end: start + box[0].length, by: leads ? '-' : '' };
    }
    const line = m.text.indexOf('\n', start);
    const stop = Math.min(boxes[i + 1]?.index ?? m.text.length, line < 0 ? m.text.length : line);
    // A line that goes whole leaves no gap between its neighbours.
    const whole = stop === line && /\n[ \t]*$/.test(m.text.slice(Math.max(0, start - 80), start));
    const end = whole ? stop + 1 : stop;
    return { start, end, by: '' };
  });
  return edit(m, edits);
}
