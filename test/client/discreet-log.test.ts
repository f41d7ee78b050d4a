import { expect, test } from 'vitest';
import type { LogOutputChannel } from 'vscode';
import { discreetLog } from '../../client/src/connection/discreet-log.ts';

/** Stands for the letter's words. */
const CANARY = 'Quetzalberry';

/** A log that keeps what it is told. */
function keeping() {
  const told: string[] = [];
  const tell = (text: string | Error): void => void told.push(String(text));
  const log: LogOutputChannel = {
    name: 'Ex Parte',
    logLevel: 1,
    onDidChangeLogLevel: () => ({ dispose: () => {} }),
    trace: tell,
    debug: tell,
    info: tell,
    warn: tell,
    error: tell,
    append: tell,
    appendLine: tell,
    replace: tell,
    clear: () => {},
    show: () => {},
    hide: () => {},
    dispose: () => {},
  };
  return { told, log: discreetLog(log) };
}

test('the log is told which request failed, and where, and no word of the letter', () => {
  const { told, log } = keeping();
  const { stack = '' } = new TypeError(`no ${CANARY}\n    at most ${CANARY} (a.ts:1:2)`);
  log.error(`Request textDocument/hover failed.\n${stack}`);
  log.error(new TypeError(CANARY));
  for (const level of ['debug', 'info', 'warn', 'appendLine', 'append', 'replace'] as const) {
    log[level](`Notification handler failed with message: ${CANARY}`);
  }
  expect(told.join('\n')).not.toContain(CANARY);
  expect(told[0]).toMatch(/^Request textDocument\/hover failed\.\n {4}at .*discreet-log\.test\.ts:\d+:\d+/);
  expect(told[1]).toMatch(/^TypeError\n {4}at /);
  expect(told.slice(2)).toEqual(Array(6).fill('Notification handler failed.'));
});

test('messages between editor and server are not traced, whatever the log’s level and the settings', () => {
  const { told, log } = keeping();
  log.trace(`Sending notification 'textDocument/didOpen'. Params: ${CANARY}`);
  expect(told).toEqual([]);
});
