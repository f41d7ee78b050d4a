// What a session in the editor connected to, asked for and left behind, held against where it may.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type ProcessCalls, processesIn } from '../trust/processes.ts';

const root = join(import.meta.dirname, '../..');
export const SERVER = join(root, 'dist/server.js');
const TYPESETTER = join(root, 'dist/typesetter.js');

/** The folders of a session, by name; of none of them does another session know. */
export interface Places {
  /** What is open in the editor. */
  readonly matters: string;
  readonly home: string;
  /** For temporary files. */
  readonly temp: string;
  /** VS Code's own storage. */
  readonly data: string;
  readonly extensions: string;
  /** The browser's storage, in which VS Code keeps a part of its own where it runs in one. */
  readonly profile: string;
}

/** All files below a folder; pipes are none. */
export const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile());

type Who = 'language server' | 'typesetter' | 'extension host' | "VS Code's server" | 'another of VS Code’s';

function whoIs(command: readonly string[]): Who {
  if (command.includes(SERVER)) return 'language server';
  if (command.includes(TYPESETTER)) return 'typesetter';
  if (command.includes('--type=extensionHost')) return 'extension host';
  return command.some((word) => word.endsWith('/server-main.js'))
    ? "VS Code's server"
    : 'another of VS Code’s';
}

/** A path by the name of its place, as `data/data/User`; another one as it is. */
function named(path: string, places: Places): string {
  for (const [name, folder] of Object.entries(places) as [string, string][])
    if (path === folder || path.startsWith(`${folder}/`)) return name + path.slice(folder.length);
  return path;
}

/** Node makes the folders above it too. */
const COMPILED = 'data/data/User/globalStorage/ex-parte\\.ex-parte(?:/compiled(?:/.*)?)?';
// What it deletes VS Code first moves among the temporary files, where words are looked for afterwards.
const OTHERS =
  /^(?:(?:data|extensions|matters|temp)(?:\/.*)?|home\/cache(?:\/Microsoft(?:\/DeveloperTools(?:\/deviceid)?)?)?)$/;

/** What each may write. */
const MAY_WRITE: Readonly<Record<Who, RegExp>> = {
  typesetter: new RegExp(`^${COMPILED}$`),
  'language server': new RegExp(`^(?:${COMPILED}|matters/[^/]+\\.(?:pdf|part))$`),
  // Pipes to its own: of Git's, and of the terminal's commands.
  'extension host': /^(?:(?:data|matters)(?:\/.*)?|temp\/vscode-(?:git|ipc)-[^/]+\.sock)$/,
  "VS Code's server": OTHERS,
  'another of VS Code’s': OTHERS,
};

/** Calls that lead out of the machine, or let others in; VS Code's server waits for the browser, on this machine alone. */
function reaching(who: Who, network: readonly string[]): string[] {
  if (who === 'language server' || who === 'typesetter') return [...network];
  const internet = network.filter((call) => call.includes('AF_INET'));
  if (who !== "VS Code's server") return internet;
  return internet.filter(
    (call) => !/^socket\(AF_INET, SOCK_STREAM|^bind\(.*inet_addr\("127\.0\.0\.1"\)/.test(call),
  );
}

/** What a trace of a session shows that should not be. */
export function faultsIn(trace: string, places: Places): string[] {
  const processes: readonly ProcessCalls[] = processesIn(trace);
  const faults: string[] = [];
  const seen = new Set<Who>();
  for (const { command, network, written } of processes) {
    const who = whoIs(command);
    seen.add(who);
    const name = who === 'another of VS Code’s' ? command.join(' ').slice(0, 200) : who;
    for (const call of reaching(who, network)) faults.push(`${name} reaches out: ${call.slice(0, 200)}`);
    for (const path of new Set(written.map((file) => named(file, places))))
      if (!MAY_WRITE[who].test(path)) faults.push(`${name} writes ${path}`);
  }
  const expected: readonly Who[] = ["VS Code's server", 'extension host', 'language server', 'typesetter'];
  for (const who of expected) if (!seen.has(who)) faults.push(`the ${who} was not traced`);
  return faults;
}

/** Addresses that the pages asked for beyond the editor's own server at `host`. */
export function strayed(asked: readonly string[], host: string): string[] {
  const away = asked.filter((address) => {
    const { protocol, pathname, host: named } = new URL(address);
    if (protocol === 'data:') return false;
    return (protocol === 'blob:' ? new URL(pathname).host : named) !== host;
  });
  const faults = [...new Set(away)].map((address) => `a page asks for ${address}`);
  // The page view's own frame is among what was listened to, and the workbench's socket.
  for (const part of ['/webview/browser/pre/', 'ws:'])
    if (!asked.some((address) => address.includes(part))) faults.push(`nothing with ${part} was asked for`);
  return faults;
}

/** The files that hold a word, in letters of a byte or of two, as `data/data/User/...`. */
export function wordsFound(word: string, places: Places): string[] {
  const kinds = [Buffer.from(word), Buffer.from(word, 'utf16le')];
  return Object.values<string>({ ...places }).flatMap((folder) =>
    filesBelow(folder)
      .filter((file) => {
        const bytes = readFileSync(file);
        return kinds.some((kind) => bytes.includes(kind));
      })
      .map((file) => named(file, places)),
  );
}
