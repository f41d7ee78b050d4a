import { describe, expect, it, test } from 'vitest';
import { checkHeader, found, told } from '../support/header.ts';

const REZNIK = ['judge: reznik', 'ordered: 2024-04-26', 'conference: 2024-05-28 14:30'];
const severities = (lines: readonly string[], today?: string): string[] =>
  found(checkHeader(lines, today), 'due-date').map((f) => f.severity);

describe('each order on its day', () => {
  test.each([
    ['judge: reznik', 'conference: 2024-05-28', '2024-05-20'],
    ['judge: spero', 'conference: 2024-08-20', '2024-08-06'],
    ['judge: percy', 'conference: 2021-04-05', '2021-03-25'],
    ['judge: percy', 'conference: 2023-10-18', '2023-10-06'],
    ['judge: reznik', 'conference: 2025-02-20', '2025-02-12'],
    ['judge: reznik', 'conference: 2022-01-13', '2022-01-06'],
    ['judge: reznik', 'case: 23-cv-07291', '2023-12-11'],
    ['judge: moses', 'case: 14-cv-9148', '2023-07-17'],
    ['judge: moses', 'due: 2024-03-01', '2024-03-01'],
  ])('%s, %s: due %s', (judge, line, date) => {
    const late = `${date.slice(0, 8)}${String(Number(date.slice(8)) + 1).padStart(2, '0')}`;
    expect(severities([judge, line, `dated: ${date}`])).toEqual([]);
    const [finding, ...rest] = found(checkHeader([judge, line, `dated: ${late}`]), 'due-date');
    expect(rest).toEqual([]);
    expect(finding?.severity).toBe('error');
    expect(finding?.message).toContain('one day after it is due');
  });

  it('holds a case of another number to nothing that the order did not say of it', () => {
    const other = ['judge: moses', 'case: 14-cv-9149', 'dated: 2023-08-01'];
    const result = checkHeader(other);
    expect(found(result, 'due-date')).toEqual([]);
    expect(result.skipped).toContainEqual({
      rule: 'due-date',
      reason: expect.stringContaining('sets no date'),
    });
  });

  it('asks nothing of the side that the order did not ask', () => {
    const letter = ['judge: moses', 'case: 14-cv-9148', 'dated: 2023-07-18', 'role: plaintiff'];
    expect(severities(letter)).toEqual([]);
    expect(checkHeader(letter).skipped.find((s) => s.rule === 'due-date')?.reason).toContain(
      'of the defendant',
    );
    expect(severities([...letter.slice(0, 3), 'role: defendant'])).toEqual(['error']);
    expect(severities([...letter, 'due: 2023-07-17'])).toEqual(['error']);
  });

  it('has no date for a paper that the order does not date', () => {
    const agenda = [
      'judge: spero',
      'conference: 2024-08-20',
      'submission: joint-agenda',
      'dated: 2024-08-19',
    ];
    expect(severities(agenda, '2024-08-19')).toEqual([]);
    const letter = [
      'judge: spero',
      'conference: 2024-08-20',
      'submission: confidential-letter',
      'exchanged: true',
    ];
    expect(severities([...letter, 'dated: 2024-08-14'], '2024-08-14')).toEqual([]);
    expect(severities([...agenda, 'due: 2024-07-17'])).toEqual(['error']);
  });
});

describe('the calendar day on which the letter is read', () => {
  test.each([
    ['four days before', '2024-05-16', [], []],
    ['three days before', '2024-05-17', ['information'], ['information']],
    ['the day before', '2024-05-19', ['information'], ['information']],
    ['the day', '2024-05-20', ['information'], ['information']],
    ['the day after', '2024-05-21', ['error'], []],
    ['years after', '2026-01-05', ['error'], []],
  ])('%s', (_, today, undated, dated) => {
    expect(severities(REZNIK, today)).toEqual(undated);
    expect(severities([...REZNIK, 'dated: 2024-05-15'], today)).toEqual(dated);
  });

  it('says one thing of a letter that is dated late before it is due', () => {
    const late = [...REZNIK, 'dated: 2024-05-22'];
    expect(severities(late, '2024-05-18')).toEqual(['error']);
    expect(told(checkHeader(late, '2024-05-18'), 'due-date')[0]).toContain('Send and date it by then');
    expect(told(checkHeader(late, '2024-05-22'), 'due-date')[0]).toContain('ask for leave');
  });

  it('counts a clock time in: the day itself is not late, and the reminder has the hour', () => {
    const lines = [...REZNIK, 'due: 2024-05-17 17:00'];
    expect(severities([...lines, 'dated: 2024-05-17'])).toEqual([]);
    expect(severities([...lines, 'dated: 2024-05-18'])).toEqual(['error']);
    expect(told(checkHeader(lines, '2024-05-17'), 'due-date')[0]).toBe(
      "information: The letter is due today: Fri, May 17, 2024 at 5:00 p.m. (fixed by the header's due; ¶ 2).",
    );
  });
});

