import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  type CancellationToken,
  type Connection,
  LSPErrorCodes,
  RequestType,
  ResponseError,
} from 'vscode-languageserver/node';
import { submissionOf } from '../../features/submission.ts';
import {
  EXPORT,
  type ExportParams,
  type ExportResult,
  type Failed,
  SUBMISSION,
  type SubmissionParams,
  type SubmissionResult,
} from '../../protocol-export.ts';
import { Checker } from '../checker.ts';
import type { Environment } from '../environment.ts';
import type { OrderStore } from '../orders.ts';
import { isAbort, type Session } from '../session.ts';
import { createTypesetter } from '../typeset/create.ts';
import { exportLetter } from './export.ts';
import { MadeFiles, stampOf } from './made.ts';
import { ExportError, Refusal } from './refusal.ts';
import { WriteError } from './write.ts';

/** What the exports need of the server. */
export interface ExportSurroundings {
  /** The session of a document that is a letter. */
  letterAt(uri: string): Session | undefined;
  readonly orders: OrderStore;
  readonly environment: Environment;
  /** The folder of the built program. */
  readonly dist: string;
}

const exports = new RequestType<ExportParams, ExportResult, void>(EXPORT);
const submissions = new RequestType<SubmissionParams, SubmissionResult | null, void>(SUBMISSION);

/** Milliseconds for one compile. Hundreds of pages of exhibits take longer than a letter being typed. */
const PATIENCE = 120_000;

/** Answers what the client asks to send a letter off. */
export function registerExports(connection: Connection, at: ExportSurroundings): void {
  const made = new MadeFiles();
  connection.onRequest(exports, (params, token) => exported(at, made, params, token));
  connection.onRequest(submissions, ({ uri }) => submission(at, made, uri));
}

async function exported(
  { letterAt, orders, environment, dist }: ExportSurroundings,
  made: MadeFiles,
  { uri, to, version, insist, out }: ExportParams,
  token: CancellationToken,
): Promise<ExportResult> {
  const session = letterAt(uri);
  if (!session) return failed('This is no letter, or it is not open: its header names no judge.');
  const { file } = session.place;
  if (file === undefined)
    return failed('The letter lies in no file yet: save it first, its exports go beside it.');
  const abort = new AbortController();
  // A process of its own: counting pages while one types does not wait for it, and cancelling ends it at once.
  const typesetter = createTypesetter({ mode: 'process', dist, patience: PATIENCE });
  token.onCancellationRequested(() => {
    abort.abort();
    void typesetter.dispose();
  });
  try {
    // Of one moment with the stamp, which waits for the disk while the writer may go on typing.
    const text = session.document.getText();
    const stamp = await stampOf(session.open(), session.place);
    const done = await exportLetter(new Checker(orders, typesetter), typesetter, {
      text,
      place: { ...session.place, file },
      to,
      version,
      force: insist,
      out: out === null ? undefined : fileURLToPath(out),
      today: environment.today,
      severities: environment.settings.severities,
      signal: abort.signal,
    });
    if (version === 'chambers') await made.keep(uri, to, done.file, done.what, stamp);
    const { file: target, ...told } = done;
    return { kind: 'exported', uri: pathToFileURL(target).href, ...told };
  } catch (error) {
    if (isAbort(error) || abort.signal.aborted) {
      throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled by the client');
    }
    if (error instanceof Refusal) {
      return { kind: 'refused', reason: error.message, told: error.told, mayInsist: error.mayInsist };
    }
    if (error instanceof WriteError) {
      return failed(error.message, error.elsewhere ? pathToFileURL(error.file).href : null);
    }
    if (error instanceof ExportError) return failed(error.message);
    throw error;
  } finally {
    await typesetter.dispose();
  }
}

const failed = (reason: string, target: string | null = null): Failed => ({ kind: 'failed', reason, target });

async function submission(
  { letterAt }: ExportSurroundings,
  made: MadeFiles,
  uri: string,
): Promise<SubmissionResult | null> {
  const session = letterAt(uri);
  if (!session) return null;
  try {
    const checked = await session.check();
    const stamp = await stampOf(checked, session.place);
    return submissionOf(checked.letter, checked.matter, checked.result, await made.of(uri, stamp), stamp);
  } catch (error) {
    if (isAbort(error)) throw new ResponseError(LSPErrorCodes.ContentModified, 'the letter has changed');
    throw error;
  }
}
