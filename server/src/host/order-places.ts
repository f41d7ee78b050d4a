import type { Location } from 'vscode-languageserver/node';
import { LineIndex } from '../letter/lines.ts';
import { fieldPlace } from '../order/field-place.ts';
import type { Order } from '../order/order.ts';
import { orderPage } from '../order/order-page.ts';
import { ORDER_PAGE } from '../protocol.ts';
import { samePath, toPath, toUri } from './language-folders.ts';
import type { OrderStore } from './orders.ts';

/** Where orders speak of a thing: in their files, or in the page that tells one in plain words. */
export class OrderPlaces {
  readonly #orders: OrderStore;
  readonly #pages: boolean;

  /** @param pages whether the client shows texts of the server's */
  constructor(orders: OrderStore, pages: boolean) {
    this.#orders = orders;
    this.#pages = pages;
  }

  /** In the order's own file, where it has one that says so itself, else in its page. */
  locate(order: Order, field: string): Location | undefined {
    const text = this.#textOf(order);
    const place = text === undefined ? undefined : fieldPlace(text, field);
    if (text !== undefined && place) {
      return { uri: toUri(order.file), range: new LineIndex(text).range(place.start, place.end) };
    }
    const line = orderPage(order).lines.get(field) ?? 0;
    if (this.#pages && order.tier !== 'case') return { uri: pageUri(order), range: wholeLine(line) };
    return text === undefined ? undefined : { uri: toUri(order.file), range: wholeLine(0) };
  }

  /** The text of a page; null for an address that is none. */
  page(uri: string): string | null {
    const order = this.#orders.set().orders.find((o) => pageUri(o) === uri);
    return order ? orderPage(order).text : null;
  }

  /** The field of an order that an address and a line of it speak of. */
  fieldAt(uri: string, line: number, order: Order): string | undefined {
    if (uri === pageUri(order)) {
      return [...orderPage(order).lines].find(([, at]) => at === line)?.[0];
    }
    const text = samePath(toPath(uri), order.file) ? this.#textOf(order) : undefined;
    if (text === undefined) return undefined;
    const lines = new LineIndex(text);
    return [...orderPage(order).lines.keys()].find((field) => {
      const place = fieldPlace(text, field);
      return place && lines.lineOf(place.start) === line;
    });
  }

  /** As it was read: what lies there now need not be what the order was made of. */
  #textOf({ file }: Order): string | undefined {
    return file === '' ? undefined : this.#orders.textOf(file);
  }
}

const pageUri = ({ tier, id }: Order): string => `${ORDER_PAGE}:/${tier}/${id}.md`;

const wholeLine = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 0 } });
