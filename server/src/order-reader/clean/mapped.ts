/** A text with, for each of its characters, the offset that it had in the text as it came (UTF-16). */
export interface Mapped {
  readonly text: string;
  /** One entry a character and one for the end. */
  readonly at: Int32Array;
}

export function mapped(text: string): Mapped {
  const at = new Int32Array(text.length + 1);
  for (let i = 0; i <= text.length; i++) at[i] = i;
  return { text, at };
}

/** A stretch to be replaced: offsets into the mapped text, in sequence and apart from one another. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

/** Applies edits. What is put in keeps the place of what it stands for. */
export function edit({ text, at }: Mapped, edits: readonly Edit[]): Mapped {
  if (edits.length === 0) return { text, at };
  let length = text.length;
  for (const e of edits) length += e.by.length - (e.end - e.start);
  const to = new Int32Array(length + 1);
  const pieces: string[] = [];
  let from = 0;
  let n = 0;
  for (const e of edits) {
    pieces.push(text.slice(from, e.start), e.by);
    for (let i = from; i < e.start; i++) to[n++] = at[i] ?? 0;
    const last = Math.max(e.start, e.end - 1);
    for (let i = 0; i < e.by.length; i++) to[n++] = at[Math.min(e.start + i, last)] ?? 0;
    from = e.end;
  }
  pieces.push(text.slice(from));
  for (let i = from; i <= text.length; i++) to[n++] = at[i] ?? 0;
  return { text: pieces.join(''), at: to };
}

/** Takes stretches (in sequence, apart from one another) out of their place and puts them at the end, as paragraphs. */
export function moveToEnd(m: Mapped, ranges: readonly (readonly [number, number])[]): Mapped {
  if (ranges.length === 0) return m;
  const texts: string[] = [];
  const places: number[] = [];
  const take = (start: number, end: number): void => {
    texts.push(m.text.slice(start, end));
    for (let i = start; i < end; i++) places.push(m.at[i] ?? 0);
  };
  const put = (words: string, place: number): void => {
    texts.push(words);
    for (let i = 0; i < words.length; i++) places.push(place);
  };
  let from = 0;
  for (const [start, end] of ranges) {
    take(from, start);
    from = end;
  }
  take(from, m.text.length);
  const last = m.at[m.text.length] ?? 0;
  for (const [start, end] of ranges) {
    put('\n\n', m.at[start] ?? 0);
    take(start, end);
  }
  places.push(last);
  return { text: texts.join(''), at: Int32Array.from(places) };
}

/** Replaces what a pattern finds; `by` gives the new words, or null to leave a match as it is. */
export function rewrite(
  m: Mapped,
  pattern: RegExp,
  by: string | ((match: RegExpExecArray) => string | null),
): Mapped {
  const edits: Edit[] = [];
  for (const match of m.text.matchAll(pattern)) {
    const words = typeof by === 'string' ? by : by(match);
    if (words !== null && words !== match[0]) {
      edits.push({ start: match.index, end: match.index + match[0].length, by: words });
    }
  }
  return edit(m, edits);
}
