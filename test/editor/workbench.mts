// VS Code's workbench in a headless browser, with the extension in it: for the tests and the pictures.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser, launchProfile } from './browser.mts';
import { serve } from './code-server.mts';
import { temporaryFolder } from './process.mts';

/** Settings of a window of which pictures are taken. */
export const STILL = {
  'window.autoDetectColorScheme': false,
  // Its title would say "Extension Development Host".
  'window.customTitleBarVisibility': 'never',
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
  // A browser's default is to save as one types; a picture changes no file.
  'files.autoSave': 'off',
  'editor.minimap.enabled': false,
  'editor.wordWrap': 'on',
} as const;

export interface WorkbenchOptions {
  readonly folder: string;
  /** The extension in this folder, beside those that are installed. */
  readonly extension?: string | undefined;
  /** The module whose `run()` VS Code calls in the extension host. */
  readonly tests?: string | undefined;
  /** A file to open at once. */
  readonly file?: string | undefined;
  /** User settings beside those that keep the window quiet. */
  readonly settings?: Readonly<Record<string, unknown>> | undefined;
  readonly askTrust?: boolean | undefined;
  /** The folder of installed extensions. */
  readonly extensions?: string | undefined;
  /** Environment variables of the extension host. */
  readonly env?: NodeJS.ProcessEnv | undefined;
  /** See `ServeOptions`. */
  readonly trace?: string | undefined;
  /** The folder in which the browser keeps what it stores, left when it ends; size and scale are the usual ones. */
  readonly profile?: string | undefined;
  /** In CSS pixels. */
  readonly size?: { readonly width: number; readonly height: number } | undefined;
  /** Device pixels to a CSS pixel. */
  readonly scale?: number | undefined;
  /** Is given the page before anything is loaded into it. */
  readonly watch?: ((page: Page) => void) | undefined;
  /** Hears what the workbench and the extension host print. */
  readonly log?: ((message: string) => void) | undefined;
}

export interface Workbench {
  readonly page: Page;
  /** Where VS Code keeps settings, state and logs. */
  readonly data: string;
  /** The code with which VS Code wants to exit: 0 when the tests passed. Never comes without tests. */
  readonly exit: Promise<number>;
  close(): Promise<void>;
}

/** VS Code's own themes, by the names that the manifest gives them for a walkthrough's pictures. */
export const THEMES: Readonly<Record<string, string>> = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  hc: 'Default High Contrast',
  hcLight: 'Default High Contrast Light',
};

/** No welcome page, no chat, no updates, no notices: only what is tested or shown. */
export const quiet = {
  'chat.disableAIFeatures': true,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  // It looks through all that runs on the machine, over and over.
  'remote.autoForwardPorts': false,
  // VS Code's own extensions report to their makers unless told here too.
  'telemetry.telemetryLevel': 'off',
  'update.showReleaseNotes': false,
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
};

/** The page's address: the folder, and the payload by which the workbench learns what a desktop takes as arguments. */
export function address(authority: string, { folder, extension, tests, file }: WorkbenchOptions): URL {
  const remote = (path: string) => `vscode-remote://${authority}${path}`;
  const payload: [string, string][] = [];
  if (extension) payload.push(['extensionDevelopmentPath', remote(extension)]);
  if (tests) payload.push(['extensionTestsPath', remote(tests)]);
  if (file) payload.push(['openFile', remote(file)]);
  payload.push(['skipWelcome', 'true']);
  const url = new URL(`http://${authority}/`);
  url.searchParams.set('folder', folder);
  url.searchParams.set('payload', JSON.stringify(payload));
  return url;
}

/** A data folder for VS Code with these user settings and no state. */
export function dataFolder(settings: Readonly<Record<string, unknown>>): string {
  const data = temporaryFolder();
  mkdirSync(join(data, 'data/User'), { recursive: true });
  writeFileSync(join(data, 'data/User/settings.json'), JSON.stringify(settings));
  return data;
}

/** An empty page in a browser of its own; what closes it is added to `undo`. */
async function openPage(
  { profile, size, scale }: WorkbenchOptions,
  undo: (() => Promise<void>)[],
): Promise<Page> {
  if (profile) {
    const context = await launchProfile(profile);
    undo.push(() => context.close());
    return context.pages()[0] ?? context.newPage();
  }
  const browser = await launchBrowser();
  undo.push(() => browser.close());
  return browser.newPage({
    viewport: size ?? { width: 1280, height: 800 },
    deviceScaleFactor: scale ?? 1,
  });
}

/** Opens the workbench. The caller closes it, whatever happens. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const data = dataFolder({ ...quiet, ...options.settings });
  const undo: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const step of undo.reverse()) await step();
  };
  try {
    const page = await openPage(options, undo);
    const { authority, stop } = await serve({
      data,
      askTrust: options.askTrust,
      extensions: options.extensions,
      env: options.env,
      trace: options.trace,
    });
    undo.push(stop);
    const exit = new Promise<number>((resolve) => {
      void page.exposeFunction('codeAutomationExit', resolve);
    });
    await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => {
      options.log?.(args.map((a) => (typeof a === 'string' ? a : JSON.stringify(a))).join(' '));
    });
    options.watch?.(page);
    await page.goto(address(authority, options).href);
    return { page, data, exit, close };
  } catch (error) {
    await close();
    throw error;
  }
}
