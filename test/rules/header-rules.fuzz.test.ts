import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkHeader, found, ledger } from '../support/header.ts';

const RULES = ['due-date', 'exchange', 'attendance'];

const date = fc.oneof(
  fc
    .date({ min: new Date('1890-01-01'), max: new Date('2210-01-01'), noInvalidDate: true })
    .map((d) => d.toISOString().slice(0, 10)),
  fc.constantFrom('2024-02-30', 'soon', '', '2024-05-28 25:00', '2024-05-28 14:30', '2024-02-29'),
);
const name = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }).map((s) => JSON.stringify(s)),
  fc.constantFrom('plaintiff', 'defendant', 'both', 'Ostrander', 'mediator', 'Pelham'),
);
const entry = fc
  .tuple(date, name, fc.constantFrom('demand', 'offer', 'discussion', 'x'), fc.constantFrom('true', 'maybe'))
  .map(([on, by, kind, written]) => `date: ${on}, by: ${by}, kind: ${kind}, written: ${written}`);
const person = fc
  .tuple(
    name,
    name,
    fc.constantFrom('party', 'counsel', 'insurer', 'representative'),
    fc.constantFrom('full', 'limited', 'recommend'),
    fc.constantFrom('phone', 'video', 'in-person'),
  )
  .map(([who, party, role, authority, attends]) => {
    const rest = `role: ${role}, authority: ${authority}, attends: ${attends}`;
    return `  - { name: ${who}, party: ${party}, ${rest} }`;
  });

test('whatever a header says, the rules that read it look at all of it and speak in whole sentences', () => {
  const judge = fc.constantFrom('reznik', 'spero', 'percy', 'moses', 'hartwell');
  const dates = fc.tuple(date, date, date, date);
  const lists = fc.tuple(fc.array(entry, { maxLength: 4 }), fc.array(person, { maxLength: 4 }));
  fc.assert(
    fc.property(judge, dates, lists, (id, [conference, ordered, dated, since], [entries, people]) => {
      const result = checkHeader([
        `judge: ${id}`,
        `conference: ${conference}`,
        `ordered: ${ordered}`,
        `dated: ${dated}`,
        `since: ${since}`,
        'caption: Ostrander v. Pelham Marine, Inc.',
        ...ledger(...entries),
        ...(people.length > 0 ? ['attendees:', ...people] : ['attendees: []']),
      ]);
      expect(result.incomplete.filter((i) => RULES.includes(i.rule))).toEqual([]);
      for (const { message } of RULES.flatMap((rule) => found(result, rule))) {
        expect(message).not.toMatch(/\bundefined\b|\bNaN\b|\bnull\b|\[object/);
        expect(message).toMatch(/\.$/);
      }
    }),
    { numRuns: 300 },
  );
});
