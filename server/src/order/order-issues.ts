import type { z } from 'zod';
import { choicesAt, keysAt } from '../../../schemas/describe.ts';
import { orderSchema } from '../../../schemas/order.ts';
import { closest } from '../letter/header-issues.ts';

type Path = readonly (string | number)[];

/** What is wrong in an order file, for whoever wrote it; `path` leads to it from the top. */
export interface OrderIssue {
  readonly path: Path;
  readonly message: string;
  /** Whether the key is wrong, or its value. */
  readonly on: 'key' | 'value';
  /** What was likely meant. */
  readonly likely?: string;
}

/** Everything that is wrong in an order file's data, with what it extends filled in. */
export function orderIssues(data: unknown): OrderIssue[] {
  const read = orderSchema.safeParse(data);
  const issues = read.success ? [] : read.error.issues.flatMap((issue) => fromSchema(issue, [], data));
  return [...issues, ...unknownEvents(data)];
}

/** One line: where it is, what it is, and the mend. */
export const tellIssue = ({ path, message }: OrderIssue): string =>
  `${path.length === 0 ? '' : `${path.map((k) => (typeof k === 'number' ? k + 1 : k)).join('.')}: `}${message}`;

type Issue = z.core.$ZodIssue;

function fromSchema(issue: Issue, above: Path, data: unknown): OrderIssue[] {
  const path = [...above, ...issue.path.map((k) => (typeof k === 'number' ? k : String(k)))];
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(path, 'order').map(({ key }) => key);
    return issue.keys.map((key): OrderIssue => {
      const likely = closest(key, known);
      const mend = likely ? `Did you mean ${likely}?` : `Known keys: ${known.join(', ')}.`;
      return {
        path: [...path, key],
        on: 'key',
        message: `${key} is no key of an order. ${mend}`,
        ...(likely ? { likely } : {}),
      };
    });
  }
  if (issue.code === 'invalid_union') {
    // Of the forms that would do, the one that the writer came nearest to.
    const nearest = [...issue.errors].sort((a, b) => weight(a) - weight(b))[0];
    if (nearest && nearest.length > 0) return nearest.flatMap((i) => fromSchema(i, path, data));
  }
  const value = valueAt(data, path);
  const choices = choicesAt(path, 'order');
  if (choices.length > 0 && value !== undefined) {
    const likely = closest(String(value), choices);
    const mend = likely ? `Did you mean ${likely}?` : `Write ${choices.join(', ')}.`;
    return [
      {
        path,
        on: 'value',
        message: `${String(value)} is not understood. ${mend}`,
        ...(likely ? { likely } : {}),
      },
    ];
  }
  if (value === undefined) {
    const key = String(path.at(-1) ?? 'the file');
    return [{ path: path.slice(0, -1), on: 'key', message: `${key} is missing.` }];
  }
  return [{ path, on: 'value', message: plain(issue) }];
}

/** Slips in keys weigh less than values that are of another sort altogether. */
const weight = (issues: readonly Issue[]): number =>
  issues.reduce(
    (n, i) => n + (i.code === 'unrecognized_keys' ? 2 * i.keys.length : i.code === 'invalid_type' ? 2 : 1),
    0,
  );

function plain(issue: Issue): string {
  if (issue.code === 'invalid_type') {
    const wanted: Readonly<Record<string, string>> = {
      array: 'a list',
      object: 'keys with values',
      string: 'text',
      number: 'a number',
      int: 'a whole number',
      boolean: 'true or false',
    };
    return `must be ${wanted[issue.expected] ?? issue.expected}.`;
  }
  return `${issue.message}.`;
}

function valueAt(data: unknown, path: Path): unknown {
  let node = data;
  for (const step of path) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, step)) return undefined;
    node = (node as Record<string | number, unknown>)[step];
  }
  return node;
}

/** From these every order may count. */
const EVENTS = ['conference', 'demand', 'order'];

/** Periods that count from an event that nobody knows: the rule would be passed over for a slip of the pen. */
function unknownEvents(data: unknown): OrderIssue[] {
  const cases: unknown = valueAt(data, ['cases']);
  const own = (Array.isArray(cases) ? cases : []).flatMap((_, i) => {
    const dates = valueAt(data, ['cases', i, 'dates']);
    return (Array.isArray(dates) ? dates : []).map((_date, n) => String(valueAt(dates, [n, 'id'])));
  });
  const events: unknown = valueAt(data, ['events']);
  const declared = (Array.isArray(events) ? events : []).map((_, i) => String(valueAt(events, [i, 'id'])));
  const known = [...EVENTS, ...own, ...declared];
  const found: OrderIssue[] = [];
  const walk = (node: unknown, path: Path): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      const step = Array.isArray(node) ? Number(key) : key;
      const event =
        (key === 'before' || key === 'after') && 'count' in node && typeof value === 'string'
          ? value
          : undefined;
      if (event !== undefined && !known.includes(event)) {
        const likely = closest(event, known);
        const mend = likely
          ? `Did you mean ${likely}?`
          : `Write ${known.join(', ')}, or add it to events, for a date that the letter's header gives.`;
        found.push({
          path: [...path, step],
          on: 'value',
          ...(likely ? { likely } : {}),
          message: `${event} is no event that is known. ${mend}`,
        });
      }
      walk(value, [...path, step]);
    }
  };
  walk(data, []);
  return found;
}
