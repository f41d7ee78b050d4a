// remark's language server. Its package only hands these options to `unified-language-server`; not every registry has it.
// Started with the folder in which the packages are installed as its first argument.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [packages = ''] = process.argv.slice(2);
const load = (name: string): Promise<Record<string, unknown>> =>
  import(pathToFileURL(join(packages, name, 'index.js')).href);
const { remark } = await load('remark');
const { createUnifiedLanguageServer: serve } = await load('unified-language-server');
if (typeof serve !== 'function') throw new Error('unified-language-server offers no server');
serve({
  processorName: 'remark',
  processorSpecifier: 'remark',
  defaultProcessor: remark,
  configurationSection: 'remark',
  rcName: '.remarkrc',
  packageField: 'remarkConfig',
  ignoreName: '.remarkignore',
  pluginPrefix: 'remark',
});
