import { type Memento, type QuickInputButton, type QuickPickItem, ThemeIcon, type Uri, window } from 'vscode';
import {
  type StepId,
  SUBMISSION,
  type SubmissionParams,
  type SubmissionResult,
  type SubmissionStep,
} from '../../../server/src/protocol-export.ts';
import { type Client, RequestType } from '../connection/client.ts';
import { fromServer, toServer } from '../connection/convert.ts';
import { cleanUp } from '../export/clean-up.ts';
import { type ExportCommand, exportCommands } from '../export/commands.ts';
import { type FileAction, fileActions } from '../export/files.ts';
import { make } from '../export/make.ts';
import { showPlace } from '../export/tell.ts';
import { withPatience } from '../patience.ts';
import { isByHand, itemsOf, nextOf, placeholderOf, type StepItem, titleOf } from './steps.ts';

const request = new RequestType<SubmissionParams, SubmissionResult | null>(SUBMISSION);

/** The files that steps make. */
const MAKES: Readonly<Partial<Record<StepId, ExportCommand['to']>>> = {
  pdf: 'pdf',
  email: 'eml',
  calendar: 'ics',
};

/**
 * The order's list for a letter, as a list to walk down: each step says how it stands, the next one is
 * chosen already, and after each the list comes again until it is left.
 * @param kept where it is kept of which letter a hard copy was delivered, which no file shows
 */
export async function prepareSubmission(client: Client, letter: Uri, kept: Memento): Promise<void> {
  const uri = toServer(letter);
  const key = `hard copy of ${letter.toString()}`;
  for (;;) {
    const result = await withPatience('Prepare Submission', (token) =>
      client.sendRequest(request, { uri }, token),
    );
    if (!result) return;
    const items = itemsOf(result, kept.get<string>(key));
    const chosen = await choose(result, items);
    if (!chosen) return;
    if ('run' in chosen) await chosen.run();
    else if (isByHand(chosen)) {
      await kept.update(key, chosen.state === 'done' ? undefined : result.stamp);
    } else if ((await take(client, letter, chosen)) === 'leave') return;
  }
}

/** Does a step. `leave`: what comes next is in the letter, not in the list. */
async function take(client: Client, letter: Uri, step: SubmissionStep): Promise<'leave' | 'stay'> {
  const to = MAKES[step.id];
  const kind = exportCommands.find((c) => c.to === to && c.version === 'chambers');
  if (!kind || (step.state === 'blocked' && step.id !== 'pdf')) {
    if (step.id === 'left' && step.state === 'open') await cleanUp(letter);
    if (step.id === 'left' || step.state === 'done') return 'stay';
    await showPlace(letter, step.line ?? 1);
    return 'leave';
  }
  if (step.state === 'done' && step.file !== null) {
    await fileActions(fromServer(step.file))[0]?.run();
    return 'stay';
  }
  return (await make(client, letter, kind)) ? 'stay' : 'leave';
}

interface Row extends QuickPickItem {
  readonly item: StepItem;
  readonly actions: readonly FileAction[];
}

/** Shows the list. The step that is taken, or what is done with its file; undefined when it is left. */
function choose(
  result: SubmissionResult,
  items: readonly StepItem[],
): Promise<SubmissionStep | FileAction | undefined> {
  const pick = window.createQuickPick<Row>();
  pick.title = titleOf(result);
  pick.placeholder = placeholderOf(items);
  // Whoever looks at the PDF in between comes back to the list.
  pick.ignoreFocusOut = true;
  pick.matchOnDetail = true;
  pick.items = items.map(rowOf);
  const next = nextOf(items);
  pick.activeItems = pick.items.filter(({ item }) => item === next);
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.item.step);
      pick.hide();
    });
    pick.onDidTriggerItemButton(({ item, button }) => {
      resolve(item.actions[item.buttons?.indexOf(button) ?? 0]);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function rowOf(item: StepItem): Row {
  const { label, description, detail, step } = item;
  const actions = step.file === null ? [] : fileActions(fromServer(step.file));
  const buttons: QuickInputButton[] = actions.map(({ icon, title }) => ({
    iconPath: new ThemeIcon(icon),
    tooltip: title,
  }));
  // The list is walked in order, whatever is typed into its field.
  return { label, description, detail, buttons, alwaysShow: true, item, actions };
}
