// A day that turns over while a letter is open. The server alone is given another clock, by Node's own means.
import { strict as assert } from 'node:assert';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { ShownChecklist } from '../../../client/src/checklist/checklist.ts';
import { test } from '../runner.ts';
import { extension, found, open, until } from './editor.ts';
import { withoutHistory } from './letter.ts';
import { killServer } from './servers.ts';

/** The letter is due on Monday 20 May 2024; of the server's start so much is left of the day before, in ms. */
const DUE = new Date(2024, 4, 20);
const LEFT = 25_000;
/** In ms: a server that starts, and the rest of the day. */
const LIMIT = 100_000;

/** A script that sets the clock of the process that loads it, by what a file says. */
function clockScript(): string {
  const own = vscode.extensions.all.find((e) => e.packageJSON.name === 'ex-parte');
  assert(own);
  return join(own.extensionPath, 'test/faults/clock.cjs');
}

const due = ({ rows }: ShownChecklist): string => rows.get('deadlines/submission') ?? '';

async function turnsOver(): Promise<void> {
  const { document } = await open('overnight.md', withoutHistory);
  await found(document, 'missing-section');
  const file = join(tmpdir(), `ex-parte-clock-${process.pid}`);
  writeFileSync(file, String(DUE.getTime() - LEFT - Date.now()));
  process.env.EX_PARTE_TEST_CLOCK = file;
  process.env.NODE_OPTIONS = `--require "${clockScript()}"`;
  const { checklist, matters } = await extension();
  try {
    await killServer();
    await until('the day before', checklist, (now) => /, tomorrow/.test(due(now)));
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
