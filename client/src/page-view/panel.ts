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
  /** When it was on the screen, by the view's clock: milliseconds since 1970, with fractions. */
  readonly at: number;
}

/**
 * One page view: asks the server ahead for what the view will lack, and again only when the answer is on the
 * screen. So a change is answered as soon as the server hears of it, and however fast one types, the view is never
 * behind by more than one version.
 */
export class PagePanel {
  readonly #panel: WebviewPanel;
  readonly #client: Client;
  readonly #disposables: Disposable[] = [];
  #uri: Uri;
  #wants: Wants | undefined;
  #asked: CancellationTokenSource | undefined;
  #shown: Shown | undefined;
  /** What the view is drawing. */
  #sent: PagesResult | undefined;
  /** Of the pages that the view has. */
  #state: string | null = null;
  #failed = false;

  constructor(panel: WebviewPanel, client: Client, uri: Uri) {
    this.#panel = panel;
    this.#client = client;
    this.#uri = uri;
    this.#disposables.push(
      panel.webview.onDidReceiveMessage((message: FromView) => this.#receive(message)),
      panel.onDidChangeViewState(() => this.#viewStateChanged()),
      // The server answers by itself, but for a question that it could not answer: it is asked again when
      // the letter was edited, or was checked, as it is when the typesetter is back.
      workspace.onDidChangeTextDocument(({ document }) => {
        if (this.#failed && this.#is(document)) setImmediate(() => this.#ask());
      }),
      languages.onDidChangeDiagnostics(({ uris }) => {
        if (this.#failed && uris.some((changed) => changed.toString() === this.#uri.toString())) this.#ask();
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
    this.#sent = undefined;
  }

  #restart(): void {
    this.#sent = undefined;
    this.#state = null;
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
        // While it draws, it has yet to say what it then lacks; but one that has come up anew does not draw.
        if (message.wants.epoch === null) this.#sent = undefined;
        if (!this.#sent) this.#ask();
        return;
      case 'drawn':
        this.#wants = message.wants;
        this.#wasDrawn(message.version, message.at);
        this.#ask();
        return;
      case 'goto':
        void this.#goto(message.offset);
        return;
    }
  }

  #wasDrawn(version: number, at: number): void {
    const sent = this.#sent;
    this.#sent = undefined;
    if (sent?.version !== version) return;
    this.#shown = {
      uri: this.#uri.toString(),
      version,
      pages: sent.pages.length,
      limit: sent.limit,
      sent: Object.keys(sent.drawings).length,
      at,
    };
  }

  /** In place of an earlier question, if that is still open. */
  #ask(): void {
    this.#asked?.cancel();
    if (!this.#wants || !this.#panel.visible || this.#client.state !== 'running') return;
    this.#failed = false;
    const cancellation = new CancellationTokenSource();
    this.#asked = cancellation;
    const params: PagesParams = { uri: toServer(this.#uri), state: this.#state, ...this.#wants };
    this.#client.sendRequest(pages, params, cancellation.token).then(
      (result) => {
        if (!cancellation.token.isCancellationRequested) this.#answered(result);
      },
      (error: unknown) => {
        if (cancellation.token.isCancellationRequested) return;
        this.#fail(error instanceof Error ? error.message : String(error));
      },
    );
  }

  #answered(result: PagesResult | null): void {
    if (!result) {
      this.#fail('This is no letter, or it is not open: its header names no judge.');
      return;
    }
    this.#sent = result;
    this.#state = result.state;
    const editor = this.#editor();
    this.#post({ type: 'pages', result, cursor: editor ? offsetIn(editor) : null });
  }

  #fail(reason: string): void {
    this.#failed = true;
    // The view is told that it is out of date, so what comes next is news to it.
    this.#state = null;
    this.#post({ type: 'problem', reason });
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
