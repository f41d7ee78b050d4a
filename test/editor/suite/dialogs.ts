// Answers dialogs and notifications as a person would, who cannot be had in a test.
import * as vscode from 'vscode';
import { afterEach } from '../runner.ts';

type Show = (message: string, ...rest: unknown[]) => Thenable<string | undefined>;

/** What was shown since the last test, in order. */
export const shown: string[] = [];
const answers: string[] = [];

const original = {
  showWarningMessage: vscode.window.showWarningMessage,
  showInformationMessage: vscode.window.showInformationMessage,
  showErrorMessage: vscode.window.showErrorMessage,
};

/** From now on until the test's end: each answer is given once, to the first message that offers it. */
export function answer(...given: string[]): void {
  answers.push(...given);
  for (const name of Object.keys(original) as (keyof typeof original)[]) {
    const show: Show = async (message, ...rest) => {
      shown.push(message);
      const at = answers.findIndex((a) => rest.includes(a));
      return at < 0 ? undefined : answers.splice(at, 1)[0];
    };
    Object.assign(vscode.window, { [name]: show });
  }
}

afterEach(async () => {
  Object.assign(vscode.window, original);
  answers.length = 0;
  shown.length = 0;
});
