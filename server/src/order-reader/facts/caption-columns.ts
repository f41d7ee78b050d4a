import type { Reading } from '../text/reading.ts';

/** A side's name as it stands in the left column, with where it begins and ends in the clean text. */
export interface Side {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** A caption stands on the first page. Characters. */
const FIRST_PAGE = 5000;
/** Names run over no more lines than this. */
const MOST_LINES = 5;

const VERSUS = /^-?\s?(?:v|vs|versus|against)\.?\s?-?$/i;
const ROLE =
  /^(?:and\s)?(?:plaintiff|defendant|petitioner|respondent|claimant|debtor|counter-?\s?(?:plaintiff|defendant)|third-party)[\w-]*(?:\(s\))?(?:[/ ,]+[\w-]+)*[.,]?$/i;
const NO_NAME =
  /\b(?:court|district of|division|case|civil|no\.|order|notice|conference|judge|chambers|filed|page|ordered|hereby)\b|^[\W\d_]*$|^in re\b/i;

/** A docket number on a line of its own: `7:23-cv-07291-PMH`. */
const DOCKET =
  /^\W{0,3}(?:(?:case|civil action|civ\.?|no\.?|number)[\s:]{0,3}){0,3}(?:\d{1,2}:)?\d{2,4}[- ]?(?:cv|civ\.?|c|mc|md|ap)[- .]?\s?\d{2,6}/i;

interface Row {
  readonly words: string;
  readonly start: number;
}

/**
 * Both sides from the left column of a caption: the lines over and under one that says only "v.", whatever stands
 * beside them behind a wide gap or a frame of `)`, `:` or `§`. Null where no line is so.
 */
export function columnSides(r: Reading): readonly [Side, Side] | null {
  const rows = rowsOf(r.lines.slice(0, FIRST_PAGE));
  for (const [i, row] of rows.entries()) {
    if (!VERSUS.test(row.words)) continue;
    const above = gathered(rows, i, -1);
    const below = gathered(rows, i, 1);
    if (above && below) return [above, below];
  }
  return null;
}

function rowsOf(text: string): Row[] {
  const rows: Row[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    const left = line.split(/\s{4,}|\s+[:)\u00a7|](?=\s|$)/)[0] ?? '';
    const words = left.replace(/^[\s:)\u00a7|]+|[\s:)\u00a7|]+$/g, '').trim();
    rows.push({ words, start: at + Math.max(0, line.indexOf(words)) });
    at += line.length + 1;
  }
  return rows;
}

/** The nearest lines in a direction that hold a name, up to a gap or what is no name. */
function gathered(rows: readonly Row[], from: number, step: 1 | -1): Side | null {
  const found: Row[] = [];
  for (let i = from + step, gaps = 0; i >= 0 && i < rows.length && gaps < 4; i += step) {
    const row = rows[i];
    if (!row) break;
    if (row.words === '' || DOCKET.test(row.words)) {
      if (found.length > 0) break;
      gaps++;
    } else if (ROLE.test(row.words)) {
      if (found.length > 0) break;
    } else if (NO_NAME.test(row.words) || !/[A-Za-z]{2}/.test(row.words) || VERSUS.test(row.words)) break;
    else if (found.length === MOST_LINES) return null;
    else found.push(row);
  }
  const ordered = step === 1 ? found : found.reverse();
  const [first] = ordered;
  const last = ordered.at(-1);
  if (!first || !last) return null;
  return {
    name: ordered.map((row) => row.words).join(' '),
    start: first.start,
    end: last.start + last.words.length,
  };
}
