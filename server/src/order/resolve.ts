import { distance } from 'fastest-levenshtein';
import { courtKey } from './court.ts';
import { type BrokenOrder, type Order, type Submission, TIERS, type Tier } from './order.ts';
import { judgeNames } from './whose-order.ts';

/** All orders at hand, in no order; those that could not be read are kept, so that nobody hears "unknown". */
export interface OrderSet {
  readonly orders: readonly Order[];
  readonly broken: readonly BrokenOrder[];
  /** Ids of order files that are not read because the workspace is not trusted, or the folder's name where they cannot be listed. */
  readonly withheld?: readonly string[];
}

/** `unsure`: order files that cannot be used, do not tell whose they are, and would come before what was found. */
export type Resolution =
  | { readonly kind: 'found'; readonly order: Order; readonly unsure: readonly BrokenOrder[] }
  | {
      readonly kind: 'unknown';
      readonly likely?: Order;
      readonly elsewhere?: Order;
      readonly unsure: readonly BrokenOrder[];
    }
  | { readonly kind: 'ambiguous'; readonly orders: readonly Order[] }
  | { readonly kind: 'withheld'; readonly ids: readonly string[] }
  | { readonly kind: 'broken'; readonly broken: BrokenOrder };

/** The order by a judge's id, surname or name; `court` narrows it. The case's own file is not in here. */
export function resolveJudge(set: OrderSet, judge: string, court?: string): Resolution {
  const wanted = nameKey(judge);
  const district = court === undefined ? undefined : courtKey(court);
  const named = set.orders.filter((order) => keysOf(order).includes(wanted));
  const isHere = (of: string | undefined) =>
    !district || of === undefined || (courtKey(of) ?? district) === district;
  const here = named.filter((order) => isHere(order.court));
  const known = new Set([wanted, ...here.flatMap(keysOf)]);
  const isMeant = (b: BrokenOrder) => b.folder || (isHere(b.whose?.court) && mayBeBy(b, wanted, known));
  for (const tier of TIERS) {
    const left = here.filter((order) => order.tier === tier);
    const broken = set.broken.find((b) => b.tier === tier && isMeant(b));
    if (broken) return { kind: 'broken', broken };
    const [only] = left;
    if (left.length === 1 && only) return { kind: 'found', order: only, unsure: unsureUpTo(set, tier) };
    if (left.length > 1) return { kind: 'ambiguous', orders: left };
  }
  // In a folder that is not trusted the judge may well be known to an order that is not read.
  if (set.withheld && set.withheld.length > 0 && named.length === 0) {
    return { kind: 'withheld', ids: set.withheld };
  }
  const [elsewhere] = named;
  const likely = likelyJudge(set, wanted);
  return {
    kind: 'unknown',
    ...(likely ? { likely } : {}),
    ...(elsewhere ? { elsewhere } : {}),
    unsure: unsureUpTo(set, 'built-in'),
  };
}

/**
 * Whether what is left of a broken order names the judge whom a letter names, or, by a surname or an id alone, may name
 * the judge whom the letter names in full.
 * @param known all names of the judges whom the letter's one may be of
 */
function mayBeBy({ id, whose }: BrokenOrder, wanted: string, known: ReadonlySet<string>): boolean {
  const names = (whose?.names ?? []).map(nameKey);
  if (names.includes(wanted) || nameKey(id) === wanted) return true;
  const full = names.filter((name) => name.includes(' '));
  return (full.length > 0 ? full : [nameKey(id), ...names]).some((name) => known.has(name));
}

/** A file that bears another judge's name is taken to be that judge's. */
function unsureUpTo({ broken, orders }: OrderSet, tier: Tier): BrokenOrder[] {
  const ofAnother = (key: string) => orders.some((order) => keysOf(order).includes(key));
  return broken.filter(
    (b) =>
      !b.folder &&
      (b.whose?.names.length ?? 0) === 0 &&
      TIERS.indexOf(b.tier) <= TIERS.indexOf(tier) &&
      !ofAnother(nameKey(b.id)),
  );
}

/** The order whose name is nearest, if it is near. */
function likelyJudge(set: OrderSet, wanted: string): Order | undefined {
  let best: Order | undefined;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const order of set.orders) {
    for (const name of namesOf(order)) {
      const d = distance(wanted, nameKey(name));
      if (d < least) {
        least = d;
        best = order;
      }
    }
  }
  return best;
}

export function namesOf(order: Order): string[] {
  return [order.id, ...judgeNames(order.judge)];
}

const keysOf = (order: Order): string[] => namesOf(order).map(nameKey);

const TITLES =
  /\b(the|hon|honorable|honourable|chief|senior|united|states|u\.?s|us|magistrate|judge|mag|m\.?j|justice|usmj)\b\.?/g;

/** A judge's name without titles, initials' points and case. */
export function nameKey(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const bare = plain
    .replace(TITLES, ' ')
    .replace(/[^\p{L}\p{N}-]+/gu, ' ')
    .trim();
  return bare === '' ? plain.trim() : bare;
}

/**
 * The submission that a header asks for, or the order's default: where either side writes one of its own, that of the
 * writer's side. Undefined when no such one exists.
 */
export function chooseSubmission(
  order: Order,
  wanted: string | undefined,
  role?: 'plaintiff' | 'defendant',
): Submission | undefined {
  if (wanted === undefined) {
    const usual = order.submissions.find((s) => s.default) ?? order.submissions[0];
    const sided = usual?.by === 'plaintiff' || usual?.by === 'defendant';
    const own = sided && role !== undefined && usual.by !== role;
    return (own ? order.submissions.find((s) => s.kind === usual.kind && s.by === role) : undefined) ?? usual;
  }
  const key = wanted
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  return order.submissions.find((s) => s.id === key || s.name.toLowerCase() === wanted.trim().toLowerCase());
}
