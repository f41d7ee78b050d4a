/** Of whom an order is, by all names that a letter's header may give. */
export interface Whose {
  /** Empty where nothing tells. */
  readonly names: readonly string[];
  /** As written. */
  readonly court?: string;
}

interface Judge {
  readonly name?: string;
  readonly surname?: string;
  readonly also?: readonly string[] | undefined;
}

/** What of an order file tells whose it is. */
interface Signs {
  readonly id?: string;
  readonly parent?: string;
  readonly court?: string;
  readonly judge: Judge;
}

/** The judge's names as letters write them. A surname that is not given is taken to be the name's last word. */
export function judgeNames({
  name = '',
  surname = name.split(' ').at(-1) ?? '',
  also = [],
}: Judge): string[] {
  const first = name.split(' ')[0] ?? '';
  return [surname, name, first === surname ? '' : `${first} ${surname}`.trim(), ...also].filter(
    (n) => n !== '',
  );
}

/**
 * Whose order a file was meant to be that cannot be used: by its data where there are any, else by its lines.
 * @param file `text` where the file could be read at all, `data` where that is YAML
 * @param base the data of an order that may be extended, by its id
 */
export function whoseOrder(
  file: { readonly text?: string | undefined; readonly data?: unknown },
  base: (id: string) => unknown,
): Whose {
  const signs = isRecord(file.data) ? signsIn(file.data) : signsByLine(file.text ?? '');
  const below = signs.parent === undefined ? undefined : base(signs.parent);
  const inherited = isRecord(below) ? signsIn(below) : undefined;
  const own = judgeNames(signs.judge);
  // An order that extends another's may be of another judge: the one that it names itself.
  const judges = own.length > 0 ? own : inherited ? judgeNames(inherited.judge) : [signs.parent ?? ''];
  const court = signs.court ?? inherited?.court;
  const names = [signs.id ?? '', ...judges].filter((n) => n !== '');
  return { names: [...new Set(names)], ...(court === undefined ? {} : { court }) };
}

function signsIn(data: Readonly<Record<string, unknown>>): Signs {
  const { judge } = data;
  const name = isRecord(judge) ? wordsOf(judge.name) : wordsOf(judge);
  const also =
    isRecord(judge) && Array.isArray(judge.also) ? judge.also.flatMap((n) => wordsOf(n) ?? []) : [];
  const of = { name, surname: isRecord(judge) ? wordsOf(judge.surname) : undefined };
  return made({ id: wordsOf(data.id), parent: wordsOf(data.extends), court: wordsOf(data.court) }, of, also);
}

/** A line that begins with a key, in a mapping or at the start of one in braces. */
const ENTRY = /^([ \t{]*)["']?([a-z]+)["']?[ \t]*:(.*)$/;

/** The same keys in a text that is no YAML: each on a line of its own, those of the judge deeper than `judge:` or behind it. */
function signsByLine(text: string): Signs {
  const top: Record<string, string | undefined> = {};
  const judge: Record<string, string | undefined> = {};
  const also: string[] = [];
  let outer: number | undefined;
  /** How deep `judge:` stands, while its lines last. */
  let inside: number | undefined;
  let key = '';
  const take = (words: string): void => {
    for (const piece of words.split(/[{}[\],]/)) {
      const entry = ENTRY.exec(piece);
      if (entry) key = entry[2] ?? '';
      const value = bare(entry ? (entry[3] ?? '') : piece.trimStart().replace(/^-/, ''));
      if (value === '') continue;
      if (key === 'also') also.push(value);
      else judge[key] ??= value;
    }
  };
  for (const line of text.split(/\r\n?|\n/)) {
    if (/^[ \t]*(?:#|$|---)/.test(line)) continue;
    const depth = line.length - line.trimStart().length;
    if (inside !== undefined && (depth > inside || (depth === inside && line.startsWith('-', depth)))) {
      take(line);
      continue;
    }
    inside = undefined;
    const [, , name = '', value = ''] = ENTRY.exec(line) ?? [];
    if (name === '') continue;
    outer ??= depth;
    if (name === 'judge') {
      inside = depth;
      // A name right behind `judge:` is no order's form, but tells.
      key = 'name';
      take(value);
    } else if (name === 'extends' || depth <= outer) top[name] ??= bare(value);
  }
  return made({ id: top.id, parent: top.extends, court: top.court }, judge, also);
}

/** Without quotation marks, closed or not, and a comment behind it. */
const bare = (value: string): string =>
  value
    .replace(/(?:^|[ \t])#.*/, '')
    .replace(/["'{}]/g, '')
    .trim();

function made(
  { id, parent, court }: Readonly<Record<'id' | 'parent' | 'court', string | undefined>>,
  { name, surname }: Readonly<Record<string, string | undefined>>,
  also: readonly string[],
): Signs {
  return {
    ...(id ? { id } : {}),
    ...(parent ? { parent } : {}),
    ...(court ? { court } : {}),
    judge: { ...(name ? { name } : {}), ...(surname ? { surname } : {}), also },
  };
}

const wordsOf = (v: unknown): string | undefined =>
  typeof v === 'string' && v.trim() !== '' ? v.trim() : undefined;

const isRecord = (v: unknown): v is Record<string, unknown> =>
  typeof v === 'object' && v !== null && !Array.isArray(v);
