import { formatLong, formatTime } from '../calendar/index.ts';
import type { CheckResult } from '../check/result.ts';
import { leftoversOf, notesIn } from '../custody/leftovers.ts';
import { addressed } from '../export/eml.ts';
import { addressesOf, counted, listOf, type Standing, standingOf, toldOf } from '../export/standing.ts';
import type { Letter } from '../letter/letter.ts';
import { cite } from '../order/cite.ts';
import { deadlinesOf } from '../order/deadlines.ts';
import { conferenceOf, isLack } from '../order/events.ts';
import type { Matter } from '../order/matter.ts';
import type { SubmissionResult, SubmissionStep, Target } from '../protocol-export.ts';

/** A file that was made of the letter. */
export interface Made {
  readonly uri: string;
  readonly name: string;
  /** "PDF/A-2b, 7 pages". */
  readonly what: string;
  /** Whether the letter and its exhibits are as they were then. */
  readonly fresh: boolean;
}

/**
 * What is left to do for a letter, in the order in which it is done. The judge's order decides which steps
 * there are.
 * @param made the newest file of each kind that is there
 * @param stamp stands for all that is sent, see `SubmissionResult`
 */
export function submissionOf(
  letter: Letter,
  matter: Matter,
  result: CheckResult,
  made: Readonly<Partial<Record<Target, Made>>>,
  stamp: string,
): SubmissionResult {
  const standing = standingOf(result, letter);
  const due = result.deadlines.find((d) => d.id === 'submission');
  const what = matter.submission?.name ?? 'settlement letter';
  return {
    stamp,
    title: matter.order ? `${what} to Judge ${matter.order.judge.surname}` : what,
    due: due ? `${formatLong(due.date)}${due.time ? `, ${formatTime(due.time)}` : ''}` : null,
    steps: [
      findings(standing),
      ...left(letter, result),
      pdf(result, standing, made.pdf),
      ...hardCopy(letter, matter, result),
      email(letter, matter, result, standing, made.eml),
      calendar(letter, matter, made.ics),
    ],
  };
}

const step = (
  id: SubmissionStep['id'],
  state: SubmissionStep['state'],
  title: string,
  detail: string,
  more: Partial<SubmissionStep> = {},
): SubmissionStep => ({ id, state, title, detail, file: null, line: null, ...more });

function findings(standing: Standing): SubmissionStep {
  const { errors, warnings, unchecked } = standing;
  const line = Math.min(...[...errors, ...warnings].map((t) => t.line));
  const place = Number.isFinite(line) ? { line } : {};
  const title = 'Mend what the check finds';
  const [why] = unchecked;
  const stands = [
    ...(errors.length > 0 ? [counted(errors, 'error')] : []),
    ...(warnings.length > 0 ? [counted(warnings, 'warning')] : []),
  ].join(' and ');
  const list = stands ? `${stands}: ${listOf([...errors, ...warnings])}.` : '';
  if (why !== undefined) {
    const partly = `Not everything could be checked (${why.replace(/\.$/, '')}).`;
    return step('findings', 'blocked', title, [partly, list].filter(Boolean).join(' '), place);
  }
  if (stands) return step('findings', 'open', title, list, place);
  return step('findings', 'done', title, 'Checked whole; no error and no warning stands.');
}

/** Where notes to oneself or silenced findings are left in the letter; only the notes are there to be taken out. */
function left(letter: Letter, result: CheckResult): SubmissionStep[] {
  const said = leftoversOf(letter, result).join(' ');
  if (!said) return [];
  const [note] = notesIn(letter);
  const line = note ? { line: letter.lines.lineOf(note.start) + 1 } : {};
  return [step('left', note ? 'open' : 'done', 'Take out what was meant for you alone', said, line)];
}

function pdf({ pages }: CheckResult, standing: Standing, made: Made | undefined): SubmissionStep {
  const title = 'Make the PDF';
  const counts = pages
    ? `${plural(pages.body, 'page')} counted${pages.limit === null ? '' : ` of ${pages.limit} allowed`}`
    : 'The pages are not counted';
  if (made) return ofFile('pdf', title, made, `${counts}; made ${made.what}`);
  const count = standing.errors.length;
  if (count > 0) {
    const first = standing.errors[0]?.line ?? null;
    return step(
      'pdf',
      'blocked',
      title,
      `${counts}. ${count === 1 ? 'An error stands' : `${count} errors stand`} in the way.`,
      { line: first },
    );
  }
  if (standing.unchecked.length > 0)
    return step('pdf', 'blocked', title, `${counts}. Not everything could be checked.`);
  return step('pdf', 'open', title, `${counts}.`);
}