describe('what the writer reads', () => {
  test('late, with the arithmetic', () => {
    expect(told(checkHeader([...REZNIK, 'dated: 2024-05-21'], '2024-05-21'), 'due-date')).toEqual([
      'error: The letter is dated Tue, May 21, 2024, one day after it is due: Mon, May 20, 2024 (5 business days before Tue, May 28, 2024, skipping Mon, May 27 (Memorial Day); ¶ 2). Correct the date, or ask for leave.',
    ]);
  });

  test('a paper by the name of its kind', () => {
    const statement = ['judge: percy', 'conference: 2021-04-05'];
    expect(told(checkHeader(statement, '2021-03-25'), 'due-date')[0]).toMatch(
      /^information: The statement is due today: /,
    );
    const agenda = ['judge: spero', 'submission: joint-agenda', 'case: 23-cv-04155', 'dated: 2024-07-18'];
    expect(told(checkHeader(agenda), 'due-date')[0]).toMatch(/^error: The joint proposed agenda is dated /);
  });

  test('a doubtful holiday, by which authorities come to different days', () => {
    // Friday 31 December 2021 is New Year's Day observed, or is not.
    const [message] = told(
      checkHeader(['judge: reznik', 'conference: 2022-01-05', 'dated: 2022-01-03']),
      'due-date',
    );
    expect(message).toContain('Counting backward, the earlier day is taken');
  });

  test('the range: the date, else the judge', () => {
    const text = (lines: string[], today: string) => {
      const [f] = found(checkHeader(lines, today), 'due-date');
      return `---\n${lines.join('\n')}`.slice(f?.span.start, f?.span.end);
    };
    expect(text([...REZNIK, 'dated: 2024-05-21'], '2024-05-21')).toBe('2024-05-21');
    expect(text(REZNIK, '2024-05-21')).toBe('reznik');
    expect(text(REZNIK, '2024-05-19')).toBe('2024-05-28 14:30');
    expect(text([...REZNIK, 'due: 2024-05-17'], '2024-05-17')).toBe('2024-05-17');
  });
});

describe('dates that cannot be', () => {
  it('tells a date that had passed when the order issued, and blames nobody', () => {
    const lines = ['judge: percy', 'ordered: 2021-03-30', 'conference: 2021-04-05', 'dated: 2021-03-31'];
    const [finding] = found(checkHeader(lines), 'due-date');
    expect(finding?.severity).toBe('information');
    expect(finding?.message).toContain('had come when the order issued on Tue, Mar 30, 2021');
    // One that the order fixes on a day past is no date that was counted, and stands.
    expect(severities([...lines, 'due: 2021-03-30'])).toEqual(['error']);
  });

  it('finds a conference before its order, and a due date after the conference', () => {
    expect(
      told(checkHeader(['judge: reznik', 'ordered: 2024-05-29', 'conference: 2024-05-28']), 'due-date'),
    ).toEqual([
      'warning: The conference (Tue, May 28, 2024) lies before the order that sets it (Wed, May 29, 2024): one of the two dates is wrong.',
    ]);
    expect(severities([...REZNIK, 'due: 2025-05-20'])).toEqual(['warning']);
    expect(severities(['judge: reznik', 'ordered: 2024-05-28', 'conference: 2024-05-28'])).toEqual([]);
  });

  test.each([
    ['dated: 2024-02-30', "the header's dated cannot be read"],
    ['due: 2023-02-29', "the header's due cannot be read"],
    ['dated: 1066-10-14', "the header's dated cannot be read"],
  ])('leaves %s to the header', (line, reason) => {
    const result = checkHeader([...REZNIK, line], '2024-06-01');
    expect(found(result, 'due-date')).toEqual([]);
    expect(result.skipped).toContainEqual({ rule: 'due-date', reason });
    expect(found(result, 'header')).toHaveLength(1);
  });

  it('takes the 29th of February where there is one', () => {
    expect(severities(['judge: moses', 'due: 2024-02-29', 'dated: 2024-03-01'])).toEqual(['error']);
    expect(severities(['judge: moses', 'due: 2024-02-29', 'dated: 2024-02-29'])).toEqual([]);
  });

  test.each(['1900-06-13', '2200-06-18'])('counts in the year of %s', (conference) => {
    const [year] = conference.split('-');
    expect(severities(['judge: reznik', `conference: ${conference}`, `dated: ${year}-06-12`])).toEqual([
      'error',
    ]);
    expect(severities(['judge: reznik', `conference: ${conference}`, `dated: ${year}-06-01`])).toEqual([]);
  });
});

describe('a key that several rules miss', () => {
  const asked = (lines: readonly string[]) =>
    checkHeader(lines).findings.filter((f) => /^(?:Add|Fill in) /.test(f.message));

  it('is asked for once, and each rule that needs it says that it was skipped', () => {
    const lines = ['judge: reznik', 'attendees: []', 'negotiations: []'];
    expect(asked(lines)).toHaveLength(1);
    expect(asked(lines)[0]).toMatchObject({ rule: 'due-date', severity: 'information' });
    expect(asked(lines)[0]?.message).toContain('Add conference:');
    const skipped = checkHeader(lines).skipped.filter((s) => s.reason === 'the header has no conference');
    expect(skipped.map((s) => s.rule)).toEqual(['due-date', 'exchange']);
  });

  it('is asked for by the next rule where the first does not need it', () => {
    const lines = ['judge: reznik', 'due: 2024-05-20', 'attendees: []', 'negotiations: []'];
    expect(asked(lines).map((f) => f.rule)).toEqual(['exchange']);
  });

  it('is asked for too where it stands without a value', () => {
    expect(asked(['judge: reznik', 'conference:', 'attendees: []', 'negotiations: []'])).toHaveLength(1);
  });

  test.each([
    ['misspelt', ['conferance: 2024-05-28']],
    ['unreadable', ['conference: next Tuesday']],
    ['hidden by broken YAML', ['conference: [2024-05-28']],
  ])('is not asked for where it is %s: the header is to be mended', (_, more) => {
    const lines = ['judge: reznik', 'attendees: []', 'negotiations: []', ...more];
    expect(asked(lines)).toEqual([]);
    expect(found(checkHeader(lines), 'header').length).toBeGreaterThan(0);
    expect(checkHeader(lines).skipped.map((s) => s.rule)).toContain('due-date');
  });
});
