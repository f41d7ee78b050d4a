import builtIn from 'ex-parte:orders';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { parse } from 'yaml';
import { holdsItself } from '../letter/cycle.ts';
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
import { boundsOf, inside, mayLie, placeOf, realOf, slashes } from './bounds.ts';
import { why } from './cli/usage.ts';

/** Where a workspace keeps its own orders. */
export const WORKSPACE_ORDERS = join('.ex-parte', 'orders');

const LEADS_OUT =
  'it is a link that leads out of the workspace; name its folder in the setting exParte.ordersFolders instead, or with --orders';

export interface OrderSources {
  /** Folders that hold letters; each may have orders of its own. */
  readonly workspaces: readonly string[];
  /** Folders given by hand: `--orders`, or the setting. */
  readonly given: readonly string[];
  /** Whether the workspaces' orders are read. */
  readonly trusted: boolean;
  /** The text of a file that is open in the editor, which beats the file. */
  readonly buffer?: (file: string) => string | undefined;
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
  readonly #read = new Map<string, { stamp: string; data: unknown; error?: string; text?: string }>();

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
    try {
      const bounds = boundsOf(dirname(letterFile), root ?? dirname(letterFile));
      if (!mayLie(named, bounds)) return outside;
      if (!inside(realOf(placeOf(named, bounds)), bounds.realRoot)) return outside;
    } catch {
      return { refused: `there is no file ${named}` };
    }
    this.set();
    // By its name, not by its real path: the editor knows it by that.
    return this.#order(resolve(dirname(letterFile), slashes(named)), 'case', this.#base);
  }

  #load(): OrderSet {
    const { workspaces, given, trusted } = this.#sources;
    const base = new Map<string, unknown>(Object.entries(builtIn));
    this.#base = base;
    const loaded: LoadedOrder[] = compiled().map(([id, order]) => ({ order, data: builtIn[id] }));
    const withheld: string[] = [];
    const folders: [string, Tier][] = [
      ...given.map((dir): [string, Tier] => [resolve(dir), 'given']),
      ...workspaces.map((dir): [string, Tier] => [join(dir, WORKSPACE_ORDERS), 'workspace']),
    ];
    for (const [dir, tier] of folders) {
      const { files, problem } = listOrders(dir);
      // Whose orders lie there cannot be known: no judge's may be taken from elsewhere instead.
      if (problem !== undefined && trusted) {
        loaded.push({ broken: { id: basename(dir), file: dir, tier, reason: problem, folder: true } });
      }
      for (const file of files) {
        // What the user gave is not read either: an editor may have taken it from the workspace's own settings.
        if (!trusted) withheld.push(stem(file));
        else {
          const order =
            tier === 'workspace' && leadsOut(file, dirname(dirname(dir)))
              ? { broken: { id: stem(file), file, tier, reason: LEADS_OUT } }
              : this.#order(file, tier, base);
          if ('order' in order) base.set(order.order.id, order.data);
          loaded.push(order);
        }
      }
    }
    return {
      orders: loaded.flatMap((l) => ('order' in l ? [l.order] : [])),
      broken: loaded.flatMap((l) => ('broken' in l ? [l.broken] : [])),
      withheld,
    };
  }

  #order(file: string, tier: Tier, base: ReadonlyMap<string, unknown>): LoadedOrder {
    const from = { id: stem(file), file, tier };
    const { data, error, text } = this.#data(file);
    if (error !== undefined) return located({ ...from, reason: error }, text);
    const loaded = loadOrder(data, from, (id) => base.get(id));
    return 'broken' in loaded ? located(loaded.broken, text) : loaded;
  }

  /** `text`: only of what is an ordinary file of an ordinary size and depth. */
  #data(file: string): { data: unknown; error?: string; text?: string } {
    const open = this.#sources.buffer?.(file);
    let text: string | undefined;
    try {
      const stat = statSync(file);
      // A pipe or a device would be read for ever.
      if (!stat.isFile()) return { data: undefined, error: 'it is no ordinary file' };
      if (stat.size > LARGEST) return { data: undefined, error: TOO_LARGE };
      const stamp = open === undefined ? `${stat.mtimeMs} ${stat.size}` : open;
      const known = this.#read.get(file);
      if (known?.stamp === stamp) return known;
      const source = open ?? readFileSync(file, 'utf8');
      const refused = noOrder(source);
      if (refused !== undefined) return { data: undefined, error: refused };
      text = source;
      const data: unknown = parse(source, { maxAliasCount: 100, prettyErrors: false, logLevel: 'error' });
      if (holdsItself(data)) return { data: undefined, error: 'it refers to itself' };
      const read = { stamp, data, text };
      this.#read.set(file, read);
      return read;
    } catch (error) {
      const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
      return { data: undefined, error: `it cannot be read: ${why}`, ...(text === undefined ? {} : { text }) };
    }
  }
}

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

function listOrders(dir: string): { files: string[]; problem?: string } {
  try {
    const files = readdirSync(dir)
      .filter((f) => /\.ya?ml$/i.test(f))
      .sort()
      .map((f) => join(dir, f));
    return { files };
  } catch (error) {
    const code = (error as { code?: string }).code;
    // A folder that does not exist holds no orders; one that may not be read may hold any.
    if (code === 'ENOENT' || code === 'ENOTDIR') return { files: [] };
    return { files: [], problem: `the folder cannot be read: ${why(error)}` };
  }
}

/** Whether a workspace's own order is a link to a file elsewhere, which whoever made the workspace may have chosen. */
function leadsOut(file: string, workspace: string): boolean {
  try {
    return !inside(realOf(file), realOf(workspace));
  } catch {
    // It cannot be read either, which is told.
    return false;
  }
}
