import { describe, expect, it, test } from 'vitest';
import { checkHeader, found, told } from '../support/header.ts';

const CASE = ['caption: Ostrander v. Pelham Marine, Inc.', 'conference: 2030-06-12', 'negotiations: []'];
const PLAINTIFF = [...CASE, 'party: Dana Ostrander', 'role: plaintiff'];
const DEFENDANT = [...CASE, 'party: "Pelham Marine, Inc."', 'role: defendant'];

const KINDS: readonly (readonly [string, string])[] = [
  ['alone', 'counsel alone is not enough'],
  ['nobody', 'Nobody is listed'],
  ['weak', 'nobody else for your party is listed with more'],
  ['way', 'which does not count here'],
  ['no lead', 'No lead counsel'],
  ['lead way', 'Lead counsel, '],
  ['no carrier', 'nobody is listed for its carrier'],
  ['carrier', 'does not do for the carrier'],
  ['say', ': add to '],
];

/** What is found of a roster, each finding by the words that tell it apart. */
function faults(lines: readonly string[], people: readonly string[]): string[] {
  const list = people.length === 0 ? ['attendees: []'] : ['attendees:', ...people.map((x) => `  - { ${x} }`)];
  return found(checkHeader([...lines, ...list]), 'attendance').map(({ severity, message }) => {
    const [kind] = KINDS.find(([, words]) => message.includes(words)) ?? [message];
    return severity === 'warning' ? kind : `i: ${kind}`;
  });
}

const dana = (more: string) => `name: Dana Ostrander, role: party, kind: person, ${more}`;
const rep = (more: string) =>
  `name: Cora Pelham, title: President, role: representative, kind: entity, ${more}`;
const agency = (more: string) =>
  `name: Otto Field, title: Deputy, role: representative, kind: government, ${more}`;
const adjuster = (more: string) => `name: Ida Lind, title: Adjuster, role: insurer, ${more}`;
const counsel = (more = 'attends: in-person') => `name: Max Bell, title: Counsel, role: counsel, ${more}`;
const full = (way: string) => `authority: full, attends: ${way}`;

describe('ultimate authority, present or by telephone, and not counsel alone', () => {
  test.each<[string, string[], string[]]>([
    ['the party', [dana(full('in-person'))], []],
    ['by video', [dana(full('video')), counsel()], []],
    ['by telephone', [dana(full('phone')), counsel()], []],
    ['no authority said of a natural person', [dana('attends: phone')], []],
    ['a representative', [rep(full('phone'))], []],
    ['a carrier', [adjuster(full('video')), counsel()], []],
    ['limited authority', [rep('authority: limited, attends: in-person'), counsel()], ['weak']],
    ['authority to recommend', [agency('authority: recommend, attends: in-person')], ['weak']],
    ['counsel alone', [counsel('authority: full, attends: in-person')], ['alone']],
    ['nobody', [], ['nobody']],
    ['authority not said', [rep('attends: video'), counsel()], ['i: say']],
    ['attendance not said', [rep('authority: full'), counsel()], ['i: say']],
    ['one of two with authority', [rep('authority: none, attends: in-person'), adjuster(full('phone'))], []],
  ])('%s', (_, people, wanted) => {
    expect(faults(['judge: reznik', ...PLAINTIFF], people)).toEqual(wanted);
  });
});

describe('in person, with complete authority, in whose stead a non-party may come', () => {
  test.each<[string, string[], string[]]>([
    ['the party', [dana(full('in-person')), counsel()], []],
    ['a representative', [rep(full('in-person'))], []],
    ['by telephone', [dana(full('phone')), counsel()], ['way']],
    ['by video', [rep(full('video')), counsel()], ['way']],
    ['a carrier in its stead', [adjuster(full('in-person')), counsel()], []],
    ['a carrier by telephone', [adjuster(full('phone')), counsel()], ['way']],
    [
      'a carrier beside a party without authority',
      [rep('authority: limited, attends: in-person'), adjuster(full('in-person'))],
      [],
    ],
    [
      'a carrier at the telephone, a party without authority',
      [rep('authority: limited, attends: in-person'), adjuster(full('phone'))],
      ['way'],
    ],
    ['counsel alone', [counsel('authority: full, attends: in-person')], ['alone']],
    [
      'a carrier without authority',
      [adjuster('authority: limited, attends: in-person'), counsel()],
      ['weak'],
    ],
  ])('%s', (_, people, wanted) => {
    expect(faults(['judge: percy', ...DEFENDANT], people)).toEqual(wanted);
  });
});

