/** A way in which a letter, where it lies, gets to others without anyone sending it. */
export interface Exposure {
  readonly kind: 'repository' | 'cloud' | 'filed-name';
  /** The folder that it is about, or the file: whoever was told of it once need not be told again. */
  readonly place: string;
  readonly message: string;
}

/** What was found around a letter. Paths are absolute. */
export interface Around {
  readonly file: string;
  /** Where it really lies, if a link on its way leads elsewhere. */
  readonly really?: string;
  /** The nearest Git repository above it, with its configuration's text. */
  readonly repository: { readonly root: string; readonly config: string } | null;
  /** Folders that a synchronising program said are its own, by a variable or a file that it left there. */
  readonly synced: readonly { readonly root: string; readonly service: string }[];
}

/**
 * Folders that synchronising programs make, by what they are called: on every system, and on macOS under
 * `Library/CloudStorage` with the account behind a hyphen.
 */
const CLOUDS: readonly (readonly [RegExp, string])[] = [
  [/^dropbox(?: \(.{1,60}\)|-.{1,60})?$/i, 'Dropbox'],
  [/^onedrive(?: ?- ?.{1,60}|-.{1,60})?$/i, 'OneDrive'],
  [/^(?:com~apple~clouddocs|icloud~.{1,100}|icloud ?drive)$/i, 'iCloud'],
  [/^(?:google ?drive(?:-.{1,60})?|drivefs)$/i, 'Google Drive'],
  [/^(?:box|box sync|box-.{1,60})$/i, 'Box'],
  [/^nextcloud$/i, 'Nextcloud'],
  [/^owncloud$/i, 'ownCloud'],
  [/^(?:egnyte(?: ?drive)?|egnyte-.{1,60})$/i, 'Egnyte'],
  [/^(?:sharefile|citrix files)$/i, 'ShareFile'],
  [/^pcloud ?drive$/i, 'pCloud'],
  [/^proton ?drive(?:-.{1,60})?$/i, 'Proton Drive'],
];

/**
 * Names that filings bear: as CM/ECF and its archive name their downloads, or as people name what they filed.
 * A case number alone says nothing, for letters are named after their case too.
 */
const FILED =
  /(?:^|[^\p{L}\p{N}])(?:(?:ecf|dkt|docket|doc)[ ._-]{0,3}(?:no[ ._-]{0,2}|#)?\d{1,4}(?!\p{N})|ecf[ ._-]{0,3}filed|as[ ._-]filed|filed[ ._-](?:\d{1,2}[ ._-]\d{1,2}[ ._-]\d{2,4}|20\d{2}))|^gov\.uscourts\./iu;

/** How a letter may get out by itself. `isFilingForbidden`: whether the order keeps it from the docket. */
export function exposuresOf(
  { file, really, repository, synced }: Around,
  isFilingForbidden: boolean,
): Exposure[] {
  const found: Exposure[] = [];
  const remotes = repository ? remotesIn(repository.config) : [];
  if (repository && remotes.length > 0) {
    const named = remotes.length === 1 ? `the remote ${remotes[0]}` : `the remotes ${remotes.join(', ')}`;
    found.push({
      kind: 'repository',
      place: repository.root,
      message: `This letter lies in a Git repository with ${named}: whoever pushes it sends the letter along, and its history keeps it. Keep confidential letters elsewhere, or list them in .gitignore.`,
    });
  }
  const cloud = synced[0] ?? namedCloud(file) ?? (really === undefined ? undefined : namedCloud(really));
  if (cloud) {
    found.push({
      kind: 'cloud',
      place: cloud.root,
      message: `This letter lies in a folder that ${cloud.service} copies to its servers and to whoever shares it. Keep confidential letters elsewhere, unless your firm allows it.`,
    });
  }
  const name = nameOf(file);
  if (isFilingForbidden && FILED.test(name)) {
    found.push({
      kind: 'filed-name',
      place: file,
      message: `“${name}” is called like a document that was filed, and the order keeps this letter off the docket. Give it another name, so that nobody takes it for a filing.`,
    });
  }
  return found;
}

/** The names of the remotes in a repository's configuration. */
export function remotesIn(config: string): string[] {
  const names = config.split(/\r?\n/).map((line) => /^\s*\[remote "([^"]{1,200})"\]/i.exec(line)?.[1]);
  return names.filter((name) => name !== undefined);
}

/**
 * Folders that are known by where they lie too: Google's program shows its own as a drive on Windows, and Dropbox puts
 * a team's into the home folder under the team's name. Elsewhere such a name may be a case's.
 */
const PLACES: readonly (readonly [RegExp, string])[] = [
  [/^[a-z]:[\\/](?:my drive|shared drives)(?=[\\/])/i, 'Google Drive'],
  [/^(?:[a-z]:)?[\\/](?:users|home)[\\/][^\\/]{1,60}[\\/][^\\/]{1,60} dropbox(?=[\\/])/i, 'Dropbox'],
];

function namedCloud(file: string): { root: string; service: string } | undefined {
  for (const [place, service] of PLACES) {
    const root = place.exec(file)?.[0];
    if (root !== undefined) return { root, service };
  }
  const parts = file.split(/(?<=[\\/])/);
  for (const [i, part] of parts.slice(0, -1).entries()) {
    const folder = part.replace(/[\\/]$/, '');
    const service = CLOUDS.find(([name]) => name.test(folder))?.[1];
    if (service) return { root: parts.slice(0, i + 1).join(''), service };
  }
  return undefined;
}

const nameOf = (file: string): string =>
  file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
