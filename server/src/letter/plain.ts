import type { Heading, Paragraph, PhrasingContent, Text } from 'mdast';

/**
 * Lines of which Markdown makes nothing but words, emphasis, links and marks of footnotes: no other sign of its syntax in them,
 * none of a list, a heading or a number at their start, no blank at their end.
 */
const PLAIN_LINE =
  /^(?!\d{1,9}[.)])(?:\*{1,2}(?=[\p{L}\p{N}]))?[\p{L}\p{N}("“‘'$.,;§¶%](?:[\p{L}\p{N} ("“‘'$.,;§¶%)”’:?!/@–—…*[\]^#-]*[\p{L}\p{N}("“‘'$.,;§¶%)”’:?!/@–—…*\]-])?$/u;

/** A mark within a line: where emphasis may begin or end, a footnote, a link, a link by its name. */
const MARK =
  /\*+|\[\^(?<note>[\p{L}\p{N}-]+)\]|\[(?<words>[^\s[\]*^](?:[^[\]*^\n]{0,200}[^\s[\]*^])?)\](?:\((?<url>#[A-Za-z0-9-]+)\)|\[(?<name>[\p{L}\p{N}-]+)\])|[[\]^]/gu;

/** Where emphasis surely begins: before it nothing or what no emphasis can end behind, after it a word. */
const BEFORE_OPENING = /[\s(“‘]$/;
const BEHIND_OPENING = /^[\p{L}\p{N}]/u;
/** Where it surely ends: behind a word or its punctuation, before what no emphasis can begin in. */
const BEFORE_CLOSING = /[\p{L}\p{N}.,;:)”’?!]$/u;
const BEHIND_CLOSING = /^(?:[\s.,;:)”’?!—]|$)/;

/** What a line may hold behind the sign of a heading, which a sign at its end would close. */
const HEADING = /^(#{1,6}) (?=[\p{L}\p{N}("“‘'$§*])([^#\n]+)$/u;
const PLAIN_WORDS = /^[\p{L}\p{N} ("“‘'$.,;§¶%)”’:?!/@–—…*[\]^-]*[\p{L}\p{N}("“‘'$.,;§¶%)”’:?!/@–—…*\]-]$/u;

/**
 * The paragraph or heading that a run of lines is, where that can be seen without a parser, as most prose can; else
 * undefined. Its places count from the run's start.
 * @param lead definitions from elsewhere, as `parseChunk` has them
 */
export function plainBlock(text: string, lead = ''): Paragraph | Heading | undefined {
  let end = text.length;
  while (end > 0 && text[end - 1] === '\n') end--;
  const value = text.slice(0, end);
  const [, signs, words = ''] = HEADING.exec(value) ?? [];
  if (signs !== undefined) {
    if (!PLAIN_WORDS.test(words)) return undefined;
    const writer = new Writer(value);
    const children = writer.children(lead, end - words.length);
    const depth = signs.length as Heading['depth'];
    return children && { type: 'heading', depth, children, position: writer.position(0, end) };
  }
  if (!value.split('\n').every((line) => PLAIN_LINE.test(line))) return undefined;
  const writer = new Writer(value);
  const children = writer.children(lead);
  return children && { type: 'paragraph', position: writer.position(0, end), children };
}

class Writer {
  readonly #text: string;
  /** Offsets at which lines begin. */
  readonly #lines: number[] = [0];

  constructor(text: string) {
    this.#text = text;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#lines.push(at + 1);
  }

  /** @param from where the words begin */
  children(lead: string, from = 0): PhrasingContent[] | undefined {
    const text = this.#text;
    const found: PhrasingContent[] = [];
    let done = from;
    const words = (to: number): void => {
      if (to > done) found.push(this.#words(done, to));
      done = to;
    };
    let open: { readonly mark: string; readonly start: number } | undefined;
    for (const { 0: mark, groups = {}, index } of text.matchAll(MARK)) {
      const behind = index + mark.length;
      if (!mark.startsWith('*')) {
        // Inside emphasis, behind an exclamation mark, before another bracket: the parser says what it means.
        const isPlain = !open && text[index - 1] !== '!' && !/[([:]/.test(text[behind] ?? '');
        const node = isPlain && this.#named(groups, lead, index, behind);
        if (!node) return undefined;
        words(index);
        found.push(node);
        done = behind;
      } else if (!open) {
        const before = text.slice(Math.max(0, index - 1), index);
        const opens = index === 0 || BEFORE_OPENING.test(before);
        if (mark.length > 2 || !opens || !BEHIND_OPENING.test(text.slice(behind, behind + 2)))
          return undefined;
        words(index);
        open = { mark, start: index };
      } else {
        const before = text.slice(index - 2, index);
        const after = text.slice(behind, behind + 1);
        if (mark !== open.mark || !BEFORE_CLOSING.test(before) || !BEHIND_CLOSING.test(after))
          return undefined;
        const inner = this.#words(open.start + mark.length, index);
        found.push(this.#emphasis(mark, open.start, behind, inner));
        done = behind;
        open = undefined;
      }
    }
    if (open) return undefined;
    words(text.length);
    return found;
  }

  #words(from: number, to: number): Text {
    return { type: 'text', value: this.#text.slice(from, to), position: this.position(from, to) };
  }

  #emphasis(mark: string, from: number, to: number, inner: PhrasingContent): PhrasingContent {
    const type = mark === '*' ? 'emphasis' : 'strong';
    return { type, children: [inner], position: this.position(from, to) };
  }

  /** A link, or what names a definition from elsewhere by just its letters. */
  #named(
    { note, words, url, name }: Readonly<Record<string, string | undefined>>,
    lead: string,
    from: number,
    to: number,
  ): PhrasingContent | undefined {
    const position = this.position(from, to);
    if (note !== undefined) {
      if (!lead.includes(`[^${note}]: x\n`)) return undefined;
      return { type: 'footnoteReference', identifier: fold(note), label: note, position };
    }
    if (words === undefined) return undefined;
    const children = [this.#words(from + 1, from + 1 + words.length)];
    if (url !== undefined) return { type: 'link', title: null, url, children, position };
    if (name === undefined || !lead.includes(`[${name}]: x\n`)) return undefined;
    return {
      type: 'linkReference',
      identifier: fold(name),
      label: name,
      referenceType: 'full',
      children,
      position,
    };
  }

  position(from: number, to: number) {
    return { start: this.#point(from), end: this.#point(to) };
  }

  #point(offset: number) {
    let line = this.#lines.length;
    while (line > 1 && (this.#lines[line - 1] ?? 0) > offset) line--;
    return { line, column: offset - (this.#lines[line - 1] ?? 0) + 1, offset };
  }
}

/** As the parser makes an identifier of a label. */
const fold = (label: string): string => label.toLowerCase().toUpperCase().toLowerCase();
