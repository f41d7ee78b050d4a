import type { Finding } from '../../check/result.ts';
import type { Letter } from '../../letter/letter.ts';

/** Fewer of a kind are told one by one. */
const MANY = 4;
/** So many characters of what is marked are looked for in a message. */
const LOOKED_AT = 80;

/** Findings that say the same of different words, such as the blanks of a new letter. */
export interface Alike {
  readonly findings: readonly Finding[];
  /** What is said of each, with `…` for its words. */
  readonly message: string;
}

/** Puts many findings that say the same together, at the place of the first; the others stay as they are. */
export function groupAlike(letter: Letter, findings: readonly Finding[]): (Finding | Alike)[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = keyOf(letter, finding);
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return findings.flatMap((finding): (Finding | Alike)[] => {
    const key = keyOf(letter, finding);
    const group = key === undefined ? [] : (groups.get(key) ?? []);
    if (group.length < MANY) return [finding];
    return group[0] === finding ? [{ findings: group, message: alone(letter, finding) ?? '' }] : [];
  });
}

function keyOf(letter: Letter, finding: Finding): string | undefined {
  const message = alone(letter, finding);
  return message && `${finding.rule} ${finding.severity} ${message}`;
}

/** The message without the words that it marks, whole or shortened; undefined where it does not repeat them. */
function alone(letter: Letter, { message, span }: Finding): string | undefined {
  const marked = letter.text
    .slice(span.start, Math.min(span.end, span.start + LOOKED_AT))
    .replace(/\s+/g, ' ');
  for (let length = marked.length; length > 3 || length === marked.length; length--) {
    const words = marked.slice(0, length);
    if (message.includes(words)) return message.replace(words, '…').replace('……', '…');
  }
  return undefined;
}
