import { dirname, join, parse, relative, sep } from 'node:path';
import { inside } from './bounds.ts';
import { ask, DISK, type Disk, type Steps } from './disk.ts';

/** As Linux has it; more are taken for a circle. */
const MOST_LINKS = 40;

/**
 * Whether a path leads out of a folder by a link, be there anything at its end or not: of what lies outside not even
 * that may be told, nor its neighbours' names. Each link is read before it is followed; one that names another computer
 * is never followed, since asking there signs the user in (on Windows), and leads out.
 * @param path absolute
 * @param realRoot as the disk has it
 */
export function* leadsOut(path: string, realRoot: string, disk: Disk = DISK): Steps<boolean> {
  const within = (place: string): boolean => place === realRoot || inside(place, realRoot);
  let at = within(path) ? realRoot : parse(path).root;
  let ahead = relative(at, path).split(sep);
  let links = 0;
  for (let name = ahead.shift(); name !== undefined; name = ahead.shift()) {
    const next = join(at, name);
    const target = name === '..' ? undefined : yield* linkAt(next, disk);
    if (target === undefined) {
      at = next;
      continue;
    }
    if (/^[\\/]{2}/.test(target)) return true;
    // A circle leads nowhere: the system says so of one that does not leave the folder.
    if (++links > MOST_LINKS) return !within(at);
    const { root } = parse(target);
    at = root === '' ? at : root;
    ahead = [...target.slice(root.length).split(sep === '\\' ? /[\\/]/ : sep), ...ahead];
  }
  return !within(at) && !within(yield* nearest(at, disk));
}

function* linkAt(path: string, disk: Disk): Steps<string | undefined> {
  try {
    return yield* ask(disk.readlink, path);
  } catch {
    // No link, or nothing at all.
    return undefined;
  }
}

/** Where the nearest folder above that is there really is: a drive's letter may stand for another path. */
function* nearest(path: string, disk: Disk): Steps<string> {
  for (let at = path; ; at = dirname(at)) {
    try {
      return yield* ask(disk.realpath, at);
    } catch {
      if (dirname(at) === at) return at;
    }
  }
}
