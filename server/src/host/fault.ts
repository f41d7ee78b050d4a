/** An error for a log: its kind and where it arose. Not its message, which may quote what the letter says. */
export function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const places = (error.stack ?? '').split('\n').filter((line) => /^ {4}at [^\n]*:\d+:\d+\)?$/.test(line));
  return [error.name, ...places].join('\n');
}
