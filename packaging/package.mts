// `npm run package`: the .vsix for every desktop platform, with the typesetter in WebAssembly, and one for each
// platform for which there is a native typesetter too. Prints their sizes; fails where one is too big.
import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { build } from '../esbuild.mts';
import { FONT_FILES } from '../server/src/typeset/fonts.ts';
import { nativeEngines, WASM_PACKAGE } from './engines.mts';
import { notices, packageFolder } from './notices.mts';
import { packagedReadme } from './readme.mts';

const root = join(import.meta.dirname, '..');
const stage = join(root, 'out/package');
const MB = 1_000_000;
/** Bytes that a package may have. */
const LIMITS = { universal: 16 * MB, native: 40 * MB };

/** What is shipped beside what is made here: the entries of `.vscodeignore`, files and whole folders. */
function shipped(): string[] {
  const MADE = ['dist', 'package.json'];
  return readFileSync(join(root, '.vscodeignore'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('!'))
    .map((line) =>
      line
        .slice(1)
        .trim()
        .replace(/\/\*\*$/, ''),
    )
    .filter((path) => !MADE.includes(path));
}

/** Keys of the manifest that only a checkout needs. */
const CHECKOUT_ONLY = ['devDependencies', 'optionalDependencies', 'scripts', 'bin', 'private'];

export interface Package {
  readonly file: string;
  /** `universal`, or VS Code's name of the platform. */
  readonly target: string;
  readonly bytes: number;
}

/**
 * The folders of all packages of which something is shipped, from the checkout's root: what is bundled, what is laid
 * beside it, and the native typesetters.
 * @param inputs the files that went into the bundles
 */
export function shippedPackages(inputs: readonly string[]): string[] {
  const natives = nativeEngines().filter(({ file }) => file !== undefined);
  const laid = [WASM_PACKAGE, ...FONT_FILES.map((f) => f.pkg), ...natives.map((n) => n.package)];
  return [
    ...inputs.flatMap((input) => packageFolder(input) ?? []),
    ...laid.map((name) => `node_modules/${name}`),
  ];
}

/** Lays out what every package has; returns the manifest's version. */
async function lay(): Promise<string> {
  rmSync(stage, { recursive: true, force: true });
  mkdirSync(stage, { recursive: true });
  const inputs = await build({ dist: join(stage, 'dist'), maps: false });
  // The terminal's program is run from a checkout; and engines come with their platform.
  rmSync(join(stage, 'dist/cli.js'));
  rmSync(join(stage, 'dist/native'), { recursive: true, force: true });
  for (const path of shipped()) {
    mkdirSync(dirname(join(stage, path)), { recursive: true });
    cpSync(join(root, path), join(stage, path), { recursive: true });
  }
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  writeFileSync(join(stage, 'README.md'), packagedReadme(readme));
  // All that is laid out is shipped.
  writeFileSync(join(stage, '.vscodeignore'), '.vscodeignore\n');
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, unknown>;
  for (const key of CHECKOUT_ONLY) delete manifest[key];
  writeFileSync(join(stage, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  writeFileSync(join(stage, 'THIRD-PARTY-NOTICES.txt'), notices(shippedPackages(inputs)));
  return String(manifest.version);
}

async function pack(target: string, version: string): Promise<Package> {
  const file = join(root, `ex-parte-${version}${target === 'universal' ? '' : `-${target}`}.vsix`);
  await createVSIX({
    cwd: stage,
    packagePath: file,
    dependencies: false,
    // There is no public address that relative links could be made of.
    rewriteRelativeLinks: false,
    allowMissingRepository: true,
    ...(target === 'universal' ? {} : { target }),
  });
  return { file, target, bytes: statSync(file).size };
}

export async function packageAll(): Promise<Package[]> {
  const version = await lay();
  const packages = [await pack('universal', version)];
  for (const engine of nativeEngines()) {
    if (!engine.file) {
      console.log(`${engine.target}: ${engine.package} is not installed on this platform, so not packaged`);
      continue;
    }
    const native = join(stage, 'dist/native');
    mkdirSync(native);
    copyFileSync(engine.file, join(native, engine.name));
    packages.push(await pack(engine.target, version));
    rmSync(native, { recursive: true });
  }
  return packages;
}

if (import.meta.main) {
  const packages = await packageAll();
  for (const { file, target, bytes } of packages) {
    const limit = target === 'universal' ? LIMITS.universal : LIMITS.native;
    const size = `${(bytes / MB).toFixed(1)} MB of ${limit / MB}`;
    console.log(`${relative(root, file)}  ${size}`);
    if (bytes > limit) {
      console.error(`${relative(root, file)} is too big`);
      process.exitCode = 1;
    }
  }
}
