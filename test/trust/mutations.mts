// Takes each guard out of a copy of the source, one at a time, and sees that its tests fail. Run it after a change to
// a guard: `node test/trust/mutations.mts [WORD]`. Takes some minutes; ends with 1 where a guard is missed by nobody.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

interface Mutation {
  readonly guard: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly tests: string;
}

const HOST = 'server/src/host';
const WORKSPACE = 'test/trust/hostile-workspace.test.ts';
const MUTATIONS: readonly Mutation[] = [
  {
    guard: 'orders of an untrusted workspace',
    file: `${HOST}/orders.ts`,
    from: 'if (!trusted) withheld',
    to: 'if (false) withheld',
    tests: WORKSPACE,
  },
  {
    guard: "a case's own order there",
    file: `${HOST}/orders.ts`,
    from: 'if (!this.#sources.trusted)',
    to: 'if (false)',
    tests: WORKSPACE,
  },
  {
    guard: 'order files that are links out',
    file: `${HOST}/orders.ts`,
    from: "tier === 'workspace' && leadsOut",
    to: 'false && leadsOut',
    tests: WORKSPACE,
  },
  {
    guard: 'order files that are pipes',
    file: `${HOST}/orders.ts`,
    from: 'if (!stat.isFile())',
    to: 'if (false)',
    tests: WORKSPACE,
  },
  {
    guard: 'order files nested without end',
    file: `${HOST}/orders.ts`,
    from: 'depthOf(text) > DEEPEST',
    to: 'false',
    tests: WORKSPACE,
  },
  {
    guard: 'order files that are too large',
    file: `${HOST}/orders.ts`,
    from: 'stat.size > LARGEST',
    to: 'false',
    tests: WORKSPACE,
  },
  {
    guard: 'paths out of the workspace, by their letters',
    file: `${HOST}/bounds.ts`,
    from: 'return inside(path, root) || inside(path, realRoot);',
    to: 'return true;',
    tests: WORKSPACE,
  },
  {
    guard: 'exhibits behind links',
    file: `${HOST}/exhibits.ts`,
    from: 'if (!inside(path, bounds.realRoot)) return OUTSIDE;',
    to: '',
    tests: 'test/rules/exhibit-files.test.ts',
  },
  {
    guard: 'pipes in a directory',
    file: `${HOST}/cli/letters.ts`,
    from: '!found.isFile() && !isGiven',
    to: 'false',
    tests: WORKSPACE,
  },
  {
    guard: 'the time for one exhibit',
    file: `${HOST}/pdf.ts`,
    from: "give('takes too long to read')",
    to: 'undefined',
    tests: 'test/trust/pdf.test.ts',
  },
  {
    guard: 'the memory for one exhibit',
    file: `${HOST}/pdf.ts`,
    from: '> this.#bounds.memory',
    to: '> Number.POSITIVE_INFINITY',
    tests: 'test/trust/pdf.test.ts',
  },
  {
    guard: 'the tool named in a PDF',
    file: 'server/src/export/pdf-bytes.ts',
    from: 'blank(found, /\\/Creator',
    to: 'void (found, /\\/Creator',
    tests: 'test/trust/metadata.test.ts',
  },
  {
    guard: 'a regular expression that hangs',
    file: 'server/src/rules/support/this-letter.ts',
    from: 'const ',
    to: 'export const HANGS = /(?:a|b|ab)+(?:\\s+\\w*)+(?:\\w+\\s*)+$/;\nconst ',
    tests: 'test/trust/regexes.test.ts',
  },
  {
    guard: 'repositories with a remote',
    file: 'server/src/custody/exposure.ts',
    from: 'remotes.length > 0',
    to: 'false',
    tests: 'test/trust/custody.test.ts',
  },
  {
    guard: 'folders that synchronise',
    file: 'server/src/custody/exposure.ts',
    from: 'if (cloud)',
    to: 'if (false)',
    tests: 'test/trust/custody.test.ts',
  },
  {
    guard: 'names of filings',
    file: 'server/src/custody/exposure.ts',
    from: 'isFilingForbidden && FILED.test(name)',
    to: 'false',
    tests: 'test/trust/custody.test.ts',
  },
  {
    guard: 'warned once',
    file: `${HOST}/exposures.ts`,
    from: 'if (this.#told.has(key)) continue;',
    to: '',
    tests: 'test/trust/custody.test.ts',
  },
  {
    guard: 'warnings that can be switched off',
    file: `${HOST}/exposures.ts`,
    from: '!session.isLetter || !this.#environment.settings.exposureWarnings',
    to: '!session.isLetter',
    tests: 'test/trust/custody.test.ts',
  },
  {
    guard: 'comments left in a letter',
    file: 'server/src/custody/leftovers.ts',
    from: 'lines.length > 0',
    to: 'false',
    tests: 'test/trust/custody.test.ts',
  },
  {
    guard: 'findings that were silenced',
    file: 'server/src/custody/leftovers.ts',
    from: 'told.length > 0',
    to: 'false',
    tests: 'test/trust/custody.test.ts',
  },
  {
    guard: 'nothing written but the export',
    file: `${HOST}/cli/export.ts`,
    from: 'const text = await read(command.file);',
    to: "const text = await read(command.file);\n  await (await import('node:fs/promises')).writeFile(command.file + '.bak', text);",
    tests: 'test/trust/confidential.test.ts',
  },
  {
    guard: 'no connection is tried',
    file: `${HOST}/cli/check.ts`,
    from: 'const day = options.today ?? clock();',
    to: "const day = options.today ?? clock();\n  (await import('node:net')).connect(9, '127.0.0.1').on('error', () => {});",
    tests: 'test/trust/confidential.test.ts',
  },
];

const [, , word = ''] = process.argv;
const copy = mkdtempSync(join(tmpdir(), 'ex-parte-mutations-'));
const quiet = {
  cwd: copy,
  encoding: 'utf8',
  timeout: 300_000,
  env: { ...process.env, NO_COLOR: '1' },
} as const;
let missed = 0;
try {
  for (const name of readdirSync(root)) {
    if (!['node_modules', '.git', 'dist'].includes(name))
      cpSync(join(root, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  for (const { guard, file, from, to, tests } of MUTATIONS.filter((m) => m.guard.includes(word))) {
    const path = join(copy, file);
    const text = readFileSync(path, 'utf8');
    const at = text.indexOf(from);
    if (at < 0) throw new Error(`${guard}: ${file} no longer has ${JSON.stringify(from)}; mend this table`);
    writeFileSync(path, text.slice(0, at) + to + text.slice(at + from.length));
    const built = spawnSync(process.execPath, ['esbuild.mts'], quiet);
    const ran = built.status === 0 ? spawnSync('node_modules/.bin/vitest', ['run', tests], quiet) : built;
    const caught = built.status === 0 && ran.status !== 0 && !/No test files found/.test(ran.stdout);
    if (!caught) missed++;
    const failed = /Tests\s+(\d+) failed/.exec(ran.stdout)?.[1];
    const how = caught
      ? `${failed ?? 'all'} tests fail`
      : built.status === 0
        ? 'NOBODY NOTICES'
        : 'DOES NOT BUILD';
    console.log(`${caught ? '✓' : '✗'} without ${guard}: ${how}`);
    writeFileSync(path, text);
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
process.exitCode = missed > 0 ? 1 : 0;
