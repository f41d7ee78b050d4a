import type { StepId, SubmissionResult, SubmissionStep } from '../../../server/src/protocol-export.ts';

/** A step as the list shows it. */
export interface StepItem {
  readonly step: SubmissionStep;
  readonly label: string;
  /** How it stands in a word, so that no icon has to be seen. */
  readonly description: string;
  readonly detail: string;
}

const LOOKS = {
  done: { icon: 'pass-filled', word: 'done' },
  open: { icon: 'circle-large-outline', word: 'to do' },
  blocked: { icon: 'warning', word: 'not yet possible' },
} as const;

/** What is done by hand: no file shows it, so the person says when it is done. */
const BY_HAND: readonly StepId[] = ['hard-copy', 'delivery'];
export const isByHand = ({ id }: SubmissionStep): boolean => BY_HAND.includes(id);

/** @param delivered the stamp of the letter whose step by hand was said to be done; a changed letter is delivered anew */
export function itemsOf({ steps, stamp }: SubmissionResult, delivered: string | undefined): StepItem[] {
  return steps.map((given, i) => {
    const step = isByHand(given) ? byHand(given, stamp, delivered) : given;
    const { icon, word } = LOOKS[step.state];
    return { step, label: `$(${icon}) ${i + 1}. ${step.title}`, description: word, detail: step.detail };
  });
}

function byHand(step: SubmissionStep, stamp: string, delivered: string | undefined): SubmissionStep {
  if (delivered === undefined) return step;
  if (delivered === stamp) return { ...step, state: 'done' };
  return { ...step, detail: `The letter has changed since you said that this is done. ${step.detail}` };
}

/**
 * The step to go on with: the first that can be done, else the first that is not. Notes in the letter's file go along
 * with nothing that is made, so that whoever keeps them is not held up.
 */
export const nextOf = (items: readonly StepItem[]): StepItem | undefined => {
  const others = items.filter(({ step }) => step.id !== 'left');
  return (
    others.find(({ step }) => step.state === 'open') ?? others.find(({ step }) => step.state === 'blocked')
  );
};

/** "Prepare submission: ex parte letter to Judge Doe, due Monday, May 20, 2024". */
export const titleOf = ({ title, due }: SubmissionResult): string =>
  `Prepare submission: ${title}${due === null ? '' : `, due ${due}`}`;

export function placeholderOf(items: readonly StepItem[]): string {
  const left = items.filter(({ step }) => step.state !== 'done').length;
  if (nextOf(items) === undefined) return 'All steps are done. Send the e-mail from your mail program.';
  return `${left} of ${items.length} steps are left. Enter takes the step, Escape leaves the list.`;
}
