// Answers questions at the top of the window: the real ones, whose buttons and keys a test cannot press itself.
import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { afterEach } from '../runner.ts';
import { pause, until } from './editor.ts';

type Asked = vscode.QuickPick<vscode.QuickPickItem> | vscode.InputBox;

const original = {
  createQuickPick: vscode.window.createQuickPick,
  createInputBox: vscode.window.createInputBox,
};
let asked: Asked[] = [];
let buttons = new Map<Asked, ((button: vscode.QuickInputButton) => void)[]>();

/** From now on until the test's end, questions are seen when they are put. */
export function listen(): void {
  const seen = <T extends Asked>(input: T): T => {
    const listeners: ((button: vscode.QuickInputButton) => void)[] = [];
    const proxy = new Proxy(input, {
      get: (on, key) => {
        if (key === 'onDidTriggerButton') {
          return (listener: (button: vscode.QuickInputButton) => void) => {
            listeners.push(listener);
            return on.onDidTriggerButton(listener);
          };
        }
        const value: unknown = Reflect.get(on, key);
        return typeof value === 'function' ? value.bind(on) : value;
      },
      set: (on, key, value) => Reflect.set(on, key, value),
    });
    asked.push(input);
    buttons.set(input, listeners);
    return proxy;
  };
  Object.assign(vscode.window, {
    createQuickPick: () => seen(original.createQuickPick()),
    createInputBox: () => seen(original.createInputBox()),
  });
}

/** The question that is put as the `n`th, from 1. */
export async function question(n: number): Promise<Asked> {
  await until(
    `question ${n}`,
    () => asked.length,
    (count) => count >= n,
  );
  const input = asked[n - 1];
  assert(input);
  // It is on the screen a moment after it was made.
  await pause(300);
  return input;
}

/** Answers as the keyboard does: chooses the item that begins so, or writes the text, and presses Enter. */
export async function reply(n: number, text: string): Promise<void> {
  const input = await question(n);
  if ('items' in input) {
    const item = input.items.find(({ label }) => label.startsWith(text));
    assert(item, `${text} is not among ${input.items.map((i) => i.label).join(', ')}`);
    input.activeItems = [item];
  } else input.value = text;
  await pause(100);
  await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
}

/** Presses the button with such a tooltip, or the one that goes back. */
export async function press(n: number, button: RegExp | 'back'): Promise<void> {
  const input = await question(n);
  const found = input.buttons.find((b) =>
    button === 'back' ? b === vscode.QuickInputButtons.Back : button.test(b.tooltip ?? ''),
  );
  assert(found, `no such button: ${button}`);
  for (const listener of buttons.get(input) ?? []) listener(found);
}

afterEach(async () => {
  Object.assign(vscode.window, original);
  for (const input of asked) input.dispose();
  asked = [];
  buttons = new Map();
});
