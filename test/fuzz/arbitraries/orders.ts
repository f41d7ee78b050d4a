import builtIn from 'ex-parte:orders';
import fc from 'fast-check';
import { parse } from 'yaml';
import { jumble } from './texts.ts';

type Step = string | number;

/** The places in an order's data, as paths from the top. */
function paths(value: unknown, at: readonly Step[] = []): (readonly Step[])[] {
  if (typeof value !== 'object' || value === null) return [at];
  const inner = Array.isArray(value)
    ? value.flatMap((v, i) => paths(v, [...at, i]))
    : Object.entries(value).flatMap(([k, v]) => paths(v, [...at, k]));
  return at.length > 0 ? [at, ...inner] : inner;
}

function replaced(value: unknown, [step, ...rest]: readonly Step[], by: unknown): unknown {
  if (step === undefined) return by;
  if (Array.isArray(value)) {
    const list = value.map((v, i) => (i === step ? replaced(v, rest, by) : v));
    return by === undefined && rest.length === 0 ? list.filter((_, i) => i !== step) : list;
  }
  const { [step]: old, ...others } = value as Record<Step, unknown>;
  return by === undefined && rest.length === 0 ? others : { ...others, [step]: replaced(old, rest, by) };
}

const anything = fc.oneof(
  fc.constantFrom(
    undefined,
    null,
    '',
    0,
    1,
    -1,
    1e9,
    true,
    [],
    {},
    'conference',
    '2024-05-28',
    '99:99',
    'a/b -c',
    '=',
    '-',
    '/',
  ),
  jumble,
  fc.integer(),
);

/** A built-in order with a few of its data dropped or replaced. */
export const mangledOrder = fc
  .constantFrom(...Object.values(builtIn))
  .chain((order) => {
    const all = paths(order);
    return fc.tuple(
      fc.constant(order),
      fc.array(fc.tuple(fc.constantFrom(...all), anything), { minLength: 1, maxLength: 4 }),
    );
  })
  .map(([order, changes]) =>
    changes.reduce<unknown>((data, [path, by]) => {
      try {
        return replaced(data, path, by);
      } catch {
        return data; // what it goes through was dropped before
      }
    }, order),
  );

/** A file that ought to hold an order, as data. */
export const orderData = fc.oneof(
  { arbitrary: mangledOrder, weight: 6 },
  {
    arbitrary: fc.tuple(mangledOrder, fc.constantFrom('reznik', 'spero', 'nobody', 7)).map(([data, of]) => ({
      ...(data as object),
      extends: of,
    })),
    weight: 2,
  },
  {
    arbitrary: jumble.map((text): unknown => {
      try {
        return parse(text, { logLevel: 'silent' });
      } catch {
        return text;
      }
    }),
    weight: 1,
  },
);
