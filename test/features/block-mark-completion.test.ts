import { expect, test } from 'vitest';
import { bodyCompletion } from '../../server/src/features/body-completion.ts';
import { parseLetter } from '../../server/src/letter/letter.ts';
import { openMatter } from '../../server/src/order/matter.ts';
import { sampleLetter } from '../support/check.ts';
import { allOrders } from '../support/orders.ts';

/** What is offered at `|`, as the line would read. */
function offered(body: string, snippets = false): string[] {
  const whole = sampleLetter({ say: '', body });
  const offset = whole.indexOf('|');
  const text = whole.replace('|', '');
  const letter = parseLetter(text);
  return bodyCompletion(letter, openMatter(letter, allOrders), offset, snippets).flatMap((item) => {
    if (!item.label.startsWith(':::') || !item.textEdit || !('range' in item.textEdit)) return [];
    const { range, newText } = item.textEdit;
    return [
      text.slice(
        letter.lines.offset({ line: range.start.line, character: 0 }),
        letter.lines.offset(range.start),
      ) + newText,
    ];
  });
}

test('colons that begin a line are completed to what does something', () => {
  for (const begun of [':|', ':::|', ':::conf|', 'Words above.\n:::nego|'])
    expect(offered(begun)).toEqual([':::confidential\n\n:::', ':::negotiation-chart']);
  expect(offered(':::|', true)[0]).toBe(':::confidential\n$0\n:::');
});

test('no other colon is', () => {
  for (const begun of ['Dear Judge:|', 'See :::|', '    :::|']) expect(offered(begun)).toEqual([]);
});
