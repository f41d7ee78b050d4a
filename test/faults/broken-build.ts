import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const DIST = join(import.meta.dirname, '../../dist');

/**
 * What a typesetter's process may do instead of answering, as a script's statements; `r` is the request.
 * `ok(value)` sends an answer as the real one does.
 */
export const BEHAVIOURS = {
  'answers with words where a number belongs': "ok('many')",
  'answers with a number that is none': 'ok(NaN)',
  'answers that there are no pages': 'ok(0)',
  'answers with nothing': 'process.send({ seq: r.seq, memory: 1 })',
  'sends what is no message': "process.send(null); process.send('x'); process.send([1])",
  'runs out of memory': 'process.abort()',
  'ends in the midst of its work': 'process.exit(7)',
  'answers only what nobody asked': 'process.send({ seq: r.seq + 1_000, memory: 1, value: 1 })',
  // Longer than anybody waits, but not for ever: a test that fails leaves it behind.
  hangs: 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60_000)',
  'answers too late': 'setTimeout(() => ok(1), 9_000)',
} as const;

export type Behaviour = keyof typeof BEHAVIOURS | 'does not start' | 'is not there';

/** A build whose typesetter misbehaves: the server and the CLI are the real ones. */
export class BrokenBuild {
  readonly path = mkdtempSync(join(tmpdir(), 'ex-parte-broken-'));
  readonly server = join(this.path, 'server.js');
  readonly cli = join(this.path, 'cli.js');

  constructor(behaviour: Behaviour) {
    const programs = readdirSync(DIST).filter((name) => /\.js(?:on)?$/.test(name));
    for (const name of programs.filter((n) => n !== 'typesetter.js'))
      cpSync(join(DIST, name), join(this.path, name));
    if (behaviour === 'is not there') return;
    const script =
      behaviour === 'does not start' ? 'throw new Error("no start");' : answering(BEHAVIOURS[behaviour]);
    writeFileSync(join(this.path, 'typesetter.js'), script);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

const answering = (statements: string): string => `
process.on('disconnect', () => process.exit());
process.send({ engine: 'native' });
process.on('message', (r) => {
  const ok = (value) => process.send({ seq: r.seq, memory: 1, value });
  if (r.want !== 'close') { ${statements}; }
});
`;
