// A day that turns over while a letter is open. The server alone is given another clock, by Node's own means.
import { strict as assert } from 'node:assert';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { ShownChecklist } from '../../../client/src/checklist/checklist.ts';
import { test } from '../runner.ts';
import { extension, found, open, pause, until } from './editor.ts';
import { withoutHistory } from './letter.ts';
import { killServer } from './servers.ts';

/** The letter is due on Monday 20 May 2024. */
const DUE = new Date(2024, 4, 20);
/** In ms, how much is left of the day before when the server is told to start: more, where that was over before it spoke. */
const LEFT = [8_000, 25_000, 60_000];
/** In ms: servers that start, and the rest of the day. */
const LIMIT = 200_000;

/** A script that sets the clock of the process that loads it, by what a file says. */
function clockScript(): string {
  const own = vscode.extensions.all.find((e) => e.packageJSON.name === 'ex-parte');
  assert(own);
  return join(own.extensionPath, 'test/faults/clock.cjs');
}

const due = ({ rows }: ShownChecklist): string => rows.get('deadlines/submission') ?? '';

/** Whether the checklist comes to say that the letter is due tomorrow, within so many ms. */
async function saysTomorrow(patience: number): Promise<boolean> {
  const { checklist } = await extension();
  const end = Date.now() + patience;
  while (!/, tomorrow/.test(due(checklist()))) {
    if (Date.now() > end) return false;
    await pause(50);
  }
  return true;
}

/** Starts a server whose clock the file sets to the day before, and waits until it says so. */
async function startOnTheEve(file: string): Promise<void> {
  for (const left of LEFT) {
    writeFileSync(file, String(DUE.getTime() - left - Date.now()));
    await killServer();
    if (await saysTomorrow(left)) return;
  }
  assert.fail('no server spoke before the day was over');
}

async function turnsOver(): Promise<void> {
  const { document } = await open('overnight.md', withoutHistory);
  await found(document, 'missing-section');
  const file = join(tmpdir(), `ex-parte-clock-${process.pid}`);
  process.env.EX_PARTE_TEST_CLOCK = file;
  process.env.NODE_OPTIONS = `--require "${clockScript()}"`;
  const { checklist, matters } = await extension();
  try {
    await startOnTheEve(file);
    const { version } = document;
    await until('the day itself, without a key', checklist, (now) => /, today/.test(due(now)), LIMIT);
    assert.equal(document.version, version, 'the letter was changed');
    await until('it in the list of matters', matters, (rows) => rows.some((r) => /, today, /.test(r)));
    const problems = vscode.languages.getDiagnostics(document.uri);
    assert(problems.length > 0);
  } finally {
    delete process.env.EX_PARTE_TEST_CLOCK;
    delete process.env.NODE_OPTIONS;
    await killServer();
  }
}

const NAME = 'a deadline turns over at midnight, without a key';
if (process.platform === 'win32') test.skip(NAME, 'no ps on Windows', turnsOver);
else test(NAME, turnsOver, LIMIT);
