import { nodeSpan } from '../letter/chunk.ts';
import type { Letter } from '../letter/letter.ts';
import { perProse } from '../letter/prose.ts';
import { span } from '../letter/span.ts';
import { cite } from '../order/cite.ts';
import { headOf, spanIn, spanOf } from './support/regions.ts';
import type { OrderContext } from './support/rule.ts';
import { type Found, type PagesContext, type Rule, SILENT } from './support/rule.ts';
import { indexOfRun, type Word, wordsOf } from './support/words.ts';

export const marking: Rule = {
  id: 'marking',
  severity: 'error',
  title: 'The words that the order requires on the letter',
  what: 'The required words are absent or inexact. Case, emphasis, line breaks, quotation marks and punctuation around them are free.',
  why: 'Court staff sort mail by these words: a letter without them may be docketed, and all that is in it with it.',
  mend: 'The light bulb puts the words at the top of the letter, or corrects those that stand there.',
  holds: ['marking'],
  needs: 'order',
  wantsAll: true,
  check(context) {
    const { letter, submission } = context;
    if (!submission.marking) return SILENT;
    const { words: required, paragraph } = submission.marking;
    const wanted = wordsOf(required).map((w) => w.key);
    const borne = bearers(context);
    const flat = borne.flatMap((b) => b.words.map((w) => ({ ...w, from: b })));
    if (indexOfRun(flat, wanted) >= 0) return [];
    // Words to themselves further down are a marking too: a footer, a closing line.
    const alone = letter.proses.find(({ prose }) => {
      if (prose.text.length > required.length * 3) return false;
      const words = wordsIn(prose);
      return words.length <= wanted.length + 12 && indexOfRun(words, wanted) >= 0;
    });
    if (alone && !(alone.prose.inFootnote || alone.prose.kind === 'code')) return [];
    const near = nearest(flat, wanted);
    if (near) {
      const place = spanIn(near.from.placed, near.start, near.end);
      const found: Found = {
        message: `The marking differs from the words that the order requires: “${required}” (${cite(paragraph)}).`,
        span: place,
        paragraph,
        fixes: [
          { title: 'Correct the marking', edits: [{ span: place, text: asWritten(near.text, required) }] },
        ],
      };
      return [found];
    }
    const first = letter.proses[0];
    const top = topOf(letter);
    const at = top ?? letter.body.end;
    const lead = top !== undefined || letter.text.slice(0, at).endsWith('\n\n') ? '' : '\n';
    return [
      {
        message: `The letter must be marked “${required}” (${cite(paragraph)}).`,
        span: first
          ? lineOf(context, spanOf(first).start)
          : span(letter.header.span.start, letter.header.span.start + 3),
        paragraph,
        fixes: [
          {
            title: 'Insert the marking',
            edits: [
              { span: span(at, at), text: `${lead}**${required}**${top === undefined ? '\n' : '\n\n'}` },
            ],
          },
        ],
      },
    ];
  },
  accepted: [
    {
      say: 'in capitals, over two lines',
      body: '**CONFIDENTIAL: FOR SETTLEMENT\nCONFERENCE ONLY**\n\nDear Judge Hartwell:',
    },
    {
      say: 'in quotation marks',
      body: '“Confidential: For Settlement Conference Only”\n\nDear Judge Hartwell:',
    },
    {
      say: 'with other words on its line',
      body: 'CONFIDENTIAL – FOR SETTLEMENT CONFERENCE ONLY (Fed. R. Evid. 408)\n\nDear Judge Hartwell:',
    },
  ],
  rejected: [
    {
      say: 'absent',
      body: 'September 2, 2025\n\nDear Judge Hartwell:\n',
      marks: 'September 2, 2025',
      fixed:
        '**Confidential: For Settlement Conference Only**\n\nSeptember 2, 2025\n\nDear Judge Hartwell:\n',
    },
    {
      say: 'a word too many',
      body: '**CONFIDENTIAL: FOR THE SETTLEMENT CONFERENCE ONLY**\n\nDear Judge Hartwell:\n',
      marks: 'CONFIDENTIAL: FOR THE SETTLEMENT CONFERENCE ONLY',
      fixed: '**CONFIDENTIAL: FOR SETTLEMENT CONFERENCE ONLY**\n\nDear Judge Hartwell:\n',
    },
    {
      say: 'spoken of, not borne',
      body: 'Dear Judge Hartwell:\n\nThe Court asked that letters be marked “Confidential: For Settlement Conference Only,” and this is one of those letters, which we send with that in mind.\n',
    },
    {
      say: 'in a comment, which is not printed',
      body: '<!-- Confidential: For Settlement Conference Only -->\n\nDear Judge Hartwell:\n',
    },
  ],
};

/** The start of the line where the body begins, before any mark of a list, a note or a quotation. */
function topOf({ pieces, lines, body }: Letter): number | undefined {
  for (const { chunk, start } of pieces) {
    const [node] = chunk.nodes;
    if (!node) continue;
    const line = lines.lineOf(start + nodeSpan(chunk, node).start);
    return Math.max(body.start, lines.offset({ line, character: 0 }));
  }
  return undefined;
}

interface Bearer {
  readonly placed: ReturnType<typeof headOf>[number];
  readonly words: readonly Word[];
}

function bearers({ letter, submission }: OrderContext | PagesContext): Bearer[] {
  return headOf(letter, submission)
    .filter(({ prose }) => prose.kind !== 'code' && !prose.inFootnote)
    .map((placed) => ({ placed, words: wordsIn(placed.prose) }));
}

const wordsIn = perProse(({ text }) => wordsOf(text));

interface Near {
  readonly from: Bearer;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Enough of the required words, in order, within one block, to be meant as the marking. */
const LIKENESS = 0.6;

function nearest(flat: readonly (Word & { from: Bearer })[], wanted: readonly string[]): Near | undefined {
  let best: Near | undefined;
  let most = 0;
  for (const bearer of new Set(flat.map((w) => w.from))) {
    const { words, placed } = bearer;
    if (words.length > wanted.length * 3) continue;
    const kept = commonInOrder(words, wanted);
    if (kept.length <= most || kept.length / wanted.length < LIKENESS) continue;
    const first = words[kept[0] ?? 0];
    const last = words[kept.at(-1) ?? 0];
    if (!first || !last) continue;
    most = kept.length;
    const text = placed.prose.text.slice(first.start, last.end);
    best = { from: bearer, text, start: first.start, end: last.end };
  }
  return best;
}

/** Indices into `words` of a longest common subsequence with `wanted`. */
function commonInOrder(words: readonly Word[], wanted: readonly string[]): number[] {
  const rows = words.length + 1;
  const table = Array.from({ length: rows }, () => new Array<number>(wanted.length + 1).fill(0));
  const at = (i: number, j: number): number => table[i]?.[j] ?? 0;
  for (let i = words.length - 1; i >= 0; i--) {
    for (let j = wanted.length - 1; j >= 0; j--) {
      const row = table[i];
      if (row)
        row[j] = words[i]?.key === wanted[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const kept: number[] = [];
  for (let i = 0, j = 0; i < words.length && j < wanted.length; ) {
    if (words[i]?.key === wanted[j]) {
      kept.push(i++);
      j++;
    } else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return kept;
}

/** Capitals stay capitals. */
function asWritten(was: string, required: string): string {
  return was === was.toUpperCase() && was !== was.toLowerCase() ? required.toUpperCase() : required;
}

function lineOf({ letter }: OrderContext, offset: number) {
  const line = letter.lines.lineOf(offset);
  const start = letter.lines.offset({ line, character: 0 });
  return span(start, start + letter.lines.text(line).length);
}
