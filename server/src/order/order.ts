import {
  type ContentData,
  type OrderData,
  orderSchema,
  type SubmissionData,
} from '../../../schemas/order.ts';
import { type Cue, compileCue, unknownConcepts } from './cues.ts';
import { type OrderIssue, orderIssues, tellIssue } from './order-issues.ts';
import type { Whose } from './whose-order.ts';

export type { Due } from '../../../schemas/order/parts.ts';

/** Which order wins where several name the same judge: the earlier tier. */
export const TIERS = ['case', 'workspace', 'given', 'built-in'] as const;
export type Tier = (typeof TIERS)[number];

export interface Content extends Omit<ContentData, 'cues' | 'parts'> {
  readonly cues: readonly Cue[];
  readonly parts: readonly {
    readonly name: string;
    readonly cues: readonly Cue[];
    readonly optional: boolean;
  }[];
}

export interface Submission extends Omit<SubmissionData, 'contents'> {
  readonly contents: readonly Content[];
}

/** An order as the checks use it: the file's data with its cues compiled. */
export interface Order extends Omit<OrderData, 'id' | 'submissions'> {
  readonly id: string;
  readonly tier: Tier;
  /** The file that it was read from; empty for a built-in one. */
  readonly file: string;
  readonly submissions: readonly Submission[];
}

/** An order file that cannot be used, with a sentence for whoever wrote it. */
export interface BrokenOrder {
  readonly id: string;
  readonly file: string;
  readonly tier: Tier;
  readonly reason: string;
  /** What is wrong in it, where it could be read. */
  readonly issues?: readonly OrderIssue[];
  /** Where the first of them stands; both from 1. */
  readonly line?: number;
  readonly column?: number;
  /** Whose order it was meant to be, as far as what is left of it tells; absent where nothing of it could be read. */
  readonly whose?: Whose;
  /** It is a folder, which may hold orders for any judge. */
  readonly folder?: true;
}

/** `data` is the file's with what it extends filled in, for orders that extend it in turn. */
export type LoadedOrder =
  | { readonly order: Order; readonly data: unknown }
  | { readonly broken: BrokenOrder };

/** Words of all cues together, alternatives counted one by one: each is looked for in each heading. Real orders have a thousand. */
const MOST_WORDS = 5_000;

/** Checks an order file's data and compiles it. `base` gives the order that it extends, by id. */
export function loadOrder(
  data: unknown,
  from: { id: string; file: string; tier: Tier },
  base?: (id: string) => unknown,
): LoadedOrder {
  const broken = (reason: string): LoadedOrder => ({ broken: { ...from, reason } });
  let whole = data;
  const parent = isRecord(data) ? data.extends : undefined;
  if (typeof parent === 'string') {
    const below = base?.(parent);
    if (below === undefined) return broken(`extends ${parent}, which is no order that is known`);
    whole = override(below, data);
  }
  const issues = orderIssues(whole);
  const [first] = issues;
  const read = orderSchema.safeParse(whole);
  if (!read.success || first) {
    return { broken: { ...from, reason: first ? tellIssue(first) : 'it is no order', issues } };
  }
  const cues = cuesOf(read.data);
  if (wordsIn(cues) > MOST_WORDS) return broken('its cues have too many words to be held against headings');
  const [unknown] = cues.flatMap(unknownConcepts);
  if (unknown !== undefined) return broken(`@${unknown} in its cues is no concept that is known`);
  return { order: compile(read.data, from), data: whole };
}

/** A built-in order, which was held against the schema when the program was built. */
export const builtInOrder = (data: OrderData, id: string): Order =>
  compile(data, { id, file: '', tier: 'built-in' });

function compile(data: OrderData, from: { id: string; file: string; tier: Tier }): Order {
  return {
    ...data,
    id: data.id ?? from.id,
    tier: from.tier,
    file: from.file,
    submissions: data.submissions.map((submission) => ({
      ...submission,
      contents: submission.contents.map((content) => ({
        ...content,
        cues: content.cues.map(compileCue),
        parts: (content.parts ?? []).map((part) => ({
          name: part.name,
          optional: part.optional ?? false,
          cues: part.cues.map(compileCue),
        })),
      })),
    })),
  };
}

const cuesOf = (data: OrderData): string[] =>
  data.submissions.flatMap((s) =>
    s.contents.flatMap((c) => [...c.cues, ...(c.parts ?? []).flatMap((part) => part.cues)]),
  );

const wordsIn = (cues: readonly string[]): number =>
  cues.reduce((n, cue) => n + cue.split(/[\s/]+/).length, 0);

const isRecord = (v: unknown): v is Record<string, unknown> =>
  typeof v === 'object' && v !== null && !Array.isArray(v);

/** `over` wins field by field; entries of lists that carry an `id` are matched by it. */
function override(below: unknown, over: unknown): unknown {
  if (isRecord(below) && isRecord(over)) {
    const merged: Record<string, unknown> = { ...below };
    for (const [key, value] of Object.entries(over)) merged[key] = override(below[key], value);
    return merged;
  }
  if (Array.isArray(below) && Array.isArray(over) && [...below, ...over].every(hasId)) {
    const left = over.filter((o) => !below.some((b) => b.id === o.id));
    return [...below.map((b) => override(b, over.find((o) => o.id === b.id) ?? {})), ...left];
  }
  return over;
}

const hasId = (v: unknown): v is { id: unknown } => isRecord(v) && 'id' in v;
