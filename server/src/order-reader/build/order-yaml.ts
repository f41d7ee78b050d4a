import { Document, isMap, isScalar, visit } from 'yaml';
import type { OrderData } from '../../../../schemas/order.ts';

/** An order file's text: the data, with evidence on lines of its own and the open questions told at the top. */
export function orderYaml(data: OrderData): string {
  const doc = new Document(data);
  const open = data.questions?.length ?? 0;
  doc.commentBefore = [
    ` Read from ${data.readFrom ?? 'an order'} by machine. Every value carries the words that it was read from: compare them.`,
    open === 0
      ? ' Nothing was left in doubt.'
      : ` ${open} question${open === 1 ? ' is' : 's are'} left at the end: settle each, and take it out.`,
  ].join('\n');
  visit(doc, {
    Pair(_, pair) {
      if (isMap(pair.value) && pair.value.has('words') && pair.value.has('confidence')) {
        pair.value.flow = true;
      }
      if (
        isScalar(pair.key) &&
        ['when', 'at', 'due'].includes(String(pair.key.value)) &&
        pair.value &&
        typeof pair.value === 'object' &&
        'flow' in pair.value &&
        !(isMap(pair.value) && pair.value.has('paragraph'))
      ) {
        pair.value.flow = true;
      }
    },
  });
  return doc.toString({ lineWidth: 0 });
}
