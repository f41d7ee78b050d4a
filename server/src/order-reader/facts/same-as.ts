import type { PaperRead } from '../read-order.ts';
import type { Clause } from '../text/clauses.ts';
import { type Delivery, deliveryOf } from './delivery.ts';

const SAME_WAY =
  /\bsame (?:e-?mail )?(?:address|way|manner|fashion)\b|\b(?:send|submit|e-?mail|provide|enclose|include) with (?:it|them)\b/i;

/** "A letter of the same kind and length, by the same day", "with its letter": what the other paper has holds too. */
export function withSame(
  papers: readonly PaperRead[],
  clauses: readonly Clause[],
  about: readonly (readonly number[])[],
): PaperRead[] {
  return papers.map((p, i) => {
    const words = clauses
      .filter((_, n) => about[n]?.includes(i))
      .map((c) => c.words)
      .join(' ');
    const twin = papers.find((o, k) => k !== i && o.kind === p.kind && o.by !== p.by);
    const other = papers.find((_, k) => k !== i);
    const alike =
      twin &&
      /\bof the same (?:kind|sort|length|form)\b|\bsame (?:length|limits?|contents|requirements)\b/i.test(
        words,
      );
    const sameDay = /\bsame (?:day|date|time|deadline)\b/i.test(words);
    const due =
      twin && sameDay
        ? twin.due
        : other &&
            /\bat the same time\b|\baccompan(?:y|ies) (?:its|the|their|each|that) \w+|\bsame deadline\b|\b(?:with|together with|along with|accompanying) (?:its|the|their|each|that) (?:letter|statement|memorandum|brief|summary)\b|\b(?:send|submit|e-?mail|provide|enclose|include) with (?:it|them)\b/i.test(
              words,
            )
          ? other.due
          : null;
    const host = hostOf(p, papers, clauses);
    const again = clauses.findIndex((c, n) => about[n]?.includes(i) && SAME_WAY.test(c.words));
    return {
      ...p,
      due: p.due ?? due ?? host?.due ?? null,
      delivery:
        p.delivery.email !== null
          ? p.delivery
          : again >= 0
            ? sameDelivery(p, other ?? null, clauses, again)
            : host && p.delivery.channels.length === 0
              ? { ...p.delivery, email: host.delivery.email, channels: host.delivery.channels }
              : p.delivery,
      pages: alike && p.pages.text === null ? { ...p.pages, text: twin.pages.text } : p.pages,
      contents: alike && p.contents.length === 0 ? twin.contents : p.contents,
    };
  });
}

/** "... must e-mail to chambers two things: (a) a letter; and (b) the form": the form goes as the letter does. */
function hostOf(
  p: PaperRead,
  papers: readonly PaperRead[],
  clauses: readonly Clause[],
): PaperRead | undefined {
  const [own, before] = [clauses[p.clause], clauses[p.clause - 1]];
  return own && before && own.sentence === before.sentence && /^\(?(?:[b-e]|[2-5]|ii|iii)\)\s/.test(own.words)
    ? papers.find((o) => o !== p && o.clause === p.clause - 1)
    : undefined;
}

/** As what was named last before goes; where nothing was, as the other paper does. */
function sameDelivery(
  p: PaperRead,
  other: PaperRead | null,
  clauses: readonly Clause[],
  from: number,
): Delivery {
  for (const c of clauses.slice(0, from).reverse()) {
    const { email, channels } = deliveryOf([c]);
    if (email)
      return {
        ...p.delivery,
        email,
        channels: p.delivery.channels.length > 0 ? p.delivery.channels : channels,
      };
  }
  if (other) return { ...p.delivery, email: other.delivery.email, channels: other.delivery.channels };
  return p.delivery;
}
