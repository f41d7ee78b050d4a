import { perProse } from '../../letter/prose.ts';
import { docketsIn, sameKey, slip } from './dockets.ts';
import { headOf, spanIn } from './regions.ts';
import type { Found, OrderContext } from './rule.ts';

/** Words before a number by which it is another case's. */
const OTHER =
  /\b(?:related|companion|consolidated|member|separate|earlier|prior|previous|other|another|state|adversary|bankruptcy|criminal|transferred|formerly|dismissed|first|sister|parallel|underlying|appeal)\b/i;
const THIS =
  /\b(?:this|the (?:above|instant|present|captioned)|above-captioned|our)\b[^;]{0,40}$|\bre\s{0,2}:[^\n]{0,160}$/i;

const numbersIn = perProse((prose) => (prose.kind === 'code' || prose.inQuote ? [] : docketsIn(prose.text)));

/** Case numbers that are given as this case's and are not the header's. */
export function caseNumbers({ letter, submission }: OrderContext): Found[] {
  const own = letter.header.values.case;
  const keys = own === undefined ? [] : docketsIn(own);
  if (own === undefined || keys.length === 0) return [];
  const head = new Set(headOf(letter, submission));
  const ours = (d: (typeof keys)[number]): boolean => keys.some((k) => sameKey(k.key, d.key));
  const given = [...head].some(({ prose }) => numbersIn(prose).some(ours));
  return letter.proses.flatMap((placed): Found[] => {
    const { prose } = placed;
    return numbersIn(prose).flatMap((docket): Found[] => {
      if (ours(docket)) return [];
      const before = prose.text.slice(Math.max(0, docket.start - 160), docket.start);
      const near = before.slice(-80);
      if (OTHER.test(near) || namesOthers(before, letter.header.values.caption)) return [];
      const isSlip = keys.some((k) => slip(k.key, docket.key));
      const claimed = head.has(placed) ? isSlip || !given : isSlip && THIS.test(before);
      if (!claimed) return [];
      const span = spanIn(placed, docket.start, docket.end);
      const text = own.trim();
      return [
        {
          message: `${docket.words.trim()} is not this case's number: the header says ${text}.`,
          span,
          fixes: [{ title: `Change to ${text}`, edits: [{ span, text }] }],
        },
      ];
    });
  });
}

/** Whether the caption that stands just before a number is another case's. */
function namesOthers(before: string, caption: string | undefined): boolean {
  // The sentence or line that leads to the number.
  const line = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf(';')) + 1);
  if (!/\bvs?\.\s|^\W*in re\b/i.test(line)) return false;
  if (caption === undefined) return false;
  const words = caption.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  const low = before.toLowerCase();
  return !words.some((w) => low.includes(w));
}
