import { sentenceAt } from '../text/around.ts';
import type { Read, Reading } from '../text/reading.ts';

/** Where a datum comes from: the paragraph, and the words with their place in the text as it came. */
export interface Cited {
  paragraph: string;
  evidence: { words: string; confidence: number; at: [number, number] };
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
}

/** Cites words at an offset of the clean text; `mark` is an entry's own, "(a)". */
export function cite(r: Reading, place: Place, mark = ''): Cited {
  return { paragraph: paragraphAt(r, place.start, mark), evidence: evidence(r, place) };
}

export function evidence(r: Reading, { start, end, confidence }: Place): Cited['evidence'] {
  const from = r.clean.at[start] ?? 0;
  const to = (r.clean.at[Math.max(start, end - 1)] ?? from) + 1;
  return {
    words: r.text.slice(start, end).replace(/\s+/g, ' ').trim().slice(0, 300),
    confidence: Math.round(confidence * 100) / 100,
    at: [from, Math.max(from, to)],
  };
}

/** The numbers of the entries that an offset lies in, "2(1)"; else the first words of its sentence. */
function paragraphAt(r: Reading, offset: number, mark: string): string {
  const outer = r.lists.flatMap(({ style, items }) => {
    if (style === '-' || style === 'word') return [];
    const item = items.find((i) => i.from <= offset && offset < i.end);
    const last = items.at(-1);
    // What follows the last entry of the outermost numbering belongs to it until the next heading.
    const after =
      last && offset >= last.end && offset - last.end < 1500 && /^(?:1\.|I\.|A\.)$/.test(style)
        ? last
        : undefined;
    const found = item ?? after;
    return found
      ? [
          {
            from: found.from,
            label: found.mark.replace(/^[(\s\u00a7]+|[).\s]+$/g, ''),
            round: /\)$/.test(found.mark),
          },
        ]
      : [];
  });
  const labels = outer.sort((a, b) => a.from - b.from);
  const own = mark.replace(/^[(\s\u00a7-]+|[).\s]+$/g, '');
  if (labels.length > 0) {
    const [first, ...rest] = labels;
    return `${first?.round ? `(${first.label})` : (first?.label ?? '')}${rest.map((l) => `(${l.label})`).join('')}`;
  }
  if (own !== '') return own;
  const words = sentenceAt(r, offset)
    .words.replace(/^#+\s*/, '')
    .split(' ');
  return words.slice(0, 6).join(' ') + (words.length > 6 ? ' ...' : '');
}

/** Words and confidence by key, for data that no paragraph is cited for. Empty where nothing was read. */
export function evidenceOf(
  r: Reading,
  read: Readonly<Record<string, Read<unknown> | null>>,
): { evidence?: Record<string, Cited['evidence']> } {
  const entries = Object.entries(read).flatMap(([key, x]) => (x ? [[key, evidence(r, x)] as const] : []));
  return entries.length > 0 ? { evidence: Object.fromEntries(entries) } : {};
}
