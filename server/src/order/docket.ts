/**
 * Whether two docket numbers are of one case: short forms ("24 Civ. 6182"), a left-out division, leading
 * zeros and judges' initials make no other case.
 */
export function sameCase(a: string, b: string): boolean {
  const x = caseKey(a);
  const y = caseKey(b);
  if (!x || !y) return a.trim().toLowerCase() === b.trim().toLowerCase();
  return (
    x.year === y.year &&
    x.number === y.number &&
    x.type === y.type &&
    (!x.office || !y.office || x.office === y.office)
  );
}

export interface CaseKey {
  readonly office: string;
  readonly year: number;
  readonly type: string;
  readonly number: number;
}

/** The parts of a docket number such as 7:24-cv-00361-PMH; undefined when it has another shape. */
export function caseKey(text: string): CaseKey | undefined {
  const found =
    /(?:(\d{1,2})\s*:\s*)?\b(\d{2}|\d{4})\s*[-\u2013 ]?\s*(cv|civ|cr|crim|mc|md|mj|c|ca)\b\.?\s*(?:no\.?\s*)?[-\u2013 ]?\s*0*(\d{1,6})\b/i.exec(
      text,
    );
  if (!found) return undefined;
  const year = Number(found[2]) % 100;
  const kind = (found[3] ?? '').toLowerCase();
  const type = kind.startsWith('cr') ? 'cr' : ['mc', 'md', 'mj'].includes(kind) ? kind : 'cv';
  return { office: found[1] ?? '', year, type, number: Number(found[4]) };
}
