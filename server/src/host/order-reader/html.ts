/** Elements that end a line; what they hold is a block of its own. */
const BLOCKS =
  /^(?:address|article|aside|blockquote|br|caption|center|dd|div|dl|dt|fieldset|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|tr|ul)$/;
const HIDDEN = /^(?:script|style|head|template|noscript|svg|nav)$/;
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  sect: '\u00a7',
  para: '\u00b6',
  ndash: '\u2013',
  mdash: '\u2014',
  lsquo: '\u2018',
  rsquo: '\u2019',
  ldquo: '\u201c',
  rdquo: '\u201d',
  bull: '\u2022',
  hellip: '\u2026',
  shy: '',
};

/** The words of a web page, a line for each block. Tags are passed over, not understood; nothing is fetched. */
export function htmlText(html: string): string {
  const out: string[] = [];
  let at = 0;
  let hidden: string | null = null;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    const text = html.slice(at, open < 0 ? html.length : open);
    if (hidden === null) out.push(decoded(text.replace(/\s+/g, ' ')));
    if (open < 0) break;
    if (html.startsWith('<!--', open)) {
      const end = html.indexOf('-->', open + 4);
      at = end < 0 ? html.length : end + 3;
      continue;
    }
    const close = html.indexOf('>', open);
    if (close < 0) break;
    const name = /^<\/?([a-z][a-z0-9]*)/i.exec(html.slice(open, open + 24))?.[1]?.toLowerCase() ?? '';
    const ends = html[open + 1] === '/';
    if (hidden === null && !ends && HIDDEN.test(name)) hidden = name;
    else if (hidden === name && ends) hidden = null;
    else if (hidden === null && BLOCKS.test(name))
      out.push(name === 'li' && !ends ? '\n- ' : name === 'br' ? '\n' : '\n\n');
    else if (hidden === null && /^t[dh]$/.test(name)) out.push(' ');
    at = close + 1;
  }
  return (
    out
      .join('')
      // From the first blank of a row of them only: a page may be nothing but blanks.
      .replace(/(?<! ) *\n */g, '\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  );
}

const decoded = (text: string): string =>
  text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi,
    (whole, ten?: string, hex?: string, name?: string) => {
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
      const code = ten === undefined ? Number.parseInt(hex ?? '0', 16) : Number(ten);
      return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
        ? String.fromCodePoint(code)
        : '';
    },
  );
