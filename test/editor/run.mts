// Runs the editor tests in a real VS Code: a downloaded one where that works, else the launcher's. `run.mts PART`
// runs those alone, of the suites and of the tests from outside, whose files' names hold it. The last line is
// `N passed, N failed, N skipped`; exit code 1 when one failed or VS Code did not end by itself.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { bundleSuite, suites } from './bundle.mts';
import { install } from './code-server.mts';
import { testVSCode } from './desktop.mts';
import { outsideTests } from './outside.mts';
import { temporaryFolder } from './process.mts';
import { RESULTS, type Results } from './results.ts';

/** In ms, all in all; the launcher gives up a little earlier and says more. */
const LIMIT = 580_000;
const here = import.meta.dirname;
const root = join(here, '../..');

/** Runs VS Code to its end; the reason when that was not a good one. */
async function runVSCode(work: string, part: string, executable: string): Promise<string | null> {
  const extensionTestsPath = await bundleSuite(part);
  const workspace = join(work, 'workspace');
  mkdirSync(workspace);
  // Ctrl+C is all that runTests hears: it ends VS Code, and a second one kills it.
  const interrupt = () => void process.emit('SIGINT');
  const watchdog = setInterval(interrupt, LIMIT);
  process.on('SIGTERM', interrupt);
  try {
    await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: root,
      extensionTestsPath,
      launchArgs: [workspace],
      extensionTestsEnv: { [RESULTS]: join(work, 'results.json') },
    });
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    clearInterval(watchdog);
  }
}

function report({ tests, running }: Results, trouble: string | null): number {
  for (const { name, outcome, ms, reason, notes } of tests) {
    const mark = { passed: '✓', failed: '✗', skipped: '-' }[outcome];
    console.log(`${mark} ${name}${outcome === 'skipped' ? '' : ` (${ms} ms)`}`);
    for (const note of notes ?? []) console.log(`    ${note}`);
    if (reason) console.log(reason.replace(/^/gm, '    '));
  }
  const count = (outcome: string) => tests.filter((t) => t.outcome === outcome).length;
  let failed = count('failed');
  if (failed === 0 && trouble) {
    failed = 1;
    console.log(`✗ ${running ?? 'VS Code'}: ${trouble}`);
  }
  console.log(`${count('passed')} passed, ${failed} failed, ${count('skipped')} skipped`);
  return failed === 0 ? 0 : 1;
}

if (!existsSync(join(root, 'dist/client.js'))) {
  console.error('dist/client.js is missing: run `npm run build` first');
  process.exit(2);
}
const work = temporaryFolder();
const part = process.argv[2] ?? '';
const hasSuites = suites(part).length > 0;
const desktop = await testVSCode();
// Here, lest two of those below install it at once.
if (desktop === undefined) {
  await install().catch((error: Error) => {
    console.error(error.message);
    process.exit(1);
  });
}
// Those from outside beside the others: each waits for an editor of its own most of the time.
const beside = outsideTests(work, part);
const trouble = hasSuites ? await runVSCode(work, part, desktop ?? join(here, 'launcher')) : null;
const outside = await beside;
const file = join(work, 'results.json');
const results: Results = existsSync(file)
  ? (JSON.parse(readFileSync(file, 'utf8')) as Results)
  : { tests: [], running: null };
const tests = [...results.tests, ...outside];
const none = tests.length === 0 || (hasSuites && results.tests.length === 0) ? 'ran no test' : null;
process.exit(report({ ...results, tests }, trouble ?? none));
