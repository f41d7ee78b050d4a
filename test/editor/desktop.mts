import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { downloadAndUnzipVSCode, SilentReporter } from '@vscode/test-electron';

/** The VS Code that the tests are written for; the one that the npm package holds. */
const VERSION = '1.139.1';
/** A download that brings nothing for this many ms is given up. */
const PATIENCE = 15_000;

/** Whether a window can be opened at all. */
export function hasDesktop(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** The user's own `code` command, for trying the extension; `EX_PARTE_VSCODE` overrides. */
export function installedVSCode(): string | undefined {
  const named = process.env.EX_PARTE_VSCODE;
  if (named) return named;
  const names = process.platform === 'win32' ? ['code.cmd'] : ['code', 'code-insiders', 'codium'];
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((f) => join(f, name))).find((f) => existsSync(f));
}

/** A VS Code of the tests' own, downloaded into `.vscode-test/`; undefined where there is no desktop or no network. */
export async function testVSCode(): Promise<string | undefined> {
  const named = process.env.EX_PARTE_VSCODE;
  if (named) return named;
  if (!hasDesktop()) return undefined;
  try {
    return await downloadAndUnzipVSCode({
      version: VERSION,
      timeout: PATIENCE,
      reporter: new SilentReporter(),
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.log(
      `VS Code ${VERSION} could not be downloaded (${reason}): using the one from npm in a browser`,
    );
    return undefined;
  }
}
