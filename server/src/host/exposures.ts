import {
  type Connection,
  MessageType,
  RequestType,
  ShowMessageNotification,
} from 'vscode-languageserver/node';
import { EXPOSURES, type ExposuresParams, type ExposuresResult } from '../protocol-exposure.ts';
import { exposuresAt } from './around.ts';
import type { Environment } from './environment.ts';
import type { Session } from './session.ts';

const exposures = new RequestType<ExposuresParams, ExposuresResult, void>(EXPOSURES);

/** Answers our own client, which remembers what it told; another editor is told of each place once a session. */
export class Exposures {
  readonly #connection: Connection;
  readonly #environment: Environment;
  readonly #told = new Set<string>();

  constructor(
    connection: Connection,
    environment: Environment,
    letterAt: (uri: string) => Session | undefined,
  ) {
    this.#connection = connection;
    this.#environment = environment;
    connection.onRequest(exposures, async ({ uri }) => {
      const session = letterAt(uri);
      return session && environment.settings.exposureWarnings
        ? exposuresAt(session.place.file, session.open().matter)
        : [];
    });
  }

  async tell(session: Session): Promise<void> {
    if (!session.isLetter || !this.#environment.settings.exposureWarnings) return;
    for (const { kind, place, message } of await exposuresAt(session.place.file, session.open().matter)) {
      const key = `${kind} ${place}`;
      if (this.#told.has(key)) continue;
      this.#told.add(key);
      // Not the request that asks for an answer: there is none to give.
      await this.#connection.sendNotification(ShowMessageNotification.type, {
        type: MessageType.Warning,
        message,
      });
    }
  }
}
