import * as z from 'zod';
import type { Severities } from '../check/check.ts';
import { rules } from '../rules/index.ts';

/** One setting: the manifest's section and the server's defaults are both made from this table. */
const LEVELS = ['default', 'error', 'warning', 'information', 'off'] as const;

export const settingsTable = {
  severities: {
    description:
      'How gravely each rule is shown; `default` leaves a rule as it is, `off` silences it everywhere.',
    schema: z.record(z.string(), z.enum(LEVELS)),
    default: {} as Record<string, (typeof LEVELS)[number]>,
    restricted: true,
  },
  ordersFolders: {
    description:
      "Folders with your firm's order files (YAML), beside `.ex-parte/orders` of the workspace; absolute paths.",
    schema: z.array(z.string()),
    default: [] as string[],
    restricted: true,
  },
  exposureWarnings: {
    description:
      'Whether to say, once for each place, that a letter lies in a Git repository with a remote or in a folder that Dropbox, OneDrive, iCloud, Google Drive or Box synchronises, or is called like a document that was filed.',
    schema: z.boolean(),
    default: true as boolean,
    restricted: true,
  },
} as const;

export interface Settings {
  readonly severities: Severities;
  readonly ordersFolders: readonly string[];
  readonly exposureWarnings: boolean;
}

export const DEFAULTS: Settings = { severities: {}, ordersFolders: [], exposureWarnings: true };

/** Reads what a client sent for the section `exParte`; what it got wrong is as if unset. */
export function readSettings(raw: unknown): Settings {
  const given = typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>) : {};
  const severities = settingsTable.severities.schema.safeParse(given.severities ?? {});
  const folders = settingsTable.ordersFolders.schema.safeParse(given.ordersFolders ?? []);
  const chosen = Object.entries(severities.data ?? {}).filter(
    (e): e is [string, Severities[string]] => e[1] !== 'default',
  );
  const warnings = settingsTable.exposureWarnings.schema.safeParse(given.exposureWarnings ?? true);
  return {
    severities: Object.fromEntries(chosen),
    ordersFolders: folders.data ?? [],
    exposureWarnings: warnings.data ?? true,
  };
}

/** The manifest's `contributes.configuration`, for package.json. */
export function manifestConfiguration(): unknown {
  const levels = rules.map(({ id, severity, title }) => [
    id,
    {
      type: 'string',
      enum: LEVELS,
      default: 'default',
      markdownDescription: `${title} (${severity} unless set).`,
    },
  ]);
  return {
    title: 'Ex Parte',
    properties: {
      'exParte.severities': {
        type: 'object',
        scope: 'window',
        markdownDescription: settingsTable.severities.description,
        default: settingsTable.severities.default,
        properties: Object.fromEntries(levels),
        additionalProperties: false,
      },
      'exParte.ordersFolders': {
        type: 'array',
        scope: 'machine-overridable',
        markdownDescription: settingsTable.ordersFolders.description,
        default: settingsTable.ordersFolders.default,
        items: { type: 'string' },
      },
      'exParte.exposureWarnings': {
        type: 'boolean',
        // A workspace that came from elsewhere does not decide that its owner is not warned.
        scope: 'application',
        markdownDescription: settingsTable.exposureWarnings.description,
        default: settingsTable.exposureWarnings.default,
      },
    },
  };
}

/** Settings that a workspace must not make for itself before it is trusted. */
export function restrictedSettings(): string[] {
  return Object.entries(settingsTable).flatMap(([key, { restricted }]) =>
    restricted ? [`exParte.${key}`] : [],
  );
}
