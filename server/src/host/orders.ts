import builtIn from 'ex-parte:orders';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { parse } from 'yaml';
import { holdsItself } from '../letter/cycle.ts';
import { inOrderOfExtension, namesIn } from '../order/extension.ts';
import type { CaseOrder } from '../order/matter.ts';
import {
  type BrokenOrder,
  builtInOrder,
  type LoadedOrder,
  loadOrder,
  type Order,
  type Tier,
} from '../order/order.ts';
import { placeIssues, yamlIssues } from '../order/order-places.ts';
import { LARGEST, noOrder, TOO_LARGE } from '../order/order-text.ts';
import type { OrderSet } from '../order/resolve.ts';
import { whoseOrder } from '../order/whose-order.ts';
import { type Bounds, boundsOf, mayLie, placeOf, realOf, slashes } from './bounds.ts';
import { why } from './cli/usage.ts';
import { atOnce, type Disk } from './disk.ts';
import { holdNow } from './held-file.ts';
import { leadsOut } from './leads-out.ts';
import { codeOf, LEADS_OUT, listOrders, WORKSPACE_ORDERS } from './order-folder.ts';

export interface OrderSources {
  /** Folders that hold letters; each may have orders of its own. */
  readonly workspaces: readonly string[];
  /** Folders given by hand: `--orders`, or the setting. */
  readonly given: readonly string[];
  /** Whether the workspaces' orders are read. */
  readonly trusted: boolean;
  /** The text of a file that is open in the editor, which beats the file. */
  readonly buffer?: (file: string) => string | undefined;
  /** For tests in which something happens while a file is read. */
  readonly disk?: Disk;
}

let builtInOrders: readonly (readonly [id: string, order: Order])[] | undefined;

/** The built-in orders, which are compiled once: nothing changes them. */
const compiled = () => {
  builtInOrders ??= Object.entries(builtIn).map(([id, data]) => [id, builtInOrder(data, id)] as const);
  return builtInOrders;
};

/** Reads order files. What did not change on disk is not read again. */
export class OrderStore {
  #sources: OrderSources;
  #set: OrderSet | undefined;
  /** What an order may extend: each id's data, of the tier that wins. */
  #base: ReadonlyMap<string, unknown> = new Map();
  /** Ids of orders whose files cannot be used, so that what extends them cannot either. */
  #unusable: ReadonlySet<string> = new Set();
  readonly #read = new Map<string, Read & { readonly stamp: string }>();

  constructor(sources: OrderSources) {
    this.#sources = sources;
  }

  get sources(): OrderSources {
    return this.#sources;
  }

  update(sources: OrderSources): void {
    this.#sources = sources;
    this.#set = undefined;
  }

  /** To be called when an order file changed. */
  refresh(): void {
    this.#set = undefined;
  }

  /** Whether a file lies where orders are read from. */
  holds(file: string): boolean {
    const { workspaces, given } = this.#sources;
    const folders = [
      ...given.map((dir) => resolve(dir)),
      ...workspaces.map((dir) => join(dir, WORKSPACE_ORDERS)),
    ];
    return /\.ya?ml$/i.test(file) && folders.includes(dirname(file));
  }

  /** Every order of every tier but the case's own. */
  set(): OrderSet {
    this.#set ??= this.#load();
    return this.#set;
  }

