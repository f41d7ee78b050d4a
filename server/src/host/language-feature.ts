import {
  type CancellationToken,
  type Connection,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { RulePage } from '../features/convert.ts';
import type { Environment } from './environment.ts';
import type { FeatureName } from './language-capabilities.ts';
import type { ClientCan } from './language-client.ts';
import type { OrderFiles } from './order-files.ts';
import type { OrderStore } from './orders.ts';
import type { SectionPlaces } from './section-places.ts';
import { isAbort, type Session, type Version } from './session.ts';

/** What the features need of the server. */
export interface Surroundings {
  readonly can: ClientCan;
  /** The session of a document that is a letter. */
  letterAt(uri: string): Session | undefined;
  /** The session of any open Markdown: its header may be about to become a letter's. */
  sessionAt(uri: string): Session | undefined;
  /** An order file that is open in the editor. */
  orderFileAt(uri: string): TextDocument | undefined;
  readonly orderFiles: OrderFiles;
  /** Every letter that is open. */
  letters(): readonly Session[];
  readonly orders: OrderStore;
  /** Tells when more than a letter's text has changed: orders, settings, the day. */
  onChange(listener: () => void): void;
  readonly environment: Environment;
  readonly places: SectionPlaces;
  readonly page: RulePage;
}

/** Who answers each feature that `initialize` promises. */
export type LanguageFeatures = {
  readonly [F in FeatureName]: (connection: Connection, at: Surroundings) => void;
};

/**
 * What `use` makes of the newest version, checked. Begins again where the letter moves on meanwhile, until
 * the client, which has moved on too, cancels.
 */
export async function ofNewest<T>(
  session: Session,
  token: CancellationToken,
  use: (checked: Version) => T | Promise<T>,
): Promise<T> {
  for (;;) {
    try {
      const checked = await session.check();
      const answer = await use(checked);
      if (checked.key === session.key) return answer;
    } catch (error) {
      if (!isAbort(error)) throw error;
    }
    if (token.isCancellationRequested) {
      throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled by the client');
    }
  }
}
