import type { Guard } from './guards.ts';

const HOST = 'server/src/host';

/** What keeps faults of the program's own from being hidden, and from telling what the letter says. */
export const faultGuards: readonly Guard[] = [
  {
    id: 'fault-answer',
    keeps: 'an error that quotes the letter from being answered and logged with its message',
    file: `${HOST}/discreet-connection.ts`,
    from: 'isCallable(arg) ? guarded(arg, instead) : arg',
    to: 'arg',
    test: ['test/host/discreet-connection.test.ts', 'learns the kind'],
  },
  {
    id: 'fault-library',
    keeps: 'the protocol’s library from logging what it quotes',
    file: `${HOST}/discreet-connection.ts`,
    from: 'super.error(discreetText(message))',
    to: 'super.error(message)',
    test: ['test/host/discreet-connection.test.ts', 'nobody answers'],
  },
  {
    id: 'fault-client',
    keeps: 'the library of the editor’s side from logging a letter’s words with an error',
    file: 'client/src/connection/discreet-log.ts',
    from: 'faultOf(error) : discreetText(error)',
    to: 'faultOf(error) : error',
    test: ['test/client/discreet-log.test.ts', 'which request failed'],
  },
  {
    id: 'trace',
    keeps: 'messages, and so the letter, from being traced into a file',
    file: 'client/src/connection/discreet-log.ts',
    from: 'trace: () => {},',
    to: 'trace: (text) => log.trace(text),',
    test: ['test/client/discreet-log.test.ts', 'not traced'],
  },
  {
    id: 'fault-end',
    keeps: 'a server that dies from printing what the letter says',
    file: `${HOST}/front.ts`,
    from: "endDiscreetly('The language server');",
    to: '',
    test: ['test/faults/discreet.test.ts', 'dies of'],
  },
  {
    id: 'fault-print',
    keeps: 'a library from printing an error with its message',
    file: `${HOST}/discreet-process.ts`,
    from: 'it instanceof Error ? faultOf(it) : typeof it',
    to: 'it',
    test: ['test/host/discreet-process.test.ts', 'that is printed'],
  },
  {
    id: 'check-throws',
    keeps: 'a check that fails as a whole from leaving older findings, or none, as if they held',
    file: `${HOST}/language-diagnostics.ts`,
    from: "return { kind: 'full', items: this.#failed(session, error) };",
    to: 'throw error;',
    test: ['test/host/failed-check.test.ts', 'that throws'],
  },
  {
    id: 'failed-write',
    keeps: 'a key pressed while the server dies from ending all checks',
    file: 'client/src/connection/endings.ts',
    from: 'action: actions.goOn',
    to: 'action: actions.stop',
    test: ['test/client/endings.test.ts', 'could not be sent'],
  },
  {
    id: 'dies-again',
    keeps: 'a server that dies at each start from being started without end',
    file: 'client/src/connection/endings.ts',
    from: 'return { action: actions.stop, message: GAVE_UP };',
    to: 'return { action: actions.again };',
    test: ['test/client/endings.test.ts', 'but not without end'],
  },
  {
    id: 'restart',
    keeps: 'a server that died from leaving the writer without any check',
    file: 'client/src/connection/endings.ts',
    from: 'if (deaths.length <= MOST) return { action: actions.again };',
    to: '',
    test: ['test/editor/suite/4-crash.test.ts'],
  },
];
