import { expect, test } from 'vitest';
import { unseenJudge } from '../../server/src/letter/unseen-judge.ts';

const LINE = 'write the line as judge: reznik';
test.each([
  ['"judge": reznik', '---\n"judge": reznik\nparty: plaintiff\n---\n', LINE],
  ["'judge': reznik", "---\n'judge': reznik\n---\n", LINE],
  ['a blank before it', '---\n judge: reznik\nparty: plaintiff\n---\n', LINE],
  ['a blank before every key', '---\r\n caption: A v. B\r\n judge: reznik\r\n---\r\n', LINE],
  [
    'a blank before it, below a letter’s other keys',
    '---\ncaption: A v. B\nparty: plaintiff\nconference: 2025-09-16\n judge: reznik\n---\n',
    LINE,
  ],
  ['an empty line before it', '\n---\njudge: reznik\n---\n', 'remove the empty lines above the first ---'],
])('%s is told of, with what to do', (_, text, mend) => expect(unseenJudge(text)).toBe(mend));

test.each([
  ['no header', '# Judge\n\njudge: me not\n'],
  ['a header of something else', '---\ntitle: The judge\nlayout: post\n---\n'],
  ['a judge of something else', '---\ntitle: Contest\ncontest:\n  judge: Ann\n---\n'],
  ['a judge in a list', '---\nround:\n  - name: first\n    judge: Ann\n---\n'],
  ['words of a text of several lines', '---\nsummary: >\n  Of a\n  judge: a novel\n---\n'],
  ['words that run on', '---\nsummary: Of a\n  judge: a novel\n---\n'],
  ['a rule below an empty line', '\n---\n\nText.\n\n---\n'],
  ['a key without a judge', '---\n"judge":\n---\n'],
])('other Markdown with %s is not', (_, text) => expect(unseenJudge(text)).toBeUndefined());
