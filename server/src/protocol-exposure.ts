/** Client to server, a request: how a letter may get out by itself where it lies, in words for its writer. */
export const EXPOSURES = 'ex-parte/exposures';

export interface ExposuresParams {
  readonly uri: string;
}

/** `place` with `kind` stands for what is told, so that it is told once. Empty where warnings are switched off. */
export type ExposuresResult = readonly {
  readonly kind: string;
  readonly place: string;
  readonly message: string;
}[];
