import { describe, expect, it, test } from 'vitest';
import { faults, p, REZNIK } from '../support/exchange.ts';

describe('whose an entry is', () => {
  test.each([
    'plaintiff',
    'Plaintiff',
    'plaintiffs',
    "Plaintiff's counsel",
    'counsel for Plaintiff',
    'Dana Ostrander',
    'Ostrander',
    'Ms. Ostrander',
    'D. Ostrander',
    'OSTRANDER',
    'claimant',
    'we',
    'our client',
    'plaintiff / counter-defendant',
  ])('%s is the plaintiff', (by) => {
    expect(faults(REZNIK, '2024-05-15', `date: 2024-05-01, by: "${by}", kind: demand`)).toEqual([]);
    expect(
      faults(REZNIK, '2024-05-22', p('2024-04-29'), `date: 2024-05-03, by: "${by}", kind: offer`),
    ).toEqual(['no answer']);
  });

  test.each([
    'defendant',
    'Defendants',
    'defense counsel',
    'Pelham Marine, Inc.',
    'Pelham Marine',
    'Pelham',
    'pelham marine inc',
    "Pelham's counsel",
    'opposing counsel',
    'the other side',
    'respondent',
    'Cora Pelling',
  ])('%s is the defendant', (by) => {
    const lines = [...REZNIK, 'attendees:', '  - { name: Cora Pelling, party: defendant, role: counsel }'];
    expect(
      faults(lines, '2024-05-22', p('2024-04-29'), `date: 2024-05-03, by: "${by}", kind: offer`),
    ).toEqual([]);
    expect(faults(lines, '2024-05-15', `date: 2024-05-01, by: "${by}", kind: demand`)).toEqual(['no demand']);
  });

  it("knows the writer's side by the caption where the header gives no role", () => {
    const lines = ['caption: Ortega v. Harbor Grill Inc.', 'party: Harbor Grill', ...REZNIK.slice(3)];
    expect(
      faults(
        lines,
        '2024-05-22',
        'date: 2024-04-29, by: Ortega, kind: demand',
        'date: 2024-05-03, by: Harbor Grill, kind: offer',
      ),
    ).toEqual([]);
  });

  it('knows by whom an entry is from the side to which it goes', () => {
    const entry = 'date: 2024-05-03, by: Northgate Insurance, to: plaintiff, kind: offer';
    expect(faults(REZNIK, '2024-05-22', p('2024-04-29'), entry)).toEqual([]);
  });

  it('does not take a proposal of the mediator for one of a party', () => {
    expect(faults(REZNIK, '2024-05-15', 'date: 2024-05-01, by: mediator, kind: demand')).toEqual([
      'no demand',
    ]);
  });

  it('tells parties of like names apart, or neither', () => {
    const lines = ['caption: John Smith v. Mary Smith', ...REZNIK.slice(2)];
    expect(faults(lines, '2024-05-15', 'date: 2024-05-01, by: Mary Smith, kind: demand')).toEqual([
      'no demand',
    ]);
    expect(faults(lines, '2024-05-15', 'date: 2024-05-01, by: Smith, kind: demand')).toEqual(['i: who']);
  });
});
