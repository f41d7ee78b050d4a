import { type CountOptions, type Deadline, deadline, readUnit } from '../../server/src/calendar/index.ts';

/** `5 business days before` counted from an ISO date, with a time behind it where there is one. */
export function count(words: string, from: string, options: CountOptions = {}): Deadline {
  const parts = /^(\d+) (.+) (before|after)$/.exec(words);
  const unit = readUnit(parts?.[2] ?? '');
  if (!parts || !unit) throw new Error(`the test's own period cannot be read: ${words}`);
  const [date = '', time = null] = from.split(' ');
  const direction = parts[3] === 'before' ? 'before' : 'after';
  return deadline({ count: Number(parts[1]), unit, direction }, { date, time }, options);
}
