import { span } from '../letter/span.ts';
import { type Citation, citationsIn, labelKey } from './support/citations.ts';
import { entrySpan, nameOf, trimmed } from './support/exhibits.ts';
import { inLetter } from './support/per-chunk.ts';
import { type ExhibitsContext, type Found, type Rule, skip } from './support/rule.ts';

export const exhibit: Rule = {
  id: 'exhibit',
  severity: 'warning',
  title: 'An exhibit that is missing, not listed or never cited',
  what: "A listed file does not exist or cannot be read, the text cites an exhibit that the header does not list, or the header lists one that the text never cites. Exhibits of other papers (a deposition's, the complaint's, a docket entry's) are left alone.",
  why: 'The judge reads the exhibit that the letter names, or finds that it is not there.',
  mend: 'The light bulb offers the file that is probably meant, or the number of pages that the file has. List what you cite under `exhibits:`; cite what you list, or take it out. Of another paper’s exhibit say whose it is: Ex. 3 to the Complaint.',
  needs: 'exhibits',
  check(context) {
    const { letter } = context;
    if (letter.header.unreadable.has('exhibits')) return skip("the header's exhibits cannot be read");
    const cited = inLetter(letter, citationsIn);
    return [...files(context), ...unlisted(context, cited), ...(letter.cut ? [] : uncited(context, cited))];
  },
  accepted: [
    {
      say: 'listed and cited, pages given by hand',
      header: ['exhibits:', '  - { label: A, title: Chart, pages: 2 }'],
      body: 'The chart is Exhibit A (at 2).',
    },
    {
      say: 'a range, a list and a page',
      header: [
        'exhibits:',
        '  - { label: 1, pages: 1 }',
        '  - { label: 2, pages: 1 }',
        '  - { label: 3, pages: 1 }',
        '  - { label: B, pages: 1 }',
      ],
      body: 'See Exs. 1-2 and 3, and Ex. B at 1.',
    },
    {
      say: 'exhibits of other papers',
      body: 'Exhibit 7 to the second deposition, Dkt. 31, Ex. 2, Ex. 3 to the Complaint and Plaintiff’s Trial Exhibit 9 show it.',
    },
  ],
  rejected: [
    {
      say: 'cited and not listed',
      header: ['exhibits:', '  - { label: A, pages: 1 }'],
      body: 'See Exhibit A. The native file is Exhibit C.',
      marks: 'Exhibit C',
    },
    {
      say: 'listed and never cited',
      header: ['exhibits:', '  - { label: A, pages: 1 }', '  - { label: B, pages: 1 }'],
      body: 'See Ex. A.',
      marks: 'B',
    },
    {
      say: 'a file that does not exist',
      header: ['exhibits:', '  - { label: A, file: no-such-file.pdf, pages: 1 }'],
      body: 'See Ex. A.',
      marks: 'no-such-file.pdf',
    },
    {
      say: 'an exhibit listed nowhere',
      body: 'The chart is attached as Exhibits A and B.',
      marks: 'Exhibits A and B',
      count: 1,
    },
  ],
};

/** Files that cannot be used, and those whose pages are not what the header says. */
function files({ letter, exhibits }: ExhibitsContext): Found[] {
  return exhibits.flatMap(({ index, pages, problem, likely }): Found[] => {
    const entry = letter.header.values.exhibits?.[index];
    if (!entry?.file) return [];
    const name = nameOf(entry.label);
    const place = trimmed(letter, entrySpan(letter, index, 'file'));
    if (problem !== null) {
      const mend = likely ? ` Did you mean ${likely}?` : '';
      return [
        {
          message: `${name}: ${entry.file} ${problem}.${mend}`,
          span: place,
          ...(likely
            ? { fixes: [{ title: `Change to ${likely}`, edits: [{ span: place, text: quoted(likely) }] }] }
            : {}),
        },
      ];
    }
    if (entry.pages === undefined || pages === null || pages === entry.pages) return [];
    const given = trimmed(letter, entrySpan(letter, index, 'pages'));
    return [
      {
        message: `${name}: the header says ${entry.pages} pages, and ${entry.file} has ${pages}. The file's are counted.`,
        span: given,
        severity: 'information',
        fixes: [{ title: `Change to ${pages}`, edits: [{ span: given, text: String(pages) }] }],
      },
    ];
  });
}

/** A path as YAML takes it in every place. */
const quoted = (path: string): string => (/^[\w./ -]+$/.test(path) ? path : JSON.stringify(path));

function unlisted({ letter }: ExhibitsContext, cited: readonly Citation[]): Found[] {
  const listed = new Set((letter.header.values.exhibits ?? []).map((e) => labelKey(e.label)));
  const found: Found[] = [];
  const told = new Map<number, string[]>();
  const known = new Set<string>();
  for (const { label, span: place, certain } of cited) {
    if (!certain || listed.has(label) || listed.has(base(label)) || known.has(label)) continue;
    known.add(label);
    told.set(place.start, [...(told.get(place.start) ?? []), label]);
  }
  for (const [start, labels] of told) {
    const first = cited.find((c) => c.span.start === start);
    if (!first) continue;
    const names = labels.map(nameOf).join(', ');
    const [is, it] = labels.length > 1 ? ['are', 'them'] : ['is', 'it'];
    found.push({
      message: `${names} ${is} cited here, but the header's exhibits do not list ${it}. Add { label: ${labels[0] ?? ''}, file: … }, or say whose exhibit is meant.`,
      span: span(first.span.start, first.span.end),
    });
  }
  return found;
}

/** A-1 is a part of A where only A is listed. */
const base = (label: string): string => /^[A-Z]+(?=-?\d)|^\d+(?=-?[A-Z.])/.exec(label)?.[0] ?? label;

function uncited({ letter }: ExhibitsContext, cited: readonly Citation[]): Found[] {
  const labels = new Set(cited.flatMap((c) => [c.label, base(c.label)]));
  return (letter.header.values.exhibits ?? []).flatMap((entry, index): Found[] => {
    const key = labelKey(entry.label);
    if (labels.has(key) || citedOtherwise(letter.text.slice(letter.body.start), entry)) return [];
    return [
      {
        message: `${nameOf(entry.label)} is listed, but the text never cites it.`,
        span: trimmed(letter, entrySpan(letter, index, 'label')),
      },
    ];
  });
}

/** "Attachment 2", "Tab 4", a label of several words, or a link to the file itself. */
function citedOtherwise(
  body: string,
  { label, file }: { label: string; file?: string | undefined },
): boolean {
  if (file !== undefined && body.includes(`(${file})`)) return true;
  const low = body.toLowerCase();
  const name = label.toLowerCase();
  if (/\s/.test(name) || !/^[a-z]{0,3}[-.]?\d{0,4}[a-z]?$/.test(name)) return low.includes(name);
  return ['attachment', 'appendix', 'tab', 'annex', 'schedule', 'enclosure'].some((noun) =>
    followed(low, `${noun} ${name}`),
  );
}

function followed(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (!/[\p{L}\d]/u.test(text[at + words.length] ?? '')) return true;
  }
  return false;
}
