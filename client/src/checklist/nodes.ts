import type {
  ChecklistGroup,
  ChecklistItem,
  ChecklistParams,
} from '../../../server/src/protocol-checklist.ts';

/** A row of the tree. It stays the same object for the same thing, so that the tree keeps what is unfolded and selected. */
export interface Node {
  readonly id: string;
  /** The group that it stands in, by its id; its own for a group. */
  readonly group: string;
  readonly parent: Node | undefined;
  data: ChecklistGroup | ChecklistItem;
  children: readonly Node[];
}

export const isGroup = (data: Node['data']): data is ChecklistGroup => 'summary' in data;

/** The rows of one letter's checklist, kept from one check to the next. */
export class Nodes {
  readonly #known = new Map<string, Node>();
  #roots: readonly Node[] = [];

  get roots(): readonly Node[] {
    return this.#roots;
  }

  get(id: string): Node | undefined {
    return this.#known.get(id);
  }

  /**
   * Takes over what the last check said. Returns the rows to draw anew, `all` where groups came or went, and
   * nothing where only places in the text moved.
   */
  update(params: ChecklistParams | undefined): readonly Node[] | 'all' {
    const groups = params?.groups ?? [];
    const before = this.#roots.map((r) => [r.id, seen(r.data)] as const);
    const alive = new Set<string>();
    this.#roots = groups.map((group) => {
      const root = this.#node(group.id, group.id, undefined, group, alive);
      root.children = group.items.map((item) => this.#item(item, root, alive));
      return root;
    });
    for (const id of [...this.#known.keys()]) if (!alive.has(id)) this.#known.delete(id);
    const same = before.length === groups.length && before.every(([id], i) => id === groups[i]?.id);
    if (!same) return 'all';
    return this.#roots.filter((root, i) => seen(root.data) !== before[i]?.[1]);
  }

  #item(item: ChecklistItem, parent: Node, alive: Set<string>): Node {
    const node = this.#node(item.id, parent.group, parent, item, alive);
    node.children = item.items.map((i) => this.#item(i, node, alive));
    return node;
  }

  #node(id: string, group: string, parent: Node | undefined, data: Node['data'], alive: Set<string>): Node {
    alive.add(id);
    const known = this.#known.get(id);
    if (known) {
      known.data = data;
      return known;
    }
    const node: Node = { id, group, parent, data, children: [] };
    this.#known.set(id, node);
    return node;
  }
}

/** What the eye sees of a row and those below it: places and edits move with every key and are not drawn. */
const seen = (data: Node['data']): string =>
  JSON.stringify(data, (key, value: unknown) =>
    key === 'range' ? undefined : key === 'fix' ? value !== null : value,
  );
