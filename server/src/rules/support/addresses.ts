import type { Letter } from '../../letter/letter.ts';
import type { Span } from '../../letter/span.ts';
import type { Order } from '../../order/order.ts';

/** An entry of the header's `to` or `cc`. */
export interface Entry {
  readonly text: string;
  /** In small letters; undefined where the entry holds no e-mail address. */
  readonly address: string | undefined;
  readonly span: Span | undefined;
}

/** Mail that anyone can have says nothing about whose side its holder is on. */
const PUBLIC_MAIL = new Set([
  'gmail.com',
  'googlemail.com',
  'yahoo.com',
  'ymail.com',
  'outlook.com',
  'hotmail.com',
  'live.com',
  'msn.com',
  'aol.com',
  'icloud.com',
  'me.com',
  'mac.com',
  'proton.me',
  'protonmail.com',
  'gmx.com',
  'mail.com',
  'zoho.com',
  'fastmail.com',
  'comcast.net',
  'verizon.net',
  'att.net',
  'sbcglobal.net',
  'optonline.net',
  'earthlink.net',
]);

const ADDRESS = /[\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+/i;

export function addressIn(text: string): string | undefined {
  return ADDRESS.exec(text)?.[0].toLowerCase();
}

export function addressesIn(text: string): string[] {
  return [...text.matchAll(new RegExp(ADDRESS, 'gi'))].map((m) => m[0].toLowerCase());
}

/** The entries of `to` or `cc`, each with its place. */
export function entriesOf(letter: Letter, key: 'to' | 'cc'): Entry[] {
  const values = letter.header.values[key] ?? [];
  return values.map((text, i) => ({
    text,
    address: addressIn(text),
    span: letter.header.valueSpan([key, i]) ?? letter.header.valueSpan([key]),
  }));
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);
const within = (domain: string, of: string): boolean => domain === of || domain.endsWith(`.${of}`);

export const isCourt = (address: string): boolean => within(domainOf(address), 'uscourts.gov');

/** Whether an address is at the court of one of `others`. */
export const sameCourt = (address: string, others: Iterable<string>): boolean =>
  [...others].some((o) => domainOf(o) === domainOf(address));

/** Every address that the order itself gives, in small letters. */
export function ordersAddresses(order: Order): Set<string> {
  return new Set(order.submissions.flatMap((s) => s.recipient?.addresses ?? []).map((a) => a.toLowerCase()));
}

/** Whether an address is of the writer's own side: the sender's domain, and what `ownSide` adds. */
export function isOwnSide(letter: Letter, address: string): boolean {
  const { from, ownSide } = letter.header.values;
  const domain = domainOf(address);
  const sender = from && addressIn(from);
  if (
    sender &&
    (address === sender || (!PUBLIC_MAIL.has(domainOf(sender)) && within(domain, domainOf(sender))))
  ) {
    return true;
  }
  return (ownSide ?? []).some((entry) => {
    const known = addressIn(entry);
    if (known) return known === address;
    return within(
      domain,
      entry
        .trim()
        .toLowerCase()
        .replace(/^@|^\*[@.]/, ''),
    );
  });
}
