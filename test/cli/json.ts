import { z } from 'zod';
import { type How, type Ran, run } from './run.ts';

const position = z.strictObject({ line: z.int().min(0), character: z.int().min(0) });
const note = z.strictObject({ rule: z.string().min(1), reason: z.string().min(1) });
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);

const finding = z.strictObject({
  rule: z.string().min(1),
  severity: z.enum(['error', 'warning', 'information']),
  message: z.string().min(1),
  range: z.strictObject({ start: position, end: position }),
  content: z.string().optional(),
  paragraph: z.string().optional(),
  order: z.string().optional(),
  fixable: z.boolean(),
});

const deadline = z.looseObject({
  id: z.string().min(1),
  title: z.string().min(1),
  date: day,
  time: z.string().nullable(),
  basis: z.string().min(1),
  paragraph: z.string().nullable(),
});

const letter = z.looseObject({
  file: z.string().min(1),
  judge: z.string().nullable(),
  submission: z.string().nullable(),
  status: z.enum(['complete', 'incomplete']),
  incomplete: z.array(note),
  skipped: z.array(note),
  pages: z
    .looseObject({
      body: z.int().min(1),
      limit: z.int().nullable(),
      exhibits: z.int().nullable(),
      exhibitLimit: z.int().nullable(),
      format: z.string().min(1),
    })
    .nullable(),
  suppressed: z.array(z.looseObject({ rule: z.string(), reason: z.string().min(1) })),
  covered: z.array(z.strictObject({ content: z.string(), heading: z.string().min(1), line: z.int().min(1) })),
  deadlines: z.array(deadline),
  findings: z.array(finding),
});

/** `check --format json` as the contract has it; the contract may grow, but nothing in it may go. */
export const output = z.strictObject({
  version: z.literal(1),
  letters: z.array(letter),
  notSearched: z.array(z.strictObject({ path: z.string(), reason: z.string().min(1) })).optional(),
});

export type LetterOutput = z.output<typeof letter>;

/** Checks with the contract's day and reads what was printed, against the contract's shape. */
export async function checkJson(
  args: readonly string[],
  how?: How,
): Promise<Ran & { letters: LetterOutput[] }> {
  const ran = await run(['check', '--format', 'json', '--today', '2024-05-01', ...args], how);
  if (ran.stderr !== '') throw new Error(ran.stderr);
  return { ...ran, letters: output.parse(JSON.parse(ran.stdout)).letters };
}

/** The only letter that was checked. */
export async function checkOne(args: readonly string[], how?: How): Promise<Ran & { letter: LetterOutput }> {
  const { letters, ...ran } = await checkJson(args, how);
  const [only] = letters;
  if (letters.length !== 1 || !only) throw new Error(`${letters.length} letters were checked, not one`);
  return { ...ran, letter: only };
}

export const rulesOf = ({ findings }: LetterOutput): string[] =>
  [...new Set(findings.filter((f) => f.severity !== 'information').map((f) => f.rule))].sort();
