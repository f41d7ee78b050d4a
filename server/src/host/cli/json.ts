import type { Outcome } from './check-one.ts';

/** One letter as `check --format json` prints it. Ranges are zero-based and UTF-16; `line` of covered is from 1. */
export function toJson({ name, opened, result }: Outcome): unknown {
  const { letter, matter } = opened ?? {};
  const line = (offset: number): number => (letter ? letter.lines.lineOf(offset) + 1 : 1);
  return {
    file: name,
    judge: matter?.order?.id ?? null,
    submission: matter?.submission?.id ?? null,
    status: result.status,
    incomplete: result.incomplete,
    skipped: result.skipped,
    pages: result.pages,
    suppressed: result.suppressed.map(({ rule, reason, finding }) => ({
      rule,
      reason,
      line: line(finding.span.start),
      message: finding.message,
    })),
    covered: result.covered.map(({ content, heading, offset }) => ({ content, heading, line: line(offset) })),
    deadlines: 'deadlines' in result ? result.deadlines : [],
    findings: result.findings.map((f) => ({
      rule: f.rule,
      severity: f.severity,
      message: f.message,
      range: letter?.lines.range(f.span.start, f.span.end),
      ...(f.content === undefined ? {} : { content: f.content }),
      ...(f.paragraph === undefined ? {} : { paragraph: f.paragraph }),
      ...(matter?.order ? { order: matter.order.title } : {}),
      fixable: (f.fixes ?? []).length > 0,
    })),
  };
}
