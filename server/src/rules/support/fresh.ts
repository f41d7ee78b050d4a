import type { Moment } from '../../../../schemas/dates.ts';
import { formatShort } from '../../calendar/index.ts';
import { cite } from '../../order/cite.ts';
import { type Entry, isBy, isProposal } from '../../order/ledger.ts';
import type { Side } from '../../order/sides.ts';
import type { Found } from './rule.ts';
import { capital, entryAt, entryName, type Talks } from './talks.ts';

/** Talks since an earlier order: a discussion in a form that the order accepts, and proposals. */
export function freshTalks(talks: Talks, since: Moment): Found[] {
  const fresh = talks.made.filter((e) => e.date >= since.date);
  return [...discussed(talks, fresh, since), ...proposed(talks, fresh, since)];
}

function discussed({ context, made }: Talks, fresh: readonly Entry[], since: Moment): Found[] {
  const asked = context.order.exchange?.fresh;
  if (!asked || asked.discussion.length === 0) return [];
  const { paragraph } = asked;
  const accepted: ReadonlySet<string | undefined> = new Set(asked.discussion);
  const how = asked.discussion.map((d) => (d === 'in person' ? d : `by ${d}`)).join(' or ');
  const talked = fresh.filter((e) => e.kind === 'discussion');
  if (talked.some((e) => accepted.has(e.manner))) return [];
  const wanted = `the order asks for a discussion ${how} since ${formatShort(since.date)} (${cite(paragraph)})`;
  const doubtful = (entry: Entry, why: string, key: string): Found[] => [
    { message: why, span: entryAt(context.letter, entry, key), severity: 'information', paragraph },
  ];
  const unsaid = talked.find((e) => e.manner === undefined);
  if (unsaid)
    return doubtful(
      unsaid,
      `How ${entryName(unsaid)} was held is not said, and ${wanted}: add manner.`,
      'kind',
    );
  const video = talked.find((e) => e.manner === 'video');
  if (video) {
    const message = `${capital(entryName(video))} was by video, and ${wanted}: make sure that the Court takes it for one.`;
    return doubtful(video, message, 'manner');
  }
  // Whoever makes a demand by telephone talks; whether that was the discussion, the writer knows.
  const spoken = fresh.find((e) => isProposal(e) && accepted.has(e.manner));
  if (spoken && talked.length === 0) {
    const message = `No discussion is listed, and ${wanted}. If ${entryName(spoken)} was made in one, list that too, with kind: discussion.`;
    return doubtful(spoken, message, 'manner');
  }
  const stale = made.findLast((e) => e.kind === 'discussion' && !fresh.includes(e));
  const fault = talked.at(-1) ?? stale;
  const why =
    fault && talked.includes(fault)
      ? ` ${capital(entryName(fault))} was in writing.`
      : fault
        ? ` ${capital(entryName(fault))} came before, and past talks do not count.`
        : '';
  return [
    {
      message: `No such discussion is listed: ${wanted}.${why} Hold one before the letter goes out, and list it.`,
      span: entryAt(context.letter, fault, talked.length > 0 ? 'manner' : 'date'),
      paragraph,
    },
  ];
}

function proposed({ context, made, own }: Talks, fresh: readonly Entry[], since: Moment): Found[] {
  const asked = context.order.exchange?.fresh;
  if (!asked) return [];
  const { paragraph } = asked;
  // A name that nobody knows may be either side's.
  const has = (side: Side): boolean =>
    fresh.some((e) => isProposal(e) && (isBy(e, side) || e.whose === undefined));
  const both: readonly Side[] = ['plaintiff', 'defendant'];
  const sides = asked.proposals === 'own side' && own ? [own] : both;
  const missing = sides.filter((side) => !has(side));
  if (asked.proposals === 'own side' && !own && missing.length < both.length) return [];
  return missing.map((side) => {
    const stale = made.findLast((e) => isProposal(e) && isBy(e, side) && !fresh.includes(e));
    const why = stale ? ` ${capital(entryName(stale))} came before, and past talks do not count.` : '';
    const mend =
      own && own !== side
        ? `Ask the ${side} for one, or list it if it was made.`
        : 'Convey one before the letter goes out, and list it.';
    return {
      message: `No demand or offer by the ${side} since the order of ${formatShort(since.date)} is listed, and the order asks for one (${cite(paragraph)}).${why} ${mend}`,
      span: entryAt(context.letter, stale, 'date'),
      paragraph,
    };
  });
}
