import { describe, expect, it, test } from 'vitest';
import { parseLetter } from '../../server/src/letter/letter.ts';
import { deadlinesOf } from '../../server/src/order/deadlines.ts';
import { openMatter } from '../../server/src/order/matter.ts';
import { loadOrder } from '../../server/src/order/order.ts';
import { dates } from '../support/dates.ts';
import { checkHeader } from '../support/header.ts';
import { allOrders, hartwell } from '../support/orders.ts';

describe('the dates of the orders', () => {
  test.each([
    [
      ['judge: reznik', 'conference: 2024-05-28 14:30', 'ordered: 2024-04-26'],
      { submission: '2024-05-20', demand: '2024-05-14', response: '2024-05-21' },
    ],
    [
      ['judge: spero', 'conference: 2024-08-20 10:00'],
      {
        submission: '2024-08-06',
        demand: '2024-08-06',
        response: '2024-08-12',
        'pre-registration': '2024-08-13',
        excusal: '2024-08-06',
      },
    ],
    [
      ['judge: percy', 'conference: 2021-04-05 14:00'],
      { submission: '2021-03-25', exchange: '2021-03-29', notice: '2021-04-01' },
    ],
    [
      ['judge: reznik', 'conference: 2022-01-13'],
      { submission: '2022-01-06', demand: '2021-12-30', response: '2022-01-06' },
    ],
    [
      ['judge: reznik', 'conference: 2023-12-13'],
      { submission: '2023-12-06', demand: '2023-11-29', response: '2023-12-06' },
    ],
    [['judge: moses', 'case: 22-cv-5510', 'conference: 2024-03-12'], {}],
  ])('%j', (lines, wanted) => {
    expect(dates(lines).brief).toEqual(wanted);
  });

  it('adds the steps that the order dates in its own case, whatever form its number has', () => {
    const wanted = {
      'defendants-response': '2024-06-26',
      'joint-agenda': '2024-07-17',
      'pre-registration-meeting': '2024-07-24',
      'pre-settlement-meeting': '2024-07-31 10:30',
      submission: '2024-08-06',
      demand: '2024-08-06',
      excusal: '2024-08-06',
      response: '2024-08-12',
      'pre-registration': '2024-08-13',
    };
    for (const number of ['23-cv-04155', '4:23-cv-04155-YGR (JCS)', '23 Civ. 4155']) {
      const { brief, known } = dates(['judge: spero', `case: ${number}`]);
      expect(brief).toEqual(wanted);
      expect(known.map((d) => d.id)).toEqual(Object.keys(wanted));
    }
  });

  it('holds to the date that the order in the case fixed, for that number alone', () => {
    expect(dates(['judge: reznik', 'case: 7:23-cv-07291-PMH']).get('submission')).toMatchObject({
      date: '2023-12-11',
      basis: 'fixed by the order',
      source: 'case',
      paragraph: '2',
    });
    const moses = dates(['judge: moses', 'case: 14-cv-9148 (JLR)']).get('submission');
    expect(moses).toMatchObject({
      date: '2023-07-17',
      source: 'case',
      by: 'defendant',
      paragraph: 'third paragraph',
    });
    expect(dates(['judge: moses', 'case: 14-cv-9149']).known).toEqual([]);
    expect(dates(['judge: moses', 'case: 14-cr-9148']).known).toEqual([]);
  });
});

describe('which date holds', () => {
  it("takes the header's due before the case's, and that before the standing period", () => {
    const lines = ['judge: reznik', 'case: 7:23-cv-07291', 'due: 2023-12-09 17:00'];
    const due = dates(lines).get('submission');
    // A Saturday: a date that is fixed stays where it is, and says so.
    expect(due).toMatchObject({
      date: '2023-12-09',
      time: '17:00',
      source: 'header',
      basis: "fixed by the header's due",
    });
    expect(due?.notes[0]).toContain('Saturday');
    expect(dates(lines.slice(0, 2)).get('submission')?.date).toBe('2023-12-11');
    expect(dates(['judge: reznik', 'conference: 2023-12-13']).get('submission')?.date).toBe('2023-12-06');
  });

  it("takes the header's conference before the case's", () => {
    const lines = ['judge: reznik', 'case: 7:24-cv-00361'];
    expect(dates(lines).get('submission')?.date).toBe('2024-05-20');
    expect(dates([...lines, 'conference: 2024-06-25']).get('submission')?.date).toBe('2024-06-17');
  });

  it('moves what hangs on a document with that document', () => {
    const lines = ['judge: spero', 'conference: 2024-08-20'];
    expect(dates([...lines, 'due: 2024-08-12']).get('excusal')?.date).toBe('2024-08-12');
    const agenda = dates([...lines, 'submission: joint-agenda', 'due: 2024-07-17']);
    expect(agenda.brief).toMatchObject({
      submission: '2024-07-17',
      statement: '2024-08-06',
      excusal: '2024-08-06',
    });
  });

  it("sets the header's own dates beside the order's, and before those of the same id", () => {
    const { brief, get } = dates([
      'judge: spero',
      'conference: 2024-08-20',
      'dates:',
      '  - { id: pre-settlement-meeting, title: Meeting, date: 2024-07-31, time: 10:30 a.m., by: counsel }',
      '  - { title: Site visit, date: 2024-07-04 09:00 }',
      '  - { title: Site visit, date: 2024-07-05 }',
      '  - { id: demand, title: Demand, date: 2024-07-15 }',
    ]);
    expect(brief).toMatchObject({
      'pre-settlement-meeting': '2024-07-31 10:30',
      'pre-registration-meeting': '2024-07-24',
      'site-visit': '2024-07-04 09:00',
      'site-visit-2': '2024-07-05',
      demand: '2024-07-15',
    });
    expect(get('demand')).toMatchObject({ source: 'header', paragraph: null });
    expect(get('pre-settlement-meeting')?.by).toBe('counsel');
  });
});

