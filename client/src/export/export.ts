import { commands, Disposable, type Uri, window, workspace } from 'vscode';
import type { Feature } from '../feature.ts';
import type { Followed } from '../followed.ts';
import { prepareSubmission } from '../submission/prepare.ts';
import { cleanUp } from './clean-up.ts';
import { CLEAN_UP, exportCommands, PREPARE } from './commands.ts';
import { make } from './make.ts';

/** The commands that send a letter off. */
export const exportFeature: Feature = ({ client, extension, followed }) =>
  Disposable.from(
    ...exportCommands.map((kind) =>
      commands.registerCommand(kind.command, async () => {
        const letter = await letterInFront(followed);
        return letter && make(client, letter, kind);
      }),
    ),
    commands.registerCommand(CLEAN_UP.command, async () => {
      const letter = await letterInFront(followed);
      return letter !== undefined && cleanUp(letter);
    }),
    commands.registerCommand(PREPARE.command, async () => {
      const letter = await letterInFront(followed);
      if (letter) await prepareSubmission(client, letter, extension.workspaceState);
    }),
  );

/** The letter in front; one that lies in no file yet is saved first, since what is made goes beside it. */
async function letterInFront(followed: Followed): Promise<Uri | undefined> {
  const uri = followed.uri();
  if (!uri) {
    void window.showInformationMessage('Open a letter first: a Markdown file whose header names a judge.');
    return undefined;
  }
  return uri.scheme === 'untitled' ? workspace.save(uri) : uri;
}
