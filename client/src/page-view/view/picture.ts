import type { ChartView } from '../../../../server/src/protocol.ts';

/** What a picture may be made of; all else is left out, scripts and links with it. */
const ELEMENTS = new Set(['svg', 'title', 'desc', 'line', 'text', 'path', 'circle', 'rect']);
const ATTRIBUTES =
  /^(class|d|x|y|x1|x2|y1|y2|cx|cy|r|width|height|viewBox|role|fill|stroke(-(width|dasharray|opacity))?|text-anchor|font-(family|size))$/;

/** The picture of the negotiation and the same as a table. */
export function picture(chart: ChartView | null): Node[] {
  if (!chart) {
    const none = document.createElement('p');
    none.textContent = 'The header lists no demand and no offer yet, under "negotiations".';
    return [none];
  }
  const summary = document.createElement('p');
  summary.textContent = chart.summary;
  const svg = cleaned(chart.svg);
  return [summary, ...(svg ? [svg] : []), table(chart)];
}

function cleaned(text: string): Element | undefined {
  const root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
  if (root.localName !== 'svg') return undefined;
  for (const element of [root, ...root.querySelectorAll('*')]) {
    if (!ELEMENTS.has(element.localName)) element.remove();
    for (const { name } of [...element.attributes]) {
      if (!ATTRIBUTES.test(name)) element.removeAttribute(name);
    }
  }
  return document.importNode(root, true);
}

function table({ head, rows }: ChartView): HTMLTableElement {
  const made = document.createElement('table');
  const caption = made.createCaption();
  caption.textContent = 'Demands and offers';
  const line = (cells: readonly string[], name: 'th' | 'td'): HTMLTableRowElement => {
    const row = document.createElement('tr');
    for (const text of cells) {
      const cell = document.createElement(name);
      if (name === 'th') cell.setAttribute('scope', 'col');
      cell.textContent = text;
      row.append(cell);
    }
    return row;
  };
  made.createTHead().append(line(head, 'th'));
  made.createTBody().append(...rows.map((cells) => line(cells, 'td')));
  return made;
}
