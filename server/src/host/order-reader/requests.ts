import { basename } from 'node:path';
import { type Connection, RequestType } from 'vscode-languageserver/node';
import { draftNameOf } from '../../export/names.ts';
import { parseLetter } from '../../letter/letter.ts';
import { openMatter } from '../../order/matter.ts';
import { loadOrder } from '../../order/order.ts';
import { IMPORT_ORDER, type ImportOrderParams, type ImportOrderResult } from '../../protocol-import-order.ts';
import { letterFor } from './letter.ts';
import { orderText } from './source.ts';

const importOrder = new RequestType<ImportOrderParams, ImportOrderResult, void>(IMPORT_ORDER);

/** Answers whoever begins with an order that just arrived. */
export function registerImportOrder(connection: Connection): void {
  connection.onRequest(importOrder, ({ file }) => imported(file));
}

export async function imported(file: string): Promise<ImportOrderResult> {
  const source = await orderText(file);
  const name = basename(file);
  if ('problem' in source) return { problem: `${name} ${source.problem}.` };
  const { notAnOrder, orderData, orderYaml, readOrder } = await import('../../order-reader/index.ts');
  const order = readOrder(source.text);
  const no = notAnOrder(order);
  if (no !== null) return { problem: `${name} ${no}.` };
  const id = idOf(order.judge?.value);
  const textName = `${id}-order.txt`;
  const data = orderData(order, textName);
  const loaded = loadOrder(data, { id, file: `${id}.yaml`, tier: 'workspace' });
  if (!('order' in loaded)) return { problem: `${name} was read, but not into an order that can be used.` };
  const text = letterFor(loaded.order, order, undefined);
  const letter = parseLetter(text);
  const set = { orders: [loaded.order], broken: [] };
  return {
    name: `${id}.yaml`,
    yaml: orderYaml(data),
    text: source.text,
    textName,
    letter: text,
    letterName: draftNameOf(letter, openMatter(letter, set)),
    questions: data.questions?.length ?? 0,
  };
}

/** The judge's surname as a file's name. */
const idOf = (name: string | undefined): string =>
  (name?.split(' ').at(-1) ?? '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '') || 'imported-order';
