import type { Guard } from './guards.ts';

const HOST = 'server/src/host';
const ORDERS = `${HOST}/orders.ts`;
const AROUND = `${HOST}/around.ts`;
const WORKSPACE = 'test/trust/hostile-workspace.test.ts';
const CUSTODY = 'test/trust/custody.test.ts';
const ISOLATION = 'test/typeset/isolation.test.ts';

/** What keeps files that others made, and programs beside ours, to their place. */
export const fileGuards: readonly Guard[] = [
  {
    id: 'late-write',
    keeps: 'a word to a typesetter that has just died from bringing the server down',
    file: `${HOST}/typeset/child.ts`,
    from: 'child.send(request, () => {})',
    to: 'child.send(request)',
    test: ['test/typeset/child.test.ts', 'has just died'],
  },
  {
    id: 'order-text-link',
    keeps: "an order's text behind a link out of the workspace from being read",
    file: `${HOST}/order-files.ts`,
    from: 'if (!inside(realOf(original), bounds.realRoot)) return [];',
    to: '',
    test: ['test/protocol/order-files.test.ts', 'in its own workspace alone'],
  },
  {
    id: 'case-order-link',
    keeps: "a case's own order behind such a link from being read",
    file: ORDERS,
    from: 'if (!inside(realOf(placeOf(named, bounds)), bounds.realRoot)) return outside;',
    to: '',
    test: [WORKSPACE, 'links out of the workspace'],
  },
  {
    id: 'order-depth',
    keeps: 'an order nested without end from holding up the check for seconds',
    file: 'server/src/order/order-text.ts',
    from: 'return depthOf(text) > DEEPEST ?',
    to: 'return depthOf(text) < 0 ?',
    test: [WORKSPACE, 'nested without end'],
  },
  {
    id: 'order-size',
    keeps: 'a text of megabytes in the editor from being read as an order',
    file: 'server/src/order/order-text.ts',
    from: 'if (text.length > LARGEST) return TOO_LARGE;',
    to: '',
    test: [WORKSPACE, 'grow beyond an order'],
  },
  {
    id: 'order-aliases',
    keeps: "an order's aliases that multiply from filling the memory",
    file: ORDERS,
    from: 'maxAliasCount: 100',
    to: 'maxAliasCount: -1',
    test: [WORKSPACE, 'before they are followed'],
  },
  {
    id: 'header-aliases',
    keeps: "a header's aliases from doing the same",
    file: 'server/src/letter/header.ts',
    from: 'const MOST_ALIASES = 100;',
    to: 'const MOST_ALIASES = -1;',
    test: ['test/trust/hostile-letters.test.ts', 'aliases multiply'],
  },
  {
    id: 'order-cues',
    keeps: 'an order of nothing but cues from holding up each check for a minute',
    file: 'server/src/order/order.ts',
    from: 'if (wordsIn(cues) > MOST_WORDS)',
    to: 'if (wordsIn(cues) < 0)',
    test: [WORKSPACE, 'full of cues'],
  },
  {
    id: 'page-of-blanks',
    keeps: 'a web page of nothing but blanks, given as an order, from being read without end',
    file: `${HOST}/order-reader/html.ts`,
    from: '/(?<! ) *\\n */g',
    to: '/ *\\n */g',
    test: ['test/trust/hostile-orders.test.ts', 'nothing but cells'],
  },
  {
    id: 'order-length',
    keeps: 'an order of millions of characters from being read for minutes',
    file: `${HOST}/order-reader/source.ts`,
    from: 'text.length > LONGEST\n',
    to: 'text.length < 0\n',
    test: ['test/trust/hostile-orders.test.ts', 'holds more words'],
  },
  {
    id: 'other-computers',
    keeps: 'a path written on Windows, as to another computer, from being taken for a name beside the letter',
    file: `${HOST}/bounds.ts`,
    from: "path.replaceAll('\\\\', '/')",
    to: 'path',
    test: [WORKSPACE, 'may not'],
  },
  {
    id: 'git-share',
    keeps: 'a repository that names another computer from signing the user in there',
    file: AROUND,
    from: "if (/^[\\\\/]{2}/.test(named)) throw new Error('names another computer');",
    to: '',
    test: [CUSTODY, 'to be waited for'],
  },
  {
    id: 'git-pipe',
    keeps: 'a pipe in place of a repository’s files from being waited for without end',
    file: AROUND,
    from: "if (!found.isFile()) throw new Error('no ordinary file');",
    to: '',
    test: [CUSTODY, 'to be waited for'],
  },
  {
    id: 'cloud-link',
    keeps: 'a link into a synchronised folder from hiding it',
    file: AROUND,
    from: 'if (really === file) return named;',
    to: 'if (really !== undefined) return named;',
    test: [CUSTODY, 'a link into such a folder'],
  },
  {
    id: 'native-files',
    keeps: "code of the typesetter's from reading a file that it was not handed",
    file: `${HOST}/typeset/native.ts`,
    from: "resolve('/nowhere.ex-parte')",
    to: "resolve('/')",
    test: [ISOLATION, 'native engine'],
  },
  {
    id: 'half-a-file',
    keeps: 'half a file from being left where an export could not be written',
    file: `${HOST}/export/write.ts`,
    from: 'await disk.unlink(part).catch(() => {});',
    to: '',
    test: ['test/export/disk.test.ts', 'because the disk is full'],
  },
  {
    id: 'another-file',
    keeps: 'a file that is no earlier export from being written over',
    file: `${HOST}/export/write.ts`,
    from: 'if (await isEarlier(earlier)) return true;',
    to: 'if (earlier) return true;',
    test: ['test/export/pdf.test.ts', 'leaves a file alone'],
  },
];
