import { EngineError } from './engine.ts';
import { relativeOutline } from './outline.ts';

/**
 * Reads what both engines can export: a document as vectors, pages of shared items. It is the memory of
 * `reflexo`'s `FlatModule`, archived by `rkyv` 0.7: little-endian, pointers relative to themselves, the root
 * at the end. Its layout belongs to version 0.7.0 of the engines, so all that is not as expected is refused
 * rather than drawn wrong.
 */
export interface Vector {
  readonly pages: readonly VectorPage[];
  /**
   * A glyph's path data with relative commands, in units of its font, `y` upwards; empty for a space.
   * @throws EngineError
   */
  outline(glyph: string): string;
}

export interface VectorPage {
  /** Equal keys, equal pages: a hash of all that stands on the page. */
  readonly key: string;
  /** Points. */
  readonly width: number;
  readonly height: number;
  /** What stands on the page, in the order of the letter. @throws EngineError */
  draw(): readonly Item[];
}

/** Points from the page's top left corner; `y` grows downwards. */
export type Item = Text | Shape;

export interface Text {
  readonly kind: 'text';
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  /** Points of an em, and units of the font in one. */
  readonly size: number;
  readonly unitsPerEm: number;
  readonly width: number;
  readonly fill: string;
  readonly words: string;
  readonly glyphs: readonly Glyph[];
}

export interface Glyph {
  /** Names the outline: equal ids, equal outlines, in all documents. */
  readonly id: string;
  /** Units of the font from the text's start. */
  readonly at: number;
  /** Units of the font above the text's baseline. */
  readonly up: number;
}

export interface Shape {
  readonly kind: 'shape';
  readonly x: number;
  readonly y: number;
  readonly d: string;
  readonly fill: string | null;
  readonly stroke: string | null;
  /** Points. */
  readonly strokeWidth: number;
}

/** The tags by which parts of a module are told apart. */
const PART = { item: 4, font: 5, glyph: 6, layout: 7 } as const;
const ITEM = { none: 0, link: 2, path: 3, text: 4, item: 5, group: 6, hint: 10, labelled: 14 } as const;
const STYLE = { fill: 0, stroke: 1, strokeWidth: 7 } as const;
const TRANSLATE = 1;
const OUTLINE = 2;
/** Bytes of an element of each list. */
const SIZE = { part: 12, item: 48, font: 56, glyph: 16, page: 24, child: 24, shaped: 20, style: 12 } as const;
const MAGIC = 'tsvr';

/** @throws EngineError when the bytes are not what this version of the engines writes */
export function readVector(bytes: Uint8Array): Vector {
  try {
    return new Reader(bytes).read();
  } catch (error) {
    throw error instanceof EngineError ? error : wrong('its vectors end too soon', error);
  }
}

const wrong = (what: string, cause?: unknown): EngineError =>
  new EngineError(`the typesetter drew the pages in a way that is not understood: ${what}`, { cause });

interface Font {
  readonly id: string;
  readonly unitsPerEm: number;
}

