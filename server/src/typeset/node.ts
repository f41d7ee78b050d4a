/**
 * What template.typ draws: text, or an array whose first item is the tag. Kept terse, since it is what
 * the engine reads at each change.
 */
export type Inline =
  | string
  | readonly ['e' | 's', readonly Inline[]] // emphasis, strong
  | readonly ['br']
  | readonly ['w' | 'l', readonly string[]] // a word that may break between its parts; `w` first moves whole
  | readonly ['z'] // a line may break here
  | readonly ['n', number, readonly Block[]] // a footnote: its number and its text
  | readonly ['r', number] // another mark of the same footnote
  | readonly ['m', number]; // an invisible mark, where a word ends

export type Block =
  | readonly ['p', readonly Inline[], boolean] // paragraph; whether it is running prose
  | readonly ['i', readonly Inline[]] // paragraph of a tight list
  | readonly ['h', number, readonly Inline[]]
  | readonly ['u', boolean, readonly Item[]] // bullets; whether tight
  | readonly ['o', boolean, readonly Item[], number, string] // numbered; first number, what follows a number
  | readonly ['q', readonly Block[]]
  | readonly ['t', readonly Align[], readonly Cell[], readonly (readonly Cell[])[], boolean] // head, rows, whether the head comes again on each page
  | readonly ['k', readonly Inline[]] // code
  | readonly ['x']; // a rule

export type Item = readonly Block[];
export type Cell = readonly Inline[];
export type Align = 'l' | 'c' | 'r';
