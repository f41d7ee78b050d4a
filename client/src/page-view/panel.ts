import {
  CancellationTokenSource,
  Disposable,
  languages,
  Range,
  Selection,
  type TextDocument,
  type TextEditor,
  TextEditorRevealType,
  type Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import { PAGES, type PagesParams, type PagesResult } from '../../../server/src/protocol.ts';
import { type Client, RequestType } from '../connection/client.ts';
import { toServer } from '../connection/convert.ts';
import type { FromView, ToView, Wants } from './messages.ts';

const pages = new RequestType<PagesParams, PagesResult | null>(PAGES);

/** What the view shows, once it does. */
export interface Shown {
  readonly uri: string;
  /** Of the document. */
  readonly version: number;
  readonly pages: number;
  readonly limit: number | null;
  /** How many pages were sent drawn with this version: the others were there. */
  readonly sent: number;
  /** Milliseconds that the server took to answer, and the view to draw, with the ways to and fro. */
  readonly asked: number;
  readonly drawn: number;
}

/**
 * One page view: asks the server for what the view lacks, one question at a time, and the next only when the
 * answer is on the screen. So however fast one types, the view is never behind by more than one version.
 */
export class PagePanel {
  readonly #panel: WebviewPanel;
  readonly #client: Client;
  readonly #disposables: Disposable[] = [];
  #uri: Uri;
  #wants: Wants | undefined;
  #busy = false;
  #again = false;
  #asked: CancellationTokenSource | undefined;
  #shown: Shown | undefined;
  #sent: PagesResult | undefined;
  #askedAt = 0;
  #sentAt = 0;

  constructor(panel: WebviewPanel, client: Client, uri: Uri) {
    this.#panel = panel;
    this.#client = client;
    this.#uri = uri;
    this.#disposables.push(
      panel.webview.onDidReceiveMessage((message: FromView) => this.#receive(message)),
      panel.onDidChangeViewState(() => this.#viewStateChanged()),
      workspace.onDidChangeTextDocument(({ document }) => {
        // After the client, which hears of the edit in the same turn, has told the server of it.
        if (this.#is(document)) setImmediate(() => this.#ask());
      }),
      // Orders, settings and the typesetter's return change what is shown without an edit; each is followed
      // by a check.
      languages.onDidChangeDiagnostics(({ uris }) => {
        if (uris.some((changed) => changed.toString() === this.#uri.toString())) this.#ask();
      }),
      client.onDidChangeState(() => this.#restart()),
      window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (this.#is(textEditor.document)) this.#tellCursor(textEditor);
      }),
    );
    this.#title();
  }

  get shown(): Shown | undefined {
    return this.#panel.visible ? this.#shown : undefined;
  }

  reveal(): void {
    this.#panel.reveal(undefined, true);
  }

  /** Shows another letter. */
  follow(uri: Uri): void {
    if (uri.toString() === this.#uri.toString()) return;
    this.#uri = uri;
    this.#shown = undefined;
    this.#title();
    this.#restart();
  }

  dispose(): void {
    this.#asked?.cancel();
    Disposable.from(...this.#disposables).dispose();
  }

  #title(): void {
    this.#panel.title = `Pages: ${this.#uri.path.split('/').at(-1) ?? ''}`;
    this.#post({ type: 'letter', uri: this.#uri.toString() });
  }

  #is(document: TextDocument): boolean {
    return document.uri.toString() === this.#uri.toString();
  }

  #viewStateChanged(): void {
    if (this.#panel.visible) return;
    // What was on its way is not drawn, and the view says anew what it has when it comes up again.
    this.#asked?.cancel();
    this.#wants = undefined;
    this.#busy = false;
  }

  #restart(): void {
    this.#asked?.cancel();
    this.#busy = false;
    this.#sent = undefined;
    const { state } = this.#client;
    if (state === 'stopped' || state === 'failed') {
      this.#post({ type: 'problem', reason: 'Ex Parte is not running, so the pages cannot be typeset.' });
    }
    this.#ask();
  }

  #receive(message: FromView): void {
    switch (message.type) {
      case 'wants':
        if (this.#wants === undefined) this.#post({ type: 'letter', uri: this.#uri.toString() });
        this.#wants = message.wants;
        this.#sent = undefined;
        this.#ask();
        return;
      case 'drawn':
        this.#wants = message.wants;
        this.#wasDrawn(message.version);
        return;
      case 'goto':
        void this.#goto(message.offset);
        return;
    }
  }

  #wasDrawn(version: number): void {
    const sent = this.#sent;
    if (sent?.version === version) {
      this.#shown = {
        uri: this.#uri.toString(),
        version,
        pages: sent.pages.length,
        limit: sent.limit,
        sent: Object.keys(sent.drawings).length,
        asked: this.#sentAt - this.#askedAt,
        drawn: performance.now() - this.#sentAt,
      };
    }
    this.#busy = false;
    if (this.#again) this.#ask();
  }

  #ask(): void {
    if (this.#busy || !this.#wants || !this.#panel.visible || this.#client.state !== 'running') {
      this.#again = true;
      return;
    }
    this.#again = false;
    this.#busy = true;
    this.#askedAt = performance.now();
    const cancellation = new CancellationTokenSource();
    this.#asked = cancellation;
    const params: PagesParams = { uri: toServer(this.#uri), ...this.#wants };
    this.#client.sendRequest(pages, params, cancellation.token).then(
      (result) => {
        if (!cancellation.token.isCancellationRequested) this.#answered(result);
      },
      (error: unknown) => {
        if (cancellation.token.isCancellationRequested) return;
        this.#busy = false;
        // A letter that has changed since is asked for again; anything else is said.
        if (this.#again) this.#ask();
        else this.#post({ type: 'problem', reason: error instanceof Error ? error.message : String(error) });
      },
    );
  }

  #answered(result: PagesResult | null): void {
    if (!result) {
      this.#busy = false;
      this.#post({
        type: 'problem',
        reason: 'This is no letter, or it is not open: its header names no judge.',
      });
      return;
    }
    const known = this.#sent;
    this.#sent = result;
    if (known && sameAs(known, result)) {
      this.#busy = false;
      if (this.#again) this.#ask();
      return;
    }
    this.#sentAt = performance.now();
    const editor = this.#editor();
    this.#post({ type: 'pages', result, cursor: editor ? offsetIn(editor) : null });
  }

  #tellCursor(editor: TextEditor): void {
    // While pages of a newer text are on their way, the cursor comes with them.
    if (this.#shown?.version === editor.document.version) {
      this.#post({ type: 'cursor', offset: offsetIn(editor) });
    }
  }

  #editor(): TextEditor | undefined {
    return window.visibleTextEditors.find(({ document }) => this.#is(document));
  }

  async #goto(offset: number): Promise<void> {
    const document = await workspace.openTextDocument(this.#uri);
    const open = this.#editor();
    const column = open?.viewColumn ?? ViewColumn.One;
    const editor = await window.showTextDocument(document, { viewColumn: column });
    const at = document.positionAt(offset);
    editor.selection = new Selection(at, at);
    editor.revealRange(new Range(at, at), TextEditorRevealType.InCenterIfOutsideViewport);
  }

  #post(message: ToView): void {
    void this.#panel.webview.postMessage(message);
  }
}

const offsetIn = ({ document, selection }: TextEditor): number => document.offsetAt(selection.active);

/** Whether the view shows all of this already. */
const sameAs = (a: PagesResult, b: PagesResult): boolean =>
  a.version === b.version &&
  a.epoch === b.epoch &&
  a.limit === b.limit &&
  a.format === b.format &&
  JSON.stringify(a.chart) === JSON.stringify(b.chart) &&
  a.pages.map((p) => p.key).join() === b.pages.map((p) => p.key).join() &&
  Object.keys(b.drawings).length === 0;
