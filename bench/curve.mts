// The growth curve as a picture: milliseconds from a key to its diagnostics, by pages.
const WIDTH = 640;
const HEIGHT = 320;
const EDGE = 48;

/** @param points pages and milliseconds, fewest pages first */
export function growthCurve(points: readonly (readonly [pages: number, ms: number])[]): string {
  const most = Math.max(...points.map(([pages]) => pages));
  const slowest = Math.max(1, ...points.map(([, ms]) => ms));
  const x = (pages: number): number => Math.round(EDGE + (pages / most) * (WIDTH - 2 * EDGE));
  const y = (ms: number): number => Math.round(HEIGHT - EDGE - (ms / slowest) * (HEIGHT - 2 * EDGE));
  const line = points.map(([pages, ms]) => `${x(pages)},${y(ms)}`).join(' ');
  const marks = points.map(
    ([pages, ms]) =>
      `<circle cx="${x(pages)}" cy="${y(ms)}" r="3"/><text x="${x(pages)}" y="${y(ms) - 8}">${ms.toFixed(1)}</text><text x="${x(pages)}" y="${HEIGHT - EDGE + 18}">${pages}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="11" text-anchor="middle">
<title>Milliseconds from a key to its diagnostics, by the letter’s pages</title>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
<path d="M${EDGE} ${EDGE}V${HEIGHT - EDGE}H${WIDTH - EDGE}" fill="none" stroke="#888"/>
<polyline points="${line}" fill="none" stroke="#1f6feb" stroke-width="2"/>
${marks.join('\n')}
<text x="${WIDTH / 2}" y="${HEIGHT - 10}">pages</text>
<text x="${EDGE}" y="${EDGE - 20}">ms</text>
</svg>
`;
}
