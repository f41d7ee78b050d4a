import type { Nodes, RootContent } from 'mdast';

/** Blocks that hold no other blocks, in order; with a stack of its own, since nesting can be deeper than calls. */
export function leaves(node: RootContent): RootContent[] {
  const found: RootContent[] = [];
  const open: RootContent[] = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    switch (next.type) {
      case 'blockquote':
      case 'list':
      case 'listItem':
      case 'tableRow':
      case 'tableCell':
        for (const child of [...next.children].reverse()) open.push(child);
        break;
      default:
        found.push(next);
    }
  }
  return found;
}

/** The text in a node, however deep. */
export function plainText(node: Nodes): string {
  let text = '';
  const open: Nodes[] = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    if ('value' in next) {
      if (next.type !== 'html' || !next.value.startsWith('<!--')) text += next.value;
    } else if ('alt' in next) text += next.alt ?? '';
    else if (next.type === 'break') text += ' ';
    else if ('children' in next) open.push(...[...next.children].reverse());
  }
  return text;
}