describe('lead counsel, unlimited authority, a government that may recommend, the carrier of an insured', () => {
  const lead = counsel('lead: true, attends: video');
  test.each<[string, string[], string[]]>([
    ['the party and counsel', [dana(full('in-person')), counsel()], []],
    ['a natural person, whatever her authority', [dana('authority: limited, attends: video'), lead], []],
    ['no counsel', [dana(full('in-person'))], ['no lead']],
    ['counsel, none marked as lead', [dana(full('in-person')), counsel('attends: video')], []],
    [
      'counsel who is said not to lead',
      [dana(full('in-person')), counsel('lead: false, attends: video')],
      ['no lead'],
    ],
    [
      'lead counsel by telephone',
      [dana(full('in-person')), counsel('lead: true, attends: phone')],
      ['lead way'],
    ],
    [
      'lead counsel by telephone, another in person',
      [
        dana(full('in-person')),
        counsel('lead: true, attends: phone'),
        'name: Eve Ash, role: counsel, attends: in-person',
      ],
      ['lead way'],
    ],
    ['how lead counsel attends is not said', [dana(full('in-person')), counsel('lead: true')], []],
    ['by telephone', [rep(full('phone')), lead], ['way']],
    ['limited authority', [rep('authority: limited, attends: video'), lead], ['weak']],
    [
      'authority to recommend without a government',
      [rep('authority: recommend, attends: video'), lead],
      ['weak'],
    ],
    ['a government that may recommend', [agency('authority: recommend, attends: in-person'), lead], []],
    ['a government with full authority', [agency(full('video')), lead], []],
    ['a government with none', [agency('authority: none, attends: in-person'), lead], ['weak']],
    ['an insured party without its carrier', [rep(`insured: true, ${full('video')}`), lead], ['no carrier']],
    [
      'an insured party with its carrier',
      [rep(`insured: true, ${full('video')}`), adjuster(full('video')), lead],
      [],
    ],
    [
      'a carrier with limited authority',
      [rep(`insured: true, ${full('video')}`), adjuster('authority: limited, attends: video'), lead],
      ['carrier'],
    ],
    [
      'a carrier by telephone',
      [rep(`insured: true, ${full('video')}`), adjuster(full('phone')), lead],
      ['carrier'],
    ],
    [
      'a carrier of unsaid authority',
      [rep(`insured: true, ${full('video')}`), adjuster('attends: video'), lead],
      ['i: say'],
    ],
    ['a party that says that it is not insured', [rep(`insured: false, ${full('video')}`), lead], []],
    ['a carrier in place of the party', [adjuster(full('in-person')), lead], ['alone']],
    ['counsel alone', [lead], ['alone']],
    ['nobody', [], ['nobody', 'no lead']],
  ])('%s', (_, people, wanted) => {
    expect(faults(['judge: spero', ...PLAINTIFF], people)).toEqual(wanted);
  });
});

describe('whose people are judged', () => {
  const ours = `${rep(full('in-person'))}, party: Pelham Marine`;
  const theirs = 'name: Dana Ostrander, party: Dana Ostrander, role: party, authority: none, attends: phone';

  it("leaves the other side's to it", () => {
    expect(faults(['judge: percy', ...DEFENDANT], [ours, theirs])).toEqual([]);
    expect(
      faults(
        ['judge: percy', ...DEFENDANT],
        [
          ours.replace('Pelham Marine', 'defendant'),
          theirs.replace('party: Dana Ostrander', 'party: plaintiff'),
        ],
      ),
    ).toEqual([]);
  });

  it('does not take them for its own', () => {
    const theirRep = theirs.replace('none', 'full').replace('phone', 'in-person');
    expect(faults(['judge: percy', ...DEFENDANT], [theirRep])).toEqual(['nobody']);
    expect(faults(['judge: percy', ...DEFENDANT], [theirRep, counsel()])).toEqual(['alone']);
    expect(
      faults(
        ['judge: spero', ...DEFENDANT],
        [
          ours.replace('in-person', 'video'),
          'name: Eve Ash, party: plaintiff, role: counsel, lead: true, attends: video',
        ],
      ),
    ).toEqual(['no lead']);
  });

  it('takes people of no party, or of one that the header does not know, for its own', () => {
    expect(
      faults(['judge: percy', ...DEFENDANT], [adjuster(`party: Northgate Insurance, ${full('in-person')}`)]),
    ).toEqual([]);
  });

  it('judges all of them where the header does not tell whose letter it is', () => {
    expect(faults(['judge: percy', 'conference: 2030-06-12', 'negotiations: []'], [theirs])).toEqual([
      'weak',
    ]);
  });
});