/** Where the order asks for paper, and the attachments call for it or may do so. */
function hardCopy(letter: Letter, { submission }: Matter, { pages }: CheckResult): SubmissionStep[] {
  const wanted = submission?.hardCopy;
  if (!wanted || (letter.header.values.exhibits ?? []).length === 0) return [];
  const { over, say, paragraph } = wanted;
  const title = 'Deliver the hard copy';
  const exhibits = pages?.exhibits ?? null;
  if (exhibits === null) {
    const detail = `How many pages the attachments have is not known. Over ${over}, ${say} (${cite(paragraph)}).`;
    return [step('hard-copy', 'open', title, detail)];
  }
  if (exhibits <= over) return [];
  const detail = `${plural(exhibits, 'page')} of attachments, over ${over}: ${say} (${cite(paragraph)}).`;
  return [step('hard-copy', 'open', title, detail)];
}

function email(
  letter: Letter,
  matter: Matter,
  result: CheckResult,
  standing: Standing,
  made: Made | undefined,
): SubmissionStep {
  const title = 'Make the e-mail draft to chambers';
  const { recipient, filing, fileFormat } = matter.submission ?? {};
  if (recipient && recipient.channel.length > 0 && !recipient.channel.includes('email')) {
    const ways = recipient.channel.map((way) => WAYS[way]).join(' or ');
    const detail = `The order takes it ${ways}, not by e-mail (${cite(recipient.paragraph)}).`;
    return step('delivery', 'open', 'Deliver it', detail);
  }
  const never = [
    ...(filing?.rule === 'forbidden' ? [`It is not filed (${cite(filing.paragraph)}).`] : []),
    ...(fileFormat?.paper === 'forbidden' ? [`No copy on paper (${cite(fileFormat.paragraph)}).`] : []),
  ].join(' ');
  const { faults, doubts } = addressesOf(result);
  if (faults.length > 0) {
    const told = faults.map((f) => toldOf(f, letter));
    const detail = `It might go to the wrong people (${listOf(told)}): mend the addresses first.`;
    return step('email', 'blocked', title, detail, { line: told[0]?.line ?? null });
  }
  const envelope = addressed(letter, matter);
  if ('problem' in envelope) return step('email', 'blocked', title, sentence(envelope.problem));
  if (made)
    return ofFile('email', title, made, `Made: ${made.what}`, `Open it, look at it and send it. ${never}`);
  const copies = envelope.cc.length > 0 ? `, copies to ${envelope.cc.join(', ')}` : '';
  const look =
    doubts.length > 0 ? `Look first who gets it: ${listOf(doubts.map((f) => toldOf(f, letter)))}.` : '';
  const detail = [`To ${envelope.to.join(', ')}${copies}; you send it.`, look, never]
    .filter(Boolean)
    .join(' ');
  const { errors, unchecked } = standing;
  if (errors.length === 0) {
    if (unchecked.length === 0) return step('email', 'open', title, detail);
    return step('email', 'blocked', title, `Not everything could be checked. ${detail}`);
  }
  const stands = errors.length === 1 ? 'An error stands' : `${errors.length} errors stand`;
  return step('email', 'blocked', title, `${stands} in the way. ${detail}`, {
    line: errors[0]?.line ?? null,
  });
}

const WAYS = {
  email: 'by e-mail',
  mail: 'by mail',
  fax: 'by fax',
  hand: 'by hand',
  clerk: 'at the clerk’s office',
} as const;

function calendar(letter: Letter, matter: Matter, made: Made | undefined): SubmissionStep {
  const title = 'Put the dates into your calendar';
  const dates = deadlinesOf(letter, matter).length + (isLack(conferenceOf(letter, matter)) ? 0 : 1);
  if (dates === 0) {
    return step('calendar', 'blocked', title, 'No date is known: give the header a `conference` date.');
  }
  if (made) return ofFile('calendar', title, made, `Made: ${made.what}`, 'Open it to take the dates over.');
  return step('calendar', 'open', title, `${plural(dates, 'date')}: every deadline and the conference.`);
}

/** A step whose file is there: done, unless the letter has changed since. */
function ofFile(
  id: SubmissionStep['id'],
  title: string,
  made: Made,
  says: string,
  then = '',
): SubmissionStep {
  const { fresh, name, uri } = made;
  if (!fresh) {
    return step(id, 'open', title, `The letter has changed since ${name} was made: make it again.`, {
      file: uri,
    });
  }
  return step(id, 'done', title, `${says} (${name}). ${then}`.trim(), { file: uri });
}

const plural = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;
const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
