/** Court days and the counting of Fed. R. Civ. P. 6(a). Dates are YYYY-MM-DD in and out; nothing reads a clock. */
export {
  type Anchor,
  addDays,
  compareMoments,
  daysBetween,
  formatDate,
  formatDay,
  formatLong,
  formatShort,
  formatTime,
  isTime,
  isWeekend,
  type ParsedDate,
  parseDate,
  type Weekday,
  weekday,
} from './dates.ts';
export { type Deadline, deadline, fixedDate } from './deadline.ts';
export type { DeclaredDay } from './federal.ts';
export {
  type Holiday,
  type HolidayOptions,
  holidaysOf,
  isLegalHoliday,
  isStateKnown,
  legalHoliday,
} from './holidays.ts';
export { utcStamp } from './instant.ts';
export {
  type CountOptions,
  type Direction,
  describePeriod,
  type Period,
  type Roll,
  readUnit,
  type Unit,
} from './period.ts';
