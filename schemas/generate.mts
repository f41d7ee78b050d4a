// Writes what is made from the one table that holds it: the JSON Schemas, the snippets, the rules' pages
// and the manifest's settings. `--check` writes nothing and fails where a file has drifted.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { withCommands, withPalette } from '../client/src/export/commands.ts';
import { manifestConfiguration, restrictedSettings } from '../server/src/host/settings.ts';
import { conceptsPage } from '../server/src/order/concepts-page.ts';
import { loadOrder, type Order } from '../server/src/order/order.ts';
import { snippetsOf } from '../server/src/order/snippets.ts';
import { rules } from '../server/src/rules/index.ts';
import { rulePage, rulesIndex } from '../server/src/rules/support/page.ts';
import { reliabilityPage } from '../test/reliability/tables.ts';
import { requirementsPage } from '../test/requirements/page.ts';
import { headerSchema } from './header.ts';
import { orderSchema } from './order.ts';

const root = join(import.meta.dirname, '..');

function builtInOrders(): Order[] {
  const folder = join(root, 'schemas/orders');
  return readdirSync(folder)
    .filter((f) => f.endsWith('.yaml'))
    .sort()
    .map((f) => {
      const id = f.slice(0, -'.yaml'.length);
      const loaded = loadOrder(parse(readFileSync(join(folder, f), 'utf8')), {
        id,
        file: f,
        tier: 'built-in',
      });
      if ('broken' in loaded) throw new Error(`${f}: ${loaded.broken.reason}`);
      return loaded.order;
    });
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const schema = (of: z.ZodType, title: string): string =>
  json({ title, ...z.toJSONSchema(of, { io: 'input', unrepresentable: 'any' }) });

/** Every generated file by its path from the root. */
export function generated(): Record<string, string> {
  const orders = builtInOrders();
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  manifest.contributes.configuration = manifestConfiguration();
  const { contributes } = manifest;
  contributes.commands = withCommands(contributes.commands);
  contributes.menus.commandPalette = withPalette(contributes.menus.commandPalette);
  manifest.capabilities.untrustedWorkspaces.restrictedConfigurations = restrictedSettings();
  return {
    'schemas/letter-header.schema.json': schema(headerSchema, 'Header of a settlement letter'),
    'schemas/order.schema.json': schema(orderSchema, "A judge's settlement conference order"),
    'snippets/ex-parte.code-snippets': json(Object.assign({}, ...orders.map(snippetsOf))),
    'docs/rules/README.md': rulesIndex(rules),
    'docs/concepts.md': conceptsPage(),
    'docs/requirements.md': requirementsPage(),
    'docs/reliability.md': reliabilityPage(
      readFileSync(join(root, 'docs/reliability.md'), 'utf8'),
      JSON.parse(readFileSync(join(root, 'test/fuzz/last-run.json'), 'utf8')),
      JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages,
    ),
    ...Object.fromEntries(rules.map((rule) => [`docs/rules/${rule.id}.md`, rulePage(rule, orders)])),
    'package.json': json(manifest),
  };
}

if (import.meta.main) {
  const drifted = Object.entries(generated()).filter(([path, text]) => {
    const file = join(root, path);
    return !existsSync(file) || readFileSync(file, 'utf8') !== text;
  });
  if (process.argv.includes('--check')) {
    for (const [path] of drifted) console.error(`${path} has drifted: run npm run generate`);
    process.exitCode = drifted.length > 0 ? 1 : 0;
  } else {
    for (const [path, text] of drifted) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
      console.log(`wrote ${path}`);
    }
  }
}
