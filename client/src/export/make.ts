import { CancellationError, type CancellationToken, Uri, window } from 'vscode';
import {
  EXPORT,
  type Exported,
  type ExportParams,
  type ExportResult,
} from '../../../server/src/protocol-export.ts';
import { type Client, RequestType } from '../connection/client.ts';
import { fromServer, toServer } from '../connection/convert.ts';
import { withPatience } from '../patience.ts';
import type { ExportCommand } from './commands.ts';
import { tellExport, tellFailure, tellRefusal } from './tell.ts';

const request = new RequestType<ExportParams, ExportResult>(EXPORT);

/**
 * Makes a file of a letter, asks where it is refused or cannot be written, and says how it ended.
 * @returns what was made; undefined where nothing was
 */
export async function make(client: Client, letter: Uri, kind: ExportCommand): Promise<Exported | undefined> {
  const uri = toServer(letter);
  let params: ExportParams = { uri, to: kind.to, version: kind.version, insist: false, out: null };
  for (;;) {
    const result = await ask(client, params, kind);
    if (!result) return undefined;
    if (result.kind === 'exported') {
      // Whoever waits for the file does not wait for the notification to be read.
      void tellExport(result, fromServer(result.uri), letter);
      return result;
    }
    if (result.kind === 'refused') {
      if (!(await tellRefusal(result, letter))) return undefined;
      params = { ...params, insist: true };
      continue;
    }
    if (!(await tellFailure(result)) || result.target === null) return undefined;
    const place = await window.showSaveDialog({
      defaultUri: Uri.parse(result.target),
      filters: { [kind.file]: [kind.to] },
      title: kind.title,
    });
    if (!place) return undefined;
    params = { ...params, out: toServer(place) };
  }
}

/** Undefined where it was cancelled, or failed in a way that was told. */
async function ask(
  client: Client,
  params: ExportParams,
  { title }: ExportCommand,
): Promise<ExportResult | undefined> {
  const send = (token: CancellationToken) => client.sendRequest(request, params, token);
  try {
    return await withPatience(title, send);
  } catch (error) {
    if (error instanceof CancellationError) {
      window.setStatusBarMessage('Export cancelled, nothing was written', 5_000);
      return undefined;
    }
    const reason = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(`Not exported: ${reason}`);
    return undefined;
  }
}
