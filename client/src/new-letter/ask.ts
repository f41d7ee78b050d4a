import {
  Disposable,
  type InputBoxValidationMessage,
  InputBoxValidationSeverity,
  type QuickInputButton,
  QuickInputButtons,
  type QuickPickItem,
  ThemeIcon,
  window,
} from 'vscode';

/** How a question was left: answered, back to the one before, done with all questions, or away. */
export type Answer<T> = { readonly answer: T } | 'back' | 'enough' | 'cancel';

/** Where a question stands among the others. */
export interface Place {
  readonly title: string;
  /** From 1. */
  readonly step: number;
  readonly total: number;
  /** Whether the rest may be left open. */
  readonly canEnd: boolean;
}

/** Ends the questions: what was not asked is filled in later. */
const ENOUGH: QuickInputButton = {
  iconPath: new ThemeIcon('new-file'),
  tooltip: 'Write the letter now and fill in the rest later',
};

/** What the two kinds of question have in common. */
interface Asking {
  title: string | undefined;
  step: number | undefined;
  totalSteps: number | undefined;
  ignoreFocusOut: boolean;
  buttons: readonly QuickInputButton[];
  onDidTriggerButton(listener: (button: QuickInputButton) => void): Disposable;
  onDidHide(listener: () => void): Disposable;
  show(): void;
  dispose(): void;
}

function put<T>(
  asking: Asking,
  { title, step, total, canEnd }: Place,
  listen: (answer: (a: T) => void) => Disposable,
): Promise<Answer<T>> {
  asking.title = title;
  asking.step = step;
  asking.totalSteps = total;
  // Whoever looks up the case number in a mail comes back to the same question.
  asking.ignoreFocusOut = true;
  asking.buttons = [...(step > 1 ? [QuickInputButtons.Back] : []), ...(canEnd ? [ENOUGH] : [])];
  return new Promise((resolve) => {
    const done = (left: Answer<T>): void => {
      resolve(left);
      listening.dispose();
      asking.dispose();
    };
    const listening = Disposable.from(
      asking.onDidTriggerButton((button) => done(button === ENOUGH ? 'enough' : 'back')),
      asking.onDidHide(() => done('cancel')),
      listen((answer) => done({ answer })),
    );
    asking.show();
  });
}

/** Asks for one of several. `before`: what was chosen when the question was put last. */
export function choose<T extends QuickPickItem>(
  items: readonly T[],
  placeholder: string,
  place: Place,
  before?: T,
): Promise<Answer<T>> {
  const pick = window.createQuickPick<T>();
  pick.items = items;
  pick.placeholder = placeholder;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  if (before) pick.activeItems = [before];
  return put<T>(pick, place, (answer) =>
    pick.onDidAccept(() => {
      const [chosen] = pick.selectedItems;
      if (chosen) answer(chosen);
    }),
  );
}

/** What is said of a text while it is typed; an error keeps the question open. */
export type Validate = (text: string) => InputBoxValidationMessage | undefined;

/** Asks for a text, which may stay empty. */
export function enter(
  prompt: string,
  example: string,
  place: Place,
  before: string,
  validate: Validate = () => undefined,
): Promise<Answer<string>> {
  const box = window.createInputBox();
  box.prompt = prompt;
  box.placeholder = example;
  box.value = before;
  const say = (): InputBoxValidationMessage | undefined => {
    const said = validate(box.value.trim());
    box.validationMessage = said;
    return said;
  };
  return put<string>(box, place, (answer) =>
    Disposable.from(
      box.onDidChangeValue(say),
      box.onDidAccept(() => {
        // Only what is wrong keeps the question open; what is merely odd was said.
        if (say()?.severity !== InputBoxValidationSeverity.Error) answer(box.value.trim());
      }),
    ),
  );
}