class Reader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #items = new Map<string, number>();
  readonly #fonts: Font[] = [];
  /** Where the outline of each glyph lies, by font and number. */
  readonly #outlines = new Map<string, number>();

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  read(): Vector {
    const end = this.#bytes.length;
    if (end < 16 || this.#text(end - 16, 4) !== MAGIC) throw wrong('it is no module');
    const parts = new Map(this.#list(end - 8, SIZE.part).map((at) => [this.#u32(at), at + 4] as const));
    const part = (tag: number): number => {
      const at = parts.get(tag);
      if (at === undefined) throw wrong(`part ${tag} is missing`);
      return at;
    };
    for (const at of this.#list(part(PART.item), SIZE.item)) this.#items.set(this.#print(at), at + 16);
    for (const at of this.#list(this.#pointer(part(PART.font)), SIZE.font)) {
      this.#fonts.push({ id: this.#u32(at + 32).toString(36), unitsPerEm: this.#f32(at + 48) });
    }
    for (const at of this.#list(this.#pointer(part(PART.glyph)), SIZE.glyph)) {
      const id = `${this.#u32(at).toString(36)}.${this.#u32(at + 4)}`;
      if (this.#u32(at + 8) === OUTLINE) this.#outlines.set(id, this.#pointer(at + 12));
    }
    return { pages: this.#pages(part(PART.layout)), outline: (glyph) => this.#outline(glyph) };
  }

  #pages(layout: number): VectorPage[] {
    const [region] = this.#list(this.#pointer(layout), SIZE.page);
    if (region === undefined || this.#u32(region) !== 0) throw wrong('it has no pages');
    const [only] = this.#list(region + 12, SIZE.part);
    if (only === undefined || this.#u32(only + 4) !== 1) throw wrong('its pages are elsewhere');
    return this.#list(this.#pointer(only + 8) + 8, SIZE.page).map((at): VectorPage => {
      const key = this.#print(at);
      return {
        key,
        width: this.#f32(at + 16),
        height: this.#f32(at + 20),
        draw: () => {
          const out: Item[] = [];
          this.#draw(key, 0, 0, out);
          return out;
        },
      };
    });
  }

  #draw(key: string, x: number, y: number, out: Item[]): void {
    const at = this.#items.get(key);
    if (at === undefined) throw wrong('an item is missing');
    switch (this.#u32(at)) {
      case ITEM.none:
      case ITEM.link:
      case ITEM.hint:
        return;
      case ITEM.group:
        for (const child of this.#list(at + 4, SIZE.child)) {
          this.#draw(this.#print(child + 8), x + this.#f32(child), y + this.#f32(child + 4), out);
        }
        return;
      case ITEM.text:
        out.push(this.#drawText(this.#pointer(at + 4), this.#pointer(at + 8), x, y));
        return;
      case ITEM.path:
        out.push(this.#drawShape(at, x, y));
        return;
      case ITEM.item: {
        if (this.#u32(at + 4) !== TRANSLATE) throw wrong('a part is turned or cut');
        const by = this.#pointer(at + 8);
        this.#draw(this.#print(at + 16), x + this.#f32(by), y + this.#f32(by + 4), out);
        return;
      }
      default:
        throw wrong(`there is an item of kind ${this.#u32(at)}`);
    }
  }

  #drawText(shape: number, content: number, x: number, y: number): Text {
    const size = this.#f32(shape + 24);
    const font = this.#fonts[this.#u32(shape + 4)];
    if (!font || !(size > 0)) throw wrong('a text has no font');
    const { id, unitsPerEm } = font;
    let width = 0;
    const glyphs = this.#list(content + 8, SIZE.shaped).map((at): Glyph => {
      const from = width + this.#f32(at);
      const up = this.#f32(at + 4);
      width += this.#f32(at + 8);
      const glyph = `${id}.${this.#u32(at + 16)}`;
      const units = unitsPerEm / size;
      return { id: glyph, at: from * units, up: up * units };
    });
    const fill = this.#styles(shape + 16).get(STYLE.fill);
    const words = this.#string(content);
    return {
      kind: 'text',
      x,
      y,
      size,
      unitsPerEm,
      width,
      fill: fill === undefined ? '#000' : this.#string(fill),
      words,
      glyphs,
    };
  }

  #outline(id: string): string {
    const at = this.#outlines.get(id);
    return at === undefined ? '' : relativeOutline(this.#string(at + 8));
  }

  #drawShape(at: number, x: number, y: number): Shape {
    const styles = this.#styles(at + 24);
    const colour = (style: number): string | null => {
      const found = styles.get(style);
      return found === undefined ? null : this.#string(found);
    };
    const width = styles.get(STYLE.strokeWidth);
    return {
      kind: 'shape',
      x,
      y,
      d: this.#string(at + 16),
      fill: colour(STYLE.fill),
      stroke: colour(STYLE.stroke),
      strokeWidth: width === undefined ? 1 : this.#f32(width),
    };
  }

  /** Where the value of each style lies. */
  #styles(list: number): ReadonlyMap<number, number> {
    return new Map(this.#list(list, SIZE.style).map((at) => [this.#view.getUint8(at), at + 4] as const));
  }

  #u32(at: number): number {
    return this.#view.getUint32(at, true);
  }

  #f32(at: number): number {
    return this.#view.getFloat32(at, true);
  }

  #pointer(at: number): number {
    return at + this.#view.getInt32(at, true);
  }

  /** Where the elements of a list lie, of `size` bytes each. */
  #list(at: number, size: number): number[] {
    const start = this.#pointer(at);
    const length = this.#u32(at + 4);
    if (start < 0 || start + length * size > this.#bytes.length) throw wrong('a list is too long');
    return Array.from({ length }, (_, i) => start + i * size);
  }

  #string(at: number): string {
    return this.#text(this.#pointer(at), this.#u32(at + 4));
  }

  #text(start: number, length: number): string {
    if (start < 0 || start + length > this.#bytes.length) throw wrong('a text is too long');
    return decoder.decode(this.#bytes.subarray(start, start + length));
  }

  /** A hash of 128 bits. */
  #print(at: number): string {
    let text = '';
    for (let i = 0; i < 16; i += 4)
      text += this.#u32(at + i)
        .toString(36)
        .padStart(7, '0');
    return text;
  }
}

const decoder = new TextDecoder();
