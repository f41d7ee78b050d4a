import type { Clause } from './clauses.ts';

/** Some judges write questions and answers. A question asks for nothing by itself. */
export const isQuestion = (c: Clause): boolean => /\?["')]{0,2}\s*$/.test(c.text);

const YES_OR_NO =
  /^(\W{0,4}(?:Q[.:)]?\s+)?)((?:do|must|should|may|can|shall|will) (?:we|i|you|the parties|parties|counsel|a party|each party|each side|it|they)|is|are)(?= )/i;

/** The answer's first word, from the first clause behind a question that is none. */
function answerOf(clauses: readonly Clause[], n: number): string {
  const answer = clauses.slice(n + 1, n + 4).find((c) => !isQuestion(c));
  return (
    /^\W{0,4}(?:A[.:)]?\s+)?(no\b(?:,? (?:and no|to both))?|neither)/i.exec(answer?.words ?? '')?.[1] ?? ''
  );
}

/**
 * "Do we file it? No." says "do not file it": a question to which the answer is no is read as a prohibition. The text
 * keeps its length, so that offsets hold.
 */
export function answered(clauses: readonly Clause[]): Clause[] {
  return clauses.map((c, n) => {
    if (!isQuestion(c) || !YES_OR_NO.test(c.text)) return c;
    const answer = answerOf(clauses, n);
    const next = clauses[n + 1];
    if (answer === '' || (next && isQuestion(next) && /^no$/i.test(answer))) return c;
    const text = c.text.replace(
      YES_OR_NO,
      (_, lead: string, ask: string) => lead + (ask.length > 3 ? 'not' : 'no').padEnd(ask.length),
    );
    return { ...c, text, words: text.replace(/\s+/g, ' ').trim() };
  });
}
