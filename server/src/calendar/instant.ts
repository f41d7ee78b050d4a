import { Temporal } from 'temporal-polyfill';

/** A court's clock time as UTC in the basic form of RFC 5545, `20240528T183000Z`; `zone` is an IANA name. */
export function utcStamp(date: string, time: string, zone: string): string {
  const at = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone).withTimeZone('UTC');
  return `${at.toPlainDateTime().toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')}Z`;
}
