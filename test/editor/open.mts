// Opens VS Code with the extension and a copy of the sample letters: in a window where there is a desktop
// with a VS Code, else served to any browser of this machine. `open.mts [FOLDER] [--browser] [--port N]`
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { serve } from './code-server.mts';
import { hasDesktop, installedVSCode } from './desktop.mts';
import { endOnSignals, temporaryFolder } from './process.mts';
import { address, dataFolder, quiet } from './workbench.mts';

const root = join(import.meta.dirname, '../..');
const samples = join(root, 'docs/samples');

/** What is tried out changes a copy, not the checkout: VS Code in a browser saves as one types. */
function copyOfSamples(): string {
  const folder = join(temporaryFolder(), 'letters');
  mkdirSync(folder);
  if (existsSync(samples)) cpSync(samples, folder, { recursive: true });
  return folder;
}

/** Ends with VS Code's window. */
function openWindow(vscode: string, folder: string): Promise<void> {
  endOnSignals();
  console.log(`Opening ${folder} in ${vscode}`);
  const args = ['--new-window', '--wait', `--extensionDevelopmentPath=${root}`, folder];
  const child = spawn(vscode, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('exit', () => done());
  });
}

/** Ends with Ctrl+C. */
async function openInBrowser(folder: string, port: number | undefined): Promise<void> {
  const data = dataFolder(quiet);
  // Whoever else is on this machine must not read the letters.
  const token = randomBytes(16).toString('hex');
  const { authority, stop } = await serve({ data, token, port });
  const url = address(authority, { folder, extension: root });
  url.searchParams.set('tkn', token);
  console.log(`VS Code with Ex Parte and ${folder} is at\n\n  ${url.href}\n\nCtrl+C ends it.`);
  await new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
  });
  await stop();
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { browser: { type: 'boolean' }, port: { type: 'string' } },
  });
  if (!existsSync(join(root, 'dist/client.js'))) {
    throw new Error('dist/client.js is missing: run `npm run build` first');
  }
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536)) {
    throw new Error(`--port ${values.port} is no port: give a number from 1 to 65535`);
  }
  const folder = positionals[0] ? resolve(positionals[0]) : copyOfSamples();
  const vscode = values.browser || !hasDesktop() ? undefined : installedVSCode();
  await (vscode ? openWindow(vscode, folder) : openInBrowser(folder, port));
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