describe('what is not known is not guessed', () => {
  it('leaves counted dates out without a conference, and says what is missing', () => {
    const { known, absent, lack } = dates(['judge: percy', 'case: 3:21-cv-1']);
    expect(known).toEqual([]);
    expect(absent.map((a) => a.id)).toEqual(['submission', 'exchange', 'notice']);
    expect(lack('submission')).toMatchObject({ key: 'conference', reason: 'the header has no conference' });
  });

  it('does not put the conference of the case in place of one that cannot be read', () => {
    const { lack } = dates(['judge: reznik', 'case: 7:24-cv-00361', 'conference: 2024-05-32']);
    expect(lack('submission')?.reason).toContain('cannot be read');
  });

  it('does not fall back on the standing period where the due date cannot be read', () => {
    const { get, lack } = dates(['judge: reznik', 'conference: 2024-05-28', 'due: soon']);
    expect(get('submission')).toBeUndefined();
    expect(lack('submission')).toMatchObject({ key: 'due' });
  });

  it('has no dates where there is no order', () => {
    expect(dates(['judge: nobody', 'conference: 2024-05-28']).known).toEqual([]);
  });

  test.each([
    ['a period too long to count', { count: 20000, unit: 'days', before: 'conference' }, 'cannot be counted'],
    [
      'a clock time that is none',
      { count: 2, unit: 'days', before: 'conference', time: '5pm' },
      'cannot be counted',
    ],
    [
      'an event whose date the header does not give',
      { count: 2, unit: 'days', before: 'mediation' },
      'no date with the id mediation',
    ],
  ])('keeps standing before %s', (_, when, reason) => {
    const { result, read } = withDue(when);
    expect(read.lack('submission')?.reason).toContain(reason);
    expect(result.incomplete).toEqual([]);
    expect(result.skipped.find((s) => s.rule === 'due-date')?.reason).toContain(reason);
  });
});

describe('periods that other orders have', () => {
  test.each([
    [{ count: 48, unit: 'hours', before: 'conference' }, '2024-05-24 14:30'],
    [{ count: 2, unit: 'weeks', before: 'conference', time: '17:00' }, '2024-05-14 17:00'],
    [{ count: 10, unit: 'days', after: 'order' }, '2024-05-06'],
    [{ count: 3, unit: 'days', before: 'conference', roll: 'none' }, '2024-05-25'],
    [{ count: 3, unit: 'days', before: 'conference', roll: 'forward' }, '2024-05-28'],
    [{ date: '2024-05-25 12:00' }, '2024-05-25 12:00'],
  ])('%j', (when, wanted) => {
    expect(withDue(when).read.brief.submission).toBe(wanted);
  });
});

describe('unusual years', () => {
  test.each([
    ['2024-03-14', '2024-02-29'],
    ['2023-03-14', '2023-02-28'],
    ['1900-03-15', '1900-03-01'],
    ['1900-01-10', '1899-12-27'],
    ['2200-12-29', '2200-12-15'],
    ['2200-03-14', '2200-02-28'],
  ])('14 days before %s is %s', (conference, demand) => {
    expect(dates(['judge: reznik', `conference: ${conference}`]).get('demand')?.date).toBe(demand);
  });
});

test('the check hands the dates on with their arithmetic', () => {
  const { deadlines } = checkHeader(['judge: reznik', 'conference: 2024-05-28 14:30', 'ordered: 2024-04-26']);
  expect(deadlines.find((d) => d.id === 'submission')).toEqual({
    id: 'submission',
    title: 'Letter to chambers',
    date: '2024-05-20',
    time: null,
    basis: '5 business days before 2024-05-28',
    words: '5 business days before Tue, May 28, 2024, skipping Mon, May 27 (Memorial Day)',
    notes: [],
    paragraph: '2',
    source: 'order',
  });
  expect(deadlines.map((d) => d.date)).toEqual(deadlines.map((d) => d.date).toSorted());
});

test('the same letter and matter give the same list', () => {
  const letter = parseLetter('---\njudge: reznik\nconference: 2024-05-28\n---\n');
  const matter = openMatter(letter, allOrders);
  expect(deadlinesOf(letter, matter)).toBe(deadlinesOf(letter, matter));
  const later = parseLetter('---\njudge: reznik\nconference: 2024-06-25\n---\n');
  expect(deadlinesOf(later, matter).find((d) => d.id === 'submission')?.date).toBe('2024-06-17');
});

/** A made-up judge whose letter is due `when`, before a conference on 28 May 2024 at half past two. */
function withDue(when: object) {
  const [first] = hartwell.submissions;
  const data = {
    judge: { name: 'Zo\u00eb Quill', surname: 'Quill' },
    court: 'D. Or.',
    timeZone: 'America/Los_Angeles',
    title: 'Order',
    source: 'Invented.',
    events: [{ id: 'mediation', title: 'Private mediation' }],
    submissions: [
      {
        id: 'letter',
        name: first?.name,
        kind: 'letter',
        by: 'each party',
        format: 'letter',
        due: { when, paragraph: '1' },
        contents: [],
      },
    ],
  };
  const loaded = loadOrder(data, { id: 'quill', file: '', tier: 'given' });
  if ('broken' in loaded) throw new Error(loaded.broken.reason);
  const orders = { orders: [loaded.order], broken: [] };
  const lines = ['judge: quill', 'ordered: 2024-04-26', 'conference: 2024-05-28 14:30'];
  return { read: dates(lines, orders), result: checkHeader(lines, '2024-05-01', orders) };
}
