import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type LaunchOptions } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The browser in PATH or where macOS keeps it; `EX_PARTE_CHROMIUM` overrides. Throws one line with the mend. */
function findChromium(): string {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const named = process.env.EX_PARTE_CHROMIUM;
  const places = named ? [named] : [...NAMES.flatMap((n) => folders.map((f) => join(f, n))), ...MAC];
  const found = places.find((place) => {
    try {
      accessSync(place, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
  if (found) return found;
  throw new Error(
    named
      ? `EX_PARTE_CHROMIUM names ${named}, which cannot be run`
      : 'No Chromium found for the editor: install it (Debian: apt-get install chromium) or set EX_PARTE_CHROMIUM to its path',
  );
}

const options = (): LaunchOptions => ({
  executablePath: findChromium(),
  // As root, as in most containers, Chromium refuses its own sandbox. It opens nothing but our own server.
  chromiumSandbox: process.getuid?.() !== 0,
  // Whatever it would ask its makers for of its own accord, it finds no such place.
  args: ['--disable-background-networking', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
});

export const launchBrowser = (): Promise<Browser> => chromium.launch(options());

/** A browser that keeps what it stores in a folder, which is its home too and is left when it ends. */
export const launchProfile = (folder: string): Promise<BrowserContext> =>
  chromium.launchPersistentContext(folder, {
    ...options(),
    env: { ...process.env, HOME: folder },
    viewport: { width: 1280, height: 800 },
  });
