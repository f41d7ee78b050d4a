import { dirname } from 'node:path';
import type { Connection, Diagnostic } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { evidenceLinks, issueDiagnostics, orderFileDiagnostics, readFromOf } from '../features/order-file.ts';
import { type PlacedIssue, placeIssues, yamlIssues } from '../order/order-places.ts';
import { noOrder } from '../order/order-text.ts';
import { boundsOf, mayLie, placeOf } from './bounds.ts';
import { holdNow } from './held-file.ts';
import { type Folders, toPath, toUri } from './language-folders.ts';
import type { OrderStore } from './orders.ts';

/** The longest text of an order to which links are made. */
const LONGEST = 2_000_000;

/** Order files that are open in the editor: what is wrong in them, and the links to their words. */
export class OrderFiles {
  readonly #connection: Connection;
  readonly #orders: OrderStore;
  readonly #folders: Folders;

  constructor(connection: Connection, orders: OrderStore, folders: Folders) {
    this.#connection = connection;
    this.#orders = orders;
    this.#folders = folders;
  }

  /** Whether a document is an order file that may be read as one: what is told in it, and offered. */
  reads(document: TextDocument): boolean {
    return this.covers(document) && noOrder(document.getText()) === undefined;
  }

  /** Whether a document lies where orders are read from. Other YAML is none of our business. */
  covers(document: TextDocument): boolean {
    const file = toPath(document.uri);
    return file !== undefined && this.#orders.holds(file);
  }

  tell(document: TextDocument): void {
    if (!this.covers(document)) return;
    const text = document.getText();
    const refused = noOrder(text);
    if (refused !== undefined) {
      this.#say(document, issueDiagnostics(text, [atTop(refused)]));
      return;
    }
    const broken = this.#orders.set().broken.find((b) => b.file === toPath(document.uri));
    const faults = yamlIssues(text);
    const issues = faults.length > 0 ? faults : placeIssues(text, broken?.issues ?? []);
    const unplaced = broken && issues.length === 0 ? [atTop(broken.reason)] : [];
    this.#say(document, orderFileDiagnostics(text, [...issues, ...unplaced]));
  }

  #say({ uri, version }: TextDocument, diagnostics: Diagnostic[]): void {
    void this.#connection.sendDiagnostics({ uri, version, diagnostics });
  }

  closed(document: TextDocument): void {
    void this.#connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  }

  /** To the words in the order's text, which is read only where it lies in the file's own workspace. */
  links(document: TextDocument) {
    const file = toPath(document.uri);
    const named = readFromOf(document.getText());
    if (file === undefined || named === undefined) return [];
    try {
      const bounds = boundsOf(dirname(file), this.#folders.rootOf(file));
      if (!mayLie(named, bounds)) return [];
      const original = placeOf(named, bounds);
      const held = holdNow(original, bounds);
      if (!held) return [];
      try {
        const { found } = held;
        if (!found.isFile() || found.size > LONGEST || !/\.(?:txt|md)$/i.test(original)) return [];
        const words = new TextDecoder().decode(held.read(LONGEST));
        return evidenceLinks(document.getText(), words, toUri(original));
      } finally {
        held.close();
      }
    } catch {
      // The text is not there: the words still stand in the order file.
      return [];
    }
  }
}

/** What is wrong with the file as a whole stands at its first character. */
const atTop = (message: string): PlacedIssue => ({
  path: [],
  on: 'value',
  message,
  span: { start: 0, end: 1 },
});
