import { keysAt, type SchemaPath } from '../../../schemas/describe.ts';

/** What stands at the cursor in a header. */
export interface HeaderCursor {
  readonly kind: 'key' | 'value';
  /** Of a key: the path of what holds it. Of a value: the value's own. */
  readonly path: SchemaPath;
  /** What of it is typed so far; it ends at the cursor. */
  readonly typed: string;
  /** Keys that stand beside it. */
  readonly beside: readonly string[];
  /** In braces or brackets, where a comma or the closing mark follows. */
  readonly flow: boolean;
}

interface Level {
  readonly kind: 'map' | 'list';
  readonly indent: number;
  key: string | undefined;
  index: number;
  keys: string[];
}

/**
 * Finds where the cursor is from the lines alone: the YAML of a header that is being typed does not parse, or
 * parses as something else.
 *
 * `yaml-language-server` (2.0.0), handed the header as a file of its own with our JSON Schema, was tried on 13
 * half-written headers of the tests (header-help, header-cursor) that a schema can answer. It answers 11: behind a comma
 * in braces, and below a quotation mark that is still open, it offers nothing, and those are where one is while
 * typing. What matters most here no schema knows: the judges at hand, chambers' address, the computed due date, the
 * documents of this order, the PDFs beside the letter. It would bring 21 MB of packages, a formatter and an HTTP
 * client among them, where nothing may reach a network. So the header is read here; the JSON Schema that is made
 * from the same table is there for other tools.
 * @param yaml the header's YAML from its first line to the cursor
 */
export function headerCursor(yaml: string): HeaderCursor | undefined {
  const lines = yaml.split(/\r\n|\r|\n/);
  const levels: Level[] = [];
  let flow: Flow | undefined;
  let cursor: HeaderCursor | undefined;
  lines.forEach((line, i) => {
    const last = i === lines.length - 1;
    // At the margin brackets that were never closed have ended: their lines stand further in.
    if (flow && /^[^\s\]}#]/.test(line)) flow = undefined;
    if (flow) {
      flow.read(`\n${line}`);
      cursor = last ? flow.cursor() : undefined;
      if (flow.closed) flow = undefined;
      return;
    }
    const { cursor: here, flow: opened } = block(line, levels, last);
    cursor = here;
    flow = opened && !opened.closed ? opened : undefined;
  });
  return cursor;
}

const BLOCK = /^(?<indent>[ ]*)(?<dashes>(?:-[ ]+)*)(?<rest>.*)$/;
const KEY = /^(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<plain>[\w-]+))[ \t]*:(?:[ \t]+(?<value>.*)|$)/;

