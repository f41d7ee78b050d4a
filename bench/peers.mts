// The peers that ours is held against, and where they are kept: outside the checkout, at fixed versions.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { clientOfVsCodeMarkdown, type Desk } from './vscode-markdown.mts';

export interface Server {
  readonly name: string;
  readonly command: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Its `initializationOptions`, and its settings by section. */
  readonly options?: object;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** It tells its diagnostics only to a client that pulls them. */
  readonly pulls?: boolean;
  /** Files that it reads its settings from, by name; they are laid in the letters' folder. */
  readonly files?: Readonly<Record<string, string>>;
  /** What it asks of its client beside LSP. */
  readonly answers?: (desk: Desk) => Readonly<Record<string, (params: unknown) => unknown>>;
}

/** A command that is given a folder of letters. */
export interface Linter {
  readonly name: string;
  readonly command: readonly string[];
  /** Put behind the command, for that folder. */
  readonly target: (folder: string) => string;
  /** Files that it reads its settings from, by name; they are laid beside the letters' folder. */
  readonly files?: Readonly<Record<string, string>>;
}

const root = join(import.meta.dirname, '..');
const VERSIONS = {
  rumdl: '0.2.75',
  'markdownlint-cli2': '0.24.1',
  'remark-cli': '12.0.1',
  'remark-frontmatter': '5.0.0',
  'remark-gfm': '4.0.1',
  'remark-preset-lint-recommended': '7.0.1',
  remark: '15.0.1',
  'unified-language-server': '4.1.0',
  'vscode-markdown-languageserver': '0.5.0',
  'markdown-it': '15.0.3',
  'markdown-it-front-matter': '0.2.4',
} as const;
const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'ex-parte-bench');
const modules = join(cache, 'node_modules');

const packagesOf = (versions: Readonly<Record<string, string>>): string[] =>
  Object.entries(versions).map(([name, version]) => `${name}@${version}`);

/** Installs the peers once; without a network ours is measured alone, and says so. */
export function installPeers(): boolean {
  const stamp = join(cache, 'installed.json');
  const wanted = JSON.stringify(VERSIONS);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return true;
  mkdirSync(cache, { recursive: true });
  const { status } = spawnSync(
    'npm',
    ['install', '--no-audit', '--no-fund', '--prefix', cache, ...packagesOf(VERSIONS)],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    },
  );
  if (status === 0) writeFileSync(stamp, wanted);
  return status === 0;
}

const server = join(root, 'dist/server.js');
export const ours: Server = { name: 'Ex Parte', command: [process.execPath, server, '--stdio'] };
/** With the engine that runs on every platform. */
export const oursInWasm: Server = {
  ...ours,
  name: 'Ex Parte, WebAssembly',
  env: { EX_PARTE_ENGINE: 'wasm' },
};
const rumdlBinary = join(modules, `@rumdl/cli-${process.platform}-${process.arch}/rumdl`);
export const rumdl: Server = { name: 'rumdl', command: [rumdlBinary, 'server'] };

export const vsCodeMarkdown: Server = {
  name: 'VS Code’s Markdown',
  command: [
    process.execPath,
    join(modules, 'vscode-markdown-languageserver/dist/node/workerMain.js'),
    '--stdio',
  ],
  options: { markdownFileExtensions: ['md'], i18n: {} },
  settings: {
    markdown: {
      server: { log: 'off' },
      validate: {
        enabled: true,
        referenceLinks: { enabled: 'warning' },
        fragmentLinks: { enabled: 'warning' },
        fileLinks: { enabled: 'warning', markdownFragmentLinks: 'inherit' },
        unusedLinkDefinitions: { enabled: 'hint' },
        duplicateLinkDefinitions: { enabled: 'warning' },
        ignoredLinks: [],
      },
    },
  },
  pulls: true,
  answers: (desk) => clientOfVsCodeMarkdown(cache, desk),
};

const remarkSettings = {
  '.remarkrc.json': JSON.stringify({
    plugins: ['frontmatter', 'gfm', 'preset-lint-recommended'].map((name) =>
      join(modules, `remark-${name}/index.js`),
    ),
  }),
};

export const remark: Server = {
  name: 'remark',
  settings: { remark: { requireConfig: true } },
  command: [process.execPath, join(import.meta.dirname, 'remark-server.mts'), modules, '--stdio'],
  files: remarkSettings,
};

export const oursInTerminal: Linter = {
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
  target: (folder) => folder,
};

export const linters: readonly Linter[] = [
  {
    name: 'markdownlint-cli2',
    command: [process.execPath, join(modules, 'markdownlint-cli2/markdownlint-cli2-bin.mjs')],
    target: (folder) => `${folder}/*.md`,
  },
  {
    name: 'remark-cli',
    command: [process.execPath, join(modules, 'remark-cli/cli.js'), '--no-stdout', '--quiet'],
    target: (folder) => folder,
    files: remarkSettings,
  },
];

/** Folders whose size is told, by name. */
export const packages: readonly (readonly [name: string, folder: string])[] = [
  ['Ex Parte, both engines', join(root, 'dist')],
  ['rumdl', join(modules, `@rumdl/cli-${process.platform}-${process.arch}`)],
  ['VS Code’s Markdown', join(modules, 'vscode-markdown-languageserver')],
];
