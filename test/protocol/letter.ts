import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Diagnostic } from 'vscode-languageserver/node';

/** A letter in order, which tests spoil. */
export const GOOD = readFileSync(join(import.meta.dirname, '../../docs/samples/reznik-good.md'), 'utf8');

/** A letter before Judge Reznik with a header and these words. */
export const letter = (body: string, judge = 'reznik'): string => `---\njudge: ${judge}\n---\n\n${body}`;

/** A workspace in a folder of its own. */
export class Workspace {
  readonly path = mkdtempSync(join(tmpdir(), 'ex-parte-lsp-'));

  write(name: string, text: string): string {
    const file = join(this.path, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** A firm's judge as a file: what Reznik orders, but for the pages and the name. */
export const firmOrder = (pages: number): string => `extends: reznik
id: quenby
judge: { name: Ida Quenby, surname: Quenby }
title: Firm's order
source: Invented for the tests.
submissions:
  - id: letter
    pages: { max: ${pages} }
cases: []
`;

export const codes = (items: readonly Diagnostic[]): string[] =>
  [...new Set(items.map((d) => `${d.code}`))].sort();
export const of = (items: readonly Diagnostic[], code: string): Diagnostic[] =>
  items.filter((d) => d.code === code);
/** The one diagnostic of a rule. */
export function one(items: readonly Diagnostic[], code: string): Diagnostic {
  const [only, ...more] = of(items, code);
  if (!only || more.length > 0)
    throw new Error(`${code}: ${1 + more.length} found among ${codes(items).join()}`);
  return only;
}

/** What a diagnostic says. */
export const said = ({ message }: Diagnostic): string =>
  typeof message === 'string' ? message : message.value;
/** Whether diagnostics admit that not all was checked. */
export const isPartial = (items: readonly Diagnostic[]): boolean =>
  items.some((d) => said(d).startsWith('Not checked whole'));
