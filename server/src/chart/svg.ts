import type { Mark, Plot, Role } from './plot.ts';

const COLOURS: Readonly<Record<Role, string>> = {
  plaintiff: '#9a3412',
  defendant: '#1d4ed8',
  other: '#333333',
  label: '#333333',
  grid: '#8a8a8a',
  axis: '#8a8a8a',
};

/** The picture as SVG with colours of its own, which a style sheet may override by class. */
export function svgOf({ width, height, marks, summary }: Plot): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="sans-serif" font-size="12">`,
    `<title>Demands and offers over time</title><desc>${escaped(summary)}</desc>`,
    ...marks.map(element),
    '</svg>',
  ].join('');
}

function element(mark: Mark): string {
  switch (mark[0]) {
    case 'line': {
      const [, role, x1, y1, x2, y2, dashed] = mark;
      const opacity = role === 'grid' ? 0.35 : 1;
      return `<line class="grid" x1="${x1}" x2="${x2}" y1="${y1}" y2="${y2}" stroke="${COLOURS[role]}" stroke-opacity="${opacity}"${dashed ? ' stroke-dasharray="2 4"' : ''}/>`;
    }
    case 'text': {
      const [, x, y, anchor, words] = mark;
      const at = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
      return `<text class="label" x="${x}" y="${y}"${at} fill="${COLOURS.label}">${escaped(words)}</text>`;
    }
    case 'path': {
      const [, role, corners] = mark;
      const [first = [0, 0]] = corners;
      const legs = corners.slice(1).map(([x, y], i) => (y === corners[i]?.[1] ? `H${x}` : `V${y}`));
      const d = `M${first.join(' ')}${legs.join('')}`;
      // Sides differ by dashes and by shape, not by colour alone.
      const dashes = role === 'defendant' ? ' stroke-dasharray="7 3"' : '';
      return `<path class="${role} line" d="${d}" fill="none" stroke="${COLOURS[role]}" stroke-width="2"${dashes}/>`;
    }
    case 'mark': {
      const [, whose, x, y, hollow] = mark;
      const colour = COLOURS[whose];
      const look = `class="${whose} mark${hollow ? ' hollow' : ''}" fill="${hollow ? '#ffffff' : colour}" stroke="${colour}" stroke-width="1.5"`;
      if (whose === 'plaintiff') return `<circle cx="${x}" cy="${y}" r="4.5" ${look}/>`;
      if (whose === 'defendant') return `<rect x="${x - 4}" y="${y - 4}" width="8" height="8" ${look}/>`;
      return `<path d="M${x} ${y - 6}l6 10h-12z" ${look}/>`;
    }
  }
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (c) => ESCAPES[c] ?? c);
