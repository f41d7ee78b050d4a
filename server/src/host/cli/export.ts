import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Version } from '../../export/names.ts';
import { remarksOn } from '../../export/standing.ts';
import type { Target } from '../../protocol-export.ts';
import type { Typesetter } from '../../typeset/typesetter.ts';
import { exposuresAt } from '../around.ts';
import { Checker } from '../checker.ts';
import { today as clock } from '../clock.ts';
import { exportLetter } from '../export/export.ts';
import { Refusal } from '../export/refusal.ts';
import { WriteError } from '../export/write.ts';
import { inFile } from '../letter-files.ts';
import { OrderStore } from '../orders.ts';
import { workspaceOf } from '../workspace.ts';
import { oneLine, UsageError } from './usage.ts';

export interface ExportCommand {
  readonly file: string;
  readonly to: Target;
  readonly version: Version;
  readonly force: boolean;
  readonly out: string | undefined;
  readonly today: string | undefined;
  readonly orders: readonly string[];
  readonly tell: (text: string) => void;
  readonly typesetter: Typesetter;
}

/** Exports a letter. Exit code 1: refused while the letter is as it is; failures throw a UsageError. */
export async function exportCommand(command: ExportCommand): Promise<0 | 1> {
  const file = resolve(command.file);
  const text = await read(command.file);
  const root = workspaceOf(dirname(file));
  const store = new OrderStore({ workspaces: [root], given: command.orders, trusted: true });
  const { to, version, force, typesetter } = command;
  try {
    const checker = new Checker(store, typesetter);
    const done = await exportLetter(checker, typesetter, {
      text,
      place: { id: file, file, root },
      to,
      version,
      force,
      out: await target(command),
      today: command.today ?? clock(),
    });
    command.tell(`${done.file}: ${done.what}${done.replaced ? '; it replaces an earlier export' : ''}\n`);
    const exposed = (await exposuresAt(file, checker.open(text, { id: file, file, root }).matter)).map(
      (e) => e.message,
    );
    for (const note of [...done.notes, ...remarksOn(done.standing), ...exposed])
      process.stderr.write(`ex-parte: ${command.file}: ${oneLine(note)}\n`);
    return 0;
  } catch (error) {
    if (error instanceof Refusal) {
      const how = error.mayInsist ? '; mend, or insist with --force' : '';
      process.stderr.write(`ex-parte: ${command.file}: not exported: ${oneLine(error)}${how}\n`);
      return 1;
    }
    if (error instanceof WriteError)
      throw error.elsewhere ? new UsageError(`${error.message} with -o`) : error;
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${command.file}: not exported: ${oneLine(error)}`);
  }
}

async function read(file: string): Promise<string> {
  const input = await inFile(file);
  if ('text' in input) return input.text;
  throw new UsageError(`${file}: ${input.problem}${/save it/.test(input.problem) ? '' : '; name a letter'}`);
}

/** `-o`: a file. The letter itself is none of its own exports, whatever the name. */
async function target({ out, file }: ExportCommand): Promise<string | undefined> {
  if (out === undefined) return undefined;
  if (resolve(out) === resolve(file))
    throw new UsageError(`${out}: is the letter itself; name another with -o`);
  const isFolder = await stat(out).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (isFolder)
    throw new UsageError(`${out}: is a folder; name a file in it, such as ${join(out, 'letter.pdf')}`);
  return resolve(out);
}
