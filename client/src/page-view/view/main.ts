/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { FromView, ToView, ViewState } from '../messages.ts';
import { Pages } from './pages.ts';
import { picture } from './picture.ts';

declare function acquireVsCodeApi(): {
  postMessage(message: FromView): void;
  getState(): ViewState | undefined;
  setState(state: ViewState): void;
};

/** A step of the zoom, and its bounds. */
const STEP = 1.2;
const [LEAST, MOST] = [0.25, 4];

const vscode = acquireVsCodeApi();
let state: ViewState = vscode.getState() ?? {};

function part(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`#${id} is missing`);
  return element;
}

const root = part('pages');
const count = part('count');
const problem = part('problem');
const chart = part('chart');
const toggle = part('picture');
const pages = new Pages(root);

function keep(change: ViewState): void {
  state = { ...state, ...change };
  vscode.setState(state);
}

const wants = () => pages.wants(state.chart === true);
const now = (): number => performance.timeOrigin + performance.now();
const ask = (): void => vscode.postMessage({ type: 'wants', wants: wants() });

function tell(): void {
  const result = pages.result;
  if (!result) return;
  const { limit, format } = result;
  const n = result.pages.length;
  const over = limit === null ? 0 : Math.max(0, n - limit);
  const text = `${n} ${n === 1 ? 'page' : 'pages'}${limit === null ? '' : ` of ${limit} allowed`}${over > 0 ? `, ${over} too many` : ''}`;
  count.classList.toggle('over', over > 0);
  count.title = `Counted as ${format}`;
  // Said aloud only when it changes.
  if (count.textContent !== text) count.textContent = text;
}

function zoom(to: number | null): void {
  const next = to === null ? null : Math.min(MOST, Math.max(LEAST, to));
  keep({ zoom: next });
  pages.zoom(next);
  part('size').textContent = next === null ? 'Fit' : `${Math.round(next * 100)}%`;
  if (pages.redraw()) ask();
}

function showChart(shown: boolean): void {
  keep({ chart: shown });
  chart.hidden = !shown;
  toggle.setAttribute('aria-pressed', String(shown));
  if (shown) ask();
}

function goTo(place: { page: number; y: number }): void {
  const offset = pages.offsetOf(place);
  if (offset !== undefined && pages.result) {
    vscode.postMessage({ type: 'goto', offset, version: pages.result.version });
  }
}

function receive(message: ToView): void {
  switch (message.type) {
    case 'letter':
      keep({ uri: message.uri });
      return;
    case 'cursor':
      pages.follow(message.offset);
      return;
    case 'problem':
      problem.textContent = message.reason;
      problem.hidden = false;
      document.body.classList.add('stale');
      return;
    case 'pages': {
      problem.hidden = true;
      document.body.classList.remove('stale');
      pages.show(message.result);
      if (message.cursor !== null) pages.follow(message.cursor);
      pages.redraw();
      tell();
      if (state.chart) chart.replaceChildren(...picture(message.result.chart));
      const { version } = message.result;
      // A frame, and the task after it: by then it is on the screen. What is lacking still is asked for with it.
      requestAnimationFrame(() =>
        setTimeout(() => {
          vscode.postMessage({ type: 'drawn', version, at: now(), wants: wants() });
        }),
      );
    }
  }
}

addEventListener('message', ({ data }: MessageEvent<ToView>) => receive(data));

let scrolled = false;
root.addEventListener('scroll', () => {
  if (scrolled) return;
  scrolled = true;
  requestAnimationFrame(() => {
    scrolled = false;
    pages.look();
    if (pages.redraw()) ask();
  });
});
new ResizeObserver(() => {
  pages.look();
  pages.layOut();
  if (pages.redraw()) ask();
}).observe(root);
root.addEventListener('click', (event) => {
  const place = pages.placeAt(event);
  if (place) goTo(place);
});
root.addEventListener(
  'wheel',
  (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    zoom(pages.scale * (event.deltaY < 0 ? STEP : 1 / STEP));
  },
  { passive: false },
);

const keys: Readonly<Record<string, () => void>> = {
  '+': () => zoom(pages.scale * STEP),
  '=': () => zoom(pages.scale * STEP),
  '-': () => zoom(pages.scale / STEP),
  '0': () => zoom(null),
};
const pageKeys: Readonly<Record<string, () => void>> = {
  PageDown: () => pages.focus(Math.min(pages.current + 1, (pages.result?.pages.length ?? 1) - 1)),
  PageUp: () => pages.focus(Math.max(0, pages.current - 1)),
  Home: () => pages.focus(0),
  End: () => pages.focus((pages.result?.pages.length ?? 1) - 1),
  // Just below the margin, so that it is the page's own first block.
  Enter: () => goTo({ page: pages.current, y: 80 }),
};
addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const inPages = event.target instanceof Node && root.contains(event.target);
  const act = keys[event.key] ?? (inPages ? pageKeys[event.key] : undefined);
  if (!act) return;
  event.preventDefault();
  act();
});
part('in').addEventListener('click', () => zoom(pages.scale * STEP));
part('out').addEventListener('click', () => zoom(pages.scale / STEP));
part('size').addEventListener('click', () => zoom(null));
toggle.addEventListener('click', () => showChart(state.chart !== true));

if (typeof state.zoom === 'number') zoom(state.zoom);
if (state.chart) showChart(true);
else ask();
