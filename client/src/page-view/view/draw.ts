import type { Drawing, DrawnShape, DrawnText } from '../../../../server/src/protocol.ts';

const SVG = 'http://www.w3.org/2000/svg';
const COLOUR = /^#[0-9a-f]{3,8}$/i;
/** All that path data may hold. */
const PATH = /^[a-z0-9.,\s-]*$/i;

/** A mark as it is on the screen. */
interface Drawn {
  /** Equal looks, equal but for the place. */
  readonly look: string;
  readonly place: string;
  readonly element: SVGPathElement;
}

/** A page on the screen. What did not change on it keeps its elements, also where it moved. */
export class PageSvg {
  readonly element: SVGSVGElement;
  #drawn: readonly Drawn[] = [];

  constructor(width: number, height: number) {
    this.element = document.createElementNS(SVG, 'svg');
    this.element.setAttribute('viewBox', `0 0 ${width} ${height}`);
    // The page's words stand beside it for those who do not see it.
    this.element.setAttribute('aria-hidden', 'true');
  }

  draw({ texts, shapes }: Drawing, outlines: readonly string[]): void {
    const before = new Map<string, Drawn[]>();
    for (const drawn of this.#drawn) {
      const alike = before.get(drawn.look);
      if (alike) alike.push(drawn);
      else before.set(drawn.look, [drawn]);
    }
    const marks: readonly (DrawnText | DrawnShape)[] = [...shapes, ...texts];
    this.#drawn = marks.map((mark) => {
      const look = JSON.stringify(mark.slice(2));
      const place = placeOf(mark);
      const old = before.get(look)?.shift();
      const element = old?.element ?? path(mark, outlines);
      if (old?.place !== place) element.setAttribute('transform', place);
      return { look, place, element };
    });
    for (const gone of [...before.values()].flat()) gone.element.remove();
    let next: ChildNode | null = this.element.firstChild;
    for (const { element } of this.#drawn) {
      if (element === next) next = next.nextSibling;
      else this.element.insertBefore(element, next);
    }
  }
}

const isText = (mark: DrawnText | DrawnShape): mark is DrawnText => Array.isArray(mark[4]);

function placeOf(mark: DrawnText | DrawnShape): string {
  const [x, y, scale] = mark;
  return isText(mark) ? `matrix(${scale} 0 0 ${-Number(scale)} ${x} ${y})` : `translate(${x} ${y})`;
}

/** But for its place. Made of numbers and path data alone; nothing of it is read as markup. */
function path(mark: DrawnText | DrawnShape, outlines: readonly string[]): SVGPathElement {
  const element = document.createElementNS(SVG, 'path');
  if (isText(mark)) {
    const [, , , fill, glyphs, right, above] = mark;
    let d = '';
    glyphs.forEach((glyph, i) => {
      const outline = outlines[glyph];
      if (outline) d += `M${right[i] ?? 0} ${above?.[i] ?? 0}${outline}`;
    });
    element.setAttribute('d', d);
    element.setAttribute('fill', COLOUR.test(fill) ? fill : '#000');
    return element;
  }
  const [, , d, fill, stroke, width] = mark;
  element.setAttribute('d', PATH.test(d) ? d : '');
  element.setAttribute('fill', fill !== null && COLOUR.test(fill) ? fill : 'none');
  if (stroke !== null && COLOUR.test(stroke)) {
    element.setAttribute('stroke', stroke);
    element.setAttribute('stroke-width', String(width));
  }
  return element;
}
