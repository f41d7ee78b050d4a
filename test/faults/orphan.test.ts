import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { Client } from '../protocol/client.ts';
import { GOOD, Workspace } from '../protocol/letter.ts';
import { isAlive } from '../support/processes.ts';

const workspace = new Workspace();
const { NODE_OPTIONS } = process.env;
afterEach(() => {
  if (NODE_OPTIONS === undefined) delete process.env.NODE_OPTIONS;
  else process.env.NODE_OPTIONS = NODE_OPTIONS;
  workspace.remove();
});

test('a typesetter that hangs in its work ends with a server that is killed', async () => {
  process.env.NODE_OPTIONS = `--require ${JSON.stringify(join(import.meta.dirname, 'hang.cjs'))}`;
  const client = await Client.start({ folder: workspace.path, pulls: true });
  await client.open('a.md', GOOD);
  expect(await client.diagnostics('a.md')).toEqual([]);
  const [typesetter] = client.children();
  if (typesetter === undefined) throw new Error('the server started no typesetter');
  // Lines of an ordinary text are told without its words; where a link breaks only the typesetter knows.
  await client.replace('a.md', 'Dear Judge', 'Dear https://hang-here.example Judge');
  // Nobody waits for an answer: the server is killed.
  client.pull('a.md').catch(() => {});
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(isAlive(typesetter)).toBe(true);
  client.process.kill('SIGKILL');
  // It would hang for ever, and who would have ended it after six seconds is gone.
  await vi.waitFor(() => expect(isAlive(typesetter)).toBe(false), { timeout: 60_000, interval: 50 });
});
