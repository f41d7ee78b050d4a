import { type Connection, RequestType, RequestType0 } from 'vscode-languageserver/node';
import { draftNameOf } from '../export/names.ts';
import { parseLetter } from '../letter/letter.ts';
import { LineIndex } from '../letter/lines.ts';
import { openMatter } from '../order/matter.ts';
import { composeLetter, firstBlank, readGiven } from '../order/new-letter.ts';
import { type OrderSet, resolveJudge } from '../order/resolve.ts';
import {
  JUDGES,
  type JudgeChoice,
  NEW_LETTER,
  type NewLetterParams,
  type NewLetterResult,
} from '../protocol-new-letter.ts';
import type { OrderStore } from './orders.ts';

const judges = new RequestType0<readonly JudgeChoice[], void>(JUDGES);
const newLetter = new RequestType<NewLetterParams, NewLetterResult, void>(NEW_LETTER);

/** Answers whoever begins a letter in the editor. */
export function registerNewLetter(connection: Connection, orders: OrderStore): void {
  connection.onRequest(judges, () => judgesOf(orders.set()));
  connection.onRequest(newLetter, (params) => newLetterFor(orders.set(), params));
}

/** Each order that a letter can name by its id, in the order of the judges' names. */
export function judgesOf(set: OrderSet): JudgeChoice[] {
  const ids = [...new Set(set.orders.map((o) => o.id))];
  const found = ids.flatMap((id) => {
    const { kind, ...resolution } = resolveJudge(set, id);
    return kind === 'found' && 'order' in resolution ? [resolution.order] : [];
  });
  return found
    .sort((a, b) => a.judge.surname.localeCompare(b.judge.surname))
    .map((order) => ({
      id: order.id,
      name: order.judge.name,
      court: order.court,
      from: order.tier === 'built-in' ? 'built-in' : order.file,
      documents: [...order.submissions]
        .sort((a, b) => Number(b.default ?? false) - Number(a.default ?? false))
        .map(({ id, name }) => ({ id, name })),
    }));
}

export function newLetterFor(set: OrderSet, { judge, values }: NewLetterParams): NewLetterResult {
  const found = resolveJudge(set, judge);
  if (found.kind !== 'found') return { problem: `There is no order by a judge named ${judge}.` };
  const given: Record<string, string> = {};
  for (const [key, value] of Object.entries(values)) {
    if (value.trim() === '') continue;
    const read = readGiven(key, value.trim());
    if ('reason' in read) return { problem: `The ${key} ${read.reason}.` };
    given[key] = read.value;
  }
  const made = composeLetter(found.order, given);
  if (!made)
    return { problem: `Judge ${found.order.judge.surname} asks for no document named ${given.submission}.` };
  const letter = parseLetter(made.text);
  const { start, end } = firstBlank(made.text);
  return {
    text: made.text,
    name: draftNameOf(letter, openMatter(letter, set)),
    blank: new LineIndex(made.text).range(start, end),
  };
}
