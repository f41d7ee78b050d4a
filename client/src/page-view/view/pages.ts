import type { Drawing, PagesResult } from '../../../../server/src/protocol.ts';
import type { Wants } from '../messages.ts';
import { PageSvg } from './draw.ts';
import { type Place, Places } from './places.ts';

/** CSS pixels in a point. */
const PIXELS = 96 / 72;
/** Pixels between pages, and around them. */
const GAP = 24;
/** Drawings kept of pages that are no longer, for an edit that is undone. */
const KEPT = 40;

/** The pages, one below the other. Only those in sight and their neighbours are drawn. */
export class Pages {
  readonly #root: HTMLElement;
  readonly #cursor = document.createElement('div');
  readonly #drawings = new Map<string, Drawing>();
  readonly #sheets: Sheet[] = [];
  #outlines: string[] = [];
  #epoch: string | null = null;
  #result: PagesResult | undefined;
  #places = new Places([], 792, 0);
  #zoom: number | null = null;
  #current = 0;
  /** CSS pixels of what is in sight, as last looked at: to ask again in the middle of a change is dear. */
  #sight: Sight = { top: 0, width: 0, height: 0 };
  /** What the sheets were last laid out for. */
  #laid = '';

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#cursor.className = 'cursor';
    this.#cursor.setAttribute('aria-hidden', 'true');
    this.look();
  }

  /** To be called when the view was scrolled, or has another size. */
  look(): void {
    const { scrollTop, clientWidth, clientHeight } = this.#root;
    this.#sight = { top: scrollTop, width: clientWidth, height: clientHeight };
  }

  get result(): PagesResult | undefined {
    return this.#result;
  }

  /** The page that has the keyboard, or had it last. */
  get current(): number {
    return this.#current;
  }

  show(result: PagesResult): void {
    if (result.epoch !== this.#epoch) {
      this.#epoch = result.epoch;
      this.#outlines = [];
      this.#drawings.clear();
      for (const sheet of this.#sheets) sheet.clear();
    }
    this.#outlines.push(...result.glyphs);
    for (const [key, drawing] of Object.entries(result.drawings)) this.#drawings.set(key, drawing);
    this.#result = result;
    this.#forget();
    this.#places = new Places(result.blocks, this.#height, result.pages.length);
    while (this.#sheets.length > result.pages.length) this.#sheets.pop()?.element.remove();
    result.pages.forEach((page, i) => {
      if (!this.#sheets[i]) {
        const sheet = new Sheet(page.width, page.height);
        this.#sheets[i] = sheet;
        this.#root.append(sheet.element);
      }
      this.#sheets[i]?.label(i, result.pages.length, result.limit);
    });
    this.#current = Math.min(this.#current, Math.max(0, result.pages.length - 1));
    this.layOut();
  }

  /** 1 is the size of the paper; null fits the width. */
  zoom(zoom: number | null): void {
    const before = this.#scale;
    this.#zoom = zoom;
    this.layOut();
    this.#scroll(this.#sight.top * (this.#scale / before));
    this.redraw();
  }

  get scale(): number {
    return this.#scale / PIXELS;
  }

  layOut(): void {
    const [page] = this.#result?.pages ?? [];
    if (!page) return;
    const laid = [this.#scale, page.width, page.height, this.#sheets.length, this.#current].join();
    if (laid === this.#laid) return;
    this.#laid = laid;
    for (const [i, { element }] of this.#sheets.entries()) {
      element.style.width = `${page.width * this.#scale}px`;
      element.style.height = `${page.height * this.#scale}px`;
      element.tabIndex = i === this.#current ? 0 : -1;
    }
  }

  /** Draws what is in sight as far as it is known. Whether anything is lacking. */
  redraw(): boolean {
    const [from, to] = this.#inSight();
    let lacking = false;
    this.#sheets.forEach((sheet, i) => {
      const key = this.#result?.pages[i]?.key ?? '';
      if (i < from || i >= to) sheet.clear();
      else {
        const drawing = this.#drawings.get(key);
        if (drawing) sheet.draw(key, drawing, this.#outlines);
        else lacking = true;
      }
    });
    return lacking;
  }

  wants(chart: boolean): Wants {
    const [from, to] = this.#inSight();
    return {
      epoch: this.#epoch,
      glyphs: this.#outlines.length,
      known: [...this.#drawings.keys()],
      from,
      to,
      chart,
    };
  }

  /** Marks where the cursor is, and scrolls there if that is out of sight. */
  follow(offset: number): void {
    const place = this.#places.placeOf(offset);
    const sheet = place && this.#sheets[place.page];
    if (!place || !sheet) return;
    this.#cursor.style.top = `${place.y * this.#scale}px`;
    if (this.#cursor.parentElement !== sheet.element) sheet.element.append(this.#cursor);
    const y = this.#top(place.page) + place.y * this.#scale;
    const { top, height } = this.#sight;
    if (y < top + GAP || y > top + height - GAP) this.#scroll(y - height / 3);
  }

  focus(page: number): void {
    const sheet = this.#sheets[page];
    if (!sheet) return;
    this.#current = page;
    for (const [i, { element }] of this.#sheets.entries()) element.tabIndex = i === page ? 0 : -1;
    sheet.element.focus({ preventScroll: true });
    this.#scroll(this.#top(page) - GAP);
  }

  /** The place under the mouse. */
  placeAt(event: MouseEvent): Place | undefined {
    const { target } = event;
    const page = this.#sheets.findIndex(({ element }) => target instanceof Node && element.contains(target));
    const sheet = this.#sheets[page];
    if (!sheet) return undefined;
    const { top } = sheet.element.getBoundingClientRect();
    return { page, y: (event.clientY - top) / this.#scale };
  }

  offsetOf(place: Place): number | undefined {
    return this.#places.offsetOf(place);
  }

  /** The page of which most is in sight. */
  get inFront(): number {
    return Math.max(0, Math.round((this.#sight.top - GAP) / this.#step));
  }

  get #height(): number {
    return this.#result?.pages[0]?.height ?? 792;
  }

  /** CSS pixels in a point, zoomed. */
  get #scale(): number {
    if (this.#zoom !== null) return this.#zoom * PIXELS;
    const width = this.#result?.pages[0]?.width ?? 612;
    return Math.max(0.2, (this.#sight.width - 2 * GAP) / width);
  }

  get #step(): number {
    return this.#height * this.#scale + GAP;
  }

  #scroll(top: number): void {
    this.#root.scrollTop = top;
    this.look();
  }

  #top(page: number): number {
    return GAP + page * this.#step;
  }

  /** What is in sight and one page more on each side. */
  #inSight(): [from: number, to: number] {
    const { top, height } = this.#sight;
    const first = Math.floor((top - GAP) / this.#step);
    const last = Math.floor((top + height) / this.#step);
    return [Math.max(0, first - 1), Math.max(1, last + 2)];
  }

  #forget(): void {
    const there = new Set(this.#result?.pages.map(({ key }) => key));
    const gone = [...this.#drawings.keys()].filter((key) => !there.has(key));
    for (const key of gone.slice(0, Math.max(0, gone.length - KEPT))) this.#drawings.delete(key);
  }
}

interface Sight {
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** One page: the paper, its words for screen readers, and whether it is over the limit. */
class Sheet {
  readonly element = document.createElement('section');
  readonly #words = document.createElement('div');
  readonly #limit = document.createElement('div');
  readonly #size: readonly [number, number];
  #svg: PageSvg | undefined;
  #key = '';

  constructor(width: number, height: number) {
    this.#size = [width, height];
    this.#words.className = 'words';
    this.#limit.className = 'limit';
    this.element.className = 'page';
  }

  label(index: number, count: number, limit: number | null): void {
    const over = limit !== null && index >= limit;
    this.element.classList.toggle('over', over);
    const most = limit === 1 ? '1 page' : `${limit} pages`;
    this.element.setAttribute(
      'aria-label',
      `Page ${index + 1} of ${count}${over ? `, over the limit of ${most}` : ''}`,
    );
    if (over && index === limit) {
      this.#limit.textContent = `Limit of ${most}: all below is too much`;
      this.element.prepend(this.#limit);
    } else this.#limit.remove();
  }

  draw(key: string, drawing: Drawing, outlines: readonly string[]): void {
    if (this.#key === key) return;
    this.#key = key;
    if (!this.#svg) {
      this.#svg = new PageSvg(...this.#size);
      this.element.append(this.#svg.element, this.#words);
    }
    this.#svg.draw(drawing, outlines);
    this.#write(drawing.words);
  }

  /** What was there stays, so that whoever is read to is not interrupted at each key. */
  #write(words: readonly string[]): void {
    words.forEach((text, i) => {
      const paragraph = this.#words.children[i] ?? this.#words.appendChild(document.createElement('p'));
      if (paragraph.textContent !== text) paragraph.textContent = text;
    });
    while (this.#words.children.length > words.length) this.#words.lastElementChild?.remove();
  }

  clear(): void {
    this.#key = '';
    this.#svg?.element.remove();
    this.#svg = undefined;
    this.#words.remove();
  }
}
