import { perProse } from '../letter/prose.ts';
import type { PlacedProse } from '../letter/sections.ts';
import { cite } from '../order/cite.ts';
import { isClosing } from './support/coverage.ts';
import { headOf, spanIn } from './support/regions.ts';
import { type Found, type Rule, SILENT, skip } from './support/rule.ts';
import { isNegated, speaksOfThis } from './support/this-letter.ts';
import { sentencesOf } from './support/words.ts';

export const filing: Rule = {
  id: 'filing',
  severity: 'error',
  title: 'Filing of a letter that must not be filed',
  what: 'The letter bears an ECF stamp, or says that it is filed electronically or comes via ECF.',
  why: "What is on the docket is public within minutes, the client's bottom line with it.",
  mend: 'Take the stamp or the notice out, and send the letter by the channel that the order names.',
  holds: ['filing'],
  needs: 'order',
  check({ letter, submission }) {
    const rule = submission.filing;
    if (!rule) return SILENT;
    if (rule.rule === 'required') return skip('the order does not forbid filing');
    const head = new Set(headOf(letter, submission));
    const found: Found[] = [];
    let closed = false;
    for (const placed of letter.proses) {
      const { prose } = placed;
      if (prose.kind === 'heading') closed = false;
      else if (isClosing(prose) && !prose.inList && !prose.inQuote) closed = true;
      if (!mentions(prose)) continue;
      const marginal = prose.kind !== 'cell' && !prose.inFootnote && (head.has(placed) || closed);
      found.push(...(stamp(placed) ?? (marginal ? inLines(placed) : inSentences(placed))));
    }
    return found.map((f) => ({
      ...f,
      message: `${f.message}: the order forbids filing (${cite(rule.paragraph)}).`,
      paragraph: rule.paragraph,
    }));
  },
  accepted: [
    {
      say: 'the docket is cited',
      body: 'The motion was electronically filed in May (see ECF No. 38, Document 38 filed 05/03/25).',
    },
    { say: 'a letter that is not filed', body: 'By e-mail only; not filed on ECF\n\nDear Judge Hartwell:' },
    {
      say: 'the Complaint was',
      body: 'Dear Judge Hartwell:\n\nThe Complaint was filed via ECF on May 3, 2025.',
    },
    {
      say: 'a chronology',
      body: 'Dear Judge Hartwell:\n\n- Answer. Filed via ECF.\n\nThe Complaint came first. Filed on ECF in May 2025, it has five counts.',
    },
  ],
  rejected: [
    { say: 'how it comes', body: 'VIA ECF\n\nDear Judge Hartwell:', marks: 'VIA ECF' },
    {
      say: 'a stamp',
      body: 'Case 3:25-cv-00417-KLM   Document 41   Filed 09/02/25   Page 1 of 6\n\nDear Judge Hartwell:',
    },
    {
      say: 'a sentence about this letter',
      body: 'Dear Judge Hartwell:\n\nWe are filing this letter on ECF today.',
    },
    {
      say: 'a notice in the running text',
      corner: true,
      body: 'Dear Judge Hartwell:\n\nThank you. Filed electronically via ECF.',
      marks: 'Filed electronically via ECF.',
    },
    {
      say: 'electronically filed',
      body: '**ELECTRONICALLY FILED**\n\nDear Judge Hartwell:',
      marks: 'ELECTRONICALLY FILED',
    },
  ],
};

/** A quick look by which most blocks are passed over. */
const mentions = perProse((prose) => prose.kind !== 'code' && !prose.inQuote && MENTION.test(prose.text));
const MENTION =
  /\becf\b|cm\/ecf|electronic(?:ally)?[ -]fil|fil(?:ed|ing) electronic|e-?fil(?:ed|ing)|document\s+\d|docket|under seal|clerk|pacer/i;

const STAMP = /\bcase\b[^\n]{0,40}\bdocument\s+\d[\d-]*\s+filed\s+\d{1,2}\/\d{1,2}\/\d{2,4}/i;

function stamp(placed: PlacedProse): Found[] | undefined {
  const found = STAMP.exec(placed.prose.text);
  // A citation of another filing stands within a sentence; a stamp opens its line.
  if (!found || /\S/.test(lineBefore(placed.prose.text, found.index))) return undefined;
  const end = lineEnd(placed.prose.text, found.index);
  return [{ message: 'This is the stamp of a filing', span: spanIn(placed, found.index, end) }];
}

const lineBefore = (text: string, at: number): string => text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

const VIA =
  /\b(?:(?:filed |submitted )?(?:via|by|through|on|over) (?:the )?(?:court['\u2019]s )?(?:cm\/)?ecf\b|(?:via|by) (?:the )?(?:electronic (?:case )?filing|e-?filing)|electronically[ -]filed|filed electronically|e-?filed|filed under seal|filed (?:with|in|at) the (?:clerk|court['\u2019]s docket))/i;

/** Above the salutation and below the signature, words to that effect are about this letter. */
function inLines(placed: PlacedProse): Found[] {
  const { text } = placed.prose;
  const found: Found[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    const hit = VIA.exec(line);
    if (hit && !isNegated(line)) {
      found.push({
        message: `“${hit[0]}” says that this letter is filed`,
        span: spanIn(placed, at + hit.index, at + hit.index + hit[0].length),
      });
    }
    at += line.length + 1;
  }
  return found;
}

/** "Filed via ECF." as a sentence without a subject: a notice about the paper that it stands on, unless it is dated. */
const NOTICE = /^\W*(?:respectfully )?(?:electronically |e-)?(?:filed|submitted)\b[^\d,;:]{0,40}$/i;

function inSentences(placed: PlacedProse): Found[] {
  const { prose } = placed;
  const running = !prose.inList && !prose.inFootnote && prose.kind !== 'cell';
  return sentencesOf(prose.text).flatMap(({ text, start }): Found[] => {
    if (isNegated(text) || !(speaksOfThis(text) || (running && NOTICE.test(text.trim())))) return [];
    const hit = VIA.exec(text) ?? /\bfil(?:ed|ing|e)\b[^.;]{0,60}\b(?:ecf|docket|clerk)\b/i.exec(text);
    if (!hit) return [];
    return [
      {
        message: 'This says that the letter is filed',
        span: spanIn(placed, start, start + text.trimEnd().length),
      },
    ];
  });
}
