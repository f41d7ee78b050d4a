// A trace of a program of many processes, read process by process: who asked for what.
import { changes, isNetwork, pathsIn } from './trace.ts';

/** What one process did, all its threads together. */
export interface ProcessCalls {
  /** As it was started last: the program and its arguments. */
  readonly command: readonly string[];
  /** Sockets to anywhere but a process that it was paired with, as strace prints the calls. */
  readonly network: readonly string[];
  /** Files that were made, written, renamed or removed, by their paths; devices left out. */
  readonly written: readonly string[];
}

interface Call {
  readonly thread: string;
  readonly name: string;
  /** Whole, with its result. */
  readonly text: string;
}

/** The calls of a trace, those that were interrupted by another thread's put together again. */
function callsIn(log: string): Call[] {
  const begun = new Map<string, string>();
  const calls: Call[] = [];
  for (const line of log.split('\n')) {
    const [, thread = '', said = ''] = /^(\d+)\s+(.*)$/.exec(line) ?? [];
    const [, head] = /^(.*) <unfinished \.\.\.>$/.exec(said) ?? [];
    if (head !== undefined) {
      begun.set(thread, head);
      continue;
    }
    const [, tail] = /^<\.\.\. \w+ resumed>(.*)$/.exec(said) ?? [];
    const text = tail === undefined ? said : `${begun.get(thread) ?? ''}${tail}`;
    begun.delete(thread);
    const name = /^\w+(?=\()/.exec(text)?.[0];
    if (name) calls.push({ thread, name, text });
  }
  // What never came back was tried all the same.
  for (const [thread, text] of begun) calls.push({ thread, name: /^\w+/.exec(text)?.[0] ?? '', text });
  return calls;
}

/** Of a trace that `processArgs` made; throws where it cannot tell what was written. */
export function processesIn(log: string): ProcessCalls[] {
  const calls = callsIn(log);
  /** Threads by the process's first one. */
  const threads = new Map<string, string>();
  const parents = new Map<string, string>();
  for (const { thread, name, text } of calls) {
    const made = /^(?:clone3?|v?fork)$/.test(name) ? / = (\d+)$/.exec(text)?.[1] : undefined;
    if (made !== undefined) (text.includes('CLONE_THREAD') ? threads : parents).set(made, thread);
    // Node asks for files through such a ring where it may, and no trace sees it; its other one only waits for events.
    if (name === 'io_uring_setup' && text.includes('SETUP_SQPOLL') && !/ = -1 /.test(text))
      throw new Error(`not all can be traced: ${text}`);
  }
  const processOf = (thread: string): string => {
    const of = threads.get(thread);
    return of === undefined ? thread : processOf(of);
  };
  const commands = new Map<string, readonly string[]>();
  const found = new Map<string, { network: string[]; written: string[] }>();
  for (const { thread, name, text } of calls) {
    const process = processOf(thread);
    if (name === 'execve' && !/ = -1 /.test(text)) commands.set(process, pathsIn(text).slice(1));
    const own = found.get(process) ?? { network: [], written: [] };
    found.set(process, own);
    if (isNetwork(name, text)) own.network.push(text);
    if (changes(name, text)) own.written.push(...pathsIn(text).filter((p) => !p.startsWith('/dev/')));
  }
  const commandOf = (process: string): readonly string[] => {
    const parent = parents.get(process);
    return commands.get(process) ?? (parent === undefined ? [] : commandOf(processOf(parent)));
  };
  return [...found].map(([process, own]) => ({ command: commandOf(process), ...own }));
}