function block(line: string, levels: Level[], last: boolean): { cursor?: HeaderCursor; flow?: Flow } {
  if (/^\s*(#|$)/.test(line) && !(last && /^\s*$/.test(line))) return {};
  // A lone dash is the beginning of an entry.
  const whole = last && /^\s*(?:- +)*-$/.test(line) ? `${line} ` : line;
  const { indent = '', dashes = '', rest = '' } = BLOCK.exec(whole)?.groups ?? {};
  let column = indent.length;
  for (const dash of dashes.match(/-[ ]+/g) ?? []) {
    dashAt(levels, column);
    column += dash.length;
  }
  const key = KEY.exec(rest);
  const inFlow = (text: string, path: SchemaPath) => {
    const flow = new Flow(path);
    flow.read(text);
    const cursor = last ? flow.cursor() : undefined;
    return { flow, ...(cursor ? { cursor } : {}) };
  };
  if (/^[[{]/.test(rest)) return inFlow(rest, pathOf(levels, column));
  // A word alone may become a key; what is longer is a value of several words.
  if (!key) {
    if (!last) return {};
    if (dashes === '') close(levels, column);
    const path = pathOf(levels, column);
    if (!/^[\w-]*$/.test(rest) || keysAt(path).length === 0)
      return { cursor: { kind: 'value', path, typed: rest, beside: [], flow: false } };
    const top = levels.at(-1);
    const beside = top?.kind === 'map' && top.indent === column ? top.keys : [];
    return { cursor: { kind: 'key', path, typed: rest, beside, flow: false } };
  }
  const { double, single, plain, value = '' } = key.groups ?? {};
  const name = double ?? single ?? plain ?? '';
  keyAt(levels, column, name);
  const path = pathOf(levels, column + 1);
  if (/^[[{]/.test(value)) return inFlow(value, path);
  // Right behind the colon nothing can be written yet.
  if (!last || /:$/.test(rest)) return {};
  return { cursor: { kind: 'value', path, typed: value, beside: [], flow: false } };
}

function close(levels: Level[], column: number): void {
  while ((levels.at(-1)?.indent ?? -1) > column) levels.pop();
  // Back at the margin of a list's dashes a key ends the list.
  while (levels.at(-1)?.kind === 'list' && levels.at(-1)?.indent === column) levels.pop();
}

function dashAt(levels: Level[], column: number): void {
  while ((levels.at(-1)?.indent ?? -1) > column) levels.pop();
  const top = levels.at(-1);
  if (top?.kind === 'list' && top.indent === column) top.index++;
  else levels.push({ kind: 'list', indent: column, key: undefined, index: 0, keys: [] });
}

function keyAt(levels: Level[], column: number, name: string): void {
  close(levels, column);
  const top = levels.at(-1);
  if (top?.kind === 'map' && top.indent === column) {
    top.key = name;
    top.keys.push(name);
  } else levels.push({ kind: 'map', indent: column, key: name, index: 0, keys: [name] });
}

/** What holds something that begins at a column. */
function pathOf(levels: readonly Level[], column: number): SchemaPath {
  return levels.flatMap((l): (string | number)[] => {
    if (l.kind === 'list') return l.indent < column ? [l.index] : [];
    return l.indent < column && l.key !== undefined ? [l.key] : [];
  });
}

/** `{ name: Dana Ruiz, role: ` or `[a@b.example, `, over one line or several. */
class Flow {
  readonly #levels: { kind: '{' | '['; key: string | undefined; index: number; keys: string[] }[] = [];
  readonly #base: SchemaPath;
  #typed = '';
  #quote = '';
  #opened = false;

  constructor(base: SchemaPath) {
    this.#base = base;
  }

  get closed(): boolean {
    return this.#opened && this.#levels.length === 0;
  }

  read(text: string): void {
    for (const c of text) {
      const top = this.#levels.at(-1);
      if (this.#quote !== '') {
        if (c === this.#quote) this.#quote = '';
        this.#typed += c;
      } else if ((c === '"' || c === "'") && this.#typed.trim() === '') {
        this.#quote = c;
        this.#typed += c;
      } else if (c === '{' || c === '[') {
        this.#opened = true;
        this.#levels.push({ kind: c, key: undefined, index: 0, keys: [] });
        this.#typed = '';
      } else if (c === '}' || c === ']') {
        this.#levels.pop();
        this.#typed = '';
      } else if (c === ',' && top) {
        if (top.kind === '[') top.index++;
        top.key = undefined;
        this.#typed = '';
      } else if (c === ':' && top?.kind === '{' && top.key === undefined) {
        top.key = this.#typed.trim().replace(/^["']|["']$/g, '');
        top.keys.push(top.key);
        this.#typed = '';
      } else this.#typed += c;
    }
  }

  cursor(): HeaderCursor | undefined {
    const top = this.#levels.at(-1);
    if (!top || this.#quote !== '') return undefined;
    const path = [
      ...this.#base,
      ...this.#levels.flatMap((l): (string | number)[] =>
        l.kind === '[' ? [l.index] : l.key === undefined ? [] : [l.key],
      ),
    ];
    const kind = top.kind === '{' && top.key === undefined ? 'key' : 'value';
    const beside = kind === 'key' ? top.keys : [];
    return { kind, path, typed: this.#typed.trimStart(), beside, flow: true };
  }
}
