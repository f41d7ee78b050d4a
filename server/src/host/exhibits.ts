import type { Letter } from '../letter/letter.ts';
import type { ExhibitInfo, Fact } from '../rules/support/rule.ts';

/** What the header's exhibits are: their pages as the header gives them. */
export function gatherExhibits(letter: Letter): Fact<readonly ExhibitInfo[]> {
  const { exhibits = [] } = letter.header.values;
  return {
    state: 'known',
    value: exhibits.map((e, index) => ({ index, pages: e.pages ?? null, problem: null })),
  };
}
