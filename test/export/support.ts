import { execFileSync, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Checker } from '../../server/src/host/checker.ts';
import { type ExportOutcome, type ExportRequest, exportLetter } from '../../server/src/host/export/export.ts';
import { OrderStore } from '../../server/src/host/orders.ts';
import { createTypesetter } from '../../server/src/host/typeset/create.ts';
import type { Typesetter } from '../../server/src/typeset/typesetter.ts';
import { dist, prepareAssets } from '../typeset/support.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures/exhibits');
const SAMPLES = join(import.meta.dirname, '../../docs/samples');

export const exhibitFile = (name: string): Uint8Array => new Uint8Array(readFileSync(join(FIXTURES, name)));
export const sample = (name: string): string => readFileSync(join(SAMPLES, `${name}.md`), 'utf8');

export const has = (tool: string, flag = '--version'): boolean => spawnSync(tool, [flag]).status === 0;

/** A folder with letters and exhibits, and what exports from it. */
export class Desk {
  /** Spaces and accents, as people have them. */
  readonly path = join(mkdtempSync(join(tmpdir(), 'ex-parte-export-')), 'Affaire Müller & Søn');
  readonly typesetter: Typesetter;
  readonly #store: OrderStore;

  constructor() {
    prepareAssets();
    mkdirSync(this.path);
    this.typesetter = createTypesetter({ dist, mode: 'in-process' });
    this.#store = new OrderStore({ workspaces: [this.path], given: [], trusted: true });
  }

  exhibit(fixture: string, as: string): void {
    mkdirSync(dirname(join(this.path, as)), { recursive: true });
    copyFileSync(join(FIXTURES, fixture), join(this.path, as));
  }

  write(name: string, content: string): void {
    writeFileSync(join(this.path, name), content);
  }

  read = (file: string): Uint8Array => new Uint8Array(readFileSync(file));
  names = (): string[] => readdirSync(this.path).sort();

  export(
    text: string,
    { typesetter = this.typesetter, ...how }: Partial<ExportRequest> & { typesetter?: Typesetter } = {},
  ): Promise<ExportOutcome> {
    return exportLetter(new Checker(this.#store, typesetter), typesetter, {
      text,
      place: { id: 'letter', file: join(this.path, 'letter.md'), root: this.path },
      to: 'pdf',
      version: 'chambers',
      force: false,
      today: '2024-05-01',
      ...how,
    });
  }

  /** Why an export is refused or fails. */
  async trouble(text: string, how: Partial<ExportRequest> = {}): Promise<string> {
    try {
      const { file } = await this.export(text, how);
      return `no trouble: ${file}`;
    } catch (error) {
      return error instanceof Error ? `${error.constructor.name}: ${error.message}` : String(error);
    }
  }

  clear(): void {
    for (const name of this.names()) rmSync(join(this.path, name), { recursive: true });
  }

  async close(): Promise<void> {
    await this.typesetter.dispose();
    rmSync(dirname(this.path), { recursive: true, force: true });
  }
}

/** What qpdf says of a file; empty when it finds nothing wrong. */
export function qpdfComplaints(file: string): string {
  const { status, stdout, stderr } = spawnSync('qpdf', ['--check', file], { encoding: 'utf8' });
  return status === 0 ? '' : stdout + stderr;
}

/** Converts Word documents as LibreOffice does, and returns the folder of the PDFs. */
export function byLibreOffice(files: readonly string[], folder: string): void {
  const profile = join(folder, 'profile');
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=file://${profile}`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      ...files,
    ],
    { stdio: 'ignore', timeout: 170_000 },
  );
}
