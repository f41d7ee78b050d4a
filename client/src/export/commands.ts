import type { Version } from '../../../server/src/export/names.ts';
import type { Target } from '../../../server/src/protocol-export.ts';

/** A command in the palette that makes one kind of file of the letter in front. */
export interface ExportCommand {
  readonly command: string;
  /** As the palette shows it behind "Ex Parte:". */
  readonly title: string;
  readonly to: Target;
  readonly version: Version;
  /** What the dialog for another place calls such a file. */
  readonly file: string;
}

/** The manifest's commands are made from this table. */
export const exportCommands = [
  {
    command: 'exParte.exportPdf',
    title: 'Export PDF for Chambers',
    to: 'pdf',
    version: 'chambers',
    file: 'PDF',
  },
  {
    command: 'exParte.exportWord',
    title: 'Export Word Document',
    to: 'docx',
    version: 'chambers',
    file: 'Word document',
  },
  {
    command: 'exParte.exportEmail',
    title: 'Export E-Mail Draft to Chambers',
    to: 'eml',
    version: 'chambers',
    file: 'E-mail draft',
  },
  {
    command: 'exParte.exportCalendar',
    title: 'Export Calendar of Deadlines',
    to: 'ics',
    version: 'chambers',
    file: 'Calendar',
  },
  {
    command: 'exParte.exportExchanged',
    title: 'Export PDF for the Other Side (Without Confidential Parts)',
    to: 'pdf',
    version: 'exchanged',
    file: 'PDF',
  },
] as const satisfies readonly ExportCommand[];

export const PREPARE = { command: 'exParte.prepareSubmission', title: 'Prepare Submission' } as const;

export const CLEAN_UP = {
  command: 'exParte.cleanUp',
  title: 'Take Out Comments Left in the Letter',
} as const;

/** Without a letter in front these commands are of no use. */
export const WHEN = 'exParte.followsLetter';

const all: readonly { readonly command: string; readonly title: string }[] = [
  PREPARE,
  ...exportCommands,
  CLEAN_UP,
];

/** The manifest's lists with these commands in the place of earlier ones of the same names. */
export const withCommands = <T extends { command: string }>(commands: readonly T[]): unknown[] => [
  ...commands.filter((c) => !all.some(({ command }) => command === c.command)),
  ...all.map(({ command, title }) => ({ command, title, category: 'Ex Parte' })),
];

export const withPalette = <T extends { command: string }>(entries: readonly T[]): unknown[] => [
  ...entries.filter((e) => !all.some(({ command }) => command === e.command)),
  ...all.map(({ command }) => ({ command, when: WHEN })),
];
