import type { Letter } from '../letter/letter.ts';
import { sameCase } from './docket.ts';
import type { BrokenOrder, LoadedOrder, Order, Submission } from './order.ts';
import { chooseSubmission, type OrderSet, type Resolution, resolveJudge } from './resolve.ts';

/** What one case before the judge has of its own; see the order's `cases`. */
export type CaseData = NonNullable<Order['cases']>[number];

/** The format in which a letter is set, and who asked for it. */
export interface MatterFormat {
  readonly name: 'letter' | 'statement';
  /** What the order or the header asks for; the rest is as usual. */
  readonly layout: Partial<Record<'size' | 'spacing' | 'margin', number>> & { readonly font?: string };
  /** `usual`: neither the order nor the header asks for a format, so the usual one is assumed. */
  readonly asked: 'header' | 'order' | 'usual';
}

/** The case's own order file, named in the header's `order`. */
export type CaseOrder = LoadedOrder | { readonly refused: string };

/** A letter with the order that it is held against. */
export interface Matter {
  readonly resolution: Resolution | { readonly kind: 'none' };
  readonly order?: Order;
  /** Absent too where the header asks for a submission that the order does not know. */
  readonly submission?: Submission;
  /** What the order says of this very case number. */
  readonly ownCase?: CaseData;
  readonly format: MatterFormat;
  /** Pages of the body that are allowed; null where the order sets no limit. */
  readonly pageLimit: { readonly max: number; readonly by: 'order' | 'leave' } | null;
  /** The case's own order file could not be used. */
  readonly caseOrderIssue?: { readonly reason: string; readonly broken?: BrokenOrder };
}

/** Finds the order and what follows from it and the header together. Pure: files were read before. */
export function openMatter(letter: Letter, set: OrderSet, caseOrder?: CaseOrder): Matter {
  const { values } = letter.header;
  let resolution: Matter['resolution'] = { kind: 'none' };
  let caseOrderIssue: Matter['caseOrderIssue'];
  if (caseOrder && 'order' in caseOrder) resolution = { kind: 'found', order: caseOrder.order, unsure: [] };
  else {
    if (caseOrder && 'refused' in caseOrder) caseOrderIssue = { reason: caseOrder.refused };
    if (caseOrder && 'broken' in caseOrder) {
      caseOrderIssue = { reason: caseOrder.broken.reason, broken: caseOrder.broken };
    }
    if (values.judge !== undefined) resolution = resolveJudge(set, values.judge, values.court);
  }
  const known = resolution.kind === 'found' ? resolution.order : undefined;
  const ownCase = known?.cases?.find((c) => isOwnCase(c, letter));
  const order = known && ofCase(known, ownCase);
  const submission = order && chooseSubmission(order, values.submission, values.role);
  return {
    resolution,
    ...(order ? { order } : {}),
    ...(submission ? { submission } : {}),
    ...(ownCase ? { ownCase } : {}),
    ...(caseOrderIssue ? { caseOrderIssue } : {}),
    format: formatOf(letter, submission),
    pageLimit: limitOf(letter, submission),
  };
}

/** The order of each case that has days of its own for demand and response; the same object each time it is asked for. */
const OF_CASE = new WeakMap<CaseData, { readonly from: Order; readonly order: Order }>();

/** The order with the days on which this case's demand and response are due. */
function ofCase(order: Order, ownCase: CaseData | undefined): Order {
  const own = ownCase?.exchange;
  if (!ownCase || !own) return order;
  const seen = OF_CASE.get(ownCase);
  if (seen?.from === order) return seen.order;
  const { demand, response } = order.exchange ?? {};
  const made: Order = {
    ...order,
    exchange: {
      ...order.exchange,
      ...(own.demand ? { demand: { by: 'plaintiff', ...demand, ...own.demand } } : {}),
      ...(own.response ? { response: { by: 'defendant', ...response, ...own.response } } : {}),
    },
  };
  OF_CASE.set(ownCase, { from: order, order: made });
  return made;
}

/** A case's own dates hold for its number, and only while the conference is still the one that they were set for. */
function isOwnCase({ number, conference }: CaseData, { header: { values } }: Letter): boolean {
  if (values.case === undefined || !sameCase(number, values.case)) return false;
  const date = values.conference?.date;
  return date === undefined || conference === undefined || conference.startsWith(date);
}

function formatOf(letter: Letter, submission: Submission | undefined): MatterFormat {
  const name = submission?.format ?? 'letter';
  const own = letter.header.values.layout;
  const asked = submission?.layout;
  const layout = Object.fromEntries(
    Object.entries({ ...asked, ...own }).filter(([, v]) => v !== undefined),
  ) as MatterFormat['layout'];
  return { name, layout, asked: own ? 'header' : asked ? 'order' : 'usual' };
}

function limitOf(letter: Letter, submission: Submission | undefined): Matter['pageLimit'] {
  const limit = submission?.pages;
  if (!limit) return null;
  const { leave } = letter.header.values;
  if (leave?.pages !== undefined && leave.pages > limit.max) return { max: leave.pages, by: 'leave' };
  return { max: limit.max, by: 'order' };
}
