import { type Document, parseDocument } from 'yaml';

/** Keys that stand twice are looked for by `doubleKeys`. */
const OPTIONS = { prettyErrors: false, uniqueKeys: false, logLevel: 'error' } as const;

/**
 * Parses a header's YAML. The parser makes an error of each slip, and of the calls that led there a trace, which nobody
 * reads and which takes longest of all where there are thousands: here it makes none.
 */
export function parseYaml(source: string): Document {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return parseDocument(source, OPTIONS);
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}
