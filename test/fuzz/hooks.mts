// Lets plain Node load the sources as the bundler does: the built-in orders as a module, Typst templates as
// text, and `__dirname`, which the CommonJS bundle has. To be given to `node --import`.
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { ordersVitePlugin } from '../../schemas/orders-plugin.mts';

const orders = ordersVitePlugin();

registerHooks({
  resolve: (specifier, context, next) =>
    orders.resolveId(specifier)
      ? { url: `${specifier}`, format: 'module', shortCircuit: true }
      : next(specifier, context),
  load(url, context, next) {
    const source = orders.load(`\0${url}`);
    if (source !== undefined) return { format: 'module', source, shortCircuit: true };
    if (url.endsWith('.typ')) {
      const text = readFileSync(fileURLToPath(url), 'utf8');
      return { format: 'module', source: `export default ${JSON.stringify(text)}`, shortCircuit: true };
    }
    const loaded = next(url, context);
    if (!url.includes('/server/src/') || !loaded.source) return loaded;
    const text = loaded.source.toString();
    return text.includes('__dirname')
      ? { ...loaded, source: `const __dirname = import.meta.dirname;${text}` }
      : loaded;
  },
});
