import { commands, type Uri, window } from 'vscode';
import {
  JUDGES,
  type JudgeChoice,
  NEW_LETTER,
  type NewLetterParams,
  type NewLetterResult,
} from '../../../server/src/protocol-new-letter.ts';
import { type Client, RequestType } from '../connection/client.ts';
import { rangeFrom } from '../connection/convert.ts';
import { ensureStarted } from '../connection/start.ts';
import type { Feature } from '../feature.ts';
import { askAll } from './questions.ts';
import { writeLetter } from './write.ts';

const judges = new RequestType<undefined, readonly JudgeChoice[]>(JUDGES);
const newLetter = new RequestType<NewLetterParams, NewLetterResult>(NEW_LETTER);

/**
 * Begins a letter. With an order's name as its argument the command asks nothing; its result is the letter's
 * address, undefined where none was written.
 */
export const newLetterFeature: Feature = ({ client }) =>
  commands.registerCommand('exParte.newLetter', async (judge?: string) => {
    if (!(await ensureStarted(client))) return undefined;
    const begun =
      typeof judge === 'string'
        ? { judge, values: {} }
        : await askAll(await client.sendRequest(judges, undefined));
    if (!begun) return undefined;
    if (typeof begun === 'string') {
      await commands.executeCommand(begun);
      return undefined;
    }
    return write(client, begun);
  });

async function write(client: Client, begun: NewLetterParams): Promise<Uri | undefined> {
  const made = await client.sendRequest(newLetter, begun);
  if ('problem' in made) {
    void window.showErrorMessage(made.problem);
    return undefined;
  }
  const { text, name, blank } = made;
  return writeLetter(name, text, rangeFrom(blank));
}
