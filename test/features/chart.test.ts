import { describe, expect, it } from 'vitest';
import { chartOf } from '../../server/src/features/chart.ts';
import { parseLetter } from '../../server/src/letter/letter.ts';

const entry = (fields: string): string => `  - { ${fields} }\n`;
const header = (negotiations: string, more = ''): string =>
  `---\njudge: reznik\ncaption: Alfano v. Krasne\nparty: Alfano\nrole: plaintiff\n${more}negotiations:\n${negotiations}---\n`;
const chart = (negotiations: string, more?: string) => {
  const shown = chartOf(parseLetter(header(negotiations, more)).header.values);
  return shown ?? { svg: '', summary: '', head: [], rows: [] };
};

const talks = [
  entry('date: 2024-04-01, by: plaintiff, kind: demand, amount: 200000'),
  entry('date: 2024-04-11, by: defendant, kind: offer, amount: 50000, terms: "<b>no</b> admission"'),
  entry('date: 2024-04-21, by: Alfano, kind: demand, amount: 150000'),
  entry('date: 2024-04-25, by: both, kind: discussion'),
].join('');

const line = (svg: string, whose: string): number[] => {
  const [, d = ''] = new RegExp(`<path class="${whose} line" d="([^"]*)"`).exec(svg) ?? [];
  return (d.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
};

describe('the picture of a negotiation', () => {
  it('is not there without demands and offers', () => {
    expect(chartOf(parseLetter('---\njudge: reznik\n---\n').header.values)).toBeUndefined();
    expect(chart(entry('date: 2024-04-25, by: both, kind: discussion')).svg).toBe('');
  });

  it('says where the sides stand, in words and in a table of every demand and offer', () => {
    const { summary, rows, head } = chart(talks);
    expect(summary).toBe('The plaintiff stands at $150,000, the defendant at $50,000: $100,000 apart.');
    expect(rows.map((row) => row.slice(1, 4))).toEqual([
      ['plaintiff', 'Demand', '$200,000'],
      ['defendant', 'Offer', '$50,000'],
      ['Alfano', 'Demand', '$150,000'],
    ]);
    expect(rows[1]?.[4]).toBe('<b>no</b> admission');
    expect(rows.every((row) => row.length === head.length)).toBe(true);
  });

  it('draws dates and sums to scale, sums from zero', () => {
    const { svg } = chart(talks);
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0, x2 = 0] = line(svg, 'plaintiff');
    const [offered = 0, offer = 0] = line(svg, 'defendant');
    const zero = Number(/y1="([\d.]+)"[^>]*stroke-opacity="1"/.exec(svg)?.[1]);
    expect((zero - y0) / (zero - offer)).toBeCloseTo(200_000 / 50_000, 1);
    expect((zero - y1) / (zero - y0)).toBeCloseTo(150_000 / 200_000, 1);
    expect((offered - x0) / (x1 - x0)).toBeCloseTo(10 / 20, 1);
    // The last demand holds to the last day that is known, and no further.
    expect(x2).toBe(x1);
  });

  it('goes on to the day of the letter, and shows the conference at its own', () => {
    const { svg } = chart(talks, 'dated: 2024-05-01\nconference: 2024-05-31\n');
    const demands = line(svg, 'plaintiff');
    const [start = 0, end = 0] = [demands[0], demands.at(-1)];
    const [, conference] = /x1="([\d.]+)"[^>]*stroke-dasharray="2 4"/.exec(svg) ?? [];
    expect((end - start) / (Number(conference) - start)).toBeCloseTo(30 / 60, 1);
    expect(svg).toContain('Conference, Fri, May 31, 2024');
  });

  it('shows what has no sum as such, and draws no line through it', () => {
    const { svg, rows, summary } = chart(
      entry('date: 2024-04-01, by: plaintiff, kind: demand, terms: an apology'),
    );
    expect(svg).toContain('no sum stated');
    expect(line(svg, 'plaintiff')).toEqual([]);
    expect(rows[0]?.[3]).toBe('none stated');
    expect(summary).toMatch(/no sum/);
  });

  it('keeps a mediator’s proposal apart from both sides', () => {
    const mediator = entry('date: 2024-05-01, by: the mediator, kind: offer, amount: 90000');
    const { svg, summary } = chart(talks + mediator);
    expect(svg).toContain('class="other mark"');
    expect(svg).not.toContain('class="other line"');
    expect(summary).toContain('defendant at $50,000');
  });

  it('does not say that sides are apart which have met or crossed', () => {
    const demand = entry('date: 2024-04-01, by: plaintiff, kind: demand, amount: 100');
    const offer = (sum: number) => entry(`date: 2024-04-02, by: defendant, kind: offer, amount: ${sum}`);
    expect(chart(demand + offer(100)).summary).toMatch(/have met/);
    expect(chart(demand + offer(120)).summary).toMatch(/crossed/);
  });

  it('takes nothing of the header as markup', () => {
    const { svg } = chart(
      entry('date: 2024-04-01, by: "<script>x</script>", kind: demand, amount: 1, terms: "</svg>"'),
    );
    expect(svg).not.toContain('script');
    expect(svg.match(/<\/svg>/g)).toHaveLength(1);
  });

  it('is drawn of any sum', () => {
    for (const sum of [0, 0.01, 7, 999_999_999_999]) {
      const { svg } = chart(entry(`date: 2024-04-01, by: plaintiff, kind: demand, amount: ${sum}`));
      expect(svg).toContain('plaintiff mark');
      expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    }
  });
});
