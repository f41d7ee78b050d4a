import { deadlinesOf } from '../order/deadlines.ts';
import { rules as allRules } from '../rules/index.ts';
import { coverage, isCovered } from '../rules/support/coverage.ts';
import { exhibitLimit } from '../rules/support/exhibits.ts';
import { isLacking } from '../rules/support/lacking.ts';
import {
  type Fact,
  type Facts,
  type Outcome,
  type Rule,
  type Severity,
  skip,
  unable,
} from '../rules/support/rule.ts';
import { describeFormat, FORMATS } from '../typeset/formats.ts';
import type { CheckResult, CoveredContent, Finding, PageCount, RuleNote, Suppressed } from './result.ts';

/** A rule's severity as the settings have it. */
export type Severities = Readonly<Record<string, Severity | 'off'>>;

/** Outcomes that do not hang on what is still to be found out. */
export type Begun = ReadonlyMap<Rule, Outcome>;

/**
 * Runs the rules that can run while facts are pending, such as the pages while they are typeset. To be
 * handed to `check` with the same letter, order and day once the facts are there.
 */
export function begin(facts: Facts, severities: Severities = {}, rules: readonly Rule[] = allRules): Begun {
  const ruleIds = new Set(rules.map((r) => r.id));
  const begun = new Map<Rule, Outcome>();
  for (const rule of rules) {
    if (severities[rule.id] === 'off') continue;
    const outcome = attempt(rule, facts, ruleIds);
    if (outcome !== 'pending') begun.set(rule, outcome);
  }
  return begun;
}

/**
 * Holds a letter against its order. Synchronous and pure: the same facts give the same result. A rule that
 * throws, or whose fact could not be had, makes the result incomplete.
 */
export function check(
  facts: Facts,
  severities: Severities = {},
  rules: readonly Rule[] = allRules,
  begun?: Begun,
): CheckResult {
  const incomplete: RuleNote[] = [];
  const skipped: RuleNote[] = [];
  const pending: string[] = [];
  const found: Finding[] = [];
  const ruleIds = new Set(rules.map((r) => r.id));
  const asked = new Set<string>();
  for (const rule of rules) {
    const severity = severities[rule.id];
    if (severity === 'off') {
      skipped.push({ rule: rule.id, reason: 'switched off in the settings' });
      continue;
    }
    const outcome = begun?.get(rule) ?? attempt(rule, facts, ruleIds);
    if (outcome === 'pending') {
      pending.push(rule.id);
      continue;
    }
    if ('skip' in outcome) {
      skipped.push({ rule: rule.id, reason: outcome.skip });
      // What several rules miss is asked for once, by the first of them.
      if (isLacking(outcome) && !asked.has(outcome.lacks)) {
        asked.add(outcome.lacks);
        found.push({ ...outcome.ask, rule: rule.id, severity: 'information' });
      }
      continue;
    }
    if ('unable' in outcome) incomplete.push({ rule: rule.id, reason: outcome.unable });
    for (const f of 'unable' in outcome ? outcome.found : outcome) {
      found.push({ ...f, rule: rule.id, severity: severity ?? f.severity ?? rule.severity });
    }
  }
  const { findings, suppressed } = silence(facts, found, ruleIds);
  return {
    status: incomplete.length > 0 ? 'incomplete' : 'complete',
    incomplete,
    skipped,
    pending,
    findings: findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end),
    suppressed,
    covered: coveredContents(facts),
    pages: pageCount(facts),
    exhibits: facts.exhibits.state === 'known' ? facts.exhibits.value : null,
    deadlines: deadlinesOf(facts.letter, facts.matter),
  };
}

/** A rule that throws is a check that was not made, and says so. */
function attempt(rule: Rule, facts: Facts, ruleIds: ReadonlySet<string>): Outcome | 'pending' {
  try {
    return run(rule, facts, ruleIds);
  } catch (error) {
    return unable(`the rule failed: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function run(rule: Rule, facts: Facts, ruleIds: ReadonlySet<string>): Outcome | 'pending' {
  const { letter, matter, today } = facts;
  if (letter.cut && rule.wantsAll) return skip('the letter was not read whole');
  const base = { letter, matter, today, ruleIds };
  if (rule.needs === 'letter') return rule.check(base);
  const { order, submission } = matter;
  if (!order) return skip('no order is known for this letter');
  if (!submission) return skip('the order asks for no such document');
  const ordered = { ...base, order, submission };
  switch (rule.needs) {
    case 'order':
      return rule.check(ordered);
    case 'exhibits':
      return withFact(facts.exhibits, (exhibits) => rule.check({ ...ordered, exhibits }));
    case 'pages':
      return withFact(facts.pages, (pages) => rule.check({ ...ordered, pages }));
  }
}

function withFact<T>(fact: Fact<T>, use: (value: T) => Outcome): Outcome | 'pending' {
  if (fact.state === 'pending') return 'pending';
  return fact.state === 'failed' ? unable(fact.reason) : use(fact.value);
}

/**
 * Leaves out what a disable comment with a reason silences: what stands behind it, and what is said of the
 * letter as a whole in its header, where no comment can stand before it.
 */
function silence({ letter }: Facts, all: readonly Finding[], ruleIds: ReadonlySet<string>) {
  const suppressed: Suppressed[] = [];
  const findings = all.filter((finding) => {
    if (finding.rule === 'suppression') return true;
    const by = letter.disables.find(
      (d) =>
        d.reason !== '' &&
        d.rules.includes(finding.rule) &&
        ruleIds.has(finding.rule) &&
        (finding.span.start >= d.span.start || finding.span.start < letter.body.start),
    );
    if (by) suppressed.push({ rule: finding.rule, reason: by.reason, finding });
    return !by;
  });
  return { findings, suppressed };
}

function coveredContents({ letter, matter }: Facts): CoveredContent[] {
  if (!matter.submission) return [];
  return coverage(letter, matter.submission).flatMap((c) => {
    const [first] = c.sections;
    if (!first || !isCovered(c)) return [];
    return [{ content: c.content.id, heading: first.heading.trim(), offset: first.headingSpan.start }];
  });
}

function pageCount({ letter, matter, pages, exhibits }: Facts): PageCount | null {
  if (pages.state !== 'known' || !matter.submission) return null;
  const attached = exhibits.state === 'known' ? exhibits.value : [];
  return {
    body: pages.value.count,
    limit: matter.pageLimit?.max ?? null,
    exhibits: attached.some((e) => e.pages === null)
      ? null
      : attached.reduce((n, e) => n + (e.pages ?? 0), 0),
    exhibitLimit: exhibitLimit(letter, matter.submission)?.max ?? null,
    format: describeFormat({ ...FORMATS[matter.format.name], ...matter.format.layout }, matter.format.name),
  };
}
