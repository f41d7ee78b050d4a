// Takes the arguments that @vscode/test-electron gives to VS Code, runs the tests in VS Code in a headless
// browser, and ends with the exit code that VS Code would have given.
import { resolve } from 'node:path';
import { endOnSignals } from './process.mts';
import { openWorkbench } from './workbench.mts';

/** A little less than a test run may take in all, see run.mts; the tests themselves need a minute or two. */
const LIMIT = 570_000;

interface Arguments {
  readonly folder: string;
  readonly extension: string;
  readonly tests: string;
  readonly askTrust: boolean;
}

/** `--name=value` and flags as VS Code has them; what does not concern a browser is passed over. */
function parse(args: readonly string[]): Arguments {
  const options = new Map<string, string>();
  const folders: string[] = [];
  for (const arg of args) {
    const [, name, value] = /^--([^=]+)(?:=(.*))?$/s.exec(arg) ?? [];
    if (name) options.set(name, value ?? '');
    else folders.push(arg);
  }
  const path = (name: string): string => {
    const value = options.get(name);
    if (!value) throw new Error(`--${name}= is missing`);
    return resolve(value);
  };
  return {
    folder: resolve(folders[0] ?? '.'),
    extension: path('extensionDevelopmentPath'),
    tests: path('extensionTestsPath'),
    askTrust: !options.has('disable-workspace-trust'),
  };
}

/** How many of VS Code's messages are shown, from the end, when a run goes wrong; all of them are hundreds of lines. */
const TAIL = 30;
/** Native modules that the installation leaves out, see code-server.mts, are missed aloud but not needed. */
const NOISE = /spdlog|watchdog/;

async function main(): Promise<number> {
  const said: string[] = [];
  const log = (message: string) => void (NOISE.test(message) || said.push(message));
  const workbench = await openWorkbench({ ...parse(process.argv.slice(2)), log });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<number>((done) => {
    timer = setTimeout(() => {
      console.error(`VS Code has not ended after ${LIMIT / 1000} s and is ended now`);
      done(1);
    }, LIMIT);
  });
  const gone = new Promise<number>((done) => {
    workbench.page.once('crash', () => {
      console.error('The page that holds VS Code has crashed');
      done(1);
    });
  });
  try {
    const code = await Promise.race([workbench.exit, late, gone]);
    if (code !== 0) console.error(said.slice(-TAIL).join('\n'));
    return code;
  } finally {
    clearTimeout(timer);
    await workbench.close();
  }
}

endOnSignals();
try {
  process.exit(await main());
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
