// The client's half of VS Code's Markdown server: in VS Code its extension parses for it, with markdown-it, and reads the
// files. Here this process does, so that the parse is in the latencies, and its memory is not in the server's.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export interface Desk {
  readonly root: string;
  readonly textOf: (uri: string) => { readonly version: number; getText(): string } | undefined;
}

interface Parser {
  use(plugin: unknown, callback: () => void): Parser;
  parse(text: string, env: object): unknown[];
}

/** @param packages a folder in which markdown-it is installed */
export function clientOfVsCodeMarkdown(packages: string, { root, textOf }: Desk) {
  const load = createRequire(join(packages, 'package.json'));
  const MarkdownIt = load('markdown-it') as new (options: object) => Parser;
  const frontMatter = load('markdown-it-front-matter') as unknown;
  const parser = new MarkdownIt({ html: true, linkify: true }).use(frontMatter, () => {});
  const parsed = new Map<string, { version: number; tokens: unknown[] }>();
  const parse = ({ uri, text }: { uri: string; text?: string }): unknown[] => {
    const open = textOf(uri);
    if (text !== undefined || !open)
      return parser.parse(text ?? readFileSync(fileURLToPath(uri), 'utf8'), {});
    const known = parsed.get(uri);
    if (known?.version === open.version) return known.tokens;
    const tokens = parser.parse(open.getText(), {});
    parsed.set(uri, { version: open.version, tokens });
    return tokens;
  };
  const pathOf = (params: unknown): string => fileURLToPath((params as { uri: string }).uri);
  return {
    'markdown/parse': (params: unknown) => parse(params as { uri: string; text?: string }),
    'markdown/fs/readFile': (params: unknown) => [...readFileSync(pathOf(params))],
    'markdown/fs/readDirectory': (params: unknown) =>
      readdirSync(pathOf(params), { withFileTypes: true }).map((entry) => [
        entry.name,
        { isDirectory: entry.isDirectory() },
      ]),
    'markdown/fs/stat': (params: unknown) => {
      const found = statSync(pathOf(params), { throwIfNoEntry: false });
      return found && { isDirectory: found.isDirectory() };
    },
    'markdown/findMarkdownFilesInWorkspace': () =>
      readdirSync(root)
        .filter((name) => name.endsWith('.md'))
        .map((name) => pathToFileURL(join(root, name)).href),
  };
}
