import type { SubmissionData } from '../../../../schemas/order.ts';
import type { PaperRead } from '../read-order.ts';
import type { Reading } from '../text/reading.ts';
import { cite } from './cite.ts';
import { contentsData } from './contents.ts';
import { dueData } from './due-data.ts';
import { sure } from './sure.ts';

/** The papers with ids: the kind, the side where the kind comes twice. */
export function named(papers: readonly PaperRead[]): { paper: PaperRead; id: string }[] {
  const taken = new Set<string>();
  return papers.map((paper) => {
    const base = paper.kind === 'other' ? paper.head.replace(/[^a-z]+/g, '-') : paper.kind;
    const twice = papers.filter((p) => p.kind === paper.kind).length > 1;
    const wanted = /\bjoint\b/.test(paper.name)
      ? `joint-${base}`
      : paper.further || paper.onlyIfExchanged
        ? `confidential-${base}`
        : twice && paper.by !== 'each party'
          ? `${paper.by}-${base}`
          : base;
    let id = wanted;
    for (let n = 2; taken.has(id); n++) id = `${wanted}-${n}`;
    taken.add(id);
    return { paper, id };
  });
}

/** One paper as an order file has it; `inCase` where its fixed date stands under the case's number. */
export function submissionData(
  r: Reading,
  p: PaperRead,
  id: string,
  first: boolean,
  inCase: boolean,
): SubmissionData {
  const { delivery, pages, circulation } = p;
  const service = sure(circulation.served);
  const filing = sure(circulation.filed);
  const email =
    delivery.email && /\.[a-z]{2,4}$/i.test(delivery.email.value) && !/\s/.test(delivery.email.value)
      ? sure(delivery.email)
      : null;
  const place = email ?? delivery.channels[0];
  const due = sure(p.due);
  const text = sure(pages.text);
  const fixed = due !== null && 'date' in due.value && inCase;
  const limit = sure(pages.exhibits);
  const paper = sure(pages.hardCopy);
  const marking = sure(p.marking);
  const format = delivery.pdf ?? delivery.noPaper;
  return {
    id,
    name: p.name,
    kind: p.kind,
    by: /\bjoint(?:ly)?\b/.test(p.name) ? 'all parties' : p.by,
    ...(first ? { default: true } : {}),
    ...(p.onlyIfExchanged ? { onlyIf: 'exchanged' as const } : {}),
    format: p.kind === 'letter' || p.kind === 'other' ? 'letter' : 'statement',
    ...(place
      ? {
          recipient: {
            addresses: email ? [email.value] : [],
            channel: delivery.channels.map((c) => c.value),
            ...cite(r, place),
          },
        }
      : {}),
    ...(marking ? { marking: { words: marking.value, ...cite(r, marking) } } : {}),
    ...(service ? { service: { rule: service.value, ...cite(r, service) } } : {}),
    ...(filing
      ? { filing: { rule: filing.value ? 'required' : 'forbidden', ...cite(r, filing) } as const }
      : {}),
    ...(due && !fixed ? { due: { when: dueData(due.value), ...cite(r, due) } } : {}),
    ...(text
      ? {
          pages: {
            max: text.value.max,
            ...(text.value.soft ? { soft: true } : {}),
            ...(text.value.leave ? { leave: true } : {}),
            ...cite(r, text),
          },
        }
      : {}),
    ...(limit ? { exhibitPages: { max: limit.value, ...cite(r, limit) } } : {}),
    ...(paper
      ? {
          hardCopy: {
            over: paper.value,
            say: 'a copy on paper goes to the Court as well',
            ...cite(r, paper),
          },
        }
      : {}),
    ...(format
      ? {
          fileFormat: {
            ...(delivery.pdf ? { pdf: true } : {}),
            ...(delivery.noPaper ? { paper: 'forbidden' as const } : {}),
            ...cite(r, format),
          },
        }
      : {}),
    contents: contentsData(r, p.contents),
  };
}