describe('who is what where no role is given', () => {
  test.each<[string, string[]]>([
    ['name: Dana Ostrander, attends: in-person', []],
    ['name: Ann Roe, title: General Counsel, authority: full, attends: in-person', []],
    ['name: Ann Roe, title: Deputy Regional Counsel, authority: full, attends: in-person', []],
    ['name: Ann Roe, title: Counsel, authority: full, attends: in-person', ['alone']],
    ['name: Ann Roe, title: Lead trial counsel, authority: full, attends: in-person', ['alone']],
    ['name: Ann Roe, title: Attorney for Plaintiff, authority: full, attends: in-person', ['alone']],
    ['name: Ann Roe, lead: true, authority: full, attends: in-person', ['alone']],
    ['name: Ann Roe, authority: full, attends: in-person', []],
  ])('%s', (person, wanted) => {
    expect(faults(['judge: percy', ...PLAINTIFF], [person])).toEqual(wanted);
  });
});

describe('what the writer reads, and where', () => {
  test.each<[string, string[], string, string]>([
    [
      'percy',
      [dana(full('phone')), counsel()],
      'phone',
      'warning: Dana Ostrander attends by telephone, which does not count here: the order asks for a person with complete authority to settle, in person (¶ 2).',
    ],
    [
      'reznik',
      [rep('authority: none, attends: video'), counsel()],
      'none',
      'warning: Cora Pelham has no authority, and nobody else for your party is listed with more: the order asks for a person with ultimate authority to settle, in person, by video or by telephone (¶ 4).',
    ],
    [
      'reznik',
      [rep('authority: recommend, attends: video'), counsel()],
      'recommend',
      'warning: Cora Pelham has authority to recommend only, and nobody else for your party is listed with more: the order asks for a person with ultimate authority to settle, in person, by video or by telephone (¶ 4).',
    ],
    [
      'reznik',
      [rep('authority: limited, attends: video'), counsel()],
      'limited',
      'warning: Cora Pelham has limited authority, and nobody else for your party is listed with more: the order asks for a person with ultimate authority to settle, in person, by video or by telephone (¶ 4).',
    ],
    [
      'spero',
      [rep(`insured: true, ${full('video')}`), counsel()],
      'true',
      'warning: Your party is insured, and nobody is listed for its carrier: the order asks for a representative of the carrier with full authority to negotiate up to the limits of coverage, in person or by video (p. 2:19-21). Add one with role: insurer and authority: full.',
    ],
    [
      'percy',
      [counsel()],
      'attendees',
      "warning: Only counsel would attend for your party, and counsel alone is not enough: the order asks for a person with complete authority to settle, in person (¶ 2). Otherwise: someone other than the party, such as an insurer's representative, who has complete authority must appear for it, and the party may then be excused (¶ 2).",
    ],
  ])('before %s', (judge, people, marks, message) => {
    const lines = [`judge: ${judge}`, ...PLAINTIFF, 'attendees:', ...people.map((x) => `  - { ${x} }`)];
    const result = checkHeader(lines);
    expect(told(result, 'attendance')).toEqual([message]);
    const [finding] = found(result, 'attendance');
    expect(`---\n${lines.join('\n')}`.slice(finding?.span.start, finding?.span.end)).toBe(marks);
  });
});

describe('a list that cannot be judged', () => {
  it('is asked for where there is none', () => {
    const result = checkHeader(['judge: percy', ...PLAINTIFF]);
    expect(told(result, 'attendance')).toEqual([expect.stringMatching(/^information: Add attendees:/)]);
    expect(result.skipped).toContainEqual({ rule: 'attendance', reason: 'the header lists no attendees' });
  });

  test.each([
    ['attendees: everybody', 'attendees'],
    ['attendees: [{ title: President }]', 'attendees'],
    ['attendees: [{ name: Ann Roe, authority: vast }]', 'attendees'],
  ])('is left to the header: %s', (line, key) => {
    const result = checkHeader(['judge: percy', ...PLAINTIFF, line]);
    expect(found(result, 'attendance')).toEqual([]);
    expect(result.skipped).toContainEqual({
      rule: 'attendance',
      reason: `the header's ${key} cannot be read`,
    });
    expect(found(result, 'header').length).toBeGreaterThan(0);
  });

  it('is not asked for by an order that says nothing of attendance', () => {
    const result = checkHeader(['judge: moses', ...PLAINTIFF]);
    expect(found(result, 'attendance')).toEqual([]);
    expect(result.skipped).toContainEqual({ rule: 'attendance', reason: 'the order is silent' });
  });
});
