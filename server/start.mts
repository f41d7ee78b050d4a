// `npm start`: the main job, shown. Builds, checks the sample letters of the built-in judges, and says
// how to go on. Findings in the samples are what is to be seen, so they are no failure of this command.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** The day on which the samples are looked at: their dates lie around it. */
const TODAY = '2024-05-15';

function run(args: readonly string[]): number {
  const done = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  return done.status ?? 2;
}

const built = run(['esbuild.mts']);
if (built !== 0) process.exit(built);
const checked = run(['dist/cli.js', 'check', '--today', TODAY, 'docs/samples']);
if (checked > 1) process.exit(checked);

process.stdout.write(`
The samples lie in docs/samples. To see them checked as you type, in VS Code:

    npm run editor

To check a letter of your own:      node dist/cli.js check LETTER.md
To begin one:                       node dist/cli.js new JUDGE -o LETTER.md
The judges that are known:          node dist/cli.js orders
`);
