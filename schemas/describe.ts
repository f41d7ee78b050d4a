import { headerSchema } from './header.ts';

/** What of zod's schemas is looked at: how they wrap one another. */
interface Node {
  readonly description?: string;
  readonly shape?: Readonly<Record<string, Node>>;
  readonly def?: {
    readonly type?: string;
    readonly innerType?: Node;
    readonly element?: Node;
    readonly in?: Node;
    readonly out?: Node;
    readonly options?: readonly Node[];
    readonly entries?: Readonly<Record<string, string>>;
  };
}

/** Keys, and indices of lists. */
export type SchemaPath = readonly (string | number)[];

/** Peels off what only wraps: optional, and what is read before or after. */
function inner(node: Node | undefined): Node | undefined {
  const def = node?.def;
  if (!def) return node;
  if (def.innerType) return inner(def.innerType);
  // A pipe either reads the text first (`in` is a transform) or afterwards.
  if (def.type === 'pipe') return inner(def.in?.def?.type === 'transform' ? def.out : def.in);
  return node;
}

function at(path: SchemaPath): Node | undefined {
  let node: Node | undefined = headerSchema as unknown as Node;
  for (const step of path) {
    const here: Node | undefined = inner(node);
    const shape: Node['shape'] = here?.shape ?? {};
    node =
      typeof step === 'number' ? here?.def?.element : Object.hasOwn(shape, step) ? shape[step] : undefined;
  }
  return node;
}

/** The keys that may stand at a path, with what each holds. */
export function keysAt(path: SchemaPath): { readonly key: string; readonly says: string }[] {
  const shape = inner(at(path))?.shape ?? {};
  return Object.entries(shape).map(([key, node]) => ({ key, says: saysOf(node) }));
}

/** What the key at a path holds; undefined where there is no such key. */
export function saysAt(path: SchemaPath): string | undefined {
  const node = at(path);
  return node ? saysOf(node) : undefined;
}

function saysOf(node: Node): string {
  return node.description ?? inner(node)?.description ?? '';
}

/** The words among which the value at a path is chosen; none where it is free. */
export function choicesAt(path: SchemaPath): string[] {
  const node = inner(at(path));
  if (node?.def?.entries) return Object.values(node.def.entries);
  return node?.def?.options?.some((o) => o.def?.type === 'boolean') ? ['true', 'false'] : [];
}

/** Whether the value at a path is a list of entries with keys of their own. */
export const isListAt = (path: SchemaPath): boolean => inner(at(path))?.def?.type === 'array';
