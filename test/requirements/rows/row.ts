/** A requirement of a built-in order: where its datum stands, and how a letter that is in order is spoiled so that its rule must speak. */
export interface Row {
  readonly id: string;
  readonly says: string;
  /** Order file and the path of the datum in it. */
  readonly data: readonly [order: string, path: string];
  readonly proof: readonly Proof[];
}

/** A sample letter, changed: then `rule` finds something that it did not find before. */
export interface Spoiled {
  readonly rule: string;
  readonly sample: string;
  readonly change: readonly (readonly [from: string | RegExp, to: string])[];
  readonly content?: string;
  readonly severity?: string;
}
/** What no document can violate is shown: by hovering over the judge, or as a deadline. */
export type Proof =
  | Spoiled
  | { readonly shown: string }
  | { readonly deadline: string; readonly sample: string };

export const spoil = (rule: string, sample: string, ...change: Spoiled['change']): Spoiled => ({
  rule,
  sample,
  change,
});
export const words = (n: number): string =>
  'The parties have talked about this at length and more than once. '.repeat(n);

/** Takes a section of a sample out, heading and all. */
export const cut = (heading: string): readonly [RegExp, string] => [
  new RegExp(`## ${heading}[\\s\\S]*?(?=\\n## |\\nRespectfully submitted)`),
  '',
];
/** Leaves a section's heading and takes its words. */
export const empty = (heading: string): readonly [RegExp, string] => [
  new RegExp(`(## ${heading}[^\\n]*\\n)[\\s\\S]*?(?=\\n## |\\nRespectfully submitted)`),
  '$1',
];

export const missing = (sample: string, content: string, heading: string): Spoiled => ({
  ...spoil('missing-section', sample, cut(heading)),
  content,
});
