import type { LogOutputChannel } from 'vscode';
import { discreetText, faultOf } from '../../../server/src/fault.ts';

/**
 * A log that is told nothing of a letter, whatever the library writes: VS Code keeps logs in files. Messages are not
 * traced at all, though the log's level and a setting (`trace.server`, which a folder may bring along) ask for it:
 * they hold the letter.
 */
export function discreetLog(log: LogOutputChannel): LogOutputChannel {
  return {
    name: log.name,
    get logLevel() {
      return log.logLevel;
    },
    onDidChangeLogLevel: log.onDidChangeLogLevel,
    trace: () => {},
    debug: (text) => log.debug(discreetText(text)),
    info: (text) => log.info(discreetText(text)),
    warn: (text) => log.warn(discreetText(text)),
    error: (error) => log.error(error instanceof Error ? faultOf(error) : discreetText(error)),
    append: (text) => log.append(discreetText(text)),
    appendLine: (text) => log.appendLine(discreetText(text)),
    replace: (text) => log.replace(discreetText(text)),
    clear: () => log.clear(),
    show: () => log.show(true),
    hide: () => log.hide(),
    dispose: () => log.dispose(),
  };
}
