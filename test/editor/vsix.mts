// Installs each package for this machine into a VS Code with nothing else in it, and runs packaged/ there. The last
// line is `N passed, N failed, N skipped`.
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { packageAll } from '../../packaging/package.mts';
import { bundlePackaged } from './bundle.mts';
import { install, vscodeServer } from './code-server.mts';
import { endOnSignals, temporaryFolder } from './process.mts';
import { RESULTS, type Results } from './results.ts';
import { openWorkbench } from './workbench.mts';

/** In ms, for one package. */
const LIMIT = 120_000;
const here = import.meta.dirname;

async function tryPackage(file: string, engine: 'native' | 'wasm', tests: string): Promise<Results['tests']> {
  const work = temporaryFolder();
  const workspace = join(work, 'workspace');
  const extensions = join(work, 'installed');
  mkdirSync(workspace);
  await install();
  const { node, main } = vscodeServer();
  const data = ['--server-data-dir', join(work, 'data'), '--extensions-dir', extensions];
  await promisify(execFile)(node, [main, '--install-extension', file, ...data]);
  const results = join(work, 'results.json');
  const workbench = await openWorkbench({
    folder: workspace,
    extension: join(here, 'packaged'),
    tests,
    extensions,
    env: { [RESULTS]: results, EX_PARTE_EXPECTED_ENGINE: engine },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    const late = new Promise<void>((done) => {
      timer = setTimeout(done, LIMIT);
    });
    await Promise.race([workbench.exit, late]);
  } finally {
    clearTimeout(timer);
    await workbench.close();
  }
  const { tests: done, running } = existsSync(results)
    ? (JSON.parse(readFileSync(results, 'utf8')) as Results)
    : { tests: [], running: 'VS Code' };
  return running === null
    ? done
    : [...done, { name: running, outcome: 'failed', ms: LIMIT, reason: 'did not end' }];
}

endOnSignals();
const here64 = `${process.platform}-${process.arch}`;
const tests = await bundlePackaged();
const count = { passed: 0, failed: 0, skipped: 0 };
for (const { file, target, bytes } of await packageAll()) {
  if (target !== 'universal' && target !== here64) continue;
  console.log(`${basename(file)} (${(bytes / 1e6).toFixed(1)} MB)`);
  for (const t of await tryPackage(file, target === 'universal' ? 'wasm' : 'native', tests)) {
    count[t.outcome]++;
    console.log(`${t.outcome === 'passed' ? '✓' : '✗'} ${t.name} (${t.ms} ms)`);
    for (const line of [...(t.notes ?? []), ...(t.reason ? [t.reason] : [])]) console.log(`    ${line}`);
  }
}
console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
process.exit(count.failed === 0 && count.passed > 0 ? 0 : 1);
