import type { CheckResult, Finding } from '../check/result.ts';
import type { Letter } from '../letter/letter.ts';

/** A finding as it is told to the person who exports. */
export interface Told {
  readonly rule: string;
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

/** What stands against a letter when it is exported. All lists are empty where nothing does. */
export interface Standing {
  readonly errors: readonly Told[];
  readonly warnings: readonly Told[];
  /** What could not be checked, and why: sentences without a full stop. */
  readonly unchecked: readonly string[];
}

export function standingOf(result: CheckResult, letter: Letter): Standing {
  const told = (severity: Finding['severity']): Told[] =>
    result.findings.filter((f) => f.severity === severity).map((f) => toldOf(f, letter));
  return {
    errors: told('error'),
    warnings: told('warning'),
    unchecked: result.incomplete.map(({ rule, reason }) => `${rule}: ${reason}`),
  };
}

export const toldOf = ({ rule, message, span }: Finding, letter: Letter): Told => ({
  rule,
  line: letter.lines.lineOf(span.start) + 1,
  message,
});

const ADDRESSES: readonly string[] = ['service', 'recipient'];

/** What is found of those who get the letter: faults, and what nobody but the writer can tell. */
export function addressesOf({ findings }: CheckResult): {
  readonly faults: readonly Finding[];
  readonly doubts: readonly Finding[];
} {
  const told = findings.filter(({ rule }) => ADDRESSES.includes(rule));
  return {
    faults: told.filter((f) => f.severity !== 'information'),
    doubts: told.filter((f) => f.severity === 'information'),
  };
}

/** "marking, line 1; placeholder, lines 12 and 15". */
export function listOf(told: readonly Told[]): string {
  const lines = new Map<string, Set<number>>();
  for (const { rule, line } of told) lines.set(rule, (lines.get(rule) ?? new Set()).add(line));
  return [...lines]
    .map(([rule, at]) => `${rule}, ${at.size === 1 ? 'line' : 'lines'} ${andList([...at].map(String))}`)
    .join('; ');
}

/** "2 errors", "1 warning". */
export const counted = (told: readonly Told[], noun: string): string =>
  `${told.length} ${noun}${told.length === 1 ? '' : 's'}`;

const andList = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

/** What whoever exported a letter has to be told of it, in sentences: what was overridden, then what is left. */
export function remarksOn({ errors, warnings, unchecked }: Standing): string[] {
  const verb = (told: readonly Told[]): string => (told.length === 1 ? 'stands' : 'stand');
  return [
    ...(errors.length > 0
      ? [`Exported although ${counted(errors, 'error')} ${verb(errors)}: ${listOf(errors)}.`]
      : []),
    ...(unchecked.length > 0
      ? [`Exported although not everything could be checked: ${unchecked.map(withoutStop).join('; ')}.`]
      : []),
    ...(warnings.length > 0
      ? [`${counted(warnings, 'warning')} still ${verb(warnings)}: ${listOf(warnings)}.`]
      : []),
  ];
}

const withoutStop = (text: string): string => text.replace(/\.$/, '');
