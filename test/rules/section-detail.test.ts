import { describe, expect, test } from 'vitest';
import { parseLetter } from '../../server/src/letter/letter.ts';
import { sectionDetail } from '../../server/src/rules/section-detail.ts';
import { runRule } from '../support/run-rule.ts';

const lacking = (judge: string, body: string, header = ''): (string | undefined)[] =>
  runRule(sectionDetail, parseLetter(`---\njudge: ${judge}\n${header}---\n\n${body}\n`)).map(
    (f) => f.content,
  );

describe('what a paragraph asks for by name', () => {
  test.each<[string, string, string[]]>([
    ['reznik', '## Prior offers\n\nPlaintiff demanded $50,000 on May 1; none was answered.', []],
    ['reznik', '## Prior offers\n\nPlaintiff demanded $50,000.', ['history']],
    ['reznik', '## Prior offers\n\nSeveral proposals were made in May 2024.', ['history']],
    ['reznik', '## Prior offers\n\nNone.', []],
    ['reznik', '## Prior offers\n\nThere have been no settlement discussions.', []],
    ['reznik', '## Prior offers\n\nThe parties have not yet negotiated.', []],
    ['reznik', '## Prior offers\n\nNo demands or offers have been made.', []],
    ['reznik', '## Settlement value\n\nWe think that it is worth a great deal.', ['evaluation']],
    ['reznik', '## Settlement value\n\nBetween $50K and two hundred thousand dollars.', []],
    ['percy', '## Attendees\n\nThose whom the order requires will be there.', ['attendees']],
    ['percy', '## Attendees\n\nMarlene Oakes, Vice President, and counsel.', []],
    ['percy', '## Attendees\n\nMs. Oakes and her lawyer.', []],
    [
      'percy',
      '## Attendees\n\n| Name | Position |\n| --- | --- |\n| J. Doe | President |\n| Ana Ruiz | Plaintiff |',
      [],
    ],
    ['percy', '## Positions of the parties\n\nThe floor was wet; the law is clear.', ['positions']],
    ['percy', '## Positions of the parties\n\nThe floor was wet. Her losses are small.', []],
    ['percy', '## Factual issues\n\nWet floor.\n\n## Legal issues\n\nNotice.\n\n## Damages\n\nA knee.', []],
    ['spero', '## Relief sought\n\nBack pay, front pay and damages for distress.', ['relief']],
    ['spero', '## Relief sought\n\nInjunctive relief only; Plaintiffs seek no damages.', []],
    ['spero', '## Settlement position\n\nPlaintiff has not yet made her demand.', ['position']],
    ['spero', '## Claims and defenses\n\nNegligence; comparative fault.', ['claims']],
    ['spero', '## Claims and defenses\n\nNegligence. We are likely to prevail.', []],
    ['moses', '## Fresh offer\n\nDefendants conveyed a fresh offer.', ['fresh-offer']],
    ['moses', '## Terms of the offer\n\nMoney and an apology.', ['terms']],
    ['moses', '## Terms\n\n- $5,000 within 30 days', []],
  ])('%s: %s', (judge, body, contents) => expect(lacking(judge, body)).toEqual(contents));

  test('a person of the header is a name, however it is written', () => {
    const header = 'attendees:\n  - { name: marlene oakes, title: VP }\n';
    expect(lacking('percy', '## Attendees\n\nmarlene oakes will come.', header)).toEqual([]);
  });
});
