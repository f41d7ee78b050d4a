// The native engines of the typesetter that npm has at the version of the WebAssembly one, as the lockfile
// knows them: nothing else lists them.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const SCOPE = '@myriaddreamin/';
const NATIVE = 'typst-ts-node-compiler-';
export const WASM_PACKAGE = `${SCOPE}typst-ts-web-compiler`;

export interface NativeEngine {
  readonly package: string;
  /** The binary, in this checkout; absent where npm has installed those of this platform alone. */
  readonly file: string | undefined;
  /** Its name in `dist/native`, by which the server finds it. */
  readonly name: string;
  /** As VS Code names platforms: `linux-x64`. */
  readonly target: string;
}

interface Locked {
  readonly version: string;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
}

export function nativeEngines(): NativeEngine[] {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>;
  };
  const version = packages[`node_modules/${WASM_PACKAGE}`]?.version;
  return Object.entries(packages).flatMap(([path, locked]) => {
    const found = path.split(`node_modules/${SCOPE}${NATIVE}`)[1];
    const [os] = locked.os ?? [];
    const [cpu] = locked.cpu ?? [];
    if (!found || !os || !cpu || locked.version !== version) return [];
    const file = join(root, path, `${NATIVE.slice(0, -1)}.${found}.node`);
    return [
      {
        package: `${SCOPE}${NATIVE}${found}`,
        file: existsSync(file) ? file : undefined,
        name: `typst-${os}-${cpu}.node`,
        // VS Code calls a Linux without the GNU C library by the one distribution that it runs on.
        target: `${os === 'linux' && locked.libc?.includes('musl') ? 'alpine' : os}-${cpu}`,
      },
    ];
  });
}
