// `npm test`: lint, generated files, types, build, unit and protocol tests, and the tests in a real VS Code.
// Everything runs even where something before it failed; the last line adds up.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const bin = (name: string): string => join(root, 'node_modules/.bin', name);

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

/** A command that passes or fails as a whole. What it prints is printed at its end, for others run beside it. */
function step(name: string, command: string, args: readonly string[]): Promise<Count> {
  return new Promise((resolve) => {
    const said: string[] = [];
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => said.push(text));
    }
    child.once('error', ({ message }) => said.push(`${message}\n`));
    child.once('close', (code) => {
      process.stdout.write(`\n— ${name}\n${said.join('')}`);
      resolve({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 });
    });
  });
}

function unit(): Count {
  console.log('\n— unit, rules, letters, terminal and protocol');
  const dir = mkdtempSync(join(tmpdir(), 'ex-parte-test-'));
  const report = join(dir, 'report.json');
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  const { status } = spawnSync(bin('vitest'), ['run', ...reporters], { cwd: root, stdio: 'inherit' });
  try {
    const told = JSON.parse(readFileSync(report, 'utf8'));
    const failed = told.numFailedTests + (status !== 0 && told.numFailedTests === 0 ? 1 : 0);
    return { passed: told.numPassedTests, failed, skipped: told.numPendingTests + told.numTodoTests };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function editor(name: string, script: string): Count {
  console.log(`\n— ${name}`);
  const { stdout, status } = spawnSync(process.execPath, [script], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  });
  process.stdout.write(stdout);
  const found = /(\d+) passed, (\d+) failed(?:, (\d+) skipped)?\s*$/.exec(stdout.trim());
  if (!found) return { passed: 0, failed: 1, skipped: 0 };
  const [passed = 0, failed = 0, skipped = 0] = found.slice(1).map((n) => Number(n ?? 0));
  return { passed, failed: failed + (status !== 0 && failed === 0 ? 1 : 0), skipped };
}

const counts = [
  ...(await Promise.all([
    step('lint and format', bin('biome'), ['ci', '--error-on-warnings']),
    step('generated files', process.execPath, ['schemas/generate.mts', '--check']),
    step('types', bin('tsc'), ['-p', '.']),
    step('build', process.execPath, ['esbuild.mts']),
  ])),
  unit(),
  editor('in a real VS Code', 'test/editor/run.mts'),
  editor('installed from the packages', 'test/editor/vsix.mts'),
];
const sum = (key: keyof Count): number => counts.reduce((n, c) => n + c[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
process.exitCode = sum('failed') > 0 ? 1 : 0;
