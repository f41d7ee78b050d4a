import type { Mark } from '../chart/plot.ts';

/**
 * What template.typ draws: text, or an array whose first item is the tag. Kept terse, since it is what
 * the engine reads at each change.
 */
export type Inline =
  | string
  | readonly ['e' | 's', readonly Inline[]] // emphasis, strong
  | readonly ['br']
  | readonly ['w' | 'l', readonly Part[]] // a word that may break between its parts; `w` first moves whole
  | readonly ['b', readonly Part[]] // a piece of a monstrous word, on lines of its own
  | readonly ['z'] // a line may break here
  | readonly ['n', number, readonly Block[]] // a footnote: its number and its text
  | readonly ['r', number] // another mark of the same footnote
  | readonly ['m', number]; // an invisible mark, where a word ends

/** In an array: it is set in a box, since no space makes a line break beside its punctuation. */
export type Part = string | readonly [string];

export type Block =
  | readonly ['p', readonly Inline[], boolean] // paragraph; whether it is running prose
  | readonly ['i', readonly Inline[]] // paragraph of a tight list
  | readonly ['h', number, readonly Inline[]]
  | readonly ['u', boolean, readonly Item[]] // bullets; whether tight
  | readonly ['o', boolean, readonly Item[], number, string] // numbered; first number, what follows a number
  | readonly ['q', readonly Block[]]
  | readonly ['t', readonly Align[], readonly Cell[], readonly (readonly Cell[])[], boolean] // head, rows, whether the head comes again on each page
  | readonly ['k', readonly Inline[]] // code
  | readonly ['x'] // a rule
  | readonly ['g', width: number, height: number, says: string, marks: readonly Mark[]]; // a picture, in its own units

export type Item = readonly Block[];
export type Cell = readonly Inline[];
export type Align = 'l' | 'c' | 'r';
