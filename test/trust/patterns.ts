// Every regular expression of what ships: those written out, from the source, and those that are put together,
// as they are made while the modules load.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'vitest/node';

export interface Pattern {
  readonly source: string;
  readonly flags: string;
  /** `server/src/rules/filing.ts:70`. */
  readonly at: string;
}

const root = join(import.meta.dirname, '../..');

/** Modules that run on a letter, an order or a file that others wrote; entry points would start to work. */
export const modules: readonly string[] = ['server/src', 'client/src', 'schemas']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((f) => join(folder, f)),
  )
  .filter((f) => f.endsWith('.ts') && !f.endsWith('.d.ts'))
  .sort();

interface Node {
  readonly type: string;
  readonly start: number;
  readonly regex?: { readonly pattern: string; readonly flags: string };
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value;

/** The literals of one module. */
function literalsOf(module: string): Pattern[] {
  const text = readFileSync(join(root, module), 'utf8');
  const found: Pattern[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) visit(one);
    else if (isNode(value)) {
      if (value.regex) {
        const line = text.slice(0, value.start).split('\n').length;
        found.push({ source: value.regex.pattern, flags: value.regex.flags, at: `${module}:${line}` });
      }
      for (const part of Object.values(value)) visit(part);
    }
  };
  visit(parseAst(text, { lang: 'ts' }).body);
  return found;
}

export const literals = (): Pattern[] => modules.flatMap(literalsOf);

/** The expressions that are put together while `load` runs. */
export async function assembled(load: () => Promise<unknown>): Promise<Pattern[]> {
  const found = new Map<string, Pattern>();
  const original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(original, {
    construct(target, args: [string | RegExp, string?], newTarget) {
      const made = Reflect.construct(target, args, newTarget) as RegExp;
      const at = /(?:server|client|schemas)\/[\w./-]+\.ts:\d+/.exec(new Error().stack ?? '')?.[0];
      if (at) found.set(made.source, { source: made.source, flags: made.flags, at });
      return made;
    },
  });
  try {
    await load();
  } finally {
    globalThis.RegExp = original;
  }
  return [...found.values()];
}
