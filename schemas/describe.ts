import { headerSchema } from './header.ts';
import { orderSchema } from './order.ts';

/** What of zod's schemas is looked at: how they wrap one another. */
interface Node {
  readonly description?: string;
  readonly shape?: Readonly<Record<string, Node>>;
  readonly def?: {
    readonly type?: string;
    readonly innerType?: Node;
    readonly element?: Node;
    readonly valueType?: Node;
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

/** The keys of an object; of a choice between objects, the keys of all of them. */
function shapeOf(node: Node | undefined): Readonly<Record<string, Node>> {
  if (node?.shape) return node.shape;
  return Object.assign({}, ...(node?.def?.options ?? []).map((o) => shapeOf(inner(o))));
}

/** What is described: a letter's header, or an order file. */
export type Described = 'header' | 'order';
const ROOTS: Readonly<Record<Described, Node>> = {
  header: headerSchema as unknown as Node,
  order: orderSchema as unknown as Node,
};

function at(path: SchemaPath, of: Described): Node | undefined {
  let node: Node | undefined = ROOTS[of];
  for (const step of path) {
    const here: Node | undefined = inner(node);
    const shape = shapeOf(here);
    node =
      typeof step === 'number'
        ? here?.def?.element
        : Object.hasOwn(shape, step)
          ? shape[step]
          : here?.def?.valueType;
  }
  return node;
}

/** The keys that may stand at a path, with what each holds. */
export function keysAt(
  path: SchemaPath,
  of: Described = 'header',
): { readonly key: string; readonly says: string }[] {
  const shape = shapeOf(inner(at(path, of)));
  return Object.entries(shape).map(([key, node]) => ({ key, says: saysOf(node) }));
}

/** What the key at a path holds; undefined where there is no such key. */
export function saysAt(path: SchemaPath, of: Described = 'header'): string | undefined {
  const node = at(path, of);
  return node ? saysOf(node) : undefined;
}

function saysOf(node: Node): string {
  return node.description ?? inner(node)?.description ?? '';
}

/** The words among which the value at a path is chosen; none where it is free. */
export function choicesAt(path: SchemaPath, of: Described = 'header'): string[] {
  const node = inner(at(path, of));
  if (node?.def?.entries) return Object.values(node.def.entries);
  return node?.def?.options?.some((o) => o.def?.type === 'boolean') ? ['true', 'false'] : [];
}

/** Whether the value at a path is a list of entries with keys of their own. */
export const isListAt = (path: SchemaPath, of: Described = 'header'): boolean =>
  inner(at(path, of))?.def?.type === 'array';
