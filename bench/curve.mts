// The growth curve as a picture: milliseconds from a key to its diagnostics, by pages, a line for each server.
const WIDTH = 720;
const HEIGHT = 360;
const LEFT = 56;
const RIGHT = 190;
const EDGE = 48;
const COLOURS = ['#1f6feb', '#bc4c00', '#6e7781', '#8250df'];

/** Pages and milliseconds, fewest pages first. */
export type Line = readonly (readonly [pages: number, ms: number])[];

/** @param lines by server's name */
export function growthCurve(lines: Readonly<Record<string, Line>>): string {
  const points = Object.values(lines).flat();
  const most = Math.max(...points.map(([pages]) => pages));
  const step = roundStep(Math.max(1, ...points.map(([, ms]) => ms)) / 5);
  const top = step * Math.ceil(Math.max(...points.map(([, ms]) => ms)) / step);
  const x = (pages: number): number => Math.round(LEFT + (pages / most) * (WIDTH - LEFT - RIGHT));
  const y = (ms: number): number => Math.round(HEIGHT - EDGE - (ms / top) * (HEIGHT - 2 * EDGE));
  const levels = Array.from({ length: Math.round(top / step) + 1 }, (_, i) => i * step);
  const grid = levels.map(
    (ms) =>
      `<path d="M${LEFT} ${y(ms)}H${WIDTH - RIGHT}" stroke="#d0d7de"/><text x="${LEFT - 8}" y="${y(ms) + 4}" text-anchor="end">${ms}</text>`,
  );
  // Letters of a few pages lie so close that their numbers would stand on one another.
  const pages = [...new Set(points.map(([p]) => p))].filter((p) => p >= most / 12);
  const below = pages.map((p) => `<text x="${x(p)}" y="${HEIGHT - EDGE + 18}">${p}</text>`);
  const drawn = Object.entries(lines).map(([name, line], i) => {
    const colour = COLOURS[i % COLOURS.length];
    const [lastPages, lastMs] = line.at(-1) ?? [0, 0];
    const dots = line.map(([p, ms]) => `<circle cx="${x(p)}" cy="${y(ms)}" r="3"/>`).join('');
    return `<g fill="${colour}"><polyline points="${line.map(([p, ms]) => `${x(p)},${y(ms)}`).join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>${dots}<text x="${x(lastPages) + 8}" y="${y(lastMs) + 4}" text-anchor="start">${name}: ${lastMs.toFixed(0)} ms</text></g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" text-anchor="middle">
<title>Milliseconds from a key to its diagnostics, by the letter’s pages</title>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
${grid.join('\n')}
<path d="M${LEFT} ${EDGE}V${HEIGHT - EDGE}H${WIDTH - RIGHT}" fill="none" stroke="#57606a"/>
${below.join('\n')}
${drawn.join('\n')}
<text x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - 10}">pages</text>
<text x="${LEFT}" y="${EDGE - 20}" text-anchor="start">milliseconds from a key to its diagnostics, half of all keys</text>
</svg>
`;
}

/** The next of 1, 2, 5, 10, 20 … at or over a number. */
function roundStep(least: number): number {
  const ten = 10 ** Math.floor(Math.log10(least));
  return ten * ([1, 2, 5, 10].find((n) => n * ten >= least) ?? 10);
}
