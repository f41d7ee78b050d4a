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

/** Bounded, and never begun within a run of the characters that it may hold: long runs cost no time. */
const ADDRESS =
  /(?<![\w.!#$%&'*+/=?^`{|}~-])[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}/i;

export function addressIn(text: string): string | undefined {
  return ADDRESS.exec(text)?.[0].toLowerCase();
}

export function addressesIn(text: string): string[] {
  return [...text.matchAll(new RegExp(ADDRESS, 'gi'))].map((m) => m[0].toLowerCase());
}

/** The entries of `to` or `cc`, each with its place. */
export function entriesOf(letter: Letter, key: 'to' | 'cc'): Entry[] {
  const values = letter.header.values[key] ?? [];
  return values.flatMap((text, i): Entry[] => {
    const whole = letter.header.valueSpan([key, i]) ?? letter.header.valueSpan([key]);
    const addresses = addressesIn(text);
    if (addresses.length === 0) return [{ text, address: undefined, span: whole }];
    // One entry may hold several addresses, and each is looked at.
    return addresses.map((address) => ({ text, address, span: partOf(letter, whole, address, addresses) }));
  });
}

function partOf(
  letter: Letter,
  whole: Span | undefined,
  address: string,
  all: readonly string[],
): Span | undefined {
  if (!whole || all.length === 1) return whole;
  const at = letter.text.slice(whole.start, whole.end).toLowerCase().indexOf(address);
  return at < 0 ? whole : { start: whole.start + at, end: whole.start + at + address.length };
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
