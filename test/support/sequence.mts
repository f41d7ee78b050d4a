import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Files that take long though they are short. What has never run on a machine is sorted by its size, and one of these
 * begun as the last would leave the other workers with nothing to do.
 */
const LONG = [
  'export/pages',
  'typeset/count',
  'faults/typesetter',
  'typeset/edits',
  'typeset/process',
  'trust/regexes',
  'fuzz/fuzz',
  'incompleteness/incompleteness',
  'cli/bad-input',
  'export/docx',
  'corpus/letters',
];

const isLong = ({ moduleId }: TestSpecification): boolean =>
  LONG.some((name) => moduleId.endsWith(`/test/${name}.test.ts`));

export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
