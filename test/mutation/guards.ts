import { faultGuards } from './fault-guards.ts';
import { fileGuards } from './file-guards.ts';
import { pageGuards } from './page-guards.ts';
import { trustGuards } from './trust-guards.ts';

/** A protection, how it is taken out, and the test that must then fail. */
export interface Guard {
  readonly id: string;
  /** For the docs: what it keeps from happening. */
  readonly keeps: string;
  readonly file: string;
  /** Stands in the file once. */
  readonly from: string;
  readonly to: string;
  /** A test file, and of its tests those whose names hold these words; one of the editor's is run whole. */
  readonly test: readonly [file: string, names?: string];
}

const INCOMPLETE = 'test/incompleteness/incompleteness.test.ts';
const TYPESETTER = 'test/faults/typesetter.test.ts';
const WORLD = 'test/faults/world.test.ts';
const FOUND = 'test/fuzz/found.test.ts';

export const guards: readonly Guard[] = [
  {
    id: 'header-cycle',
    keeps: 'a header that refers to itself from bringing the server down',
    file: 'server/src/letter/header.ts',
    from: 'if (holdsItself(values))',
    to: 'if (holdsItself(null))',
    test: [FOUND, 'refers to itself'],
  },
  {
    id: 'order-cycle',
    keeps: 'an order file that refers to itself from doing the same',
    file: 'server/src/host/orders.ts',
    from: 'if (holdsItself(data))',
    to: 'if (holdsItself(null))',
    test: [INCOMPLETE, 'order-itself'],
  },
  {
    id: 'answer-checked',
    keeps: 'a page count that is none from being believed',
    file: 'server/src/host/typeset/child.ts',
    from: "if ('value' in reply && !answers(job.want, reply.value)) {",
    to: "if ('value' in reply && job.want === undefined) {",
    test: [TYPESETTER, 'words where a number belongs'],
  },
  {
    id: 'message-checked',
    keeps: 'a message that is none from bringing the server down',
    file: 'server/src/host/typeset/child.ts',
    from: 'if (!isReply(message)) {',
    to: 'if (!isReply({ seq: 1, memory: 1, value: message })) {',
    test: [TYPESETTER, 'sends what is no message'],
  },
  {
    id: 'patience',
    keeps: 'a typesetter that hangs from holding up the check for ever',
    file: 'server/src/host/typeset/child.ts',
    from: '}, this.#options.patience);',
    to: '}, 100_000_000);',
    test: [TYPESETTER, 'that hangs in the terminal'],
  },
  {
    id: 'orphan',
    keeps: 'a typesetter that hangs from outliving a server that was killed',
    file: 'server/src/host/typeset/parent-watch.ts',
    from: 'if (isOrphan(workerData)) process.kill',
    to: 'if (isOrphan(workerData) && LOOK === 0) process.kill',
    test: ['test/faults/orphan.test.ts'],
  },
  {
    id: 'failed-fact',
    keeps: 'pages that could not be counted from passing as few enough',
    file: 'server/src/check/check.ts',
    from: "fact.state === 'failed' ? unable(fact.reason)",
    to: "fact.state === 'failed' ? []",
    test: [TYPESETTER, 'does not start in the terminal'],
  },
  {
    id: 'rule-throws',
    keeps: 'a rule that fails from looking like one that found nothing',
    file: 'server/src/check/check.ts',
    from: 'return unable(`the rule failed',
    to: 'if (error) return [];\n    return unable(`the rule failed',
    test: [INCOMPLETE, 'a rule that throws'],
  },
  {
    id: 'exit-code',
    keeps: 'an incomplete check from ending with the exit code of a clean one',
    file: 'server/src/host/cli/lane.ts',
    from: "if (result.status === 'incomplete') return 2;",
    to: '',
    test: [INCOMPLETE, 'exit code 2'],
  },
  {
    id: 'editor-says',
    keeps: 'an incomplete check from showing no error in the editor',
    file: 'server/src/features/convert.ts',
    from: 'return [...whole, ...',
    to: 'return [...whole.slice(whole.length), ...',
    test: [INCOMPLETE, 'picture'],
  },
  {
    id: 'too-long',
    keeps: 'the beginning of an over-long text from standing for all of it',
    file: 'server/src/host/cli/check-one.ts',
    from: 'tooLong: input.text.length > LONGEST',
    to: 'tooLong: input.text.length > LONGEST * LONGEST',
    test: [INCOMPLETE, 'terminal too-long'],
  },
  {
    id: 'encoding',
    keeps: 'a file in another encoding from being read as it is not',
    file: 'server/src/host/letter-files.ts',
    from: "if (text.includes('\\uFFFD') &&",
    to: "if (text === '\\uFFFD' &&",
    test: [INCOMPLETE, 'terminal encoding'],
  },
  {
    id: 'binary',
    keeps: 'a binary file from being read as a letter',
    file: 'server/src/host/letter-files.ts',
    from: 'if (bytes.includes(0))',
    to: 'if (bytes.length < 0)',
    test: [INCOMPLETE, 'terminal binary'],
  },
  {
    id: 'picture',
    keeps: 'pages from being counted without a picture and called all',
    file: 'server/src/rules/page-limit.ts',
    from: "if (kind === 'image') {",
    to: "if (kind === 'image') continue;\n    if (kind === 'image') {",
    test: [INCOMPLETE, 'picture'],
  },
  {
    id: 'unknown-exhibit',
    keeps: 'exhibits whose pages nobody knows from passing as few enough',
    file: 'server/src/rules/exhibit-page-limit.ts',
    from: 'if (unknown.length > 0) {',
    to: 'if (unknown.length > 1_000) {',
    test: [INCOMPLETE, 'exhibit-encrypted'],
  },
  {
    id: 'verbatim',
    keeps: 'a text nested too deep from being counted as if it were read',
    file: 'server/src/rules/page-limit.ts',
    from: 'pieces.filter(({ chunk }) => chunk.verbatim)',
    to: 'pieces.filter(({ chunk }) => chunk.verbatim && chunk.nodes.length > 1_000)',
    test: [INCOMPLETE, 'nesting'],
  },
  {
    id: 'broken-order',
    keeps: 'a letter from being held against another order, or none, without a word',
    file: 'server/src/rules/header.ts',
    from: "return reasons.length > 0 ? unable(reasons.join('; '), found) : found;",
    to: 'return reasons.length > 0 ? found : found;',
    test: [INCOMPLETE, 'order-broken'],
  },
  {
    id: 'withheld-order',
    keeps: 'a letter in a folder that is not trusted from looking checked',
    file: 'server/src/rules/unknown-judge.ts',
    from: "case 'withheld':",
    to: "case 'withheld':\n        if (letter) return [];",
    test: [INCOMPLETE, 'untrusted: an'],
  },
  {
    id: 'clock',
    keeps: 'a day that has passed from being taken for today',
    file: 'server/src/host/session.ts',
    from: 'this.#environment.turn();',
    to: '',
    test: [WORLD, 'clock is set'],
  },
  {
    id: 'unwritten',
    keeps: 'findings that could not be written from leaving a clean exit code',
    file: 'server/src/cli.ts',
    from: 'process.exit(2);',
    to: 'process.exit(0);',
    test: [WORLD, 'report that cannot be written'],
  },
  {
    id: 'closed-pipe',
    keeps: 'a reader that wants no more from making findings vanish',
    file: 'server/src/cli.ts',
    from: "if (error.code === 'EPIPE') return;",
    to: "if (error.code === 'EPIPE') process.exit(0);",
    test: [WORLD, 'reader that wants no more'],
  },
  {
    id: 'open-fence',
    keeps: 'a section from being inserted where it is code or a comment',
    file: 'server/src/rules/support/insert.ts',
    from: 'const open = closingOf(letter, offset);',
    to: 'const open = closingOf(letter, offset).slice(9);',
    test: [FOUND, 'behind an open'],
  },
  ...pageGuards,
  ...faultGuards,
  ...trustGuards,
  ...fileGuards,
];