  /**
   * The order file that a letter names in its header, relative to the letter. Refused outside of the
   * letter's workspace, symbolic links followed, and where the workspace is not trusted.
   */
  caseOrder(named: string, letterFile: string | undefined, root: string | undefined): CaseOrder {
    if (!this.#sources.trusted)
      return { refused: 'this workspace is not trusted, so its order files are not read' };
    if (letterFile === undefined)
      return { refused: 'the letter is not saved, so there is no telling where the file is' };
    const outside = { refused: `${named} lies outside of the letter's folder` };
    let bounds: Bounds;
    try {
      bounds = boundsOf(dirname(letterFile), root ?? dirname(letterFile));
      if (!mayLie(named, bounds)) return outside;
      const place = placeOf(named, bounds);
      if (atOnce(leadsOut(place, bounds.realRoot, this.#sources.disk))) return outside;
      realOf(place);
    } catch (error) {
      return { refused: isGone(error) ? `there is no file ${named}` : `${named}: ${why(error)}` };
    }
    this.set();
    // By its name, not by its real path: the editor knows it by that.
    const file = resolve(dirname(letterFile), slashes(named));
    return this.#order(file, 'case', this.#base, bounds.realRoot) ?? outside;
  }

  #load(): OrderSet {
    const { workspaces, given, trusted } = this.#sources;
    const base = new Map<string, unknown>(Object.entries(builtIn));
    this.#base = base;
    const unusable = new Set<string>();
    this.#unusable = unusable;
    const loaded: LoadedOrder[] = compiled().map(([id, order]) => ({ order, data: builtIn[id] }));
    const withheld: string[] = [];
    const folders: [string, Tier][] = [
      ...given.map((dir): [string, Tier] => [resolve(dir), 'given']),
      ...workspaces.map((dir): [string, Tier] => [join(dir, WORKSPACE_ORDERS), 'workspace']),
    ];
    for (const [dir, tier] of folders) {
      const realRoot = tier === 'workspace' ? realOr(workspaceAt(dir)) : undefined;
      const { files, problem } = listOrders(dir, realRoot);
      // Whose orders lie there cannot be known: no judge's may be taken from elsewhere instead.
      if (problem !== undefined) {
        if (trusted) {
          loaded.push({ broken: { id: basename(dir), file: dir, tier, reason: problem, folder: true } });
        } else withheld.push(tier === 'workspace' ? slashes(WORKSPACE_ORDERS) : basename(dir));
      }
      // What the user gave is not read either: an editor may have taken it from the workspace's own settings.
      if (!trusted) {
        withheld.push(...files.map(stem));
        continue;
      }
      const named = (file: string) => ({ file, ...namesIn(this.#data(file, realRoot)?.data, stem(file)) });
      for (const { file, id } of inOrderOfExtension(files.map(named))) {
        const order = this.#order(file, tier, base, realRoot) ?? {
          broken: { id: stem(file), file, tier, reason: LEADS_OUT },
        };
        if ('order' in order) {
          base.set(order.order.id, order.data);
          unusable.delete(order.order.id);
        } else unusable.add(id);
        loaded.push(order);
      }
    }
    return {
      orders: loaded.flatMap((l) => ('order' in l ? [l.order] : [])),
      broken: loaded.flatMap((l) => ('broken' in l ? [l.broken] : [])),
      withheld,
    };
  }

  /** The text of a file as it was read into an order. */
  textOf(file: string): string | undefined {
    return this.#sources.buffer?.(file) ?? this.#read.get(file)?.text;
  }

  /**
   * @param realRoot where the file must lie; what is chosen by hand may lie anywhere
   * @returns undefined for a file that leads out of there
   */
  #order(
    file: string,
    tier: Tier,
    base: ReadonlyMap<string, unknown>,
    realRoot: string | undefined,
  ): LoadedOrder | undefined {
    const from = { id: stem(file), file, tier };
    const read = this.#data(file, realRoot);
    if (!read) return undefined;
    const { data, text, unread } = read;
    const { parent } = namesIn(data, from.id);
    const isLost = parent !== undefined && this.#unusable.has(parent);
    const error = read.error ?? (isLost ? `extends ${parent}, whose own file cannot be used` : undefined);
    const below = (id: string): unknown => base.get(id);
    const loaded =
      error === undefined ? loadOrder(data, from, below) : { broken: { ...from, reason: error } };
    if ('order' in loaded) return loaded;
    return located({ ...loaded.broken, whose: whoseOrder({ data, text: text ?? unread }, below) }, text);
  }

  /** `text`: only of what is an ordinary file of an ordinary size and depth. */
  #data(file: string, realRoot: string | undefined): Read | undefined {
    const { buffer, disk } = this.#sources;
    const open = buffer?.(file);
    let text: string | undefined;
    try {
      const held = holdNow(file, { realRoot, ...(disk ? { disk } : {}) });
      if (!held) return undefined;
      try {
        const { found } = held;
        // A pipe or a device would be read for ever.
        if (!found.isFile()) return { data: undefined, error: 'it is no ordinary file' };
        if (found.size > LARGEST) {
          const unread = found.size > GLANCED_AT ? '' : decoded(held.read(GLANCED_AT));
          return { data: undefined, error: TOO_LARGE, unread: unread.slice(0, LARGEST) };
        }
        const stamp = open === undefined ? `${found.mtimeMs} ${found.size}` : open;
        const known = this.#read.get(file);
        if (known?.stamp === stamp) return known;
        const source = open ?? decoded(held.read(LARGEST));
        const refused = noOrder(source);
        if (refused !== undefined)
          return { data: undefined, error: refused, unread: source.slice(0, LARGEST) };
        text = source;
        const data: unknown = parse(source, { maxAliasCount: 100, prettyErrors: false, logLevel: 'error' });
        if (holdsItself(data)) return { data: undefined, error: 'it refers to itself' };
        const read = { stamp, data, text };
        this.#read.set(file, read);
        return read;
      } finally {
        held.close();
      }
    } catch (error) {
      const said = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
      return {
        data: undefined,
        error: `it cannot be read: ${said}`,
        ...(text === undefined ? {} : { text }),
      };
    }
  }
}

interface Read {
  readonly data: unknown;
  readonly error?: string;
  readonly text?: string;
  /** The first of a text that is not to be parsed, which may yet tell whose order it is. */
  readonly unread?: string;
}

/** Bytes of a file that is too large to be an order, of which the first are still looked at. */
const GLANCED_AT = 8 * LARGEST;

const decoded = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** With the line at which the first fault stands, where there is a text to look for it in. */
function located(broken: BrokenOrder, text: string | undefined): LoadedOrder {
  if (text === undefined) return { broken };
  const [first] = [...yamlIssues(text), ...placeIssues(text, broken.issues ?? [])];
  if (!first) return { broken };
  const before = text.slice(0, first.span.start);
  const line = before.split('\n').length;
  return { broken: { ...broken, line, column: before.length - before.lastIndexOf('\n') } };
}

const stem = (file: string): string => basename(file, extname(file));

const workspaceAt = (orders: string): string => dirname(dirname(orders));

const isGone = (error: unknown): boolean => codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR';

/** As the disk has it, or, where it is gone, as it is called. */
function realOr(path: string): string {
  try {
    return realOf(path);
  } catch {
    return path;
  }
}
