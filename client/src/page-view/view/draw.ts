import type { Drawing, DrawnShape, DrawnText } from '../../../../server/src/protocol.ts';

const SVG = 'http://www.w3.org/2000/svg';
const COLOUR = /^#[0-9a-f]{3,8}$/i;
/** All that path data may hold. */
const PATH = /^[a-z0-9.,\s-]*$/i;

/** A page on the screen. What did not change on it keeps its elements. */
export class PageSvg {
  readonly element: SVGSVGElement;
  #marks: readonly string[] = [];

  constructor(width: number, height: number) {
    this.element = document.createElementNS(SVG, 'svg');
    this.element.setAttribute('viewBox', `0 0 ${width} ${height}`);
    // The page's words stand beside it for those who do not see it.
    this.element.setAttribute('aria-hidden', 'true');
  }

  draw({ texts, shapes }: Drawing, outlines: readonly string[]): void {
    const marks: readonly (DrawnText | DrawnShape)[] = [...shapes, ...texts];
    const after = marks.map((mark) => JSON.stringify(mark));
    const before = this.#marks;
    let same = 0;
    while (same < after.length && same < before.length && after[same] === before[same]) same++;
    let tail = 0;
    const most = Math.min(after.length, before.length) - same;
    while (tail < most && after[after.length - 1 - tail] === before[before.length - 1 - tail]) tail++;
    const { element } = this;
    for (let i = before.length - tail; i > same; i--) element.children[i - 1]?.remove();
    const rest = element.children[same] ?? null;
    const fresh = document.createDocumentFragment();
    for (const mark of marks.slice(same, marks.length - tail)) fresh.append(path(mark, outlines));
    element.insertBefore(fresh, rest);
    this.#marks = after;
  }
}

const isText = (mark: DrawnText | DrawnShape): mark is DrawnText => Array.isArray(mark[4]);

/** Made of numbers and path data alone; nothing of it is read as markup. */
function path(mark: DrawnText | DrawnShape, outlines: readonly string[]): SVGPathElement {
  const element = document.createElementNS(SVG, 'path');
  if (isText(mark)) {
    const [x, y, scale, fill, glyphs, right, above] = mark;
    let d = '';
    glyphs.forEach((glyph, i) => {
      const outline = outlines[glyph];
      if (outline) d += `M${right[i] ?? 0} ${above?.[i] ?? 0}${outline}`;
    });
    element.setAttribute('d', d);
    element.setAttribute('transform', `matrix(${scale} 0 0 ${-scale} ${x} ${y})`);
    element.setAttribute('fill', COLOUR.test(fill) ? fill : '#000');
    return element;
  }
  const [x, y, d, fill, stroke, width] = mark;
  element.setAttribute('d', PATH.test(d) ? d : '');
  element.setAttribute('transform', `translate(${x} ${y})`);
  element.setAttribute('fill', fill !== null && COLOUR.test(fill) ? fill : 'none');
  if (stroke !== null && COLOUR.test(stroke)) {
    element.setAttribute('stroke', stroke);
    element.setAttribute('stroke-width', String(width));
  }
  return element;
}
