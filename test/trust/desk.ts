// A letter with everything in it that must not get out, in a folder, with a home and a place for temporary files of
// its own, so that whatever is left behind is found.
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Words that stand in the letter, and nowhere else on any disk. */
export const CANARY = 'Quetzalberry';
/** The writer's name on this machine, and the folders' names. */
export const WRITER = 'wombatwriter';

const SAMPLE = join(import.meta.dirname, '../../docs/samples/spero-good.md');
const EXHIBIT = join(import.meta.dirname, '../fixtures/exhibits/three-pages.pdf');

export class Desk {
  readonly path = mkdtempSync(join(tmpdir(), `${WRITER}-`));
  readonly workspace = join(this.path, 'matters');
  readonly home = join(this.path, 'home');
  readonly temp = join(this.path, 'temp');
  readonly letter = join(this.workspace, 'letter.md');
  readonly text: string;

  constructor() {
    for (const folder of [this.workspace, this.home, this.temp]) mkdirSync(folder);
    this.text = readFileSync(SAMPLE, 'utf8').replace(/^## .*$/m, (heading) => {
      const secret = `The bottom line is ${CANARY}.`;
      return `${heading}\n\n${secret} <!-- ${CANARY}-in-a-comment -->`;
    });
    writeFileSync(this.letter, this.text);
    copyFileSync(EXHIBIT, join(this.workspace, 'exhibit.pdf'));
  }

  get env(): NodeJS.ProcessEnv {
    const { PATH } = process.env;
    return {
      ...(PATH ? { PATH } : {}),
      HOME: this.home,
      USER: WRITER,
      LOGNAME: WRITER,
      HOSTNAME: `${WRITER}-machine`,
      TMPDIR: this.temp,
      XDG_CACHE_HOME: join(this.home, 'cache'),
      XDG_CONFIG_HOME: join(this.home, 'config'),
    };
  }

  /** Another file in the workspace. */
  file(name: string, content: string): string {
    const file = join(this.workspace, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    return file;
  }

  /** Files below a folder, by their paths from it. */
  files(folder: string): string[] {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
