import { lstatSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { why } from './cli/usage.ts';
import { atOnce } from './disk.ts';
import { leadsOut } from './leads-out.ts';

/** Where a workspace keeps its own orders. */
export const WORKSPACE_ORDERS = join('.ex-parte', 'orders');

export const LEADS_OUT =
  'it is a link that leads out of the workspace; name its folder in the setting exParte.ordersFolders instead, or with --orders';

export const codeOf = (error: unknown): unknown => (error as { code?: unknown } | null)?.code;

/**
 * The order files of a folder. Only a workspace need not have one: a folder that was chosen by hand, and is not there,
 * may hold any.
 * @param realRoot the workspace whose own folder it is: whoever made that made its links, so one that leads out is not
 * followed, not even to list what is there; absent for a folder that was chosen by hand, which may lie anywhere
 */
export function listOrders(dir: string, realRoot: string | undefined): { files: string[]; problem?: string } {
  if (realRoot !== undefined && atOnce(leadsOut(join(realRoot, WORKSPACE_ORDERS), realRoot))) {
    return { files: [], problem: LEADS_OUT };
  }
  try {
    const files = readdirSync(dir)
      .filter((f) => /\.ya?ml$/i.test(f))
      .sort()
      .map((f) => join(dir, f));
    return { files };
  } catch (error) {
    if (codeOf(error) === 'ENOENT' && realRoot !== undefined && !isThere(dir)) return { files: [] };
    return { files: [], problem: `the folder cannot be read: ${whyNot(error, dir)}` };
  }
}

/** Whether a workspace has a folder of orders, be it but a link that leads nowhere, as to a drive that is not connected. */
const isThere = (dir: string): boolean => isEntry(dir) || isLink(dirname(dir));
const isEntry = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;
const isLink = (path: string): boolean =>
  lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;

function whyNot(error: unknown, dir: string): string {
  if (codeOf(error) === 'ENOTDIR') return 'it is not a folder';
  if (codeOf(error) === 'ENOENT' && (isEntry(dir) || isLink(dirname(dir))))
    return 'it is a link that leads nowhere';
  return why(error);
}
