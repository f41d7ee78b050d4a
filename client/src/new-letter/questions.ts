import { InputBoxValidationSeverity, type QuickPickItem } from 'vscode';
import { readMoment } from '../../../schemas/dates.ts';
import { caseKey } from '../../../server/src/order/docket.ts';
import type { JudgeChoice } from '../../../server/src/protocol-new-letter.ts';
import { type Answer, choose, enter, type Place, type Validate } from './ask.ts';

/** What is known of the letter so far: the order's id and keys of its header. */
export interface Begun {
  readonly judge: string;
  readonly values: Readonly<Record<string, string>>;
}

/** A question; it is passed over where there is nothing to choose. */
interface Question {
  readonly applies: (begun: Begun | undefined, judges: readonly JudgeChoice[]) => boolean;
  readonly ask: (
    begun: Begun | undefined,
    place: Place,
    judges: readonly JudgeChoice[],
  ) => Promise<Answer<Begun>>;
}

/** The items behind the judges, for whoever does not find the one, by the commands that they lead to. */
const NOT_LISTED = {
  'exParte.newLetterFromOrder': {
    label: 'My judge is not listed: read the order that I have…',
    detail: 'A PDF or a text; the letter begins from it',
  },
  'exParte.openOrdersGuide': {
    label: 'My judge is not listed: how to write an order down',
    detail: 'One file, once for all letters to that judge',
  },
} as const;
type Elsewhere = keyof typeof NOT_LISTED;

interface Choice extends QuickPickItem {
  readonly value: string;
}

const always = (): boolean => true;
const documentsOf = (begun: Begun | undefined, judges: readonly JudgeChoice[]) =>
  judges.find((j) => j.id === begun?.judge)?.documents ?? [];

/** Asked in this sequence; all but the judge may be left open. */
export const questions: readonly Question[] = [
  {
    applies: always,
    ask: async (begun, place, judges) => {
      const items: Choice[] = judges.map((j) => ({
        label: `Judge ${j.name}`,
        description: j.court,
        detail: j.documents.map((d) => d.name).join(', '),
        value: j.id,
      }));
      const others = Object.entries(NOT_LISTED).map(
        ([value, item]): Choice => ({ ...item, value, alwaysShow: true }),
      );
      const before = items.find((i) => i.value === begun?.judge);
      const left = await choose([...items, ...others], 'Which judge holds the conference?', place, before);
      return typeof left === 'string'
        ? left
        : { answer: { judge: left.answer.value, values: begun?.values ?? {} } };
    },
  },
  {
    applies: (begun, judges) => documentsOf(begun, judges).length > 1,
    ask: (begun, place, judges) => {
      const items = documentsOf(begun, judges).map(
        ({ id, name }, i): Choice => ({
          label: name.charAt(0).toUpperCase() + name.slice(1),
          description: i === 0 ? 'usual' : '',
          value: id,
        }),
      );
      return pick(begun, 'submission', items, 'Which of the documents that the order asks for?', place);
    },
  },
  {
    applies: always,
    ask: (begun, place) =>
      text(
        begun,
        'caption',
        'Caption of the case, or nothing to fill it in later',
        'Alfano v. Krasne',
        place,
      ),
  },
  {
    applies: always,
    ask: (begun, place) =>
      text(begun, 'case', 'Case number, or nothing to fill it in later', '7:23-cv-07291', place, (written) =>
        written === '' || caseKey(written)
          ? undefined
          : {
              message: 'Most case numbers look like 7:23-cv-07291. Enter takes it as it stands.',
              severity: InputBoxValidationSeverity.Info,
            },
      ),
  },
  {
    applies: always,
    ask: async (begun, place) => {
      const parties = /^(.+?)\s+vs?\.?\s+(.+)$/i.exec(begun?.values.caption ?? '');
      const items: Choice[] = [
        { label: 'Plaintiff', description: parties?.[1] ?? '', value: 'plaintiff' },
        { label: 'Defendant', description: parties?.[2] ?? '', value: 'defendant' },
      ];
      const left = await pick(begun, 'role', items, 'For which side do you write?', place);
      if (typeof left === 'string' || !parties) return left;
      const party = (left.answer.values.role === 'plaintiff' ? parties[1] : parties[2])?.trim() ?? '';
      // "A, et al." names nobody who could be the client.
      return /\bet al\b/i.test(party) ? left : { answer: keep(left.answer, 'party', party) };
    },
  },
  {
    applies: always,
    ask: (begun, place) =>
      text(
        begun,
        'conference',
        'Day and time of the settlement conference, or nothing to fill it in later',
        '2024-05-28 14:30',
        place,
        isMoment,
      ),
  },
];

const isMoment: Validate = (written) => {
  const read = written === '' ? undefined : readMoment(written);
  return typeof read === 'string'
    ? { message: `This ${read}.`, severity: InputBoxValidationSeverity.Error }
    : undefined;
};

const isElsewhere = (value: string): value is Elsewhere => Object.hasOwn(NOT_LISTED, value);

const keep = (begun: Begun | undefined, key: string, value: string): Begun => ({
  judge: begun?.judge ?? '',
  values: { ...begun?.values, [key]: value },
});

async function pick(
  begun: Begun | undefined,
  key: string,
  items: readonly Choice[],
  say: string,
  place: Place,
) {
  const left = await choose(
    items,
    say,
    place,
    items.find((i) => i.value === begun?.values[key]),
  );
  return typeof left === 'string' ? left : { answer: keep(begun, key, left.answer.value) };
}

async function text(
  begun: Begun | undefined,
  key: string,
  say: string,
  example: string,
  place: Place,
  validate?: Validate,
) {
  const left = await enter(say, `Such as ${example}`, place, begun?.values[key] ?? '', validate);
  return typeof left === 'string' ? left : { answer: keep(begun, key, left.answer) };
}

/**
 * Puts the questions one after the other, with a way back. Undefined where they were left; a command's
 * name where the judge is not listed.
 */
export async function askAll(
  judges: readonly JudgeChoice[],
  title: string,
): Promise<Begun | Elsewhere | undefined> {
  const trail: number[] = [];
  let begun: Begun | undefined;
  for (let index = 0; index < questions.length; ) {
    const question = questions[index];
    if (!question?.applies(begun, judges)) {
      index++;
      continue;
    }
    const total = questions.filter((q, i) => i <= index || q.applies(begun, judges)).length;
    const passed = questions.slice(0, index).filter((q) => !q.applies(begun, judges)).length;
    const place = {
      title,
      step: index + 1 - passed,
      total: total - passed,
      canEnd: index > 0,
    };
    const left = await question.ask(begun, place, judges);
    if (left === 'cancel') return undefined;
    if (left === 'enough') return begun;
    if (left === 'back') {
      // What was answered before is offered again.
      index = trail.pop() ?? 0;
      continue;
    }
    trail.push(index);
    begun = left.answer;
    if (isElsewhere(begun.judge)) return begun.judge;
    index++;
  }
  return begun;
}
