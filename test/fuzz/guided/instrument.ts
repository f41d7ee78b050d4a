import { parseAst } from 'vitest/node';

/** Something put into a source, before the character at `at`. */
interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** A part of a program's tree, as far as it is looked at. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value;

/** Where a program goes one way or another: the fields of a node that hold what runs or does not. */
const BRANCHES: Readonly<Record<string, readonly string[]>> = {
  FunctionDeclaration: ['body'],
  FunctionExpression: ['body'],
  ArrowFunctionExpression: ['body'],
  IfStatement: ['consequent', 'alternate'],
  ConditionalExpression: ['consequent', 'alternate'],
  LogicalExpression: ['right'],
  AssignmentPattern: ['right'],
  ForStatement: ['body'],
  ForOfStatement: ['body'],
  ForInStatement: ['body'],
  WhileStatement: ['body'],
  DoWhileStatement: ['body'],
  CatchClause: ['body'],
};

/**
 * A module of TypeScript that counts, in `ran` of the global object, how often each of its branches runs.
 * @param next the number of the next branch, one after the other over all modules
 */
export function instrumented(source: string, next: () => number): string {
  const put: Insertion[] = [];
  const counted = (): string => `__ran[${next()}]++`;

  function count(branch: Node): void {
    if (branch.type === 'BlockStatement') put.push({ at: branch.start + 1, text: `${counted()};` });
    else if (branch.type.endsWith('Statement'))
      put.push({ at: branch.start, text: `{${counted()};` }, { at: branch.end, text: '}' });
    else put.push({ at: branch.start, text: `(${counted()},` }, { at: branch.end, text: ')' });
  }

  function walk(node: Node): void {
    // What goes in before a node goes before what goes in within it, and behind it behind.
    const branches = (BRANCHES[node.type] ?? []).map((field) => node[field]).filter(isNode);
    const opens = put.length;
    for (const branch of branches) count(branch);
    const own = put.splice(opens);
    put.push(...own.filter(({ text }) => text !== '}' && text !== ')'));
    for (const value of Object.values(node)) {
      for (const inner of Array.isArray(value) ? value : [value]) if (isNode(inner)) walk(inner);
    }
    put.push(...own.filter(({ text }) => text === '}' || text === ')'));
    if (node.type === 'IfStatement' && !node.alternate)
      put.push({ at: node.end, text: `else{${counted()}}` });
    if (node.type === 'SwitchCase' && Array.isArray(node.consequent) && isNode(node.consequent[0]))
      put.push({ at: node.consequent[0].start, text: `${counted()};` });
  }

  const tree: unknown = parseAst(source, { lang: 'ts' });
  if (isNode(tree)) walk(tree);
  let text = 'const __ran = globalThis.__ran;';
  let end = 0;
  for (const { at, text: word } of put.toSorted((a, b) => a.at - b.at)) {
    text += source.slice(end, at) + word;
    end = at;
  }
  return text + source.slice(end);
}
