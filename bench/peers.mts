// The peers that ours is held against, and where they are kept: outside the checkout, at fixed versions.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

export interface Server {
  readonly name: string;
  readonly command: readonly string[];
}

const root = join(import.meta.dirname, '..');
const VERSIONS = { rumdl: '0.2.75', 'markdownlint-cli2': '0.24.1' } as const;
const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'ex-parte-bench');
const bin = (name: string): string => join(cache, 'node_modules/.bin', name);

/** Installs the peers once; without a network ours is measured alone, and says so. */
export function installPeers(): boolean {
  if (Object.keys(VERSIONS).every((name) => existsSync(bin(name)))) return true;
  mkdirSync(cache, { recursive: true });
  const wanted = Object.entries(VERSIONS).map(([name, version]) => `${name}@${version}`);
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--prefix', cache, ...wanted], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  return status === 0;
}

export const ours: Server = {
  name: 'Ex Parte',
  command: [process.execPath, join(root, 'dist/server.js'), '--stdio'],
};
export const rumdl: Server = { name: 'rumdl', command: [bin('rumdl'), 'server'] };

export const oursInTerminal: Server = {
  name: 'Ex Parte',
  command: [
    process.execPath,
    join(root, 'dist/cli.js'),
    'check',
    '--format',
    'json',
    '--today',
    '2024-05-01',
  ],
};
export const linter: Server = { name: 'markdownlint-cli2', command: [bin('markdownlint-cli2')] };
