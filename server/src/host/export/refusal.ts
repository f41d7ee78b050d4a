/** An export that the letter does not allow as it stands; the message says why, and the mend. Exit code 1. */
export class Refusal extends Error {}

/** An export that could not be made: an exhibit, the typesetter, the disk. Exit code 2. */
export class ExportError extends Error {}
