import fc from 'fast-check';
import { headerSchema } from '../../../schemas/header.ts';
import { HEADER_LINES } from '../support/corpus.ts';
import { jumble } from './texts.ts';

const KEYS = Object.keys(headerSchema.shape);

const date = fc.oneof(
  fc
    .date({ min: new Date('1890-01-01'), max: new Date('2210-12-31'), noInvalidDate: true })
    .map((d) => d.toISOString().slice(0, 10)),
  fc.constantFrom(
    '2024-05-28 14:30',
    '2024-02-30',
    '2024-02-29',
    '0000-00-00',
    '9999-12-31',
    '2024-5-1',
    '28 May 2024',
  ),
);

/** YAML for a value, right or wrong for wherever it stands. */
const scalar = fc.oneof(
  date,
  fc.constantFrom(
    '',
    '~',
    'yes',
    'plaintiff',
    'defendant',
    'in-person',
    'full',
    'letter',
    'statement',
    'confidential-letter',
    'S.D.N.Y.',
    'exhibit.pdf',
    '../../etc/passwd',
    'https://a.example/b.pdf',
    'a@b.example; c@d.example',
    '0',
    '-1',
    '1e309',
    '.nan',
    '10',
    '450000',
    '"$450,000"',
    '"unclosed',
    '[1, 2',
    '{ a: b }',
    '&x [*x]',
    '*nobody',
    '!!binary x',
    '!<tag> y',
    '|\n  block\n  text',
    '>-\n  folded',
    '? a',
    '<<: *x',
    'constructor',
    '__proto__',
  ),
  jumble.map((s) => JSON.stringify(s)),
  jumble.map((s) => s.replaceAll('\n', ' ')),
);

const SUBKEYS: Readonly<Record<string, readonly string[]>> = {
  exhibits: ['label', 'title', 'file', 'pages'],
  attendees: ['name', 'title', 'party', 'role', 'lead', 'kind', 'insured', 'authority', 'attends'],
  negotiations: ['date', 'by', 'to', 'kind', 'amount', 'terms', 'written', 'manner'],
  dates: ['id', 'title', 'date', 'time', 'by'],
  leave: ['pages', 'exhibitPages', 'by'],
  layout: ['font', 'size', 'spacing', 'margin'],
};

const flow = fc
  .tuple(fc.constantFrom(...Object.keys(SUBKEYS)), fc.array(fc.tuple(fc.nat(9), scalar), { maxLength: 6 }))
  .chain(([key, pairs]) => {
    const names = SUBKEYS[key] ?? [];
    const map = `{ ${pairs.map(([i, v]) => `${names[i % names.length]}: ${v.replaceAll('\n', ' ')}`).join(', ')} }`;
    return fc.constantFrom(`${key}: ${map}`, `${key}:\n  - ${map}\n  - ${map}`, `${key}:\n  -\n  - ${map}`);
  });

const known = fc.constantFrom(...HEADER_LINES);
const entry = fc.oneof(
  { arbitrary: known, weight: 8 },
  { arbitrary: fc.tuple(fc.constantFrom(...KEYS), scalar).map(([k, v]) => `${k}: ${v}`), weight: 5 },
  { arbitrary: flow, weight: 3 },
  { arbitrary: fc.tuple(jumble, scalar).map(([k, v]) => `${k.slice(0, 12)}: ${v}`), weight: 1 },
  { arbitrary: jumble, weight: 1 },
);

const judge = fc.oneof(
  {
    arbitrary: fc.constantFrom('reznik', 'spero', 'percy', 'moses', 'hartwell', 'Hon. Joseph C. Spero'),
    weight: 9,
  },
  { arbitrary: fc.constantFrom('Rezník', 'percey', '"', '[a]', '', '~', 'nobody', '12'), weight: 1 },
);

/** A header with its marks: mostly one that could be a letter's. */
export const header = fc
  .tuple(
    judge,
    fc.array(entry, { maxLength: 7 }),
    fc.oneof(
      { arbitrary: fc.constant('---\n'), weight: 12 },
      { arbitrary: fc.constantFrom('', '...\n', '--- \n', '----\n'), weight: 1 },
    ),
    fc.oneof(
      { arbitrary: fc.constant('---\n'), weight: 20 },
      { arbitrary: fc.constantFrom('', '\ufeff---\n', '---\t\n', ' ---\n'), weight: 1 },
    ),
    fc.nat(7),
  )
  .map(([name, entries, close, open, at]) => {
    const lines = [...entries.slice(0, at), `judge: ${name}`, ...entries.slice(at)];
    return `${open}${lines.join('\n')}\n${close}`;
  });
