import {
  type Connection,
  MessageType,
  RequestType,
  ShowMessageNotification,
} from 'vscode-languageserver/node';
import { type Exposure, exposuresOf } from '../custody/exposure.ts';
import type { Matter } from '../order/matter.ts';
import { EXPOSURES, type ExposuresParams, type ExposuresResult } from '../protocol-exposure.ts';
import { lookAround } from './around.ts';
import type { Environment } from './environment.ts';
import type { Session } from './session.ts';

const exposures = new RequestType<ExposuresParams, ExposuresResult, void>(EXPOSURES);

/** How a letter may get out by itself; none where it is not saved. */
export async function exposuresAt(file: string | undefined, { submission }: Matter): Promise<Exposure[]> {
  if (file === undefined) return [];
  return exposuresOf(await lookAround(file), submission?.filing?.rule === 'forbidden');
}

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
