import { cite } from '../order/cite.ts';
import { isGreeting, spanIn } from './support/regions.ts';
import { type Found, type OrderContext, type Rule, SILENT } from './support/rule.ts';
import { isNegated, speaksOfThis } from './support/this-letter.ts';
import { sentencesOf } from './support/words.ts';

export const submissionFormat: Rule = {
  id: 'submission-format',
  severity: 'information',
  title: 'A form in which the order does not want the letter',
  what: 'The letter announces a copy on paper where the order wants none, a delivery by e-mail alone where it wants paper, or a word processor’s file where it wants PDF.',
  why: 'Chambers that work from PDFs throw paper away; the one who carried it there learns it from the clerk.',
  mend: 'Change the sentence to what the order wants: the message tells it.',
  holds: ['fileFormat'],
  needs: 'order',
  check(context) {
    const { submission } = context;
    if (!submission.fileFormat) return SILENT;
    const { pdf, paper, paragraph } = submission.fileFormat;
    const found: Found[] = [];
    const add = (places: Found['span'][], message: string): void => {
      found.push(...places.map((span) => ({ message: `${message} (${cite(paragraph)}).`, span, paragraph })));
    };
    if (paper === 'forbidden') add(paperIn(context), 'The order wants no copies on paper');
    if (paper === 'required') add(mailOnly(context), 'The order wants a copy on paper as well');
    if (pdf) add(otherFiles(context), 'The order wants the letter as PDF');
    return found;
  },
  accepted: [
    { say: 'paper that was produced', body: 'Defendant produced hard copies of its invoices in May.' },
    { say: 'no paper', body: 'No paper copy of this letter will be sent to chambers.' },
    { say: 'a Word file in evidence', body: 'The draft, a Word document, was edited in March.' },
    { say: 'counsel by hand', body: 'The notes were written by hand and delivered to the foreman.' },
  ],
  rejected: [
    {
      say: 'a courtesy copy',
      body: 'A paper courtesy copy will be delivered by hand.',
      marks: 'paper courtesy copy',
    },
    {
      say: 'a hard copy of the letter',
      body: 'A hard copy of this letter follows by Federal Express.',
      marks: 'hard copy',
    },
    {
      say: 'delivery by hand in the head',
      body: '**BY HAND DELIVERY**\n\nDear Judge Hartwell:',
      marks: 'BY HAND DELIVERY',
    },
    {
      say: 'a Word file',
      body: 'This letter is submitted in Microsoft Word format.',
      marks: 'Microsoft Word format',
    },
  ],
};

const COPY =
  /\b(?:(?:paper|hard|printed|bound|courtesy|chambers)[- ]){1,2}(?:cop(?:y|ies)|binders?|sets?)\b|\bon paper\b/i;
/** Who gets it, or that it is on its way: without these, copies are of something else. */
const TO_COURT =
  /\b(?:chambers|the court\b|court['\u2019]s|the clerk|your honor|the judge)\b|\bcourtesy\b|\b(?:will|shall) (?:be|follow)\b|\bfollows?\b|\benclosed\b/i;
const BY_HAND =
  /^\W*(?:by|via)\s+(?:hand(?: delivery)?|messenger|courier|(?:u\.?s\.? |first[- ]class |certified |overnight |express |regular )?mail|fed(?:eral )?ex(?:press)?|ups|overnight(?: delivery| courier)?)\b(?! ?-?mail)/i;
const MAIL_ONLY = /\bby e-?mail (?:only|alone)\b|\bonly by e-?mail\b/i;
const OTHER_FILE =
  /\b(?:(?:microsoft |ms )?word(?:perfect)?|\.?docx?|rtf|pages)[- ](?:format|file|document|version)s?\b|\b(?:microsoft word|wordperfect)\b/i;

/** Delivery lines stand above the salutation, and are short. */
const LONGEST_LINE = 80;
const DEEPEST_HEAD = 20;

function paperIn(context: OrderContext): Found['span'][] {
  return [
    ...said(context, COPY, (s) => speaksOfThis(s) || TO_COURT.test(s), /cop(?:y|ies)|paper|binder/i),
    ...deliveryLines(context, BY_HAND),
  ];
}

const mailOnly = (context: OrderContext): Found['span'][] => [
  ...said(context, MAIL_ONLY, speaksOfThis, /mail/i),
  ...deliveryLines(context, /^\W*by e-?mail (?:only|alone)\b/i),
];

const otherFiles = (context: OrderContext): Found['span'][] =>
  said(context, OTHER_FILE, speaksOfThis, /word|doc|rtf|pages/i);

function said(
  { letter }: OrderContext,
  what: RegExp,
  about: (sentence: string) => boolean,
  suspect: RegExp,
): Found['span'][] {
  return letter.proses.flatMap((placed) => {
    const { prose } = placed;
    if (prose.kind === 'code' || prose.inQuote || !suspect.test(prose.text)) return [];
    return sentencesOf(prose.text).flatMap(({ text, start }) => {
      const hit = what.exec(text);
      if (!hit || isNegated(text) || !about(text)) return [];
      return [spanIn(placed, start + hit.index, start + hit.index + hit[0].length)];
    });
  });
}

function deliveryLines({ letter }: OrderContext, what: RegExp): Found['span'][] {
  const greeting = letter.proses.findIndex(({ prose }) => isGreeting(prose.text));
  const head = letter.proses.slice(0, greeting < 0 ? DEEPEST_HEAD : Math.min(greeting, DEEPEST_HEAD));
  return head.flatMap((placed) => {
    const { prose } = placed;
    if (prose.kind !== 'paragraph' || prose.inQuote) return [];
    let at = 0;
    return prose.text.split('\n').flatMap((line) => {
      const start = at;
      at += line.length + 1;
      const hit = line.length <= LONGEST_LINE ? what.exec(line) : null;
      if (!hit || isNegated(line)) return [];
      const lead = /^\W*/.exec(hit[0])?.[0].length ?? 0;
      return [spanIn(placed, start + lead, start + hit[0].length)];
    });
  });
}
