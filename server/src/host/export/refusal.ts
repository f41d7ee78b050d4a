import type { Told } from '../../export/standing.ts';

/** An export that the letter does not allow as it stands; the message says why. Exit code 1. */
export class Refusal extends Error {
  /** What has to be mended, and where; empty where it is not a matter of one place. */
  readonly told: readonly Told[];
  /** Whether whoever insists gets it all the same. */
  readonly mayInsist: boolean;

  constructor(message: string, more: { told?: readonly Told[]; mayInsist?: boolean } = {}) {
    super(message);
    this.told = more.told ?? [];
    this.mayInsist = more.mayInsist ?? false;
  }
}

/** An export that could not be made: an exhibit, the typesetter, the disk. Exit code 2. */
export class ExportError extends Error {}
