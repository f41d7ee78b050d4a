import { commands, Disposable, type Uri, window } from 'vscode';
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
import { addHeader, isLetterOnceMarkdown, textInFront, watchText } from './add-header.ts';
import { askAll, type Begun } from './questions.ts';
import { writeLetter } from './write.ts';

const judges = new RequestType<undefined, readonly JudgeChoice[]>(JUDGES);
type Made = Exclude<NewLetterResult, { readonly problem: string }>;
const newLetter = new RequestType<NewLetterParams, NewLetterResult>(NEW_LETTER);

/**
 * Begins a letter. With an order's name as its argument the command asks nothing; its result is the letter's
 * address, undefined where none was written.
 */
export const newLetterFeature: Feature = ({ client }) =>
  Disposable.from(
    commands.registerCommand('exParte.newLetter', async (judge?: string): Promise<Uri | undefined> => {
      const made = await make(client, 'New Settlement Letter', judge);
      return made && writeLetter(made.name, made.text, rangeFrom(made.blank));
    }),
    commands.registerCommand('exParte.addHeader', async (judge?: string): Promise<void> => {
      const document = textInFront();
      if (!document) {
        void window.showInformationMessage('Open the text first: a Markdown file without a letter’s header.');
        return;
      }
      if (await isLetterOnceMarkdown(document)) return;
      const made = await make(client, 'Check This Text as a Letter', judge);
      if (made) await addHeader(document, made.text);
    }),
    watchText(),
  );

/** A new letter, after the questions; undefined where they were left, or led elsewhere. */
async function make(client: Client, title: string, judge: string | undefined): Promise<Made | undefined> {
  if (!(await ensureStarted(client))) return undefined;
  const begun: Begun | string | undefined =
    typeof judge === 'string'
      ? { judge, values: {} }
      : await askAll(await client.sendRequest(judges, undefined), title);
  if (!begun) return undefined;
  if (typeof begun === 'string') {
    await commands.executeCommand(begun);
    return undefined;
  }
  const made = await client.sendRequest(newLetter, begun);
  if (!('problem' in made)) return made;
  void window.showErrorMessage(made.problem);
  return undefined;
}
